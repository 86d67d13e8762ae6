"""The records of a model field by field, as they are passed over when all are looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec.structs import astuple

from trustgraph.records.statements import Record
from trustgraph.records.whole import Records

_TOGETHER = 200


class Columns:
    """The fields of every record, each a list of its values, made when first asked for and kept.

    Records are many: to look at each of their fields in turn takes longer than to read them.
    """

    def __init__(self, records: Records) -> None:
        self.records = records
        self._made: dict[str, Mapping[str, Sequence[Any]]] = {}

    def of(self, collection: str, field: str) -> Sequence[Any]:
        """Return the values of a field, one for each record of the collection, in their order."""
        if collection not in self._made:
            self._made[collection] = _columns(getattr(self.records, collection))
        # without records there are no columns
        return self._made[collection].get(field, ())

    def given(self, collection: str, field: str, default: object = None) -> Sequence[tuple[int, Any]]:
        """Return the values of a field that are not its default, each with the number of its record."""
        values = self.of(collection, field)
        # fields are seldom given
        if values.count(default) == len(values):
            return ()
        return [(number, value) for number, value in enumerate(values) if value is not default and value != default]


def _columns(records: Sequence[Record]) -> Mapping[str, Sequence[Any]]:
    if not records:
        return {}
    fields = records[0].__struct_fields__
    columns: list[list[Any]] = [[] for _ in fields]
    # a few at a time, while they are at hand
    for start in range(0, len(records), _TOGETHER):
        rows = map(astuple, records[start : start + _TOGETHER])
        for column, values in zip(columns, zip(*rows, strict=True), strict=True):
            column.extend(values)
    return dict(zip(fields, columns, strict=True))
