"""Matches that a reviewer has pinned: entries of a file held against the models, and proposals to be pinned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from trustgraph.comparison.matching import Match, Pins
from trustgraph.comparison.roles import PART
from trustgraph.errors import FormatError, Problem, suggestion
from trustgraph.formats.matches import Entry
from trustgraph.model import Model
from trustgraph.records import Body


def pins(entries: Iterable[Entry], models: Sequence[Model]) -> Pins:
    """Return what entries pin, by part and model id; raises FormatError with every problem and its place."""
    entries, known = tuple(entries), {model.id: model for model in models}
    problems = [problem for entry in entries for problem in _problems(entry, known)]
    problems += _twice(entries)
    if problems:
        raise FormatError(problems)
    return {(entry.part, entry.model): entry.bodies for entry in entries}


def _problems(entry: Entry, known: dict[str, Model]) -> Iterator[Problem]:
    # one word that is nearly a part is a slip; more are the name of a part of one's own
    near = suggestion(entry.part, PART) if entry.part not in PART and " " not in entry.part else ""
    if near:
        yield Problem(
            f"there is no part '{entry.part}'.", f"{near} A part of your own needs another name.", entry.place
        )
    model = known.get(entry.model)
    if model is None:
        remedy = suggestion(entry.model, known) or f"Those compared are {', '.join(known)}."
        yield Problem(f"no model '{entry.model}' is compared.", remedy, entry.place)
        return
    for which in entry.bodies:
        if not isinstance(model.by_id.get(which), Body):
            bodies = [body.id for body in model.bodies]
            remedy = suggestion(which, bodies) or f"`trustgraph show {entry.model}` lists its bodies."
            yield Problem(f"{entry.model} has no body '{which}'.", remedy, entry.place)


def _twice(entries: Iterable[Entry]) -> Iterator[Problem]:
    """Yield the bodies that are pinned to two parts."""
    first: dict[tuple[str, str], str] = {}
    for entry in entries:
        for which in entry.bodies:
            part = first.setdefault((entry.model, which), entry.part)
            if part != entry.part:
                message = f"'{which}' of {entry.model} is pinned as '{part}' already."
                yield Problem(message, "Pin each body once.", entry.place)


def pinnable(matches: Iterable[Match]) -> Iterator[tuple[str, str, tuple[str, ...], str]]:
    """Yield each match as it is pinned: its part, model and bodies, and how sure it is as a remark."""
    for row in matches:
        yield row.part, row.model, row.bodies, "" if row.pinned else row.degree
