"""One field of many records at once."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from trustgraph.records import Record


def given(records: Sequence[Record], field: str, default: object = None) -> list[tuple[int, Any]]:
    """Return the values of a field that are not its default, each with the number of its record.

    Fields are seldom given: that none is, is found without a step of Python for each record.
    """
    values = list(map(attrgetter(field), records))
    if values.count(default) == len(values):
        return []
    return [(number, value) for number, value in enumerate(values) if value is not default and value != default]
