"""Who holds, makes, advises on, approves, carries out and monitors the plan, and who commissions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from trustgraph.comparison.cases import Case
from trustgraph.comparison.cells import Cell, Said, answered
from trustgraph.comparison.crosswalk.row import Row
from trustgraph.records import Function, Relationship
from trustgraph.vocabulary import Act, Kind, Topic

_GROUP = "The plan"
# the plan for children and young people, and not the plan of a group, a year or an action
_PLAN = re.compile(r"\b(?:the|county's) plan\b(?! of a)|\bPlan\b")
_OWN_PLAN = re.compile(r"^a plan\b")
_REPORT = re.compile(r"\breport\b")
_CARRIED = re.compile(r"deliver|carr(?:y|ied|ying)|implement|heeding")

Chosen = Callable[[Function], bool]


def _is_plan(function: Function) -> bool:
    matter = function.matter or ""
    about = function.topic in (Topic.PLAN, Topic.PERFORMANCE)
    return about and bool(_PLAN.search(matter)) and not _OWN_PLAN.search(matter)


def _holds(function: Function) -> bool:
    return function.act is Act.HOLD and _is_plan(function)


def _makes(function: Function) -> bool:
    acts = (Act.PREPARE, Act.PUBLISH, Act.REVIEW)
    return function.act in acts and _is_plan(function) and not _reports(function)


def _reports(function: Function) -> bool:
    return bool(_REPORT.search(function.matter or "")) and function.act in (Act.PUBLISH, Act.PREPARE)


def _advises(function: Function) -> bool:
    return function.act in (Act.ADVISE, Act.ENGAGE) and _is_plan(function)


def _approves(function: Function) -> bool:
    return function.act in (Act.APPROVE, Act.DECIDE) and _is_plan(function)


def _implements(function: Function) -> bool:
    if function.act is Act.DELIVER:
        return _is_plan(function)
    return (
        function.act in (Act.ANSWER_FOR, Act.DIRECT)
        and _is_plan(function)
        and bool(_CARRIED.search(function.matter or ""))
    )


def _monitors(function: Function) -> bool:
    acts = (Act.MONITOR, Act.ASSESS, Act.MANAGE)
    return _is_plan(function) and (function.act in acts or _reports(function))


def _other_plans(function: Function) -> bool:
    about = re.search(r"\bplans?\b|\bplanning\b", function.matter or "")
    return function.topic is Topic.PLAN and bool(about) and not _is_plan(function)


def _commissions(function: Function) -> bool:
    return function.act is Act.COMMISSION


def working(
    chosen: Chosen, what: str, kinds: Iterable[Kind] = (), topic: Topic | None = None
) -> Callable[[Case], Cell]:
    """Return what asks which bodies do something, and which lines say so."""
    kinds = tuple(kinds)

    def ask(case: Case) -> Cell:
        yes = [
            *_doing(case, chosen),
            *(case.line(key, line) for key, line in _lines(case, kinds, topic) if not line.denied),
        ]
        no = [case.line(key, line) for key, line in _lines(case, kinds, topic) if line.denied]
        return answered(yes, no, case.silent(what, *case.of("board")))

    return ask


def _doing(case: Case, chosen: Chosen) -> Iterator[Said]:
    for key, body, function in case.functions:
        if chosen(function):
            said = case.doing(key, body, function)
            part = next(
                (part for part in ("board", "executive", "trust", "commissioning") if body.id in case.of(part)), ""
            )
            yield said._replace(fact=part and f"{_PART_NAMES[part]} {_FACTS[chosen]}" if chosen in _FACTS else "")


_PART_NAMES = {
    "board": "the board",
    "executive": "the executive",
    "trust": "the arrangement as a whole",
    "commissioning": "the commissioning group",
}
_FACTS: dict[Chosen, str] = {_holds: "holds the plan", _makes: "makes or revises the plan", _commissions: "commissions"}


def _lines(case: Case, kinds: tuple[Kind, ...], topic: Topic | None) -> Iterator[tuple[str, Relationship]]:
    for key, line in case.lines:
        if line.kind in kinds and topic in (None, line.topic) and (topic is not Topic.PLAN or _is_of_plan(line)):
            yield key, line


def _is_of_plan(line: Relationship) -> bool:
    return bool(_PLAN.search(line.matter or ""))


def dealings(case: Case) -> Cell:
    """Return the words of a line on who commissions: the executive's and the commissioning group's place in it."""
    return working(_commissions, "who commissions", (Kind.COMMISSIONS,))(case)


ROWS = (
    Row("plan-holds", _GROUP, "Who holds the plan", working(_holds, "who holds the plan"), "who holds the plan"),
    Row(
        "plan-makes",
        _GROUP,
        "Who makes and revises it",
        working(_makes, "who makes the plan"),
        "who makes and revises the plan",
    ),
    Row(
        "plan-advises",
        _GROUP,
        "Who advises on it",
        working(_advises, "who advises on the plan", (Kind.ADVISES, Kind.RECOMMENDS_TO, Kind.CONSULTS), Topic.PLAN),
        "who advises on the plan",
    ),
    Row(
        "plan-approves",
        _GROUP,
        "Who approves it",
        working(_approves, "who approves the plan", (Kind.APPROVES,), Topic.PLAN),
        "who approves the plan",
    ),
    Row(
        "plan-implements",
        _GROUP,
        "Who carries it out, or answers for that",
        working(_implements, "who carries out the plan"),
        "who carries out the plan",
    ),
    Row(
        "plan-monitors",
        _GROUP,
        "Who monitors it",
        working(_monitors, "who monitors the plan", (Kind.MONITORS,), Topic.PLAN),
        "who monitors the plan",
    ),
    Row(
        "plan-others",
        _GROUP,
        "Other plans",
        working(_other_plans, "what other plans there are", (Kind.APPROVES,), None),
        "",
    ),
    Row("commissions", "Commissioning", "Who commissions", dealings, "who commissions"),
)
