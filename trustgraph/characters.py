"""Characters that no text may hold, and those that nobody sees."""

from __future__ import annotations

import re

_INVISIBLE = "\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"

# patterns are compiled when first looked for: it takes a while, and few texts need the look
# what no XML, and so no chart, can hold
UNPRINTABLE = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
# what can be in a name and be seen by nobody; joiners are left alone, since scripts and emoji need them
HIDDEN = f"[{_INVISIBLE}]"
_UNSEEN = f"[\x00-\x1f\x7f-\x9f{_INVISIBLE}\ufe00-\ufe0e\ufff0-\ufffb\ufffe\uffff\ud800-\udfff]"


def code(character: str) -> str:
    """Return the code of a character: "U+1F600"."""
    return f"U+{ord(character):04X}"


def visible(text: str) -> str:
    """Return a text with each character that nobody can see, or no file can hold, shown as its code ("U+202E")."""
    return text if text.isascii() and text.isprintable() else re.sub(_UNSEEN, lambda found: code(found[0]), text)
