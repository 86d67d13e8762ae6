"""appraise: a base arrangement and options for it, in figures, findings and claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from trustgraph.analysis.accountability.span import Span, span
from trustgraph.analysis.membership.interlocks import interlocks
from trustgraph.analysis.membership.sittings import By
from trustgraph.analysis.structure.profile import Profile, profile
from trustgraph.comparison.verdicts import Verdict, judged
from trustgraph.model import Model
from trustgraph.records import Claim
from trustgraph.rules import check
from trustgraph.rules.norms import Finding


class Option(NamedTuple):
    """An arrangement that might take the place of another.

    It is that one after a scenario, unless it is told anew, by a paper of its own that may name more bodies or fewer.
    """

    model: Model
    told_anew: bool = False


class Appraised(NamedTuple):
    """A claim tested against an arrangement: the verdict, why, and the clauses of the claim and of what it rests on."""

    claim: Claim
    verdict: Verdict
    why: str
    clauses: tuple[str, ...]


class Appraisal(NamedTuple):
    """One arrangement of several set side by side.

    `shared` are the posts that certainly sit on two bodies of the arrangement or more, by id; `widest` is the body
    that most others answer to, None where nobody answers to anybody. `gained` and `lost` are the findings that the
    base does not have, and that it has alone; both are empty of the base itself.
    """

    model: Model
    profile: Profile
    shared: tuple[str, ...]
    widest: Span | None
    gained: tuple[Finding, ...]
    lost: tuple[Finding, ...]
    claims: tuple[Appraised, ...]


def appraise(base: Model, options: Iterable[Option]) -> tuple[Appraisal, ...]:
    """Return the appraisal of the base, and then of each option against it.

    Every claim of any of them is tested in all. Findings that a model accepts are left out.
    """
    given = [Option(base), *options]
    models = [option.model for option in given]
    claims: dict[str, tuple[Model, Claim]] = {}
    for model in models:
        for claim in model.claims:
            claims.setdefault(claim.id, (model, claim))
    found = [[each for each in check(model) if each.accepted is None] for model in models]
    return tuple(
        Appraisal(
            model=model,
            profile=profile(model)[0],
            shared=_shared(model),
            widest=max((row for row in span(model) if row.total), key=lambda row: row.total, default=None),
            gained=tuple(_only(mine, found[0])),
            lost=tuple(_only(found[0], mine)),
            claims=tuple(_appraised(base, option, home, claim) for home, claim in claims.values()),
        )
        for option, model, mine in zip(given, models, found, strict=True)
    )


def _appraised(base: Model, option: Option, home: Model, claim: Claim) -> Appraised:
    found = judged(base, option.model, home, claim, told_anew=option.told_anew)
    return Appraised(claim, found.verdict, found.why, found.clauses)


def _shared(model: Model) -> tuple[str, ...]:
    inside = {body.id for body in model.bodies if body.inside}
    rows = (row for row in interlocks(model) if row.by is By.POST and inside.issuperset(row.bodies))
    return tuple(dict.fromkeys(who for row in rows for who in row.shared))


def _only(these: Sequence[Finding], those: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the findings of the first that the second do not have, by rule and records."""
    left = Counter((each.code, each.keys) for each in those)
    for each in these:
        if left[each.code, each.keys]:
            left[each.code, each.keys] -= 1
        else:
            yield each
