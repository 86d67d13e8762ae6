"""Everything a model states, each with what it is called by and where it was written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from trustgraph.errors import Place
from trustgraph.model import Model
from trustgraph.records import Record, Stated

# parts of a record that are statements of their own
_PARTS = ("functions", "meetings", "quorum", "frequency")


class Statement(NamedTuple):
    """A record that can cite its evidence: `key` is that of the model, a part's with what it is ("board meetings")."""

    key: str
    record: Stated
    place: Place | None


def statements(model: Model) -> Iterator[Statement]:
    """Yield every statement of a model: bodies, functions, posts, lines, seats and claims, with their parts."""
    functions = {key: function for key, (_, function) in model.functions.items()}
    keyed: list[tuple[str, Stated]] = [
        *model.by_id.items(),
        *functions.items(),
        *model.lines.items(),
        *model.seats.items(),
    ]
    keyed += [(claim.id, claim) for claim in model.claims]
    for key, record in keyed:
        place = model.places.get(key)
        yield Statement(key, record, place)
        for part in _PARTS[1:]:
            if (stated := getattr(record, part, None)) is not None:
                yield Statement(f"{key} {part}", stated, place)


def texts(model: Model) -> Iterator[tuple[str, Place | None, str]]:
    """Yield every text of a model with the key and the place of the record it is in."""
    for key, record, place in statements(model):
        yield from ((key, place, text) for text in _texts(_own(record)))
    for other in (*model.documents, *model.views, *model.accepted):
        key = str(getattr(other, "id", None) or getattr(other, "rule", ""))
        yield from ((key, model.places.get(key), text) for text in _texts(_own(other)))
    file = next((Place(place.file) for place in model.places.values()), None)
    fields = [getattr(model, field) for field in model.__struct_fields__]
    yield from ((model.id, file, text) for text in fields if isinstance(text, str))


def _own(record: Record) -> dict[str, Any]:
    return {field: value for field, value in msgspec.to_builtins(record).items() if field not in _PARTS}


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)
