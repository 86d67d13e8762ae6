"""A model read from YAML cards."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from trustgraph.contradictions import contradictions
from trustgraph.errors import FormatError, ModelError, Place, Problem
from trustgraph.formats.cards import Cards
from trustgraph.formats.events import Limits, Reader
from trustgraph.formats.marks import Path, Written
from trustgraph.formats.places import Places
from trustgraph.formats.text import decode
from trustgraph.model import Model
from trustgraph.records import Records


def read_yaml(data: bytes, name: str, limits: Limits) -> Model:
    """Return the model of a YAML file; raises FormatError or ModelError with every problem and its place."""
    text = decode(data, name)
    reader, cards = Reader(text, name, limits), Cards(name)
    top = _gather(reader, cards)
    if top is None or reader.problems or cards.problems:
        raise _refusal(text, name, limits)
    try:
        model = Model(**_fields(top, cards))
    except ModelError:
        raise _refusal(text, name, limits) from None
    return model.at(Places(name, Records(**_fields(top, cards)), cards.starts))


def _gather(reader: Reader, cards: Cards) -> Records | None:
    for entry in reader.entries():
        cards.take(entry)
    return cards.finish()


def _fields(top: Records, cards: Cards) -> dict[str, Any]:
    return msgspec.structs.asdict(top) | {name: tuple(records) for name, records in cards.records.items()}


def _refusal(text: str, name: str, limits: Limits) -> FormatError | ModelError:
    """Read once more, keeping what was written, so that every problem can be told with its place."""
    reader, cards = Reader(text, name, limits), Cards(name, keep=True)
    top = _gather(reader, cards)
    unreadable = [*reader.problems, *cards.problems]
    contradicting: list[Problem] = []
    # where the rest could not be read, what is missing may well stand there
    if reader.whole:
        records = Records(**_fields(top or Records(id="unread"), cards))
        contradicting = [_placed(problem, cards) for problem in contradictions(records, cards.unread)]
    problems = ordered([*unreadable, *contradicting], {problem.place for problem in reader.problems})
    return FormatError(problems) if unreadable else ModelError(problems)


def _placed(problem: Problem, cards: Cards) -> Problem:
    """Return a problem of the model with the place of what it is about, and the line of what it clashes with."""
    message = problem.message
    if problem.other:
        message += f" The first is on line {_written(problem.other, cards).place.line}."
    return problem._replace(message=message, place=_written(problem.path, cards).place)


def _written(path: Path, cards: Cards) -> Written:
    if len(path) > 1 and (str(path[0]), path[1]) in cards.written:
        return cards.written[str(path[0]), int(path[1])].inside(path[2:])
    return cards.written_top.inside(path)


def ordered(problems: Iterable[Problem], closed: set[Place | None]) -> list[Problem]:
    """Return the problems by place, each once; at a closed place only the first, from which the others follow."""
    kept: list[Problem] = []
    for problem in dict.fromkeys(problems):
        if problem.place not in closed or all(problem.place != other.place for other in kept):
            kept.append(problem)
    return sorted(
        kept, key=lambda problem: (problem.place.line or 0, problem.place.column or 0) if problem.place else (0, 0)
    )
