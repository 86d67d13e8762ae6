"""Several bodies and posts in a list or a sentence, all those within a collective called by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from trustgraph.model import Model
from trustgraph.records import Body
from trustgraph.wording.names import agreeing, called, capital, is_plural, name, names, spelt

# so many are named in a sentence; of more, the number
_NAMED = 20


def listed(model: Model, ids: Iterable[str]) -> tuple[str, ...]:
    """Return the names of bodies and posts as they stand in a list."""
    return tuple(map(capital, _folded(model, ids, lambda which: name(model, which))))


def prose(model: Model, ids: Iterable[str]) -> str:
    """Return bodies and posts as they stand in a sentence: "the Board and each of the three Groups"."""
    texts = _folded(model, ids, lambda which: called(model, which))
    more = len(texts) - _NAMED
    return names([*texts[:_NAMED], f"{more:,} more"] if more > 0 else texts)


def agree(model: Model, ids: Sequence[str], phrase: str) -> str:
    """Return a phrase whose verb agrees with these bodies and posts: "answers", or "answer" of several."""
    texts = _folded(model, ids, str)
    one = texts[0] if texts[0] in model else None
    return agreeing(phrase, len(texts) > 1 or (one is not None and is_plural(model, one)))


def _folded(model: Model, ids: Iterable[str], call: Callable[[str], str]) -> list[str]:
    """Return what each is called, once; all those within a collective are called by it."""
    ids = dict.fromkeys(ids)
    whole = {outer: inner for outer in _outers(model, ids) if ids.keys() >= {*(inner := _single(model, outer))}}
    outer_of = {each: outer for outer, inner in whole.items() if len(inner) > 1 for each in inner}
    texts: dict[str, None] = {}
    for which in (which for which in ids if which not in outer_of.values()):
        outer = outer_of.get(which)
        texts[call(which) if outer is None else _each(model, outer, len(whole[outer]))] = None
    return [*texts]


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
