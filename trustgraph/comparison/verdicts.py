"""What a claim comes to when it is tested against an arrangement, and against the one before it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from trustgraph import wording
from trustgraph.analysis.challenges.challenge import Independence, challenge
from trustgraph.analysis.membership.sittings import NONE, By, meetings_a_year, plus, sittings, times
from trustgraph.comparison.successions import successions
from trustgraph.frequency import Range
from trustgraph.model import Model
from trustgraph.records import Body, Claim, Stated
from trustgraph.rules.claims import against
from trustgraph.vocabulary import BodyKind, Expectation, Kind


class Verdict(StrEnum):
    """What a claim comes to: silence neither supports nor contradicts it."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    NOT_TESTABLE = "not testable"


class Ruling(NamedTuple):
    """A verdict, why, as a clause without a full stop, and the clauses it rests on."""

    verdict: Verdict
    why: str
    clauses: tuple[str, ...] = ()


class _Turnover(NamedTuple):
    """The bodies that are in one of two arrangements only, or meet differently in them: before, and after."""

    before: tuple[Body, ...]
    after: tuple[Body, ...]


# bodies, and the model they are of
_Side = tuple[Model, Sequence[Body]]


def judged(base: Model, model: Model, home: Model, claim: Claim, *, told_anew: bool = False) -> Ruling:
    """Return what a claim of the model `home` comes to in an arrangement.

    That there are fewer bodies or meetings is tested against the base; in the base itself, against what it
    succeeds. Of an arrangement that is told anew, only what succeeds is compared, with what it succeeds.
    """
    turnover = (
        _turned(base, model)
        if told_anew
        else _turnover(base, model, meetings=claim.expects is Expectation.FEWER_MEETINGS)
    )
    ruling = _ruling(base, model, claim, turnover)
    stated = wording.clause(home, claim).split("; ")
    return ruling._replace(clauses=tuple(dict.fromkeys(each for each in (*stated, *ruling.clauses) if each)))


def _ruling(base: Model, model: Model, claim: Claim, turnover: _Turnover) -> Ruling:
    if claim.expects is None:
        return Ruling(Verdict.NOT_TESTABLE, "what it says is nothing that a model shows")
    if model is not base and claim.expects is Expectation.FEWER_BODIES:
        return _fewer((base, turnover.before), (model, turnover.after), "body", _bodies)
    if model is not base and claim.expects is Expectation.FEWER_MEETINGS:
        return _fewer((base, turnover.before), (model, turnover.after), "meeting a year", _meetings)
    found = against(model, claim.expects)
    if found is None:
        return _SUPPORT[claim.expects](model)
    verdict = Verdict.NOT_TESTABLE if found.absent else Verdict.CONTRADICTED
    return Ruling(verdict, found.told, _clauses(model, found.keys))


def _nobody_twice(model: Model) -> Ruling:
    """Return whether it is known of all listed that they sit on one body only."""
    on: dict[str, set[str]] = {}
    for row in sittings(model, By.POST):
        if row.record.role.member and getattr(model[row.body], "inside", False):
            on.setdefault(row.who, set()).add(row.body)
    bodies = {each for held in on.values() for each in held}
    open_ones = [who for who, held in on.items() if len(held) > 1]
    if len(bodies) < 2:
        return Ruling(Verdict.NOT_TESTABLE, "the members of two bodies are not listed")
    if open_ones:
        either = "each " if len(open_ones) > 1 else ""
        return Ruling(
            Verdict.NOT_TESTABLE, f"it is left open whether {wording.prose(model, open_ones)} {either}sits twice"
        )
    return Ruling(
        Verdict.SUPPORTED, f"no post is a member of two of the {wording.spelt(len(bodies))} bodies with members"
    )


def _replaced(model: Model) -> Ruling:
    lines = [key for key, line in model.lines.items() if line.kind is Kind.SUCCEEDS and not line.denied]
    if not lines:
        return Ruling(Verdict.NOT_TESTABLE, "nothing is said of what was there before")
    told = "; ".join(wording.sentence(model, model.lines[key]).removesuffix(".") for key in lines)
    return Ruling(Verdict.SUPPORTED, told, _clauses(model, lines))


def _delegation(model: Model) -> Ruling:
    lines = [key for key, line in model.lines.items() if line.kind is Kind.DELEGATES_TO and not line.denied]
    told = "; ".join(wording.sentence(model, model.lines[key]).removesuffix(".") for key in lines)
    return Ruling(Verdict.SUPPORTED, told, _clauses(model, lines))


def _account(model: Model) -> Ruling:
    return Ruling(
        Verdict.SUPPORTED, f"each body of {wording.spelt(len(model.bodies))} with members answers to somebody"
    )


def _challenge(model: Model) -> Ruling:
    rows = [row for row in challenge(model) if row.line is not None]
    if any(row.independent is Independence.NOT_SHOWN for row in rows):
        return Ruling(Verdict.NOT_TESTABLE, "whether all who challenge are independent is not stated")
    keys = tuple(dict.fromkeys(row.line or "" for row in rows))
    return Ruling(Verdict.SUPPORTED, "all who challenge are independent of whom they challenge", _clauses(model, keys))


_SUPPORT: dict[Expectation, Callable[[Model], Ruling]] = {
    Expectation.NO_SHARED_MEMBERS: _nobody_twice,
    Expectation.ONE_MEETING_EACH: _nobody_twice,
    Expectation.FEWER_BODIES: _replaced,
    Expectation.FEWER_MEETINGS: _replaced,
    Expectation.DELEGATED_AUTHORITY: _delegation,
    Expectation.CLEAR_ACCOUNT: _account,
    Expectation.INDEPENDENT_CHALLENGE: _challenge,
}


def _fewer(gone: _Side, come: _Side, what: str, count: Callable[[Model, Body], Range | None]) -> Ruling:
    """Return whether what comes counts for less than what goes."""
    sides = (gone, come)
    if not any(bodies for _, bodies in sides):
        return Ruling(Verdict.CONTRADICTED, "no body comes or goes" + (" or meets otherwise" if what != "body" else ""))
    unknown = [(model, body) for model, bodies in sides for body in bodies if count(model, body) is None]
    if unknown:
        told = [f"how often {wording.called(model, body.id)} meets" for model, body in unknown]
        verb = "is" if len(told) == 1 else "are"
        return Ruling(Verdict.NOT_TESTABLE, f"{wording.names(told)} {verb} not stated")
    before, after = (_sum(count(model, body) for body in bodies) for model, bodies in sides)
    why = f"{_number(after, what)}{_told(*come)} where there {_was(before)} {_number(before, '')}{_told(*gone)}"
    if after.most is not None and after.most < before.least:
        return Ruling(Verdict.SUPPORTED, why)
    if before.most is not None and after.least >= before.most:
        return Ruling(Verdict.CONTRADICTED, why)
    return Ruling(Verdict.NOT_TESTABLE, why)


def _turnover(base: Model, option: Model, *, meetings: bool) -> _Turnover:
    """Return the bodies that are in one of two arrangements only, and where asked for those that meet otherwise."""
    old, new = ({body.id: body for body in _inside(model)} for model in (base, option))
    differs = {each for each in old if each in new and meetings and old[each].meetings != new[each].meetings}
    return _Turnover(
        tuple(body for each, body in old.items() if each not in new or each in differs),
        tuple(body for each, body in new.items() if each not in old or each in differs),
    )


def _turned(base: Model, option: Model) -> _Turnover:
    """Return the bodies that give way, and those that succeed them."""
    turns = successions(base, option)
    before = dict.fromkeys(each for turn in turns for each in turn.before)
    after = dict.fromkeys(each for turn in turns for each in turn.after)
    return _Turnover(
        tuple(body for body in base.bodies if body.id in before),
        tuple(body for body in option.bodies if body.id in after),
    )


def _inside(model: Model) -> Iterable[Body]:
    """Yield the bodies of the arrangement; the arrangement as a whole is none of them."""
    return (
        each
        for each in model.bodies
        if each.inside and each.id not in model.context and each.kind is not BodyKind.TRUST
    )


def _bodies(_: Model, body: Body) -> Range | None:
    return body.count


def _meetings(model: Model, body: Body) -> Range | None:
    yearly = meetings_a_year(model, body)
    return times(yearly, body.count) if yearly is not None else None


def _sum(ranges: Iterable[Range | None]) -> Range:
    total = NONE
    for each in ranges:
        total = plus(total, each or NONE)
    return total


def _told(model: Model, bodies: Sequence[Body]) -> str:
    return f" ({wording.prose(model, [body.id for body in bodies])})" if bodies else ""


def _number(number: Range, what: str) -> str:
    """Return a number of things: "one body", "three", "6 to 24 meetings a year"."""
    figure = "no" if number == NONE and what else wording.spelt(number) if (number.most or 0) <= 10 else str(number)
    noun, _, rest = what.partition(" ")
    if number != Range(1, 1) and noun:
        noun = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return " ".join(part for part in (figure, noun, rest) if part)


def _was(number: Range) -> str:
    return "was" if number == Range(1, 1) else "were"


def _clauses(model: Model, keys: Iterable[str]) -> tuple[str, ...]:
    """Return the clauses of records, each once."""
    clauses: list[str] = []
    for key in keys:
        record: Stated | None = model.by_id.get(key) or model.lines.get(key) or model.seats.get(key)
        if record is not None:
            clauses += filter(None, wording.clause(model, record).split("; "))
    return tuple(dict.fromkeys(clauses))
