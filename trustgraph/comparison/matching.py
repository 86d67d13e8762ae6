"""Which bodies of several arrangements are counterparts: proposals, each with why and how sure, until pinned."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from trustgraph import wording
from trustgraph.comparison.roles import PART, PARTS
from trustgraph.comparison.signs import DOING, KIND, TIER, WORDS, Bearings, Sign, sureness
from trustgraph.model import Model
from trustgraph.records import Body
from trustgraph.vocabulary import BodyKind

# below this a likeness is no match; a second body plays a part of several only where it is nearly as likely
LIKELY, NEARLY = 0.5, 0.1
_DEGREES = ((0.9, "almost certain"), (0.75, "likely"), (0.6, "probable"), (0.0, "possible"))
_PLAIN = {BodyKind.ORGANISATION, BodyKind.COUNCIL, BodyKind.TRUST, None}
# what names are made of and tells no two bodies apart
_COMMON = frozenset(
    "a agency and at board bodies body by children childrens committee council county for group groups in into multi "
    "of on people peoples s strategic sub team the to trust unit with young".split()
)


class Match(NamedTuple):
    """The bodies that play one part in one arrangement, the likeliest first; none, and it has no counterpart.

    `sure` is 0 to 1, 1 for what is pinned, and None where there is nothing to be sure of.
    """

    part: str
    title: str
    model: str
    bodies: tuple[str, ...]
    sure: float | None
    why: tuple[str, ...]
    pinned: bool = False

    @property
    def degree(self) -> str:
        """How sure in words: "pinned", "almost certain", "likely", "probable", "possible", or "no counterpart"."""
        if not self.bodies:
            return "no counterpart, pinned" if self.pinned else "no counterpart found"
        if self.pinned:
            return "pinned"
        return next(word for least, word in _DEGREES if (self.sure or 0) >= least)


Pins = Mapping[tuple[str, str], tuple[str, ...]]


def match(models: Sequence[Model], pins: Pins | None = None) -> tuple[Match, ...]:
    """Return who plays which part in each of several arrangements, by part, then in the order of the models.

    `pins` says so by part and model id, an empty tuple that there is no counterpart; a part of one's own is allowed.
    What plays no part known is matched among the models by kind, tier, functions and the words of its name, and
    named after the first. Parts that nobody plays are left out.
    """
    pins = pins or {}
    found = {model.id: _parts(model, pins) for model in models}
    labels = {part.id: part.title for part in PARTS}
    labels |= {part: part for part, _ in pins if part not in labels}
    taken = {name: {each for row in parts.values() for each in row.bodies} for name, parts in found.items()}
    rows = [
        found[model.id].get(part) or _nobody(part, labels[part], model, taken[model.id])
        for part in labels
        for model in models
    ]
    rows += _rest(models, taken)
    played = {row.part for row in rows if row.bodies}
    return tuple(row for row in rows if row.part in played)


def _nobody(part: str, title: str, model: Model, taken: Container[str] = ()) -> Match:
    names = wording.names(f"“{model[each].name}”" for each in named_for(part, model, taken))
    return Match(part, title, model.id, (), None, (f"nothing but the name speaks for {names}",) if names else ())


def named_for(part: str, model: Model, taken: Container[str]) -> list[str]:
    """Return the bodies that have the name of a part and play none, by id."""
    able = (body for body in model.bodies if body.id not in taken and body.id not in model.context)
    return [body.id for body in able if part in PART and PART[part].inside in (True, None) and _has_name(part, body)]


def _has_name(part: str, body: Body) -> bool:
    # outside, only a single group is one that might be of the arrangement
    is_group = body.inside or not (body.collective or body.kind in (BodyKind.COUNCIL, BodyKind.ORGANISATION))
    return is_group and bool(PART[part].called(body))


def _parts(model: Model, pins: Pins) -> dict[str, Match]:
    """Return who plays each part of one arrangement: as pinned, else each body the part it is likeliest to play."""
    parts: dict[str, Match] = {}
    taken: set[str] = set()
    for (part, name), bodies in pins.items():
        if name == model.id:
            title = PART[part].title if part in PART else part
            parts[part] = Match(part, title, model.id, bodies, 1.0 if bodies else None, ("it is pinned",), pinned=True)
            taken.update(bodies)
    for sure, part, body, why in _ranked(model, taken):
        held = parts.get(part)
        if body in taken or (held is not None and held.pinned):
            continue
        if held is None:
            parts[part] = Match(part, PART[part].title, model.id, (body,), sure, why)
            taken.add(body)
        elif PART[part].several is not False and sure >= (held.sure or 0) - NEARLY and part != "trust":
            parts[part] = held._replace(bodies=(*held.bodies, body), sure=min(sure, held.sure or 0))
            taken.add(body)
    return parts


def _ranked(model: Model, taken: set[str]) -> list[tuple[float, str, str, tuple[str, ...]]]:
    """Return each likely part of each body: how sure, the part, the body and why, the likeliest first."""
    bearings = Bearings(model)
    ranked = []
    for body in model.bodies:
        within = body.within in bearings.outer and not body.functions and not bearings.several(body)
        if body.id in model.context or body.id in taken or within:
            continue
        for part in PARTS:
            signs = [*part.signs(bearings, body)]
            if signs and (sure := sureness(signs)) >= LIKELY:
                ranked.append((sure, part.id, body.id, tuple(sign.why for sign in signs)))
    done = {body.id: len(body.functions) for body in model.bodies}
    ranked.sort(key=lambda each: (-each[0], -done[each[2]]))
    return ranked


def _rest(models: Sequence[Model], taken: Mapping[str, set[str]]) -> Iterator[Match]:
    """Yield matches among bodies of the arrangements that play no part known, each group under its first's name."""
    left = {model.id: list(_left(model, taken[model.id])) for model in models}
    for at, model in enumerate(models):
        for body in left[model.id]:
            group = {model.id: Match(body.name, body.name, model.id, (body.id,), None, ())}
            for other in models[at + 1 :]:
                if best := _best(body, left[other.id]):
                    (sure, signs), twin = best
                    group[other.id] = Match(body.name, body.name, other.id, (twin.id,), sure, signs)
                    left[other.id] = [each for each in left[other.id] if each is not twin]
            if len(group) > 1:
                sure = max(row.sure or 0 for row in group.values())
                first = group[model.id]._replace(sure=sure, why=("the others are like it",))
                yield from (
                    first if each is model else group.get(each.id) or _nobody(body.name, body.name, each)
                    for each in models
                )


def _left(model: Model, taken: set[str]) -> Iterator[Body]:
    for body in model.bodies:
        if body.inside and body.id not in taken and body.id not in model.context and body.kind is not BodyKind.TRUST:
            yield body


def _best(body: Body, others: Iterable[Body]) -> tuple[tuple[float, tuple[str, ...]], Body] | None:
    scored = [(_likeness(body, other), other) for other in others]
    scored = [each for each in scored if each[0][0] >= LIKELY]
    return max(scored, key=lambda each: each[0][0], default=None)


def _likeness(one: Body, other: Body) -> tuple[float, tuple[str, ...]]:
    """Return how sure it is that two bodies are counterparts, and why."""
    signs = []
    if one.kind is other.kind and one.kind not in _PLAIN:
        signs.append(Sign(f"both are of the kind {one.kind.noun}" if one.kind else "", KIND / 2, own=True))
    if one.row is other.row:
        signs.append(Sign(f"both stand in the {one.row} tier", TIER / 2))
    both = {(each.act, each.topic) for each in one.functions} & {(each.act, each.topic) for each in other.functions}
    if both:
        signs.append(Sign("they do some of the same", DOING, own=True))
    if shared := sorted(_words(one) & _words(other)):
        signs.append(Sign(f"both names say “{', '.join(shared)}”", WORDS + 0.1 * (len(shared) - 1), named=True))
    return sureness(signs), tuple(sign.why for sign in signs)


def _words(body: Body) -> set[str]:
    names = " ".join((body.name, *body.aliases)).casefold()
    words = re.findall(r"\w+", re.sub(r"['’]s\b|['’]", "", names))
    return {word.removesuffix("s") if len(word) > 3 else word for word in words} - _COMMON
