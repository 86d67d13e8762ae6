"""Rules of evidence: that what a model states can be looked up."""

from __future__ import annotations

from collections.abc import Iterator

from trustgraph import wording
from trustgraph.model import Model
from trustgraph.records import Evidence, Function, Membership, Record, Relationship, Stated
from trustgraph.rules.norms import Breach, Severity, rule
from trustgraph.views import select
from trustgraph.vocabulary import Basis

# parts of a record that are statements of their own
_PARTS = ("meetings", "quorum", "frequency")


@rule(
    "TG401",
    Severity.WARNING,
    breaks="""
    documents: {paper: {title: Report}}
    bodies:
      board: {name: Board, kind: board, where: 1}
      executive: {name: Executive, kind: executive, where: 2, lines: [{reports_to: board}]}
    """,
    keeps="""
    documents: {paper: {title: Report}}
    bodies:
      board: {name: Board, kind: board, where: 1}
      executive: {name: Executive, kind: executive, where: 2, lines: [{reports_to: board, where: 3}]}
    """,
)
def no_clause(model: Model) -> Iterator[Breach]:
    """What a paper is said to state is cited with its clause.

    Not looked for in a model that lists no paper. Source: the model's own: stated is what can be looked up.
    """
    records: dict[str, Stated] = {**model.by_id, **model.lines, **model.seats}
    records |= {key: function for key, (_, function) in model.functions.items()}
    records |= {claim.id: claim for claim in model.claims}
    for key, record in records.items() if model.documents else ():
        if record.basis is Basis.STATED and not any(evidence.where for evidence in record.evidence):
            message = f"no clause is given for {_what(model, key, record)}."
            yield Breach((key,), message, "Add 'where', or say basis: inferred.")


def _what(model: Model, key: str, record: Stated) -> str:
    """Return what a record states, after a preposition: "the Board", "this: the Executive reports to the Board"."""
    match record:
        case Relationship():
            return f"this: {wording.called(model, record.subject)} {wording.said(model, record)}"
        case Membership():
            who = next(iter(wording.sitters(record)), None)
            if who is None:
                return f"a vacant seat on {wording.called(model, record.body)}"
            return f"this: {wording.called(model, who)} {wording.held(model, record, who).text}"
        case Function():
            body = model.functions[key][0].id
            return f"this: {wording.called(model, body)} {wording.doing(model, record, wording.is_plural(model, body))}"
        case _:
            return wording.called(model, key) if key in model.by_id else f"the claim '{key}'"


@rule(
    "TG403",
    Severity.WARNING,
    breaks="""
    views: {chart: {title: Appendix A}}
    bodies:
      board: {name: Board, kind: board}
      executive: {name: Executive, kind: executive, lines: [{reports_to: board, basis: assumed}]}
    """,
    keeps="""
    views: {chart: {title: Appendix A}}
    bodies:
      board: {name: Board, kind: board}
      executive: {name: Executive, kind: executive, lines: [{reports_to: board}]}
    """,
)
def assumed_line_on_the_chart(model: Model) -> Iterator[Breach]:
    """An official chart, the first that the model declares, shows no line that is only assumed.

    Source: the model's own: a reader takes a line on the chart of a paper for the paper's.
    """
    if not model.views:
        return
    drawn = select(model, model.view())
    shown = {id(line) for line in drawn.relationships}
    for key, line in model.lines.items():
        if line.basis is Basis.ASSUMED and id(line) in shown:
            chart = model.views[0].title or model.views[0].id
            told = f"{wording.called(model, line.subject)} {wording.said(model, line)}"
            message = f"the chart “{chart}” shows what is only assumed: that {told}."
            yield Breach((key,), message, "Find the clause that says so, or leave the line off the chart.")


@rule(
    "TG404",
    Severity.INFO,
    breaks="""
    documents: {paper: {title: Report}, annex: {title: Annex}}
    bodies:
      board: {name: Board, kind: board, document: paper, where: 1}
    """,
    keeps="""
    documents: {paper: {title: Report}, annex: {title: Annex}}
    bodies:
      board:
        name: Board
        kind: board
        evidence: [{document: paper, where: 1}, {document: annex, where: 2}]
    """,
)
def source_never_cited(model: Model) -> Iterator[Breach]:
    """A paper that a model lists as its source is cited in it.

    Source: the model's own: a list of sources tells what it rests on.
    """
    cited = {document.id for each in _cited(model) if (document := model.document(each)) is not None}
    for document in model.documents:
        if document.id not in cited:
            message = f"the paper “{document.title or document.id}” is listed, and nothing cites it."
            yield Breach((document.id,), message, "Cite it, or take it out.")


def _cited(model: Model) -> Iterator[Evidence]:
    """Yield the evidence of every record, and of its parts."""
    records: list[Record] = [*model.bodies, *model.posts, *model.relationships, *model.memberships, *model.claims]
    for record in records:
        own = (record, *getattr(record, "functions", ()), *(getattr(record, part, None) for part in _PARTS))
        for each in own:
            yield from getattr(each, "evidence", ())


@rule(
    "TG405",
    Severity.INFO,
    breaks="""
    documents: {paper: {title: Report, missing: [the chart of Appendix A]}}
    bodies:
      board: {name: Board, kind: board, where: 1}
    """,
    keeps="""
    documents: {paper: {title: Report}}
    bodies:
      board: {name: Board, kind: board, where: 1}
    """,
)
def copy_not_whole(model: Model) -> Iterator[Breach]:
    """The copy of a paper that was read has all that the paper refers to.

    Source: the model's own: what is missing could change what is found.
    """
    for document in model.documents:
        if document.missing:
            message = (
                f"the copy of “{document.title or document.id}” that was read lacks {'; '.join(document.missing)}."
            )
            yield Breach((document.id,), message, "Ask its publisher for what is missing.")
