"""Dates that can be, texts that can be printed, numbers that make sense."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from trustgraph import dates
from trustgraph.characters import UNPRINTABLE, code
from trustgraph.errors import Problem
from trustgraph.frequency import Range
from trustgraph.records import Columns, Record

Path = tuple[str | int, ...]

# how the encoder writes them; a backslash before a b or f in a text is looked at for nothing
_ESCAPED = rb"\\u00[01]|\\[bf]|\x7f|\xc2[\x80-\x84\x86-\x9f]|\xef\xbf[\xbe\xbf]"
_DATED = {
    "documents": ("date",),
    "bodies": ("since", "until"),
    "relationships": ("since", "until"),
    "memberships": ("since", "until"),
    "views": ("as_at",),
    "accepted": ("until",),
}
_DATES = ("as_at", "since", "until", "date")
_MOST = 1_000_000


def spans(columns: Columns) -> Iterator[Problem]:
    """Yield the dates that cannot be, and what ends before it starts."""
    yield from _dates_of(columns.records, ())
    for collection, names in _DATED.items():
        for number in sorted({number for name in names for number, _ in columns.given(collection, name)}):
            yield from _dates_of(getattr(columns.records, collection)[number], (collection, number))


def characters(columns: Columns) -> Iterator[Problem]:
    """Yield the texts that hold a character that cannot be printed, and the names that are empty."""
    for field, name in (("bodies", "name"), ("posts", "title")):
        texts = columns.of(field, name)
        if all(map(str.strip, texts)):
            continue
        for number, text in enumerate(texts):
            if not text.strip():
                message = f"The {name} of '{columns.of(field, 'id')[number]}' is empty."
                yield Problem(message, "Write it as the paper prints it.", path=(field, number, name))
    try:
        # the encoder passes over all text in a few milliseconds; only then is the culprit looked for
        written = msgspec.json.encode([*columns.all()])
        if written.isascii() and b"\x7f" not in written and b"\\" not in written:
            return
        if not re.search(_ESCAPED, written):
            return
    # a lone surrogate, or a number that is told of elsewhere
    except (UnicodeEncodeError, OverflowError):
        pass
    yield from _unprintable(columns.records, ())


def numbers(columns: Columns) -> Iterator[Problem]:
    """Yield the numbers below nothing or beyond all measure, shares outside 0 to 1, ranges upside down."""
    for collection, name in (("bodies", "count"), ("memberships", "seats")):
        for number, found in columns.given(collection, name):
            yield from _range(found, (collection, number, name))
    for collection, name in (("bodies", "meetings"), ("relationships", "frequency")):
        for number, meetings in columns.given(collection, name):
            yield from _range(meetings.per_year, (collection, number, name, "per_year"))
    for number, levels in columns.given("bodies", "levels"):
        for index, level in enumerate(levels):
            yield from _whole(level, ("bodies", number, "levels", index))
    for number, quorum in columns.given("bodies", "quorum"):
        yield from _whole(quorum.number, ("bodies", number, "quorum", "number"))
        yield from _share(quorum.share, ("bodies", number, "quorum", "share"))
    for number, level in columns.given("posts", "level"):
        yield from _whole(level, ("posts", number, "level"))
    for number, view in enumerate(columns.records.views):
        yield from _whole(view.steps, ("views", number, "steps"))


def _share(share: float | None, path: Path) -> Iterator[Problem]:
    # what is no number at all fails this too
    if share is not None and not 0 <= share <= 1:
        yield Problem(f"A share lies between 0 and 1, not {share:g}.", "Write half as 0.5.", path=path)


def _dates_of(record: Record, path: Path) -> Iterator[Problem]:
    sound = {}
    for name in _DATES:
        text = getattr(record, name, None)
        if text is None:
            continue
        if what := dates.problem(text):
            message, _, remedy = what.partition("; write ")
            yield Problem(f"{message}.", f"Write {remedy}." if remedy else "Correct it.", path=(*path, name))
        else:
            sound[name] = text
    if "since" in sound and "until" in sound and dates.starts_after(sound["since"], sound["until"]):
        message = f"It ends ({sound['until']}) before it starts ({sound['since']})."
        yield Problem(message, "Correct one.", path=(*path, "until"))


def _unprintable(value: object, path: Path) -> Iterator[Problem]:
    if isinstance(value, str):
        if match := re.search(UNPRINTABLE, value):
            yield Problem(f"{code(match[0])} cannot appear in a text.", "Delete it.", path=path)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _unprintable(item, (*path, number))
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _unprintable(getattr(value, name), (*path, name))


def _range(found: Range | None, path: Path) -> Iterator[Problem]:
    if found is None:
        return
    yield from _whole(found.least, path)
    if found.most is not None:
        yield from _whole(found.most, path)
        if found.most < found.least:
            message = f"The range runs from {found.least} down to {found.most}."
            yield Problem(message, "Write the smaller number first.", path=path)


def _whole(number: int | None, path: Path) -> Iterator[Problem]:
    if number is not None and not 0 <= number <= _MOST:
        message = "This number is below 0." if number < 0 else f"This number is over {_MOST:,}."
        yield Problem(message, "Correct it.", path=path)
