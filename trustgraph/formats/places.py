"""The place of each record of a model that was read from a file, by key."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Protocol

from trustgraph.errors import Place
from trustgraph.keys import function_keys, line_keys, seat_keys
from trustgraph.records import Records


class Started(Protocol):
    """The records of a file, and where each starts: its line and column (from 0) packed into one number."""

    @property
    def starts(self) -> Mapping[str, array[int]]:
        """By collection, functions too, in the order of the records."""


class Places(Mapping[str, Place]):
    """Where each record was written, by its key; worked out when first asked for."""

    def __init__(self, name: str, records: Records, started: Started) -> None:
        self._name, self._records, self._started = name, records, started

    def __getitem__(self, key: str) -> Place:
        """Return where the record of this key was written."""
        start = self._by_key[key]
        return Place(self._name, (start >> 32) + 1, (start & 0xFFFFFFFF) + 1)

    def __iter__(self) -> Iterator[str]:
        """Yield the keys of bodies, posts, lines, seats and functions, then of documents, views and claims."""
        return iter(self._by_key)

    def __len__(self) -> int:
        """Return how many records have a place."""
        return len(self._by_key)

    @cached_property
    def _by_key(self) -> dict[str, int]:
        records, starts = self._records, self._started.starts
        functions = [(body, function) for body in records.bodies for function in body.functions]
        keys = {
            "bodies": [body.id for body in records.bodies],
            "posts": [post.id for post in records.posts],
            "relationships": line_keys(records.relationships),
            "memberships": seat_keys(records.memberships),
            "functions": function_keys(functions),
            "documents": [document.id for document in records.documents],
            "views": [view.id for view in records.views],
            "claims": [claim.id for claim in records.claims],
        }
        found: dict[str, int] = {}
        for collection, names in keys.items():
            for key, start in zip(names, starts[collection], strict=True):
                # a document may have the id of a body; the body is meant
                found.setdefault(key, start)
        return found
