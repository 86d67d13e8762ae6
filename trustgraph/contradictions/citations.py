"""Evidence cites a document there is, and says which where there are several."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from trustgraph.errors import Problem, suggestion
from trustgraph.records import Columns, Evidence

Path = tuple[str | int, ...]

_CITING = ("bodies", "posts", "relationships", "memberships", "claims")


def citations(columns: Columns, known: Collection[str] = ()) -> Iterator[Problem]:
    """Yield the evidence that cites no document there is; of `known` documents nothing is said."""
    documents = [document.id for document in columns.records.documents]
    for path, evidence in _all_evidence(columns):
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


def _all_evidence(columns: Columns) -> Iterator[tuple[Path, tuple[Evidence, ...]]]:
    """Yield the evidence of every record and every part of one, with the path to what it is evidence of."""
    for field in _CITING:
        for number, evidence in columns.given(field, "evidence"):
            yield (field, number), evidence
    for collection, name in (("bodies", "meetings"), ("bodies", "quorum"), ("relationships", "frequency")):
        for number, part in columns.given(collection, name):
            yield (collection, number, name), part.evidence
    for number, functions in columns.given("bodies", "functions"):
        for index, function in enumerate(functions):
            yield ("bodies", number, "functions", index), function.evidence
