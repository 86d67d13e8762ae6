"""What a scenario makes of an arrangement."""

from __future__ import annotations

from pathlib import Path

import pytest

import trustgraph as tg
from tests.small import body, model
from trustgraph.comparison.diffing import diff
from trustgraph.comparison.scenarios import Add, Change, Merge, Move, Remove, Reseat, Scenario, Step, apply, scenarios
from trustgraph.formats import dumps, loads
from trustgraph.records import Claim, Evidence, Meetings, Membership, Post, View
from trustgraph.vocabulary import Basis, Role

POSTS = (Post(id="leader", title="Leader"), Post(id="mayor", title="Mayor"), Post(id="clerk", title="Clerk"))
SEATS = (
    Membership(member="leader", body="board", role=Role.CHAIR),
    Membership(member="leader", body="executive"),
    Membership(member="mayor", body="executive", evidence=(Evidence(where="3"),)),
)
BASE = model(
    "executive reports_to board",
    "group reports_to executive",
    "board works_with council",
    "executive works_with council",
    records=(*POSTS, *SEATS),
    apexes=("board",),
    views=(View(id="all-of-it", order=("board", "executive")),),
)


def after(*steps: Step) -> tg.Model:
    """Return the small arrangement after these steps."""
    return apply(BASE, Scenario(id="option", title="Option", steps=steps))


def test_no_steps_change_the_name_only() -> None:
    """A scenario without steps differs from the base in its id and title."""
    assert dict(diff(BASE, after()).own) == {"id": "option", "title": "Option"}


def test_the_base_is_left_alone() -> None:
    """The model that a scenario is applied to stays what it was."""
    before = dumps(BASE)
    after(Remove(keys=("group",)))
    assert dumps(BASE) == before


def test_add() -> None:
    """What is added comes last, and is assumed where no paper is cited."""
    cited = body("panel", evidence=(Evidence(where="9"),))
    made = after(Add(records=(body("unit"), cited, Claim(id="aim", text="Fewer.", stance="aim"))))
    bases = [made[each].basis for each in ("unit", "panel")]
    assert bases == [Basis.ASSUMED, Basis.STATED]


def test_remove_takes_lines_and_seats_along() -> None:
    """What was joined to a body that goes, goes too; lists no longer name it."""
    made = after(Remove(keys=("board",)))
    assert ([*made.lines], [*made.seats]) == (
        ["council works_with executive", "group reports_to executive"],
        ["leader member executive", "mayor member executive"],
    )
    assert (made.apexes, made.views[0].order) == ((), ("executive",))


@pytest.mark.parametrize("key", ["group reports_to executive", "mayor member executive", "all-of-it"])
def test_remove_by_key(key: str) -> None:
    """A line, a seat or a view goes by its key."""
    made = after(Remove(keys=(key,)))
    assert key not in {*made.lines, *made.seats, *(view.id for view in made.views)}


def test_change() -> None:
    """A field has its new value, in the short form of a card; a value of None is taken away."""
    made = after(
        Change(key="board", fields={"meetings": "monthly", "kind": "board"}), Change(key="board", fields={"kind": None})
    )
    assert made["board"] == body("board", meetings=Meetings(text="monthly", basis=Basis.ASSUMED))


def test_what_changes_is_no_longer_stated() -> None:
    """A seat that is given to another does not cite what the paper says of the first."""
    made = after(Reseat(key="mayor member executive", fields={"member": "clerk"}))
    seat = made.seats["clerk member executive"]
    assert (seat.basis, seat.evidence) == (Basis.ASSUMED, ())


def test_what_changes_may_cite_anew() -> None:
    """A clause given with a change is its evidence."""
    made = after(Reseat(key="mayor member executive", fields={"member": "clerk", "where": "7"}))
    assert made.seats["clerk member executive"].evidence == (Evidence(where="7"),)


def test_move() -> None:
    """A line leads to another body, or from one."""
    made = after(
        Move(key="group reports_to executive", fields={"target": "board"}),
        Move(key="group reports_to board", fields={"subject": "council"}),
    )
    assert "council reports_to board" in made.lines


def test_merge_into_one_of_them() -> None:
    """One body takes over the lines and seats of both, each once, and succeeds the other."""
    made = after(Merge(bodies=("board", "executive"), into="board"))
    assert [*made.lines] == ["board works_with council", "board succeeds executive", "group reports_to board"]
    assert [*made.seats] == ["leader chair board", "mayor member board"]


def test_merge_into_a_new_body() -> None:
    """A new body stands where the first stood; the old ones are outside, and views leave them out."""
    made = after(Merge(bodies=("board", "executive"), into="joint", fields={"name": "Joint Board"}))
    inside = [each.id for each in made.bodies if each.inside]
    assert inside == ["joint", "group", "council"]
    assert (made.apexes, made.views[0].order, made.views[0].hide) == (("joint",), ("joint",), ("board", "executive"))


def test_what_is_carried_over_is_inferred() -> None:
    """What a paper states of a body is inferred of what it is merged into, with its clause."""
    made = after(Merge(bodies=("board", "executive"), into="board"))
    seat = made.seats["mayor member board"]
    assert (seat.basis, seat.evidence) == (Basis.INFERRED, (Evidence(where="3"),))


def test_a_merger_is_seen_as_one() -> None:
    """The diff of the base and the arrangement after tells of a merger."""
    made = after(Merge(bodies=("board", "executive"), into="joint", fields={"name": "Joint Board"}))
    assert [each.turn for each in diff(BASE, made).successions] == ["merged"]


def test_steps_are_taken_in_order() -> None:
    """A step names what an earlier one made."""
    made = after(
        Add(records=(body("unit"),)),
        Merge(bodies=("unit", "group"), into="unit"),
        Move(key="unit reports_to executive", fields={"target": "board"}),
    )
    assert "unit reports_to board" in made.lines


@pytest.mark.parametrize(
    ("step", "message"),
    [
        (Remove(keys=("bord",)), "Did you mean 'board'?"),
        (Change(key="board", fields={"id": "x"}), "An id stays"),
        (Change(key="board", fields={"lines": []}), "Add lines with a step 'add'"),
        (Change(key="board", fields={"knd": "board"}), "Did you mean 'kind'?"),
        (Move(key="group reports_to executive", fields={"note": "x"}), "needs 'subject' or 'target'"),
        (Move(key="group reports_to executive", fields={"target": "nobody"}), "'nobody'"),
        (Merge(bodies=("board",), into="board"), "two bodies"),
        (Merge(bodies=("board", "group"), into="executive"), "is there already"),
        (Merge(bodies=("board", "group"), into="new"), "needs a name"),
        (Add(records=(body("board"),)), "'board'"),
    ],
)
def test_what_cannot_be_is_told_with_its_step(step: Step, message: str) -> None:
    """A step that cannot be taken is named, with what to do."""
    with pytest.raises(tg.ModelError, match="steps\\[0\\]") as raised:
        after(step)
    assert message in str(raised.value)
    assert f"Step '{step.verb}'" in str(raised.value)


def test_all_problems_at_once() -> None:
    """Every step that cannot be taken is told of."""
    with pytest.raises(tg.ModelError) as raised:
        after(Remove(keys=("a", "b")), Change(key="c", fields={"note": "x"}))
    assert len(raised.value.problems) == 3


def test_what_still_names_what_is_gone() -> None:
    """Where a field alone names a body that is taken away, the step that takes it is told."""
    base = BASE.add(Post(id="head", title="Head", organisation="group"))
    with pytest.raises(tg.ModelError, match="'group' is taken away, but 'head' still names it"):
        apply(base, Scenario(id="option", steps=(Remove(keys=("group",)),)))


def test_a_scenario_is_for_its_base() -> None:
    """Another model than the scenario names is refused."""
    with pytest.raises(tg.ModelError, match="is for 'kent', not for 'small'"):
        apply(BASE, Scenario(id="option", base="kent", steps=()))


@pytest.mark.parametrize("name", scenarios())
def test_shipped_scenarios_apply(name: str) -> None:
    """Each shipped scenario applies to its base, and what it makes goes into a file and back."""
    base = next(each for each in tg.samples() if name.startswith(each.split("-")[0]) and "2016" not in each)
    made = apply(tg.load(base), name)
    assert loads(dumps(made), "made.yaml") == made


def test_scenarios_are_no_samples() -> None:
    """The scenarios are not among the sample models."""
    assert {*scenarios()}.isdisjoint(tg.samples())
    assert len(scenarios()) == 3


def test_places_of_what_is_added(tmp_path: Path) -> None:
    """What a scenario adds is known by its place in the scenario, what it keeps by that in the model."""
    path = tmp_path / "more.yaml"
    path.write_text("id: more\nsteps:\n- add: {posts: {aide: {title: Aide}}}\n", encoding="utf-8")
    made = apply(tg.load("calderdale-model-1"), path)
    assert (str(made.places["aide"]), made.places["board"].file[-5:]) == (f"{path}:3:17", ".yaml")
