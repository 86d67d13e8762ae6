"""Every id that is referred to exists, and is a body where a body is due."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from trustgraph.errors import Problem, suggestion
from trustgraph.records import Columns

Path = tuple[str | int, ...]

# collection -> fields that name a body, or a body or post; a dot leads into a part of the record
_ONE: tuple[tuple[str, str, bool], ...] = (
    ("bodies", "within", True),
    ("bodies", "members_of", True),
    ("posts", "organisation", True),
    ("relationships", "subject", False),
    ("relationships", "target", False),
    ("memberships", "body", True),
    ("memberships", "member", False),
    ("views", "around", False),
)
_SEVERAL: tuple[tuple[str, str, bool], ...] = (
    ("relationships", "via", False),
    ("memberships", "any_of", False),
    ("memberships", "on_behalf_of", True),
    ("views", "order", False),
    ("views", "hide", False),
)


class Known(NamedTuple):
    """The ids there are, and those among them that are bodies'."""

    ids: Collection[str]
    bodies: Collection[str]


def references(columns: Columns, known: Collection[str] = ()) -> Iterator[Problem]:
    """Yield what refers to nothing, or to a post where a body is due."""
    ids: Collection[str] = {*columns.number, *known} if known else columns.number
    there = Known(ids, {*columns.of("bodies", "id"), *known} if columns.records.posts else ids)
    for collection, field, body_due in _ONE:
        among, numbers = there.bodies if body_due else there.ids, columns.numbers(collection, field)
        if None not in numbers and (among is ids or max(numbers, default=0) < len(columns.records.bodies)):
            continue
        for number, name in columns.given(collection, field):
            if name not in among:
                yield _dangling(name, (collection, number, field), there, body_due)
    for collection, field, body_due in _SEVERAL:
        for number, names in columns.given(collection, field):
            yield from _among(names, (collection, number, field), there, body_due)
    yield from _among(columns.records.apexes, ("apexes",), there, True)
    yield from _parts(columns, there)


def _parts(columns: Columns, there: Known) -> Iterator[Problem]:
    """Yield what the parts of bodies and lines refer to: meetings, quorum, functions."""
    for collection, field in (("bodies", "meetings"), ("relationships", "frequency")):
        for number, meetings in columns.given(collection, field):
            yield from _one(meetings.relative_to, (collection, number, field, "relative_to"), there)
    for number, quorum in columns.given("bodies", "quorum"):
        yield from _among(quorum.requires, ("bodies", number, "quorum", "requires"), there, False)
    for number, functions in columns.given("bodies", "functions"):
        for index, function in enumerate(functions):
            path = ("bodies", number, "functions", index, "on_behalf_of")
            yield from _among(function.on_behalf_of, path, there, True)


def _one(name: str | None, path: Path, there: Known) -> Iterator[Problem]:
    if name is not None and name not in there.bodies:
        yield _dangling(name, path, there, True)


def _among(names: Iterable[str], path: Path, there: Known, body_due: bool) -> Iterator[Problem]:
    for index, name in enumerate(names):
        if name not in (there.bodies if body_due else there.ids):
            yield _dangling(name, (*path, index), there, body_due)


def _dangling(name: str, path: Path, there: Known, body_due: bool) -> Problem:
    if body_due and name in there.ids:
        return Problem(f"'{name}' is a post; a body is due here.", "Name a body.", path=path)
    what = "body" if body_due else "body or post"
    remedy = suggestion(name, sorted(there.bodies if body_due else there.ids))
    remedy = remedy or f"Add a {what} with this id, or correct it."
    return Problem(f"No {what} has the id '{name}'.", remedy, path=path, unknown=name)
