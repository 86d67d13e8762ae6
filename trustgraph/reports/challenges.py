"""Challenge, independence and delegation, in sentences with their clauses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from trustgraph import wording
from trustgraph.analysis.challenge import TESTS, Challenge, Independence, IndependenceTest, Outcome
from trustgraph.analysis.delegations import Answers, Delegation
from trustgraph.model import Model
from trustgraph.reports.naming import clauses_of
from trustgraph.reports.report import Report
from trustgraph.tables import Table


def challenge_report(model: Model, rows: Sequence[Challenge]) -> Report:
    """Return who challenges whom, how independent each challenger is, and who is challenged by nobody."""
    lines = [row for row in rows if row.line is not None]
    sentences = [" ".join(_challenge(model, row)) for row in lines]
    alone = [wording.name(model, row.challenged) for row in rows if row.line is None]
    if alone:
        sentences.append(f"The paper states no challenge, scrutiny or monitoring of {wording.names(alone)}.")
    cells = tuple(
        (
            wording.name(model, row.challenger or ""),
            wording.name(model, row.challenged),
            row.independent,
            *(test.outcome for test in row.tests),
        )
        for row in lines
    )
    columns = ("Challenger", "Challenged", "Independence", *(f"({number})" for number in range(1, len(TESTS) + 1)))
    key = "; ".join(f"({number}) {test}" for number, test in enumerate(TESTS, 1))
    table = Table(f"Independence of each challenge. The challenger: {key}", columns, cells)
    return Report("Who challenges whom, and how independently?", tuple(sentences), (table,) if cells else ())


def _challenge(model: Model, row: Challenge) -> Iterator[str]:
    """Yield what is said of a challenge: the line, the verdict, and what it rests on."""
    yield wording.sentence(model, model.lines[row.line or ""])
    challenger, challenged = wording.name(model, row.challenger or ""), wording.name(model, row.challenged)
    failed = [test for test in row.tests if test.outcome is Outcome.FAILED]
    if row.independent is Independence.COMPROMISED:
        yield f"Its independence is compromised: {'; '.join(_failed(model, challenger, challenged, failed))}."
    elif row.independent is Independence.SUPPORTED:
        yield "Its independence is supported by what the paper states."
    else:
        unknown = [_ASKING[TESTS.index(test.test)] for test in row.tests[:5] if test.outcome is Outcome.NOT_STATED]
        yield f"Its independence is not shown: the paper does not state {wording.names(unknown)}."


_ASKING = (
    "to whom it answers",
    "who appoints its chair",
    "who chairs both",
    "whether it has a vote there",
    "what it does itself",
)
_FAILING = (
    "{challenger} answers to {challenged}",
    "{challenged} appoints or removes the chair of {challenger}",
    "the same post chairs both",
    "{challenger} has a vote in {challenged}",
    "{challenger} itself delivers, directs, manages or commissions on the matter",
    "{challenged} alone funds or staffs {challenger}",
)


def _failed(model: Model, challenger: str, challenged: str, tests: Iterable[IndependenceTest]) -> Iterator[str]:
    for test in tests:
        clauses = clauses_of(model, test.because)
        yield _FAILING[TESTS.index(test.test)].format(challenger=challenger, challenged=challenged) + clauses


_ANSWERED = {
    Answers.DIRECTLY: "{delegate} answers to it directly.",
    Answers.THROUGH: "{delegate} answers to it through {between}.",
    Answers.ELSEWHERE: "{delegate} answers to {others}, and not, as far as the paper states, to {delegator}.",
    Answers.NOT_STATED: "The paper does not state to whom {delegate} answers for it.",
}


def delegations_report(model: Model, rows: Sequence[Delegation]) -> Report:
    """Return what is delegated to whom, and whether the delegate answers back."""
    sentences = []
    for row in rows:
        told = _ANSWERED[row.answers].format(
            delegate=wording.name(model, row.delegate),
            delegator=wording.name(model, row.delegator),
            between=wording.names(wording.name(model, which) for which in row.through[1:-1]),
            others=wording.names(wording.name(model, which) for which in row.through),
        )
        sentences.append(f"{wording.sentence(model, model.lines[row.line])} {told}")
    cells = tuple(
        (wording.name(model, row.delegator), wording.name(model, row.delegate), row.matter, row.answers) for row in rows
    )
    table = Table("Delegations", ("Delegator", "Delegate", "Matter", "Answers back"), cells)
    nothing = ("The paper states no delegation.",)
    return Report("What is delegated, and who answers for it?", tuple(sentences) or nothing, (table,) if cells else ())
