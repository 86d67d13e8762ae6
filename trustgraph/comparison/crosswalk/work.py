"""Who holds, makes, advises on, approves, carries out and monitors the plan, and who commissions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from trustgraph import wording
from trustgraph.comparison.cases import Case
from trustgraph.comparison.cells import Cell, Said, answered
from trustgraph.comparison.crosswalk.row import Row
from trustgraph.records import Function, Relationship
from trustgraph.vocabulary import Act, Kind, Topic

_GROUP = "The plan"
# the plan for children and young people, and not the plan of a group, a year or an action
_PLAN = re.compile(r"\b(?:the|county's) plan\b(?! of a)|\bPlan\b")
_OWN_PLAN = re.compile(r"^an? (?:\w+ ){0,2}plan\b")
_ANY_PLAN = re.compile(r"\bplans?\b|\bstrategic planning\b")
_REPORT = re.compile(r"\breport\b")
_CARRIED = re.compile(r"deliver|carr(?:y|ied|ying)|implement|heeding|committed")
_VISION = re.compile(r"\bvision\b")
_RESPONSIBLE = re.compile(r"responsib\w+ for the plan\b")

Chosen = Callable[[Function], bool]


def _is_plan(function: Function) -> bool:
    matter = function.matter or ""
    about = function.topic in (Topic.PLAN, Topic.PERFORMANCE)
    return about and bool(_PLAN.search(matter)) and not _OWN_PLAN.search(matter)


def _holds(function: Function) -> bool:
    return function.act is Act.HOLD and _is_plan(function)


def _makes(function: Function) -> bool:
    if function.act is Act.DECIDE:
        return _is_plan(function) and bool(_VISION.search(function.matter or ""))
    acts = (Act.PREPARE, Act.PUBLISH, Act.REVIEW)
    return function.act in acts and _is_plan(function) and not _reports(function)


def _reports(function: Function) -> bool:
    return bool(_REPORT.search(function.matter or "")) and function.act in (Act.PUBLISH, Act.PREPARE)


def _advises(function: Function) -> bool:
    about = _is_plan(function) or (function.topic is Topic.PRIORITIES and bool(_PLAN.search(function.matter or "")))
    return function.act in (Act.ADVISE, Act.ENGAGE) and about


def _approves(function: Function) -> bool:
    return function.act is Act.APPROVE and _is_plan(function)


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
    return function.act in _PLANNED and bool(_ANY_PLAN.search(function.matter or "")) and not _of_the_plan(function)


def _of_the_plan(function: Function) -> bool:
    matter = function.matter or ""
    return bool(_PLAN.search(matter)) and not _OWN_PLAN.search(matter)


_PLANNED = (Act.PREPARE, Act.APPROVE, Act.REVIEW, Act.HOLD, Act.DELIVER, Act.MONITOR, Act.ANSWER_FOR)


def _commissions(function: Function) -> bool:
    return function.act is Act.COMMISSION


def working(
    chosen: Chosen,
    what: str,
    kinds: Iterable[Kind] = (),
    of_plan: re.Pattern[str] = _PLAN,
) -> Callable[[Case], Cell]:
    """Return what asks which bodies do something about a plan, and which lines of these kinds say so."""
    kinds = tuple(kinds)

    def ask(case: Case) -> Cell:
        found = [(key, line) for key, line in case.lines if line.kind in kinds and of_plan.search(line.matter or "")]
        done = [*_doing(case, chosen)]
        lines = [case.line(key, line) for key, line in found if not line.denied and not _told(case, line, chosen)]
        no = [case.line(key, line) for key, line in found if line.denied]
        return answered([*done, *lines], no, case.silent(what, *case.of("board")))

    return ask


def _told(case: Case, line: Relationship, chosen: Chosen) -> bool:
    """Return whether what a line says is told already as what its subject does, by the same clause."""
    clause = wording.clause(case.model, line)
    return any(
        body.id == line.subject and chosen(function) and _ACTS.get(function.act) is line.kind
        for _, body, function in case.functions
        if clause and clause in wording.clause(case.model, function)
    )


_ACTS = {Act.MONITOR: Kind.MONITORS, Act.APPROVE: Kind.APPROVES, Act.ADVISE: Kind.ADVISES}


def _doing(case: Case, chosen: Chosen) -> Iterator[Said]:
    return (
        case.doing(key, body, function)._replace(fact=_fact(case, body.id, chosen))
        for key, body, function in case.functions
        if chosen(function)
    )


def _fact(case: Case, body: str, chosen: Chosen) -> str:
    who = next((words for part, words in _PLAYED.items() if body in case.of(part)), "")
    return f"{who} {_FACTS[chosen]}" if who and chosen in _FACTS else ""


_PLAYED = {
    "board": "the board",
    "executive": "the executive",
    "commissioning": "the commissioning group",
}
_FACTS: dict[Chosen, str] = {_makes: "makes or revises the plan", _commissions: "commissions"}


def commissioning(case: Case) -> Cell:
    """Return who commissions, who steers commissioning, and all that the commissioning group does."""
    group = case.of("commissioning")
    told = [*_doing(case, _commissions)]
    told += [
        case.doing(key, body, function)
        for key, body, function in case.functions
        if not _commissions(function) and (body.id in group or function.topic is Topic.COMMISSIONING)
    ]
    lines = [(key, line) for key, line in case.lines if line.kind is Kind.COMMISSIONS]
    told += [case.line(key, line) for key, line in lines if not line.denied]
    no = [case.line(key, line) for key, line in lines if line.denied]
    return answered(told, no, case.silent("who commissions", *case.of("board")))


_ADVISING = (Kind.ADVISES, Kind.RECOMMENDS_TO, Kind.CONSULTS)

ROWS = (
    Row(
        "plan-holds",
        _GROUP,
        "Who holds the plan",
        working(_holds, "who holds the plan", (Kind.SUCCEEDS,), _RESPONSIBLE),
        "who holds the plan",
    ),
    Row(
        "plan-makes",
        _GROUP,
        "Who makes or revises it",
        working(_makes, "who makes or revises the plan"),
        "who makes or revises the plan",
    ),
    Row(
        "plan-advises",
        _GROUP,
        "Who advises on it, or is consulted",
        working(_advises, "who advises on the plan", _ADVISING),
        "who advises on the plan",
    ),
    Row(
        "plan-approves",
        _GROUP,
        "Who approves it",
        working(_approves, "who approves the plan", (Kind.APPROVES,)),
        "who approves the plan",
    ),
    Row(
        "plan-implements",
        _GROUP,
        "Who carries it out, or answers for that",
        working(_implements, "who carries out the plan"),
        "who carries out the plan, or answers for that",
    ),
    Row(
        "plan-monitors",
        _GROUP,
        "Who monitors it",
        working(_monitors, "who monitors the plan", (Kind.MONITORS,)),
        "who monitors the plan",
    ),
    Row(
        "plan-others",
        _GROUP,
        "Other plans",
        working(_other_plans, "what other plans there are", (Kind.APPROVES,), _ANY_PLAN),
    ),
    Row(
        "commissions",
        "Commissioning",
        "Who commissions, and who steers that",
        commissioning,
        "who commissions, or steers it",
    ),
)
