"""Rules of challenge: that whoever asks is free to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from trustgraph import wording
from trustgraph.analysis.challenges.challenge import Challenge, challenge
from trustgraph.analysis.challenges.independence import Outcome
from trustgraph.model import Model
from trustgraph.records import Body
from trustgraph.rules.norms import Breach, Severity, rule
from trustgraph.vocabulary import Kind

# monitoring is what any board does to its groups; only these two ask for independence
CHALLENGING = (Kind.CHALLENGES, Kind.SCRUTINISES)


class _Failure(NamedTuple):
    """A challenge that fails a test: both sides, "the Panel challenges the Board", and the keys it fails by."""

    row: Challenge
    challenger: str
    challenged: str
    told: str
    keys: tuple[str, ...]


def _failed(model: Model, *tests: int) -> Iterator[tuple[int, _Failure]]:
    """Yield each challenge of another that fails one of these tests, with the number of the test."""
    for row in challenge(model):
        line = model.lines[row.line] if row.line is not None else None
        if line is None or line.kind not in CHALLENGING or line.subject == line.target:
            continue
        for test in tests:
            found = row.tests[test]
            if found.outcome is Outcome.FAILED:
                names = wording.called(model, line.subject), wording.called(model, line.target)
                told = f"{names[0]} {wording.agree(model, [line.subject], line.kind.phrase)} {names[1]}"
                yield test, _Failure(row, *names, told, (row.line or "", *found.because))


@rule(
    "TG201",
    Severity.WARNING,
    breaks="""
    bodies:
      board: {name: Board, kind: board}
      panel: {name: Panel, kind: scrutiny, lines: [{scrutinises: board}, {accountable_to: board}]}
    """,
    keeps="""
    bodies:
      board: {name: Board, kind: board}
      council: {name: Council, kind: council, inside: false}
      panel: {name: Panel, kind: scrutiny, lines: [{scrutinises: board}, {accountable_to: council}]}
    """,
)
def challenger_answers_to_challenged(model: Model) -> Iterator[Breach]:
    """Whoever challenges does not answer to those challenged.

    Source: Centre for Public Scrutiny, four principles of good scrutiny (2003): it is carried out by independent minds.
    """
    for _, each in _failed(model, 0):
        answers = wording.agree(model, [each.row.challenger or ""], "answers")
        message = f"{each.told}, and {answers} to {wording.pronoun(model, each.row.challenged)}."
        yield Breach(each.keys, message, f"Let {each.challenger} answer to somebody else.")


@rule(
    "TG202",
    Severity.WARNING,
    breaks="""
    bodies:
      board: {name: Board, kind: board, members: [{member: panel, voting: true}]}
      panel: {name: Panel, kind: scrutiny, lines: [{scrutinises: board}]}
    """,
    keeps="""
    bodies:
      board: {name: Board, kind: board, members: [{member: panel, role: observer}]}
      panel: {name: Panel, kind: scrutiny, lines: [{scrutinises: board}]}
    """,
)
def challenger_votes_in_challenged(model: Model) -> Iterator[Breach]:
    """Whoever challenges has no vote in what is challenged.

    Source: Centre for Public Scrutiny, four principles of good scrutiny (2003); Local Government Act 2000, section
    21(9): no member of an executive sits on the committee that scrutinises it.
    """
    for _, each in _failed(model, 3):
        has = wording.agree(model, [each.row.challenger or ""], "has")
        message = f"{each.told}, and {has} a vote there."
        yield Breach(each.keys, message, f"Let {each.challenger} observe or take part without a vote.")


@rule(
    "TG203",
    Severity.WARNING,
    breaks="""
    posts: {leader: {title: Leader}}
    bodies:
      board: {name: Board, kind: board, members: [{member: leader, role: chair}]}
      panel: {name: Panel, kind: scrutiny, lines: [{scrutinises: board}], members: [{member: leader, role: chair}]}
    """,
    keeps="""
    posts: {leader: {title: Leader}, chair: {title: Independent Chair}}
    bodies:
      board: {name: Board, kind: board, members: [{member: leader, role: chair}]}
      panel: {name: Panel, kind: scrutiny, lines: [{scrutinises: board}], members: [{member: chair, role: chair}]}
    """,
)
def challenger_chaired_from_challenged(model: Model) -> Iterator[Breach]:
    """Whoever chairs the challenger does not chair the challenged, nor is appointed by it.

    Source: Centre for Public Scrutiny, four principles of good scrutiny (2003); Working Together to Safeguard Children
    (HM Government, 2010), chapter 3, on the independence of a safeguarding board's chair.
    """
    why = {1: "the challenged has a say in who chairs the challenger", 2: "one post chairs both"}
    for test, each in _failed(model, *why):
        message = f"{each.told}, and {why[test]}."
        yield Breach(each.keys, message, f"Let somebody from outside {each.challenged} chair {each.challenger}.")


@rule(
    "TG204",
    Severity.WARNING,
    breaks="""
    bodies:
      board: {name: Board, kind: board}
      panel:
        name: Panel
        kind: scrutiny
        functions: [{deliver: the programme, topic: safeguarding}]
        lines: [{scrutinises: board, topic: safeguarding}]
    """,
    keeps="""
    bodies:
      board: {name: Board, kind: board, functions: [{deliver: the programme, topic: safeguarding}]}
      panel: {name: Panel, kind: scrutiny, lines: [{scrutinises: board, topic: safeguarding}]}
    """,
)
def challenger_delivers(model: Model) -> Iterator[Breach]:
    """Whoever challenges does not deliver, direct, manage or commission what is challenged.

    Source: Working Together to Safeguard Children (HM Government, 2010), chapter 3: a safeguarding board is to
    coordinate and to see that others are effective, not to deliver itself.
    """
    for _, each in _failed(model, 4):
        # partners who challenge one another are all at work
        if is_challenger(model, each.row.challenger or "") or model.lines[each.keys[0]].kind is Kind.SCRUTINISES:
            about = f" on {each.row.matter}" if each.row.matter else ""
            itself = "are themselves" if wording.is_plural(model, each.row.challenger or "") else "is itself"
            message = f"{each.told}{about}, and {itself} at work on the matter."
            remedy = f"Leave the work to others, or the challenge to somebody besides {each.challenger}."
            yield Breach(each.keys, message, remedy)


def is_challenger(model: Model, which: str) -> bool:
    """Return whether a body is constituted to challenge."""
    body = model[which]
    return isinstance(body, Body) and body.kind is not None and body.kind.challenger
