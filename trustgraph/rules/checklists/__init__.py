"""Published self-assessments, answered from a model with the evidence of each answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from trustgraph import wording
from trustgraph.errors import UnknownNameError
from trustgraph.model import Model
from trustgraph.records import Stated
from trustgraph.rules.checklists.asking import Checklist, Reply, Verdict
from trustgraph.rules.checklists.suffolk import SUFFOLK
from trustgraph.wording.names import capital

CHECKLISTS = {checklist.name: checklist for checklist in (SUFFOLK,)}


class Answer(NamedTuple):
    """The answer to a question of a checklist: its number there, the question in our words, and why.

    `keys` are the records it rests on, `clauses` where they stand in the paper; there are none for what is not stated.
    """

    number: str
    question: str
    answer: Verdict
    why: str
    keys: tuple[str, ...]
    clauses: tuple[str, ...]


def checklist_of(name: str) -> Checklist:
    """Return the checklist of this name; raises UnknownNameError."""
    if name not in CHECKLISTS:
        raise UnknownNameError("checklist", name, CHECKLISTS)
    return CHECKLISTS[name]


def assess(model: Model, checklist: Checklist) -> tuple[Answer, ...]:
    """Return what a model answers to each question of a checklist, in its order."""
    replies = ((question, question.find(model)) for question in checklist.questions)
    return tuple(
        Answer(
            question.number,
            question.asks,
            reply.verdict,
            f"{capital(reply.why)}.",
            reply.keys,
            tuple(dict.fromkeys(_clauses(model, reply))),
        )
        for question, reply in replies
    )


def _clauses(model: Model, reply: Reply) -> Iterator[str]:
    """Yield where the statements stand on which a reply rests."""
    claims = {claim.id: claim for claim in model.claims}
    for record in reply.cited or [_record(model, key) or claims[key] for key in reply.keys]:
        yield from filter(None, wording.clause(model, record).split("; "))


def _record(model: Model, key: str) -> Stated | None:
    found = model.by_id.get(key) or model.lines.get(key) or model.seats.get(key)
    return found or (model.functions[key][1] if key in model.functions else None)
