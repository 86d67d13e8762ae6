"""What tells of a person in a text: a telephone number, an e-mail address, a title with a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TELEPHONE = re.compile(
    r"(?<![\w£$€.,/-])(?:\+\d|\(?0[1-9]|00[1-9])[\d\s()–-]{6,20}\d(?![\w/])"
    r"|(?i:\b(?:tel|telephone|phone|mobile|fax)\b)\W{0,3}\d[\d\s]{4,}"
)
# a date that starts with a nought has eight
_DIGITS = range(9, 16)
_ADDRESS = re.compile(r"[^\s@]{1,64}@[^\s@]{1,255}\.\w{2,}")
_TITLED = re.compile(
    r"\b(?:(?:Mr|Mrs|Ms|Mx|Dr|Prof|Cllrs?|Rev(?:['’]?d)?)\b\.?"
    r"|(?:Miss|Professor|Sir|Dame|Lord|Lady|Baroness|Councillors?|Reverend)\b)"
    r"\s+([A-Z](?![A-Z0-9])[\w'’-]*)(?:\.?\s+[A-Z][\w'’-]*)?"
)
# what follows a title in the name of a post
_ROLES = frozenset(
    "Adult Advocate Adviser Advisor Board Cabinet Chair Champion Chancellor Chief Children Committee Communities"
    " Council Deputy Development Education Elected Executive Families Finance Governor Group Health Holder Housing"
    " Justice Lead Leader Lieutenant Mayor Mayoress Member Nominee Observer Officer Panel Portfolio President Provost"
    " Rep Representative Scrutiny Service Social Speaker Steward Substitute Support Training Trustee Vice Young".split()
)


def telling(text: str) -> Iterator[tuple[str, str]]:
    """Yield what tells of a person in a text: what it is ("a telephone number"), and as it stands."""
    for match in _TELEPHONE.finditer(text):
        if match[0][0].isalpha() or sum(map(str.isdigit, match[0])) in _DIGITS:
            yield "a telephone number", match[0].strip()
    for match in _ADDRESS.finditer(text) if "@" in text else ():
        yield "an e-mail address", match[0]
    for match in _TITLED.finditer(text):
        if not _is_role(match[1]):
            yield "a title with a name", match[0]


def _is_role(word: str) -> bool:
    first = re.split("['’-]", word, maxsplit=1)[0]
    return not _ROLES.isdisjoint((first, first.removesuffix("s")))
