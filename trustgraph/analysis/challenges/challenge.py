"""Who challenges whom, and whether the challenger is independent of the challenged."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from trustgraph.analysis.challenges.independence import Evidence, IndependenceTest, Outcome
from trustgraph.model import Model
from trustgraph.vocabulary import Family


class Independence(StrEnum):
    """The verdict: the first five tests met by evidence, one of the seven failed, or neither."""

    SUPPORTED = "supported"
    COMPROMISED = "compromised"
    NOT_SHOWN = "not_shown"


class Challenge(NamedTuple):
    """A line of challenge, and how independent the challenger is.

    A body of the arrangement that nobody challenges has a row too, in which challenger, line and verdict are None.
    Those who challenge themselves, or one another under one name, have no verdict and no tests.
    """

    challenger: str | None
    challenged: str
    line: str | None
    matter: str | None
    independent: Independence | None
    tests: tuple[IndependenceTest, ...]


def challenge(model: Model) -> tuple[Challenge, ...]:
    """Return each line of challenge, scrutiny and monitoring with its seven tests, in the model's order.

    After them come the bodies of the arrangement that nobody challenges. That the paper calls a body independent meets
    no test; that it denies it to be subordinate meets the first.
    """
    found = Evidence(model)
    rows = []
    for key, line in model.lines.items():
        known = line.subject in found.account.graph.number and line.target in found.account.graph.number
        if line.kind.family is Family.CHALLENGE and not line.denied and known:
            # nobody is independent of oneself, and peers are no challenger apart
            tests = found.tests(line) if line.subject != line.target else ()
            matter = line.matter or (str(line.topic).replace("_", " ") if line.topic else None)
            rows.append(Challenge(line.subject, line.target, key, matter, _verdict(tests) if tests else None, tests))
    inner = model.inner
    challenged = {name for row in rows for name in (row.challenged, *inner.get(row.challenged, ()))}
    bodies = (body.id for body in model.bodies if body.inside and body.id not in inner)
    unchallenged = [name for name in bodies if name in found.account.graph.number and name not in challenged]
    rows += [Challenge(None, name, None, None, None, ()) for name in unchallenged]
    return tuple(rows)


def _verdict(tests: Iterable[IndependenceTest]) -> Independence:
    outcomes = [test.outcome for test in tests]
    if Outcome.FAILED in outcomes:
        return Independence.COMPROMISED
    return Independence.SUPPORTED if {*outcomes[:5]} == {Outcome.MET} else Independence.NOT_SHOWN
