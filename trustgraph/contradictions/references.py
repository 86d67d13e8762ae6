"""Every id that is referred to exists, and is a body where a body is due."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from operator import attrgetter
from typing import NamedTuple

from trustgraph.contradictions.fields import given
from trustgraph.errors import Problem, suggestion
from trustgraph.records import Records

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

    ids: frozenset[str]
    bodies: frozenset[str]


def references(records: Records, known: Collection[str] = ()) -> Iterator[Problem]:
    """Yield what refers to nothing, or to a post where a body is due."""
    bodies = frozenset([*map(attrgetter("id"), records.bodies), *known])
    there = Known(bodies.union([post.id for post in records.posts]) if records.posts else bodies, bodies)
    sound = {True: there.bodies | {None}, False: there.ids | {None}}
    for collection, field, body_due in _ONE:
        among = there.bodies if body_due else there.ids
        naming = getattr(records, collection)
        if sound[body_due].issuperset(map(attrgetter(field), naming)):
            continue
        for number, name in given(naming, field):
            if name not in among:
                yield _dangling(name, (collection, number, field), there, body_due)
    for collection, field, body_due in _SEVERAL:
        for number, names in given(getattr(records, collection), field, ()):
            yield from _among(names, (collection, number, field), there, body_due)
    yield from _among(records.apexes, ("apexes",), there, True)
    yield from _parts(records, there)


def _parts(records: Records, there: Known) -> Iterator[Problem]:
    """Yield what the parts of bodies and lines refer to: meetings, quorum, functions."""
    for collection, field in (("bodies", "meetings"), ("relationships", "frequency")):
        for number, meetings in given(getattr(records, collection), field):
            yield from _one(meetings.relative_to, (collection, number, field, "relative_to"), there)
    for number, quorum in given(records.bodies, "quorum"):
        yield from _among(quorum.requires, ("bodies", number, "quorum", "requires"), there, False)
    for number, functions in given(records.bodies, "functions", ()):
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
