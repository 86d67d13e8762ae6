"""Circles, orphans, spans, lines, points of failure and several superiors."""

from __future__ import annotations

from typing import Any

import pytest

import trustgraph as tg
from tests.small import body, line, model
from trustgraph.records import Membership, Post
from trustgraph.vocabulary import Force, Topic


def chair(post: str, of: str) -> Membership:
    """Return the chair's seat of a body."""
    return Membership(member=post, body=of, role=tg.Role.CHAIR)


def about(sentence: str, topic: Topic) -> tg.Relationship:
    """Return a line about a topic."""
    return line(sentence, topic=topic)


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        ((), []),
        (("a reports_to b", "b reports_to c"), []),
        (("a reports_to b", "b accountable_to c", "c reports_to a"), ["account"]),
        (("a reports_to b", "b reports_to a"), ["account"]),
        (("a reports_to a",), ["self"]),
        (("a challenges b", "b scrutinises a"), ["challenge"]),
        (("a challenges b", "b challenges a", "a reports_to b"), []),
        (("a escalates_to b", "b escalates_to a"), []),
    ],
)
def test_circles_are_told_apart(lines: tuple[str, ...], kinds: list[str]) -> None:
    """A ring of account, self-account and healthy mutual challenge have each their kind; a chain has none."""
    assert [row.kind for row in tg.analysis.cycles(model(*lines, records=(body("z"),)))] == kinds


@pytest.mark.parametrize(
    ("there", "back", "kind"),
    [
        (Topic.PLAN, Topic.RISK, "reciprocal"),
        (Topic.PLAN, Topic.PLAN, "account"),
        (Topic.PLAN, None, "account"),
    ],
)
def test_account_on_different_topics_is_reciprocal(there: Topic, back: Topic | None, kind: str) -> None:
    """Two that answer to one another are reciprocal only where no topic is shared and none is unrestricted."""
    records = (line("a reports_to b", topic=there), line("b reports_to a", topic=back))
    (row,) = tg.analysis.cycles(model(records=records))
    assert row.kind == kind


def test_a_circle_has_one_shortest_witness() -> None:
    """A circle of three within a greater one is its witness, with the lines of each step."""
    (row,) = tg.analysis.cycles(
        model("a reports_to b", "b reports_to c", "c reports_to a", "c reports_to d", "d reports_to a")
    )
    assert (row.bodies, row.lines[0], set(row.members)) == (("a", "b", "c"), ("a reports_to b",), set("abcd"))


@pytest.mark.parametrize(("lift", "kinds"), [(False, []), (True, ["through_posts"])])
def test_circles_through_posts(lift: bool, kinds: list[str]) -> None:
    """A circle that runs through who chairs is only seen when lines of posts are lifted."""
    posts = (Post(id="leader", title="Leader"), chair("leader", "a"))
    small = model("leader accountable_to b", "b reports_to a", records=posts)
    assert [row.kind for row in tg.analysis.cycles(small, lift=lift)] == kinds


def test_circles_of_other_lines() -> None:
    """Asked of another family, circles are those of its lines."""
    (row,) = tg.analysis.cycles(model("a advises b", "b advises a"), families=(tg.Family.ADVICE,))
    assert (row.kind, row.bodies) == ("other", ("a", "b"))


def test_denied_and_merely_possible_lines_close_no_circle() -> None:
    """What the paper denies, and a power, is no line of account."""
    weak = (line("b reports_to a", denied=True), line("b accountable_to a", force=Force.POWER))
    assert tg.analysis.cycles(model("a reports_to b", records=weak)) == ()


def test_mutual_challenge_of_a_collective_is_one_row() -> None:
    """A collective and another that challenge one another are healthy once, not once for each body within."""
    groups = (body("groups", collective=True), body("x", within="groups"), body("y", within="groups"), body("b"))
    rows = tg.analysis.cycles(model("groups challenges b", "b challenges groups", records=groups))
    assert [row.bodies for row in rows] == [("groups", "b")]


OUTSIDE = body("apex", inside=False)


@pytest.mark.parametrize(
    ("records", "fields", "expected"),
    [
        ((body("a"),), {}, ("a", "none_stated", ())),
        (
            (body("a"), line("a reports_to b"), body("b", inside=False, kind="team")),
            {"apexes": ("apex",)},
            ("a", "ends", ("b",)),
        ),
        ((body("a"), line("a reports_to apex", force=Force.POWER)), {}, ("a", "power_only", ())),
        ((body("a"), line("a reports_to apex", force=Force.EXPECTED)), {}, ("a", "power_only", ())),
        ((body("a"), line("a reports_to a")), {}, ("a", "circle", ("a",))),
        (
            (body("a"),),
            {"documents": (tg.Document(id="d", missing=("the structure diagram",)),)},
            ("a", "copy_incomplete", ()),
        ),
        (
            (body("a"),),
            {"documents": (tg.Document(id="d", missing=("the register of risks",)),)},
            ("a", "none_stated", ()),
        ),
    ],
)
def test_why_a_body_is_an_orphan(records: tuple[Any, ...], fields: dict[str, Any], expected: tuple[Any, ...]) -> None:
    """Nothing stated, an end, a power only, a circle or a copy that lacks something: each has its word."""
    (row,) = tg.analysis.orphans(model(records=(OUTSIDE, *records), **fields))
    assert (row.body, row.why, row.ends_at) == expected


def test_a_power_of_a_collective_is_one_of_each_within() -> None:
    """That the groups may report means that each of them may."""
    groups = (body("groups", collective=True), body("one", within="groups"))
    rows = tg.analysis.orphans(model(records=(OUTSIDE, *groups, line("groups reports_to apex", force=Force.POWER))))
    assert [(row.body, row.why) for row in rows] == [("one", "power_only")]


@pytest.mark.parametrize("fields", [{"topic": Topic.RISK}, {"topic": Topic.RISK, "force": Force.POWER}])
def test_a_report_is_no_strict_account_of_another_matter(fields: dict[str, Any]) -> None:
    """Where reports do not count, a report on this very topic is not about another, nor a power to be judged."""
    records = (OUTSIDE, body("a"), line("a reports_to apex", **fields))
    (row,) = tg.analysis.orphans(model(records=records), topic=Topic.RISK, strict=True)
    assert row.why == "none_stated"


def test_who_answers_only_to_itself_is_a_head() -> None:
    """A declared apex with a line to itself has none beyond it."""
    small = model("a reports_to top", "top accountable_to top", apexes=("top",))
    heads = [row.body for row in tg.analysis.orphans(small) if row.head]
    assert (heads, tg.analysis.profile(small)[0].heads) == (["top"], ("top",))


def test_a_line_that_ends_in_a_circle() -> None:
    """Whoever answers into a circle, and those of the circle, are orphans that end in it."""
    rows = tg.analysis.orphans(model("a reports_to b", "b reports_to c", "c reports_to b"))
    assert [(row.body, row.why, row.ends_at) for row in rows] == [(name, "circle", ("b", "c")) for name in "abc"]


def test_an_end_that_answers_only_to_itself() -> None:
    """Self-account leads nowhere: the line ends there."""
    rows = {row.body: row for row in tg.analysis.orphans(model("a reports_to b", "b reports_to b"))}
    assert (rows["a"].why, rows["a"].ends_at, rows["b"].why) == ("ends", ("b",), "circle")


def test_an_orphan_on_one_matter() -> None:
    """Asked about a topic, a body that answers on another only is an orphan of it."""
    (row,) = tg.analysis.orphans(
        model(records=(OUTSIDE, body("a"), about("a reports_to apex", Topic.RISK))), topic=Topic.PLAN
    )
    assert (row.body, row.why) == ("a", "other_matter")


@pytest.mark.parametrize("question", "orphans span cycles lines failures dual delegations functions".split())
def test_a_topic_that_is_none(question: str) -> None:
    """A word that is no topic is told, with the nearest that is one, and is not taken for one without lines."""
    with pytest.raises(tg.UnknownNameError, match=r"no topic named 'riks'\. Did you mean 'risk'\?"):
        getattr(tg.analysis, question)(model("a reports_to b"), topic="riks")


def test_heads_and_bodies_by_report_only() -> None:
    """An apex inside stands at the head; who reaches it by reports only is listed apart, and not when strict."""
    small = model("a reports_to b", "c accountable_to b", apexes=("b",))
    assert [(row.body, row.kind) for row in tg.analysis.orphans(small)] == [("b", "head"), ("a", "report_only")]
    assert [(row.body, row.kind) for row in tg.analysis.orphans(small, strict=True)] == [("a", "orphan"), ("b", "head")]


def test_outside_bodies_are_no_orphans() -> None:
    """Organisations and councils answer to nobody here, and need not."""
    assert tg.analysis.orphans(model(records=(body("council", inside=False),))) == ()


def test_of_a_collective_each_body_within_is_an_orphan_and_it_is_none() -> None:
    """A collective stands for the bodies within it: those are counted, and its line is theirs."""
    groups = (OUTSIDE, body("groups", collective=True), body("x", within="groups"), body("y", within="groups"))
    assert [row.body for row in tg.analysis.orphans(model(records=groups))] == ["x", "y"]
    assert tg.analysis.orphans(model("groups accountable_to apex", records=groups)) == ()


@pytest.mark.parametrize(
    ("count", "expected"), [(tg.Range(3, 3), (3, 3)), (tg.Range(1), (1, None)), (tg.Range(2, 4), (2, 4))]
)
def test_the_span_of_a_template(count: tg.Range, expected: tuple[int, int | None]) -> None:
    """A template of three counts three; where the paper leaves their number open, so does the span."""
    rows = tg.analysis.span(model("local reports_to board", records=(body("local", count=count),)))
    (row,) = (row for row in rows if row.body == "board")
    assert (row.direct, row.direct_most) == (row.total, row.total_most) == expected


def test_the_span_counts_bodies_once_and_no_posts() -> None:
    """Whom two lines lead up from counts once, a post not at all; depth is the longest of the shortest ways."""
    small = model(
        "a reports_to b",
        "a reports_to c",
        "b reports_to top",
        "c reports_to top",
        "p reports_to top",
        records=(Post(id="p", title="P"),),
    )
    row = next(row for row in tg.analysis.span(small) if row.body == "top")
    assert (row.direct, row.total, row.depth) == (2, 3, 2)


def test_the_span_of_a_collective_is_those_within_it() -> None:
    """Two groups within a collective answer where it answers, each with the seats the collective has."""
    groups = (
        body("groups", collective=True),
        body("x", within="groups"),
        body("y", within="groups"),
        Post(id="p", title="P"),
    )
    small = model("groups reports_to board", records=(*groups, Membership(member="p", body="groups")))
    row = next(row for row in tg.analysis.span(small) if row.body == "board")
    assert (row.direct, row.total, row.seats) == (2, 2, 2)


def test_lines_are_counted_and_the_first_listed() -> None:
    """Eleven layers of two superiors make 2,048 lines: all are counted, three listed, and they meet at the top."""
    steps = [f"n{n}{a} reports_to n{n + 1}{b}" for n in range(10) for a in "xy" for b in "xy"]
    small = model(
        "start reports_to n0x",
        "start reports_to n0y",
        *steps,
        "n10x reports_to top",
        "n10y reports_to top",
        apexes=("top",),
    )
    rows = tg.analysis.lines(small, of="start", most=3)
    assert (len(rows), {row.number for row in rows}, {row.meet_at for row in rows}) == (3, {2048}, {"top"})


def test_a_line_names_what_it_passes_through_and_its_clauses() -> None:
    """Bodies in via are on the path; matters and clauses stand step by step."""
    evidence = (tg.Evidence(where="12"),)
    records = (body("desk"), line("a reports_to b", via=("desk",), matter="delivery", evidence=evidence))
    (row,) = tg.analysis.lines(model(records=records, apexes=("b",)), of="a")
    assert (row.path, row.matters, row.clauses) == (("a", "desk", "b"), ("delivery",), ("para 12",))


@pytest.mark.parametrize(
    ("first", "second", "broken"),
    [(Topic.PLAN, Topic.RISK, True), (Topic.PLAN, Topic.PLAN, False), (Topic.PLAN, None, False)],
)
def test_a_line_broken_by_matter(first: Topic, second: Topic | None, broken: bool) -> None:
    """Steps that share no topic break a line; an unrestricted one breaks none."""
    records = (line("a reports_to b", topic=first), line("b reports_to c", topic=second))
    (row,) = tg.analysis.lines(model(records=records, apexes=("c",)), of="a")
    assert row.broken_by_matter is broken


def test_lines_of_nobody() -> None:
    """A body that is not there raises, with the nearest that is; one that is only context has none."""
    small = model("executive reports_to board")
    with pytest.raises(tg.UnknownNameError, match="Did you mean 'board'"):
        tg.analysis.lines(small, of="bord")
    posts = (body("council", inside=False), Post(id="leader", title="Leader", organisation="council"))
    part = tg.select(model("leader reports_to board", records=posts), tg.View(hide=("council",)))
    assert tg.analysis.lines(part, of="council") == ()


def test_who_cuts_off_whom() -> None:
    """Without the one on every way others have no line of account; an apex is no point of failure."""
    small = model(
        "a reports_to b", "c reports_to b", "b reports_to top", "c reports_to d", "d reports_to top", apexes=("top",)
    )
    assert [tuple(row) for row in tg.analysis.failures(small)] == [("b", ("a",))]


@pytest.mark.parametrize(
    ("records", "cut_off"),
    [
        ((line("a reports_to top", via=("desk",)),), [("desk", ("a",))]),
        ((line("a reports_to top", via=("desk",)), line("a accountable_to top")), []),
        ((line("a reports_to top", via=("desk",)), line("a reports_to desk")), [("desk", ("a",))]),
        ((line("a reports_to top", via=("desk",)), line("b reports_to a")), [("desk", ("a", "b")), ("a", ("b",))]),
        ((line("a reports_to b", via=("top",)), line("b reports_to top")), [("b", ("a",))]),
    ],
)
def test_what_lines_pass_through_is_a_point_of_failure(
    records: tuple[Any, ...], cut_off: list[tuple[str, tuple[str, ...]]]
) -> None:
    """Whoever answers only through a desk is cut off without it, and whoever answers through that one; no apex cuts."""
    small = model("desk reports_to top", records=records, apexes=("top",))
    assert [(row.body, row.cuts_off) for row in tg.analysis.failures(small)] == cut_off


def test_a_line_through_a_collective_is_one_through_each_body_within() -> None:
    """A group that reports to two boards under one name has two lines, not a third through the name."""
    boards = (body("boards", collective=True), body("one", within="boards"), body("two", within="boards"))
    small = model("group reports_to boards", "boards reports_to top", records=boards, apexes=("top",))
    paths = [row.path for row in tg.analysis.lines(small, of="group")]
    assert paths == [("group", "one", "top"), ("group", "two", "top")]
    assert [row.path for row in tg.analysis.lines(small, of="boards")] == [("boards", "top")]


def test_lines_meet_at_what_they_pass_through() -> None:
    """A report through a desk, and one to it, meet there and not only where the desk reports."""
    records = (line("a reports_to top", via=("desk",)), line("a reports_to desk"))
    rows = tg.analysis.lines(model("desk reports_to top", records=records, apexes=("top",)), of="a")
    assert [(row.path, row.meet_at) for row in rows] == [(("a", "desk", "top"), "desk")] * 2


@pytest.mark.parametrize(
    ("lines", "meet_at"),
    [
        (("a reports_to b", "a reports_to c", "b reports_to d", "c reports_to d", "d reports_to e"), ("d",)),
        (("a reports_to b", "a reports_to c", "b reports_to c"), ("c",)),
        (("a reports_to b", "a reports_to c"), ()),
    ],
)
def test_where_two_superiors_meet(lines: tuple[str, ...], meet_at: tuple[str, ...]) -> None:
    """The lines of two superiors meet at the nearest above both, at one of them, or nowhere."""
    (row,) = tg.analysis.dual(model(*lines))
    assert (row.body, row.superiors, row.meet_at) == ("a", ("b", "c"), meet_at)


def test_two_lines_to_one_superior_are_no_dual_account() -> None:
    """Being accountable and reporting to the same board is to have one superior, whom a matter may be named for."""
    assert tg.analysis.dual(model("a reports_to b", "a accountable_to b")) == ()
