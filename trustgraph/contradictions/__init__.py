"""The one check of a model: whether its records contradict one another.

Only the impossible is looked for here: two bodies of one id, a line to nothing, a date that cannot be. What
a real arrangement could truly be, however unwise, is left to the rules.

Nearly every record of nearly every model is sound: each check passes over a whole field at once, and looks
closely only at what it finds.
"""

from __future__ import annotations

from collections.abc import Collection

from trustgraph.contradictions.citations import citations
from trustgraph.contradictions.names import circles, ids, keys
from trustgraph.contradictions.references import references
from trustgraph.contradictions.values import characters, numbers, spans
from trustgraph.errors import Problem
from trustgraph.records import Columns


def contradictions(columns: Columns, known: Collection[str] = ()) -> list[Problem]:
    """Return every contradiction, in the order of the records, each with the path to what is wrong.

    `known` holds ids that exist although their records could not be read, so that nothing is said of them.
    """
    return [
        *ids(columns),
        *references(columns, known),
        *circles(columns),
        *spans(columns),
        *citations(columns, known),
        *keys(columns),
        *characters(columns),
        *numbers(columns),
    ]
