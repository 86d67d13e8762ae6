"""How often a body meets: a paper's own words read as a range of meetings a year.

What a paper leaves open stays open: "bi-monthly" is six or twenty-four, "at least six times per year" has
no most, and "to be determined" is unknown (None), its text kept by whoever asked.
"""

from __future__ import annotations

import re

import msgspec


class Range(msgspec.Struct, frozen=True, order=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """The least and the most a number can be; `most` is None where nothing bounds it.

    least: The smallest number it can be.
    most: The greatest number it can be; left out where the paper sets no limit.
    """

    least: int = 0
    most: int | None = None

    def __str__(self) -> str:
        if self.most is None:
            return f"at least {self.least}"
        if self.least == self.most:
            return str(self.least)
        return f"up to {self.most}" if self.least == 0 else f"{self.least} to {self.most}"


WORDS = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
_NUMBERS = {word: number for number, word in enumerate(WORDS)} | {"a": 1, "an": 1, "once": 1, "twice": 2, "thrice": 3}
_NUMBER = rf"(?:\d+|{'|'.join(_NUMBERS)})"
_UNITS = {"day": 365, "working day": 253, "week": 52, "fortnight": 26, "month": 12, "quarter": 4, "term": 3, "year": 1}
_NAMED = {
    "daily": (365, 365),
    "weekly": (52, 52),
    "fortnightly": (26, 26),
    "biweekly": (26, 104),
    "monthly": (12, 12),
    "bimonthly": (6, 24),
    "twice monthly": (24, 24),
    "six weekly": (8, 9),
    "alternate months": (6, 6),
    "quarterly": (4, 4),
    "termly": (3, 3),
    "half termly": (6, 6),
    "six monthly": (2, 2),
    "half yearly": (2, 2),
    "biannually": (2, 2),
    "biannual": (2, 2),
    "yearly": (1, 1),
    "annually": (1, 1),
    "annual": (1, 1),
}
_UNIT = "|".join(_UNITS)
# compiled when first looked for: it takes a while, and not every question is about meetings
_COUNTED = (
    rf"\b({_NUMBER})(?: (?:to|or|and) ({_NUMBER}))?(?: (?:times?|meetings|occasions))?"
    rf" (?:(?:a|an|per|each|every|in each|in a|in any) (?:\w+ )?({_UNIT})|yearly|annually)\b"
)
_NAMED_FREQUENCY = rf"\b({'|'.join(sorted(_NAMED, key=len, reverse=True))})\b"
_EVERY = rf"\bevery (other )?(?:({_NUMBER}) )?({_UNIT})s?\b"


def range_of(text: str) -> Range | None:
    """Return the range written as "3", "3 to 4", "up to 4" or "at least 6"; None where it is none of these."""
    words = text.strip().casefold()
    if match := re.fullmatch(r"(\d+)", words):
        return Range(int(match[1]), int(match[1]))
    if match := re.fullmatch(r"(\d+) *(?:to|-|–) *(\d+)", words):
        least, most = int(match[1]), int(match[2])
        return Range(least, most) if least <= most else None
    if match := re.fullmatch(r"up to (\d+)", words):
        return Range(0, int(match[1]))
    if match := re.fullmatch(r"at least (\d+)", words):
        return Range(int(match[1]))
    return None


def meetings_per_year(text: str) -> Range | None:
    """Return how many meetings a year a paper's own words allow, or None where they do not say.

    "Bi-monthly" is six or twenty-four (both are usual), hence Range(6, 24).
    """
    words = re.sub(r"[^\w ]+", " ", text.casefold().replace("bi-", "bi").replace("bi month", "bimonth"))
    words = " ".join(words.split())
    if match := re.search(_COUNTED, words):
        a_year = _UNITS[match[3] or "year"]
        return _bounded(words, _count(match[1]) * a_year, _count(match[2] or match[1]) * a_year)
    if match := re.search(_NAMED_FREQUENCY, words):
        return _bounded(words, *_NAMED[match[1]])
    if match := re.search(_EVERY, words):
        each = (2 if match[1] else 1) * (_count(match[2]) if match[2] else 1)
        return _bounded(words, _UNITS[match[3]] // each, -(-_UNITS[match[3]] // each)) if each else None
    return None


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word]


def _bounded(words: str, least: int, most: int) -> Range:
    """Loosen one end of the range where the words say "at least" or "up to"."""
    if re.search(r"\b(at least|no fewer than|not less than|minimum|a minimum of|or more)\b", words):
        return Range(least)
    if re.search(r"\b(up to|at most|no more than|maximum|a maximum of)\b", words):
        return Range(0, most)
    return Range(least, most)
