"""Ids and keys: well formed, each of one record only, and no body within itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import repeat
from operator import add, mul

from trustgraph.errors import Problem
from trustgraph.keys import function_keys, line_keys, seat_keys
from trustgraph.records import Columns
from trustgraph.vocabulary import Kind

Path = tuple[str | int, ...]

_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_ID_BYTES = b"abcdefghijklmnopqrstuvwxyz0123456789-\n"


def ids(columns: Columns) -> Iterator[Problem]:
    """Yield the ids that are not well formed, or not unique among bodies and posts or within their collection."""
    if not _ID.fullmatch(columns.records.id):
        yield _ill_formed(columns.records.id, ("id",))
    for fields in (("bodies", "posts"), ("documents",), ("claims",), ("views",)):
        names = [record.id for field in fields for record in getattr(columns.records, field)]
        apart = columns.number if "bodies" in fields else set(names)
        if len(apart) != len(names) or not _well_formed(names):
            paths = [
                (field, number, "id") for field in fields for number in range(len(getattr(columns.records, field)))
            ]
            yield from _ids_among(names, paths)
    for number, view in enumerate(columns.records.views):
        if view.id == "all":
            message, remedy = "No view can be called 'all'.", "That name stands for everything."
            yield Problem(message, remedy, path=("views", number, "id"))


def keys(columns: Columns) -> Iterator[Problem]:
    """Yield the lines, seats and functions that have the key of another."""
    apart = "Give each an id, or make them one with both clauses as evidence."
    lines, seats = columns.records.relationships, columns.records.memberships
    if not _surely_unlike(columns):
        yield from _clashes(
            "lines", line_keys(lines), [("relationships", number) for number in range(len(lines))], apart
        )
    yield from _clashes("seats", seat_keys(seats), [("memberships", number) for number in range(len(seats))], apart)
    several = [*columns.given("bodies", "functions")]
    pairs = [(columns.records.bodies[number], function) for number, functions in several for function in functions]
    paths = [("bodies", number, "functions", index) for number, functions in several for index in range(len(functions))]
    yield from _clashes("functions", function_keys(pairs), paths, "Give each a different matter.")


def circles(columns: Columns) -> Iterator[Problem]:
    """Yield the bodies that are within themselves, directly or through others; of each circle one."""
    names, within = columns.of("bodies", "id"), [*columns.given("bodies", "within")]
    outer = {names[number]: around for number, around in within}
    numbers = {names[number]: number for number, _ in within}
    settled: set[str] = set()
    for start in outer:
        chain: dict[str, None] = {}
        at: str | None = start
        while at is not None and at not in settled and at not in chain:
            chain[at] = None
            at = outer.get(at)
        if at is not None and at in chain:
            walked = list(chain)
            circle = walked[walked.index(at) :]
            words = " within ".join(f"'{name}'" for name in (*circle, at))
            path = ("bodies", numbers[at], "within")
            yield Problem(f"A body is within itself: {words}.", "Take one 'within' out.", path=path)
        settled.update(chain)


def _well_formed(names: Sequence[str]) -> bool:
    """Return whether all are well formed, judged of all at once."""
    listed = "\n".join(("", *names, ""))
    alone = listed.count("\n") == len(names) + 1 and "\n\n" not in listed and "\n-" not in listed
    return alone and listed.isascii() and not listed.encode().translate(None, _ID_BYTES)


def _ids_among(names: Sequence[str], paths: Sequence[Path]) -> Iterator[Problem]:
    first: dict[str, Path] = {}
    for name, path in zip(names, paths, strict=True):
        if not _ID.fullmatch(name):
            yield _ill_formed(name, path)
        if first.setdefault(name, path) != path:
            yield Problem(f"Two records have the id '{name}'.", "Give each its own.", path=path, other=first[name])


def _ill_formed(name: str, path: Path) -> Problem:
    better = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")
    remedy = f"Write '{better}'." if better else "Write a word in small letters."
    return Problem(f"The id '{name}' may only hold small letters, digits and hyphens.", remedy, path=path)


def _surely_unlike(columns: Columns) -> bool:
    """Return whether no two lines can have one key, without making the keys."""
    kinds = columns.of("relationships", "kind")
    if columns.of("relationships", "id") or Kind.WORKS_WITH in kinds:
        return False
    subjects, targets = columns.numbers("relationships", "subject"), columns.numbers("relationships", "target")
    if None in subjects or None in targets:
        return False
    # nearly all are between different ends, and numbers are sooner told apart than texts
    ends = map(add, map(mul, subjects, repeat(len(columns.number))), targets)
    return len(set(ends)) == len(kinds) or len(set(zip(subjects, kinds, targets, strict=True))) == len(kinds)


def _clashes(what: str, found: Sequence[str], paths: Sequence[Path], remedy: str) -> Iterator[Problem]:
    if len(set(found)) == len(found):
        return
    first: dict[str, Path] = {}
    for key, path in zip(found, paths, strict=True):
        if first.setdefault(key, path) != path:
            yield Problem(f"Two {what} read '{key}'.", remedy, path=path, other=first[key])
