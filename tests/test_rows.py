"""Rows: who answers stands below whom he answers to; the challenger stands beside."""

from __future__ import annotations

from tests.small import body, model
from trustgraph.rows import Rows, rows
from trustgraph.vocabulary import Tier


def placed(*sentences: str, records: tuple[object, ...] = ()) -> Rows:
    """Return the rows of a small model."""
    whole = model(*sentences, records=records)
    return rows(list(whole.by_id.values()), whole.relationships)


def test_tiers_come_first() -> None:
    """A body of a higher tier stands above one of a lower, whatever the lines say."""
    found = placed("a reports_to b", records=(body("a", kind="board"), body("b", kind="team")))
    assert found.row == {"a": 0, "b": 1}


def test_lines_order_one_tier() -> None:
    """Inside a tier, who reports stands below whom he reports to, and who is tasked below who tasks."""
    assert placed("a reports_to b", "b tasks c").row == {"a": 1, "b": 0, "c": 1}


def test_the_longest_line_decides() -> None:
    """A body stands below the lowest of its superiors."""
    assert placed("c reports_to a", "c reports_to b", "b reports_to a").row == {"c": 2, "a": 0, "b": 1}


def test_circles_end() -> None:
    """Bodies that answer to one another in a circle still get rows."""
    assert set(placed("a reports_to b", "b reports_to c", "c reports_to a").row.values()) == {0, 1, 2}


def test_a_challenger_stands_beside() -> None:
    """An independent challenger stands beside the row it speaks to, outside the bands."""
    found = placed(
        "a reports_to b", "lscb challenges a", records=(body("lscb", kind="safeguarding_board", inside=False),)
    )
    assert (found.row["lscb"], found.beside) == (1, {"lscb"})


def test_an_outside_superior_stands_above() -> None:
    """An outside body that an inside one answers to stands above the first band."""
    found = placed("board accountable_to council", records=(body("council", inside=False), body("board", kind="board")))
    assert (found.row, found.bands, found.beside) == ({"council": 0, "board": 1}, {Tier.STRATEGIC: (1, 1)}, set())


def test_a_long_line_of_account() -> None:
    """Five thousand bodies, each answering to the next, are no trouble."""
    found = placed(*(f"b{number} reports_to b{number + 1}" for number in range(5000)))
    assert found.row["b0"] == 5000


def test_bands_span_their_rows() -> None:
    """A band reaches from the first to the last row of its tier."""
    found = placed(
        "a reports_to b", "t reports_to a", records=(body("a", kind="board"), body("b", kind="board"), body("t"))
    )
    assert found.bands == {Tier.STRATEGIC: (0, 1), Tier.OPERATIONAL: (2, 2)}
