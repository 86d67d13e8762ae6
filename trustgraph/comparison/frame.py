"""The frame that the charts of a comparison have in common: one model whose bodies are the parts that bodies play."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from trustgraph.comparison.comparing import Comparison
from trustgraph.comparison.matching import Match
from trustgraph.comparison.roles import PART
from trustgraph.model import Model
from trustgraph.records import Body, Relationship
from trustgraph.vocabulary import BodyKind, Family, Kind

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# what passes between bodies; advice and composition would hide who answers to whom
FAMILIES = (Family.ACCOUNTABILITY, Family.REPORTING, Family.CHALLENGE, Family.COMMISSIONING)

Joint = tuple[str, str, Family]


class Slot(NamedTuple):
    """The place of one part: the letter it goes by, its title, and who plays it, by model id."""

    letter: str
    title: str
    bodies: Mapping[str, tuple[str, ...]]


class Frame(NamedTuple):
    """What the charts have in common: a model of the parts with the lines of all, and what each part is, by its id.

    `keys` are the lines of each model between two parts, by family, by model id.
    """

    model: Model
    slots: Mapping[str, Slot]
    keys: Mapping[str, Mapping[Joint, tuple[str, ...]]]


def frame(comparison: Comparison) -> Frame:
    """Return the frame of a comparison: the parts that a line joins, or that are played within an arrangement."""
    rows: dict[str, list[Match]] = {}
    for row in comparison.matches:
        rows.setdefault(row.part, []).append(row)
    ids = {part: f"part-{number}" for number, part in enumerate(rows, 1)}
    played = {
        model.id: {body: ids[row.part] for row in comparison.matches if row.model == model.id for body in row.bodies}
        for model in comparison.models
    }
    keys = {model.id: dict(_joined(model, played[model.id])) for model in comparison.models}
    joined = {end for lines in keys.values() for subject, target, _ in lines for end in (subject, target)}
    bodies = {ids[part]: _body(comparison, ids[part], held) for part, held in rows.items()}
    parts = {which: part for part, which in ids.items()}
    kept = [which for which, body in bodies.items() if _is_drawn(rows[parts[which]], body, which in joined)]
    slots = {which: _slot(number, rows[parts[which]]) for number, which in enumerate(kept)}
    model = Model(
        id="comparison",
        bodies=tuple(bodies[which] for which in kept),
        relationships=tuple(dict.fromkeys(_lines(comparison, keys, slots))),
    )
    return Frame(model, slots, keys)


def _joined(model: Model, played: Mapping[str, str]) -> Iterator[tuple[Joint, tuple[str, ...]]]:
    """Yield the lines of a model between two parts."""
    found: dict[Joint, list[str]] = {}
    for key, line in model.lines.items():
        if line.kind.family in FAMILIES and not line.denied:
            for subject in _ends(model, line.subject, played):
                for target in _ends(model, line.target, played):
                    if subject != target:
                        found.setdefault((subject, target, line.kind.family), []).append(key)
    yield from ((joint, tuple(keys)) for joint, keys in found.items())


def _ends(model: Model, end: str, played: Mapping[str, str]) -> tuple[str, ...]:
    """Return the parts of a body, and of those within it, for which its lines hold too."""
    within = (each for each in model.inner.get(end, ()))
    return tuple(dict.fromkeys(played[each] for each in (end, *within) if each in played))


def _body(comparison: Comparison, which: str, rows: list[Match]) -> Body:
    """Return the body that stands for a part: like the first that plays it, with the longest of their names."""
    models = {model.id: model for model in comparison.models}
    records = [models[row.model][body] for row in rows for body in row.bodies]
    played = [record for record in records if isinstance(record, Body)]
    name = max((record.name for record in played), key=len)
    first = played[0]
    return Body(id=which, name=name, kind=first.kind, tier=first.tier, inside=first.inside)


def _is_drawn(rows: list[Match], body: Body, joined: bool) -> bool:
    """Return whether a part has a place: one of any arrangement, or pinned, that a line joins or that is within it."""
    known = rows[0].part in PART or any(row.pinned for row in rows)
    return known and (joined or (body.inside and body.kind is not BodyKind.TRUST))


def _slot(number: int, rows: list[Match]) -> Slot:
    letter = _LETTERS[number % 26] * (number // 26 + 1)
    return Slot(letter, rows[0].title, {row.model: row.bodies for row in rows if row.bodies})


def _lines(
    comparison: Comparison, keys: Mapping[str, Mapping[Joint, tuple[str, ...]]], slots: Mapping[str, Slot]
) -> Iterator[Relationship]:
    """Yield a line for each kind that joins two parts in any arrangement."""
    for model in comparison.models:
        for (subject, target, _), held in keys[model.id].items():
            if subject not in slots or target not in slots:
                continue
            kinds: dict[Kind, None] = dict.fromkeys(model.lines[key].kind for key in held)
            yield from (Relationship(subject=subject, kind=kind, target=target) for kind in kinds)
