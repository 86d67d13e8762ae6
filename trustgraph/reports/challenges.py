"""Challenge, independence and delegation, in sentences with their clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from trustgraph import wording
from trustgraph.analysis.accountability.account import AccountGraph, account_graph
from trustgraph.analysis.accountability.delegations import Answers, Delegation
from trustgraph.analysis.challenges.challenge import Challenge, Independence
from trustgraph.analysis.challenges.independence import TESTS, Outcome
from trustgraph.model import Model
from trustgraph.reports.naming import clauses_of, denials, opening
from trustgraph.reports.report import Report
from trustgraph.tables import Table
from trustgraph.vocabulary import Family, Kind, Topic
from trustgraph.wording import agree, prose

_OUTCOMES = {Outcome.MET: "met", Outcome.FAILED: "failed", Outcome.NOT_STATED: "–"}


def challenge_report(model: Model, rows: Sequence[Challenge]) -> Report:
    """Return who challenges whom, how independent each challenger is, and who is challenged by nobody."""
    lines = [row for row in rows if row.line is not None]
    sentences = [f"{wording.sentence(model, model.lines[row.line or ''])} {_verdict(model, row)}" for row in lines]
    sentences += [no for _, no in denials(model, [kind for kind in Kind if kind.family is Family.CHALLENGE])]
    alone = [row.challenged for row in rows if row.line is None]
    if alone or not lines:
        whom = prose(model, alone) if lines else "any body of the arrangement"
        sentences.append(f"The paper states no challenge, scrutiny or monitoring of {whom}.")
    cells = tuple(
        (
            wording.name(model, row.challenger or ""),
            wording.name(model, row.challenged),
            row.independent,
            *(_OUTCOMES[test.outcome] for test in row.tests),
        )
        for row in lines
        if row.tests
    )
    columns = ("Challenger", "Challenged", "Independence", *(f"({number})" for number in range(1, len(TESTS) + 1)))
    key = "; ".join(f"({number}) {test}" for number, test in enumerate(TESTS, 1))
    caption = f"Seven tests of independence, – where the paper is silent. The challenger: {key}"
    table = Table(caption, columns, cells)
    return Report("Who challenges whom, and how independently?", tuple(sentences), (table,) if cells else ())


_ASKING = (
    "to whom the challenger answers",
    "who appoints the challenger's chair",
    "who chairs each of the two",
    "whether the challenger votes there",
    "what the challenger does itself",
)
_FAILING = (
    "{challenger} {answers} to {challenged}",
    "{challenged} {appoints} or removes the chair of {challenger}",
    "one post chairs both",
    "{challenger} {has} a vote there",
    "{challenger} {acts}",
    "{challenged} alone, as far as is stated, {funds} or staffs {challenger}",
)


def _verdict(model: Model, row: Challenge) -> str:
    """Return the verdict on a challenge, and what it rests on."""
    if row.independent is None:
        several = getattr(model[row.challenged], "collective", False)
        peers = "They challenge one another as peers" if several else "That is a look at oneself"
        return f"{peers}, so that independence is not asked."
    if row.independent is Independence.COMPROMISED:
        return f"Independence is compromised: {'; '.join(_failed(model, row))}."
    if row.independent is Independence.SUPPORTED:
        because = dict.fromkeys(key for test in row.tests[:5] for key in test.because)
        return f"Independence is supported by what the paper states{clauses_of(model, because)}."
    unknown = [number for number, test in enumerate(row.tests[:5]) if test.outcome is Outcome.NOT_STATED]
    if len(unknown) == len(_ASKING):
        return "Independence is not shown: the paper states nothing by which to judge it."
    asking = wording.either(_ASKING[number] for number in unknown)
    return f"Independence is not shown: the paper does not state {asking}."


def _failed(model: Model, row: Challenge) -> Iterator[str]:
    """Yield each test that failed, as what is the case instead, with its clauses."""
    one, other = [row.challenger or ""], [row.challenged]
    words = {
        "challenger": prose(model, one),
        "challenged": prose(model, other),
        "answers": agree(model, one, "answers"),
        "has": agree(model, one, "has"),
        "acts": _acts(model, row),
        "appoints": agree(model, other, "appoints"),
        "funds": agree(model, other, "funds"),
    }
    for failing, test in zip(_FAILING, row.tests, strict=False):
        if test.outcome is Outcome.FAILED:
            yield failing.format_map(words) + clauses_of(model, test.because)


def _acts(model: Model, row: Challenge) -> str:
    """Return what a challenger itself does on the matter: "delivers and manages performance"."""
    functions = [model.functions[key][1] for key in row.tests[4].because if key in model.functions]
    acts = dict.fromkeys(agree(model, [row.challenger or ""], function.act.phrase) for function in functions)
    about = dict.fromkeys(function.topic.phrase for function in functions if function.topic)
    return f"{wording.names(acts)} {wording.names(about)}"


def delegations_report(
    model: Model, rows: Sequence[Delegation], *, topic: Topic | None = None, strict: bool = False, lift: bool = False
) -> Report:
    """Return what is delegated to whom, and whether the delegate answers back."""
    account = account_graph(model, topic=topic, strict=strict, lift=lift)
    sentences = tuple(
        f"{wording.sentence(model, model.lines[row.line])} {_answered(model, row, account)}" for row in rows
    )
    cells = tuple(
        (wording.name(model, row.delegator), wording.name(model, row.delegate), row.matter, row.answers) for row in rows
    )
    table = Table("Delegations", ("Delegator", "Delegate", "Matter", "Answers back"), cells)
    sentences += tuple(no for _, no in denials(model, (Kind.DELEGATES_TO,)))
    nothing = ("The paper states no delegation.",)
    return Report("What is delegated, and who answers for it?", sentences or nothing, (table,) if cells else ())


def _answered(model: Model, row: Delegation, account: AccountGraph) -> str:
    """Return whether and how a delegate answers back, with the clauses."""
    answers = f"{opening(model, [row.delegate])} {agree(model, [row.delegate], 'answers')}"
    by_report = ", by report" if row.by_report else ""
    numbers = [account.graph.number[name] for name in row.through]
    elsewhere = row.answers is Answers.ELSEWHERE
    steps = [(account.graph.number[row.delegate], each) for each in numbers] if elsewhere else pairwise(numbers)
    where = clauses_of(model, dict.fromkeys(key for ends in steps for key in account.steps.keys(*ends)))
    match row.answers:
        case Answers.DIRECTLY:
            return f"{answers} back directly{by_report}{where}."
        case Answers.THROUGH:
            return f"{answers} back through {prose(model, row.through[1:-1])}{by_report}{where}."
        case Answers.ELSEWHERE:
            whom = prose(model, [row.delegator])
            return f"{answers} to {prose(model, row.through)}{where}, and not, as far as the paper states, to {whom}."
        case _:
            plain = wording.called(model, row.delegate)
            return f"The paper does not state to whom {plain} {agree(model, [row.delegate], 'answers')} for it."
