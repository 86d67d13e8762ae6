"""A rule for the models that ship with trustgraph: they quote no more than it takes to find a place."""

from __future__ import annotations

from collections.abc import Iterator

from trustgraph import wording
from trustgraph.model import Model
from trustgraph.records import Stated
from trustgraph.rules.norms import Breach, Severity, rule


@rule(
    "TG402",
    Severity.ERROR,
    breaks="""
    documents: {paper: {title: Report}}
    bodies:
      board: {name: Board, where: 1, quote: the Board meets in the great hall of the castle at noon}
    """,
    keeps="""
    documents: {paper: {title: Report}}
    bodies:
      board: {name: Board, where: 1, quote: the Board meets in the great hall}
    """,
)
def quotation_too_long(model: Model, *, words: int = 8) -> Iterator[Breach]:
    """A quotation has at most eight words: enough to find the place, and no part of the paper that is another's.

    Source: Copyright, Designs and Patents Act 1988, section 30: a quotation is no longer than its purpose requires.
    """
    records: dict[str, Stated] = {**model.by_id, **model.lines, **model.seats}
    records |= {key: function for key, (_, function) in model.functions.items()}
    records |= {claim.id: claim for claim in model.claims}
    for key, record in records.items():
        parts = (getattr(record, part, None) for part in ("meetings", "quorum", "frequency"))
        for each in (record, *(part for part in parts if part is not None)):
            for quote in (evidence.quote or "" for evidence in each.evidence):
                if (number := len(quote.split())) > words:
                    first = " ".join(quote.split()[:words])
                    message = f"the quotation “{first} ...” has {wording.spelt(number)} words."
                    yield Breach((key,), message, f"Quote at most {words}, enough to find the place.")
