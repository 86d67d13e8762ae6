"""What follows from the silence of a paper, where the copy that was read is not whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from trustgraph import wording
from trustgraph.analysis.accountability.account import lacking
from trustgraph.model import Model
from trustgraph.records import Body
from trustgraph.rules.norms import Breach

# so much is named of what a copy lacks, the nearest first
_NAMED = 2
# what qualifies the thing that is missing: "the diagram at 3.1, of which ...", "the terms of the unit (3.2.4)"
_QUALIFIED = re.compile(r",.*| \(.*\)$")


def lack(model: Model, breach: Breach) -> str:
    """Return what our copies lack that could break a silence, as a sentence; "" where they lack nothing of the sort."""
    concerned = tuple(_names(model, breach.keys))
    texts = [text for text in lacking(model) if breach.pictured or not wording.is_picture(text)]
    told = {text: _is_about(text, concerned) for text in texts}
    # the terms of one body tell nothing of another
    texts = [text for text in texts if told[text] or "terms of reference" not in text.casefold()]
    texts.sort(key=lambda text: not told[text])
    if not texts:
        return ""
    named = [_QUALIFIED.sub("", text) for text in texts[:_NAMED]]
    named += ["others"] if len(texts) > _NAMED else []
    return f"Our copy lacks {wording.names(named)}, which could tell."


def _names(model: Model, keys: Iterable[str]) -> Iterator[str]:
    """Yield what the body most concerned, and those it is within, are called: in small letters, as one of several."""
    record = next((model.by_id.get(key) for key in keys), None)
    while isinstance(record, Body):
        known = (record.name, *(alias for alias in record.aliases if " " in alias or "-" in alias))
        yield from (each.casefold().removesuffix("s") for each in known)
        record = model.by_id.get(record.within or "")


def _is_about(text: str, concerned: Iterable[str]) -> bool:
    return any(name in text.casefold() for name in concerned)
