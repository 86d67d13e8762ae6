"""Measuring and wrapping."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustgraph.characters import visible
from trustgraph.drawing.metrics import METRICS, read_metrics, write_metrics
from trustgraph.drawing.text import LONGEST_TEXT, clusters, measure, wrap

FAMILY = "👩‍👩‍👧"


def test_metrics_equal_the_fonts() -> None:
    """The file of widths says what the bundled fonts say."""
    assert read_metrics(METRICS.read_text(encoding="utf-8")) == read_metrics(write_metrics())


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0.0), ("i", 2.22), ("W", 9.44), ("\u4e2d", 10.0), ("e\u0301", 5.56), ("\u200d", 0.0)],
)
def test_measure_in_points(text: str, width: float) -> None:
    """A text at 10 points is as wide as its letters; a missing one takes an em, a mark nothing."""
    assert measure(text, 10) == pytest.approx(width, abs=0.01)


def test_bold_is_wider() -> None:
    """The bold font has its own widths."""
    assert measure("Board", 10, bold=True) > measure("Board", 10)


def test_wrap_balances() -> None:
    """Two lines are made about equally long instead of one full and one short."""
    first, second = wrap("Safeguarding Children Partnership Board", 10, 150)
    assert (first, second) == ("Safeguarding Children", "Partnership Board")


def test_wrap_keeps_a_short_text_whole() -> None:
    """What fits stays on one line, its white space made single."""
    assert wrap(" The \n Board ", 10, 100) == ("The Board",)


def test_wrap_breaks_a_long_word() -> None:
    """A word wider than the column goes on in the next line and loses no letter."""
    lines = wrap("x" * 120, 10, 100)
    assert "".join(lines) == "x" * 120
    assert max(measure(line, 10) for line in lines) <= 100


def test_wrap_keeps_clusters_whole() -> None:
    """A joined emoji is never broken."""
    assert all(line.replace(FAMILY, "") == "" for line in wrap(FAMILY * 30, 10, 100))


def test_clusters_join_marks_and_flags() -> None:
    """A letter keeps its marks, a flag is two signs."""
    assert list(clusters("e\u0301a🇬🇧🇫🇷👍🏽")) == ["e\u0301", "a", "🇬🇧", "🇫🇷", "👍🏽"]


def test_wrap_has_room_for_what_nobody_sees() -> None:
    """A character that is shown by its code is as wide as that; white space parts words as ever."""
    lines = wrap("A\u202eB\u200bC\nD\tE", 10, 40)
    assert "".join(lines).replace(" ", "") == "AU+202EBU+200BCDE"
    assert max(measure(line, 10) for line in lines) <= 40


def test_wrap_ends_a_huge_text() -> None:
    """After 2,000 characters a text ends in an ellipsis."""
    lines = wrap("ab " * 5000, 10, 150)
    assert lines[-1].endswith("…")
    assert sum(map(len, lines)) <= LONGEST_TEXT


@given(st.text(max_size=300), st.floats(40, 200))
def test_wrap_keeps_every_word_within_the_width(text: str, width: float) -> None:
    """Whatever the text, nothing is lost and no line of more than one character is too wide."""
    lines = wrap(text, 10, width)
    assert "".join("".join(lines).split()) == "".join(map(visible, text.split()))
    assert all(measure(line, 10) <= width + 0.01 or len(list(clusters(line))) == 1 for line in lines)
