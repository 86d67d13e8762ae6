"""Evidence cites a document there is, and says which where there are several."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from operator import attrgetter

from trustgraph.contradictions.references import with_parts
from trustgraph.errors import Problem, suggestion
from trustgraph.records import Evidence, Records

Path = tuple[str | int, ...]

_CITING = ("bodies", "posts", "relationships", "memberships", "claims")


def citations(records: Records, known: Collection[str] = ()) -> Iterator[Problem]:
    """Yield the evidence that cites no document there is; of `known` documents nothing is said."""
    documents = [document.id for document in records.documents]
    for path, evidence in _all_evidence(records):
        for index, item in enumerate(evidence):
            if item.document is None:
                if len(documents) > 1:
                    remedy = f"Add 'document', one of: {', '.join(documents)}."
                    message = "The evidence does not say which document it is in."
                    yield Problem(message, remedy, path=(*path, "evidence", index))
            elif item.document not in documents and item.document not in known:
                remedy = suggestion(item.document, documents) or "Add it under 'documents'."
                message = f"No document has the id '{item.document}'."
                place = (*path, "evidence", index, "document")
                yield Problem(message, remedy, path=place, unknown=item.document)


def _all_evidence(records: Records) -> Iterator[tuple[Path, tuple[Evidence, ...]]]:
    """Yield the evidence of every record and every part of one, with the path to what it is evidence of."""
    for field in _CITING:
        for number, evidence in enumerate(map(attrgetter("evidence"), getattr(records, field))):
            if evidence:
                yield (field, number), evidence
    for number, body in with_parts(records.bodies):
        for name, part in (("meetings", body.meetings), ("quorum", body.quorum)):
            if part is not None and part.evidence:
                yield ("bodies", number, name), part.evidence
        for index, function in enumerate(body.functions):
            yield ("bodies", number, "functions", index), function.evidence
    for number, frequency in enumerate(map(attrgetter("frequency"), records.relationships)):
        if frequency is not None:
            yield ("relationships", number, "frequency"), frequency.evidence
