"""The records of a model field by field, as they are passed over when all are looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, repeat
from operator import attrgetter, is_
from typing import Any

from msgspec import NODEFAULT
from msgspec.structs import astuple

from trustgraph.records.statements import Record
from trustgraph.records.whole import Records

_TOGETHER = 200
_WORDS = frozenset({"basis", "kind", "tier", "stage", "legal", "level", "topic", "force", "role", "attendance"})


class Columns:
    """The fields of every record by column, made when their collection is first asked for, and kept.

    Records are many: to look at each of their fields in turn takes longer than to read them.
    """

    def __init__(self, records: Records) -> None:
        self.records = records
        self._made: dict[str, _Collection] = {}
        self._numbers: dict[tuple[str, str], list[Any]] = {}

    @cached_property
    def number(self) -> Mapping[str, int]:
        """Where bodies, then posts, stand in the model's order, from 0, by id; of several of one id, the last."""
        ids = [*map(attrgetter("id"), self.records.bodies), *map(attrgetter("id"), self.records.posts)]
        return dict(zip(ids, range(len(ids)), strict=True))

    def numbers(self, collection: str, field: str) -> list[int]:
        """Return the numbers of the bodies or posts whose ids a field holds, without defaults; None for none there."""
        numbers = self._numbers.get((collection, field))
        if numbers is None:
            numbers = self._numbers[collection, field] = list(map(self.number.get, self.of(collection, field)))
        return numbers

    def of(self, collection: str, field: str) -> Sequence[Any]:
        """Return the values of a field, in the order of the records, without those that are its default."""
        return self._collection(collection).values(field)

    def given(self, collection: str, field: str) -> Iterator[tuple[int, Any]]:
        """Yield the same, each with the number of its record."""
        return self._collection(collection).given(field)

    def types(self, collection: str, field: str) -> set[type]:
        """Return the types of the values of a field that holds words; its default's too only beside others."""
        return self._collection(collection).types[field]

    def all(self) -> Iterator[object]:
        """Yield all that is written but for words, and is not left out, collection by collection."""
        for name in self.records.__struct_fields__:
            value = getattr(self.records, name)
            if isinstance(value, tuple) and value and isinstance(value[0], Record):
                runs = self._collection(name).runs
                yield [columns for field, columns in runs.items() if field not in _WORDS]
            else:
                yield value

    def _collection(self, name: str) -> _Collection:
        if name not in self._made:
            self._made[name] = _Collection(getattr(self.records, name))
        return self._made[name]


class _Collection:
    """The columns of one collection, in runs of neighbours, but for runs in which a field is always at its default."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.runs: dict[str, list[tuple[int, tuple[Any, ...]]]] = defaultdict(list)
        self.types: dict[str, set[type]] = defaultdict(set)
        self._values: dict[str, list[Any]] = {}
        # the fields that have a default are the last
        fields, defaults = (records[0].__struct_fields__, records[0].__struct_defaults__) if records else ((), ())
        self._defaults = dict(zip(reversed(fields), reversed(defaults), strict=False))
        for start in range(0, len(records), _TOGETHER):
            columns = zip(*map(astuple, records[start : start + _TOGETHER]), strict=True)
            for field, values in zip(fields, columns, strict=True):
                if not _are_all(values, self._defaults.get(field, NODEFAULT)):
                    self.runs[field].append((start, values))
                    if field in _WORDS:
                        self.types[field].update(map(type, values))

    def values(self, field: str) -> list[Any]:
        """Return the values of a field that are not its default."""
        if field not in self._values:
            if self._defaults.get(field, NODEFAULT) is NODEFAULT:
                self._values[field] = [*chain.from_iterable(values for _, values in self.runs[field])]
            else:
                self._values[field] = [value for _, value in self.given(field)]
        return self._values[field]

    def given(self, field: str) -> Iterator[tuple[int, Any]]:
        """Yield the same, each with the number of its record."""
        default = self._defaults.get(field)
        for start, values in self.runs[field]:
            for number, value in enumerate(values, start):
                if value is not default and value != default:
                    yield number, value


def _are_all(values: tuple[Any, ...], default: object) -> bool:
    """Return whether all are the default itself, and none only equals it, as plain text does a word, or 1 does true."""
    if default is NODEFAULT or values.count(default) != len(values):
        return False
    # to what is empty nothing else is equal, and to count takes less time than to look at each
    return default is None or default == () or all(map(is_, values, repeat(default)))
