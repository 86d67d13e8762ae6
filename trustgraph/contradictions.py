"""The one check of a model: whether its records contradict one another.

Only the impossible is looked for here: two bodies of one id, a line to nothing, a date that cannot be. What
a real arrangement could truly be, however unwise, is left to the rules.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

import msgspec

from trustgraph import dates
from trustgraph.errors import Problem, suggestion
from trustgraph.keys import function_keys, line_keys, seat_keys
from trustgraph.records import Body, Evidence, Post, Record, Records

Path = tuple[str | int, ...]

_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(rb"\\u00[01]|\x7f|\xc2[\x80-\x84\x86-\x9f]|\xef\xbf[\xbe\xbf]")
_COLLECTIONS = ("documents", "bodies", "posts", "relationships", "memberships", "claims", "views", "accepted")
_DATES = ("as_at", "since", "until", "date")


def contradictions(records: Records, known: Collection[str] = ()) -> list[Problem]:
    """Return every contradiction, in the records' order, each with the path to what is wrong.

    `known` holds ids that exist although their records could not be read, so that nothing is said of them.
    """
    ids = {record.id for record in (*records.bodies, *records.posts)}.union(known)
    bodies = {body.id for body in records.bodies}.union(known)
    return [
        *_ids(records),
        *_references(records, ids, bodies),
        *_circles(records.bodies),
        *_dates(records),
        *_evidence(records),
        *_keys(records),
        *_characters(records),
        *_numbers(records),
    ]


def _ids(records: Records) -> Iterator[Problem]:
    """Ids are well formed and, among bodies and posts, and within every other collection, unique."""
    if not _ID.fullmatch(records.id):
        yield _ill_formed(records.id, ("id",))
    named = [(("bodies", number, "id"), body.id) for number, body in enumerate(records.bodies)]
    named += [(("posts", number, "id"), post.id) for number, post in enumerate(records.posts)]
    yield from _duplicates(named)
    for field in ("documents", "claims", "views"):
        yield from _duplicates(
            [((field, number, "id"), item.id) for number, item in enumerate(getattr(records, field))]
        )
    for number, view in enumerate(records.views):
        if view.id == "all":
            yield Problem(
                "No view can be called 'all'.", "That name stands for everything.", path=("views", number, "id")
            )


def _duplicates(named: Iterable[tuple[Path, str]]) -> Iterator[Problem]:
    first: dict[str, Path] = {}
    for path, name in named:
        if not _ID.fullmatch(name):
            yield _ill_formed(name, path)
        if first.setdefault(name, path) != path:
            yield Problem(f"Two records have the id '{name}'.", "Give each its own.", path=path, other=first[name])


def _ill_formed(name: str, path: Path) -> Problem:
    better = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")
    remedy = f"Write '{better}'." if better else "Write a word in small letters."
    return Problem(f"The id '{name}' may only hold small letters, digits and hyphens.", remedy, path=path)


def _references(records: Records, ids: Collection[str], bodies: Collection[str]) -> Iterator[Problem]:
    """Every id that is referred to exists, and is a body where a body is due."""

    def check(path: Path, name: str | None, among: Collection[str] = bodies) -> Iterator[Problem]:
        if name is not None and name not in among:
            yield _dangling(name, path, ids, among is bodies)

    for number, body in enumerate(records.bodies):
        start: Path = ("bodies", number)
        yield from check((*start, "within"), body.within)
        yield from check((*start, "members_of"), body.members_of)
        if body.meetings is not None:
            yield from check((*start, "meetings", "relative_to"), body.meetings.relative_to)
        if body.quorum is not None:
            for index, name in enumerate(body.quorum.requires):
                yield from check((*start, "quorum", "requires", index), name, ids)
        for position, function in enumerate(body.functions):
            for index, name in enumerate(function.on_behalf_of):
                yield from check((*start, "functions", position, "on_behalf_of", index), name)
    for number, post in enumerate(records.posts):
        yield from check(("posts", number, "organisation"), post.organisation)
    for number, line in enumerate(records.relationships):
        start = ("relationships", number)
        if line.subject not in ids:
            yield _dangling(line.subject, (*start, "subject"), ids)
        if line.target not in ids:
            yield _dangling(line.target, (*start, "target"), ids)
        for index, name in enumerate(line.via):
            yield from check((*start, "via", index), name, ids)
        if line.frequency is not None:
            yield from check((*start, "frequency", "relative_to"), line.frequency.relative_to)
    for number, seat in enumerate(records.memberships):
        start = ("memberships", number)
        if seat.body not in bodies:
            yield _dangling(seat.body, (*start, "body"), ids, body_due=True)
        if seat.member is not None and seat.member not in ids:
            yield _dangling(seat.member, (*start, "member"), ids)
        for index, name in enumerate(seat.any_of):
            yield from check((*start, "any_of", index), name, ids)
        for index, name in enumerate(seat.on_behalf_of):
            yield from check((*start, "on_behalf_of", index), name)
    for index, name in enumerate(records.apexes):
        yield from check(("apexes", index), name)
    for number, view in enumerate(records.views):
        yield from check(("views", number, "around"), view.around, ids)
        for field in ("order", "hide"):
            for index, name in enumerate(getattr(view, field)):
                yield from check(("views", number, field, index), name, ids)


def _dangling(name: str, path: Path, ids: Collection[str], body_due: bool = False) -> Problem:
    if body_due and name in ids:
        return Problem(f"'{name}' is a post; a body is due here.", "Name a body.", path=path)
    what = "body" if body_due else "body or post"
    remedy = suggestion(name, ids) or f"Add a {what} with this id, or correct it."
    return Problem(f"No {what} has the id '{name}'.", remedy, path=path, unknown=name)


def _circles(bodies: Iterable[Body]) -> Iterator[Problem]:
    """No body is within itself, directly or through others."""
    outer = {body.id: body.within for body in bodies if body.within is not None}
    for number, body in enumerate(bodies):
        seen: list[str] = []
        at = body.id if body.within is not None else None
        while at is not None and at not in seen:
            seen.append(at)
            at = outer.get(at)
        if at == body.id and body.id == min(seen):
            chain = " within ".join(f"'{name}'" for name in (*seen, at))
            yield Problem(
                f"A body is within itself: {chain}.", "Take one 'within' out.", path=("bodies", number, "within")
            )


def _dates(records: Records) -> Iterator[Problem]:
    """Every date can be, and nothing ends before it starts."""
    yield from _dates_of(records, ())
    for field in _COLLECTIONS:
        for number, record in enumerate(getattr(records, field)):
            if any(getattr(record, name, None) is not None for name in _DATES):
                yield from _dates_of(record, (field, number))


def _dates_of(record: Record, path: Path) -> Iterator[Problem]:
    sound = {}
    for name in _DATES:
        text = getattr(record, name, None)
        if text is None:
            continue
        if what := dates.problem(text):
            yield Problem(f"{what[0].upper()}{what[1:]}.", path=(*path, name))
        else:
            sound[name] = text
    if "since" in sound and "until" in sound and dates.starts_after(sound["since"], sound["until"]):
        yield Problem(
            f"It ends ({sound['until']}) before it starts ({sound['since']}).", "Correct one.", path=(*path, "until")
        )


def _evidence(records: Records) -> Iterator[Problem]:
    """Evidence cites a document there is, and says which where there are several."""
    documents = [document.id for document in records.documents]
    sole = len(documents) == 1

    def check(path: Path, evidence: tuple[Evidence, ...]) -> Iterator[Problem]:
        for index, item in enumerate(evidence):
            if item.document is None and len(documents) > 1:
                message = "The evidence does not say which document it is in."
                yield Problem(
                    message, f"Add 'document', one of: {', '.join(documents)}.", path=(*path, "evidence", index)
                )
            elif item.document is not None and item.document not in documents:
                remedy = suggestion(item.document, documents) or "Add it under 'documents'."
                yield Problem(
                    f"No document has the id '{item.document}'.",
                    remedy,
                    path=(*path, "evidence", index, "document"),
                    unknown=item.document,
                )

    for field in ("bodies", "posts", "relationships", "memberships", "claims"):
        for number, record in enumerate(getattr(records, field)):
            if record.evidence and not (sole and all(item.document is None for item in record.evidence)):
                yield from check((field, number), record.evidence)
    for number, body in enumerate(records.bodies):
        path: Path = ("bodies", number)
        for name in ("meetings", "quorum"):
            if (part := getattr(body, name)) is not None:
                yield from check((*path, name), part.evidence)
        for index, function in enumerate(body.functions):
            yield from check((*path, "functions", index), function.evidence)
    for number, line in enumerate(records.relationships):
        if line.frequency is not None:
            yield from check(("relationships", number, "frequency"), line.frequency.evidence)


def _keys(records: Records) -> Iterator[Problem]:
    """No two lines, seats or functions have one key."""
    pairs = [
        (number, index, body, function)
        for number, body in enumerate(records.bodies)
        for index, function in enumerate(body.functions)
    ]
    keyed: list[tuple[str, list[str], list[Path]]] = [
        (
            "lines",
            line_keys(records.relationships),
            [("relationships", number) for number in range(len(records.relationships))],
        ),
        (
            "seats",
            seat_keys(records.memberships),
            [("memberships", number) for number in range(len(records.memberships))],
        ),
        (
            "functions",
            function_keys([(body, function) for _, _, body, function in pairs]),
            [("bodies", number, "functions", index) for number, index, _, _ in pairs],
        ),
    ]
    for what, keys, paths in keyed:
        if len(set(keys)) == len(keys):
            continue
        remedy = (
            "Give each a different matter."
            if what == "functions"
            else "Give each an id, or make them one with both clauses as evidence."
        )
        first: dict[str, Path] = {}
        for key, path in zip(keys, paths, strict=True):
            if first.setdefault(key, path) != path:
                yield Problem(f"Two {what} read '{key}'.", remedy, path=path, other=first[key])


def _characters(records: Records) -> Iterator[Problem]:
    """No text holds a character that cannot be printed, and no name is empty."""
    for field, name in (("bodies", "name"), ("posts", "title")):
        for number, record in enumerate(getattr(records, field)):
            if not getattr(record, name).strip():
                yield Problem(
                    f"The {name} of '{record.id}' is empty.",
                    "Write it as the paper prints it.",
                    path=(field, number, name),
                )
    try:
        # the encoder passes over all text in a few milliseconds; only then is the culprit looked for
        if not _ESCAPED.search(msgspec.json.encode(records)):
            return
    except UnicodeEncodeError:
        pass
    yield from _unprintable(records, ())


def _unprintable(value: object, path: Path) -> Iterator[Problem]:
    if isinstance(value, str):
        if match := _UNPRINTABLE.search(value):
            yield Problem(f"U+{ord(match[0]):04X} cannot appear in a text.", "Delete it.", path=path)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _unprintable(item, (*path, number))
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _unprintable(getattr(value, name), (*path, name))


def _numbers(records: Records) -> Iterator[Problem]:
    """No count is less than nothing, no share outside 0 to 1, no range upside down."""
    for number, body in enumerate(records.bodies):
        path: Path = ("bodies", number)
        if body.quorum is not None and body.quorum.share is not None and not 0 <= body.quorum.share <= 1:
            yield Problem(
                f"A share lies between 0 and 1, not {body.quorum.share:g}.",
                "Write half as 0.5.",
                path=(*path, "quorum", "share"),
            )
