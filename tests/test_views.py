"""Views: what stays of a model, and what is kept only because something refers to it."""

from __future__ import annotations

import pytest

from tests.small import body, line, model
from trustgraph.errors import ModelError, UnknownNameError
from trustgraph.records import Membership, Post, View
from trustgraph.views import select
from trustgraph.vocabulary import Basis, Family, Kind, Tier

CHAIN = model("team reports_to executive", "executive accountable_to board", "panel challenges board")


def names(chosen: object) -> list[str]:
    """Return the ids of a model's bodies that are not context."""
    return [each.id for each in chosen.bodies if each.id not in chosen.context]  # type: ignore[attr-defined]


def test_everything_is_the_model_itself() -> None:
    """A view that narrows nothing gives back the model."""
    assert select(CHAIN, View()) is CHAIN


@pytest.mark.parametrize(
    ("view", "lines"),
    [
        (View(families=(Family.CHALLENGE,)), ["panel challenges board"]),
        (View(kinds=(Kind.REPORTS_TO,)), ["team reports_to executive"]),
        (View(hide=("board",)), ["team reports_to executive"]),
        (View(around="panel"), ["panel challenges board"]),
        (View(around="panel", steps=2), ["executive accountable_to board", "panel challenges board"]),
        (View(around="team", steps=0), []),
    ],
)
def test_lines_of_a_view(view: View, lines: list[str]) -> None:
    """A view keeps the lines it asks for whose two ends are both shown."""
    assert list(select(CHAIN, view).lines) == lines


def test_tiers() -> None:
    """Only bodies of the tiers asked for stay."""
    chosen = model("b reports_to a", records=(body("a", kind="board"), body("b", kind="team")))
    assert names(select(chosen, View(tiers=(Tier.STRATEGIC,)))) == ["a"]


def test_dates() -> None:
    """A view as at a date drops what had not begun or was over, and its lines with it."""
    chosen = model("a reports_to b", records=(body("a", until="2010-03"), body("c", since="2010-04-01")))
    assert names(select(chosen, View(as_at="2010-04"))) == ["b", "c"]


def test_stated_only() -> None:
    """What the modeller inferred goes where only the stated is asked for."""
    chosen = model("a reports_to b", records=(line("b reports_to a", basis=Basis.INFERRED),))
    assert list(select(chosen, View(stated_only=True)).lines) == ["a reports_to b"]


def test_context_is_kept_and_marked() -> None:
    """The organisation of a post that still sits is kept, so that the model holds together, but as context."""
    chosen = model(
        "a reports_to b",
        records=(
            body("council", inside=False),
            Post(id="leader", title="Leader", organisation="council"),
            Membership(member="leader", body="b"),
        ),
    )
    part = select(chosen, View(hide=("council", "a")))
    assert (names(part), part.context) == (["b"], {"council"})


def test_selecting_twice_changes_nothing() -> None:
    """What a view has selected, it selects again."""
    view = View(around="panel", families=(Family.CHALLENGE,))
    assert select(select(CHAIN, view), view) == select(CHAIN, view)


def test_a_denied_line_leads_nowhere() -> None:
    """A line the paper denies does not make two bodies neighbours."""
    chosen = model("b reports_to c", records=(line("a reports_to b", denied=True),))
    assert names(select(chosen, View(around="a"))) == ["a"]


def test_unknown_body() -> None:
    """A view around a body that is not there says which is near."""
    with pytest.raises(UnknownNameError, match="Did you mean 'executive'"):
        select(CHAIN, View(around="executve"))


def test_places_are_carried_over() -> None:
    """A selected model still knows where its records were written."""
    place = object()
    assert select(CHAIN.at({"board": place}), View(hide=("panel",))).places == {"board": place}  # type: ignore[dict-item]


def test_unknown_word() -> None:
    """A view of a tier that is none says which is near."""
    with pytest.raises(ModelError, match="Did you mean 'strategic'"):
        select(CHAIN, View(tiers=("strategc",)))  # type: ignore[arg-type]
