"""The words of charts: how much a box holds, and what a mark points at."""

from __future__ import annotations

from enum import StrEnum


class Style(StrEnum):
    """What a chart shows of its bodies: how they are joined, or who sits on them too."""

    LINES = "lines"
    SEATS = "seats"


class Mark(StrEnum):
    """What a comparison or a finding says of a box or line; `sign` tells it without colour."""

    sign: str

    def __new__(cls, word: str, sign: str) -> Mark:
        mark = str.__new__(cls, word)
        mark._value_, mark.sign = word, sign
        return mark

    ADDED = ("added", "+")
    REMOVED = ("removed", "−")
    CHANGED = ("changed", "≠")
    FOUND = ("found", "!")
