"""How often a body meets, from a paper's own words."""

from __future__ import annotations

import pytest

from trustgraph.frequency import Range, meetings_per_year, range_of

WORDS: dict[str, tuple[int, int | None] | None] = {
    "bi-monthly": (6, 24),
    "bimonthly": (6, 24),
    "Bi-Monthly": (6, 24),
    "quarterly": (4, 4),
    "at least 6 times per year": (6, None),
    "at least six times a year": (6, None),
    "no fewer than four times a year": (4, None),
    "not less than 4 meetings per year": (4, None),
    "a minimum of 4 meetings a year": (4, None),
    "seven times per year": (7, 7),
    "three times per year": (3, 3),
    "monthly": (12, 12),
    "to be determined": None,
    "will differ": None,
    "": None,
    "as required": None,
    "weekly": (52, 52),
    "fortnightly": (26, 26),
    "six-weekly": (8, 9),
    "every six weeks": (8, 9),
    "every other month": (6, 6),
    "every two months": (6, 6),
    "once a term": (3, 3),
    "half-termly": (6, 6),
    "twice a year": (2, 2),
    "half-yearly": (2, 2),
    "annually": (1, 1),
    "once a month": (12, 12),
    "3 or 4 times a year": (3, 4),
    "between four and six times a year": (4, 6),
    "in alternate months": (6, 6),
    "three to four times a year": (3, 4),
    "up to 4 times a year": (0, 4),
    "no more than four times a year": (0, 4),
    "The Board will meet quarterly.": (4, 4),
    "twelve meetings each calendar year": (12, 12),
}


@pytest.mark.parametrize("words", WORDS)
def test_words_become_meetings_a_year(words: str) -> None:
    """What a paper leaves open stays open; what it does not say is unknown."""
    expected = WORDS[words]
    assert meetings_per_year(words) == (None if expected is None else Range(*expected))


RANGES: dict[str, tuple[int, int | None] | None] = {
    "3": (3, 3),
    "0": (0, 0),
    " 3 ": (3, 3),
    "3 to 4": (3, 4),
    "3-4": (3, 4),
    "3 – 4": (3, 4),
    "up to 4": (0, 4),
    "Up to 4": (0, 4),
    "at least 6": (6, None),
    "4 to 3": None,
    "about 3": None,
    "three": None,
    "-1": None,
    "": None,
    "3 4": None,
}


@pytest.mark.parametrize("text", RANGES)
def test_texts_become_ranges(text: str) -> None:
    """Only the four ways of writing a range are one."""
    expected = RANGES[text]
    assert range_of(text) == (None if expected is None else Range(*expected))


@pytest.mark.parametrize("pair", [(3, 3), (3, 4), (0, 4), (0, 0), (6, None), (0, None)])
def test_a_range_reads_as_it_is_written(pair: tuple[int, int | None]) -> None:
    """A range as text is the same range again."""
    assert range_of(str(Range(*pair))) == Range(*pair)
