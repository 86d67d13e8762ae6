"""What a comparison or a finding points at on a chart."""

from __future__ import annotations

from collections.abc import Mapping

from trustgraph.errors import UnknownNameError
from trustgraph.model import Model
from trustgraph.vocabulary import Mark


def marked(model: Model, marks: Mapping[str, Mark | str]) -> dict[str, Mark]:
    """Return the marks of bodies, posts and lines, by key; a seat or a function that is marked marks its body.

    A body is changed by what is added to it or removed. Raises UnknownNameError for a key or mark there is not.
    """
    given = {key: _mark(mark) for key, mark in marks.items()}
    direct = {key: mark for key, mark in given.items() if key in model or key in model.lines}
    for key, mark in given.items():
        if key not in direct:
            direct.setdefault(_body(model, key), mark if mark is Mark.FOUND else Mark.CHANGED)
    return direct


def _mark(word: str) -> Mark:
    known = {str(mark): mark for mark in Mark}
    if word not in known:
        raise UnknownNameError("mark", word, known)
    return known[word]


def _body(model: Model, key: str) -> str:
    """Return the body that a seat or function of this key belongs to."""
    if key in model.seats:
        return model.seats[key].body
    if key in model.functions:
        return model.functions[key][0].id
    raise UnknownNameError("record", key, [*model, *model.lines, *model.seats, *model.functions])
