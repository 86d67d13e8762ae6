"""Several bodies and posts in a list or a sentence, all those within a collective called by its name."""

from __future__ import annotations

from collections.abc import Iterable

from trustgraph.model import Model
from trustgraph.records import Body
from trustgraph.wording.names import agreeing, called, capital, is_plural, name, names, spelt

# so many are named in a sentence; of more, the number
_NAMED = 20


def listed(model: Model, ids: Iterable[str]) -> tuple[str, ...]:
    """Return the names of bodies and posts as they stand in a list."""
    folded = _folded(model, ids).items()
    texts = (_each(model, which, number) if number else name(model, which) for which, number in folded)
    return tuple(dict.fromkeys(map(capital, texts)))


def prose(model: Model, ids: Iterable[str]) -> str:
    """Return bodies and posts as they stand in a sentence: "the Board and each of the three Groups"."""
    folded = [*_folded(model, ids).items()]
    texts = [_each(model, which, number) if number else called(model, which) for which, number in folded[:_NAMED]]
    more = len(folded) - _NAMED
    return names([*dict.fromkeys(texts), f"{more:,} more"] if more > 0 else dict.fromkeys(texts))


def agree(model: Model, ids: Iterable[str], phrase: str) -> str:
    """Return a phrase whose verb agrees with these bodies and posts: "answers", or "answer" of several."""
    folded = _folded(model, ids)
    (which, number), *others = folded.items()
    return agreeing(phrase, bool(others) or (not number and is_plural(model, which)))


def _folded(model: Model, ids: Iterable[str]) -> dict[str, int]:
    """Return these bodies and posts; all the bodies within a collective as one, with their number, which is else 0."""
    ids = dict.fromkeys(ids)
    whole = {outer: inner for outer in _outers(model, ids) if ids.keys() >= {*(inner := _single(model, outer))}}
    outer_of = {each: outer for outer, inner in whole.items() if len(inner) > 1 for each in inner}
    folding, folded = {*outer_of.values()}, dict[str, int]()
    for which in (each for each in ids if each not in folding):
        outer = outer_of.get(which, which)
        folded[outer] = len(whole[outer]) if which in outer_of else 0
    return folded


def _outers(model: Model, ids: Iterable[str]) -> dict[str, None]:
    """Return the collectives that several of these are within, the inmost first."""
    within: dict[str, None] = {}
    for which in ids:
        record = model[which]
        while isinstance(record, Body) and record.within is not None and record.within not in within:
            within[record.within] = None
            record = model[record.within]
    return within


def _single(model: Model, outer: str) -> list[str]:
    """Return the bodies within a collective that are no collectives themselves."""
    return [each for each in model.inner.get(outer, ()) if each not in model.inner]


def _each(model: Model, outer: str, number: int) -> str:
    return f"each of the {spelt(number)} {name(model, outer)}"
