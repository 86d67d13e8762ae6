"""Fields of a record given other values, as a card has them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from trustgraph.errors import Problem
from trustgraph.formats.cards import Cards
from trustgraph.formats.gathering import Gathering
from trustgraph.formats.marks import Start, Written
from trustgraph.records import Body, Record, Stated
from trustgraph.vocabulary import Basis

Made = TypeVar("Made", bound=Record)

_PARTS = ("meetings", "quorum", "frequency")
# what may change while the paper still says the rest
_REMARKS = frozenset({"id", "note", "basis", "evidence"})


def assumed(record: Made) -> Made:
    """Return a record whose statements are assumptions, as far as they say neither who states them nor where."""
    changed: dict[str, Any] = {}
    if isinstance(record, Stated) and record.basis is Basis.STATED and not record.evidence:
        changed["basis"] = Basis.ASSUMED
    for name in _PARTS:
        if (part := getattr(record, name, None)) is not None:
            changed[name] = assumed(part)
    if isinstance(record, Body) and record.functions:
        changed["functions"] = tuple(map(assumed, record.functions))
    return msgspec.structs.replace(record, **changed) if changed else record


def revised(record: Made, fields: Mapping[str, Any], written: Written | None) -> tuple[Made, list[Problem]]:
    """Return a record with other values in these fields, and what is wrong with them.

    A value of None is taken away. A line or seat that changes is an assumption, unless a paper is cited for it anew.
    """
    gathered = Gathering(written.name if written else "", strict=False)
    at = written or Written(None, Start(0, 0), {}, "")
    prepared = Cards(gathered).prepared(fields, at)
    kept = {name: _listed(getattr(record, name)) for name in record.__struct_fields__}
    if not isinstance(record, Body) and not _REMARKS.issuperset(prepared) and isinstance(record, Stated):
        kept |= {"evidence": (), "basis": Basis.STATED}
    known = {name: value for name, value in kept.items() if name not in prepared}
    made = gathered.explainer.convert(known | prepared, type(record), at)
    problems = gathered.explainer.problems
    if written is None:
        problems = [problem._replace(place=None) for problem in problems]
    return (_assumed_anew(made, prepared) if made is not None else record), problems


def _assumed_anew(record: Made, fields: Mapping[str, Any]) -> Made:
    """Return a record with what was changed in it an assumption where no paper is cited."""
    if isinstance(record, Body):
        sound = assumed(record)
        return msgspec.structs.replace(
            record, **{name: getattr(sound, name) for name in fields if name in sound.__struct_fields__}
        )
    return assumed(record)


def _listed(value: Any) -> Any:
    """Return a value as a file has it: a list for several."""
    return [*value] if isinstance(value, tuple) else value
