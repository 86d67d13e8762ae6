"""Made-up arrangements shaped like real ones, of any size, as the JSON of a model.

Bodies stand in layers, each layer three times as wide as the one above it. Most answer to one body of the layer above,
15 in 100 to two or three; some challenge a body of their own layer; a few stand in planted circles, and a few
answer to nobody. A dense arrangement has several lines of other kinds besides.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from random import Random
from typing import Any

_KINDS = ("board", "executive", "partnership", "delivery_group", "sub_group")
_ACROSS = ("challenges", "advises", "recommends_to", "informs")
_BREADTH = 3
_TWO, _THREE = 0.10, 0.05
_CIRCLES, _ORPHANS, _REPORTS = 0.0005, 0.01, 0.02
# lines across, a body: some lateral challenge, or all kinds of lines
_TIDY, _DENSE = 0.05, 1.6

Line = tuple[int, str, int]


def arrangement(bodies: int, *, dense: bool = False, seed: int = 4) -> dict[str, Any]:
    """Return the records of an arrangement of so many bodies; the same for the same seed."""
    random = Random(seed)
    layers = _layers(bodies)
    lines = [*_upward(layers, random), *_circles(layers, random), *_across(layers, random, _DENSE if dense else _TIDY)]
    return {
        "id": f"{'dense' if dense else 'tidy'}-{bodies}",
        "apexes": [_name(number) for number in layers[0]],
        "bodies": [
            {"id": _name(number), "name": f"Body {number} of the arrangement", "kind": _KINDS[min(depth, 4)]}
            for depth, layer in enumerate(layers)
            for number in layer
        ],
        "relationships": [
            {"subject": _name(subject), "kind": kind, "target": _name(target)}
            for subject, kind, target in dict.fromkeys(lines)
        ],
    }


def as_json(bodies: int, *, dense: bool = False, seed: int = 4) -> str:
    """Return the same as JSON."""
    return json.dumps(arrangement(bodies, dense=dense, seed=seed))


def _name(number: int) -> str:
    return f"body-{number}"


def _layers(bodies: int) -> list[range]:
    """Return the numbers of the bodies of each layer, the apexes first."""
    layers, start, width = [], 0, 1
    while start < bodies:
        layers.append(range(start, min(start + width, bodies)))
        start, width = start + width, width * _BREADTH
    return layers


def _upward(layers: list[range], random: Random) -> Iterator[Line]:
    """Yield the lines of account, each to the layer above; none for the orphans."""
    for upper, layer in pairwise(layers):
        for number in layer:
            chance = random.random()
            if random.random() >= _ORPHANS:
                kind = "reports_to" if random.random() < _REPORTS else "accountable_to"
                superiors = 3 if chance < _THREE else 2 if chance < _THREE + _TWO else 1
                for superior in random.sample(upper, min(superiors, len(upper))):
                    yield number, kind, superior


def _circles(layers: list[range], random: Random) -> Iterator[Line]:
    """Yield planted circles of two to five bodies, each of one layer."""
    for layer in layers[1:]:
        for _ in range(round(len(layer) * _CIRCLES)):
            members = random.sample(layer, min(random.randint(2, 5), len(layer)))
            for one, following in zip(members, [*members[1:], members[0]], strict=True):
                yield one, "accountable_to", following


def _across(layers: list[range], random: Random, share: float) -> Iterator[Line]:
    """Yield lines of other kinds, within a layer from a body to a later one or up to the layer above."""
    for upper, layer in pairwise(layers):
        for _ in range(round(len(layer) * share)):
            one, other = sorted(random.sample(layer, 2))
            kind = random.choice(_ACROSS)
            yield one, kind, other if kind == "challenges" else random.choice(upper)


def thick_as_json(layers: int, width: int) -> str:
    """Return the JSON of layers of so many bodies, each of which answers to all of the layer above."""
    return json.dumps(
        {
            "id": f"thick-{layers}-{width}",
            "bodies": [{"id": _name(number), "name": _name(number)} for number in range(layers * width)],
            "relationships": [
                {"subject": _name(number), "kind": "accountable_to", "target": _name(superior)}
                for number in range(width, layers * width)
                for superior in range(number // width * width - width, number // width * width)
            ],
        }
    )


def seats_as_json(bodies: int, *, seed: int = 4) -> str:
    """Return the JSON of an arrangement of so many bodies with some eight seats each, taken by posts of organisations.

    An organisation is on some sixteen of them.
    """
    random = Random(seed)
    names = [_name(number) for number in range(bodies)]
    organisations = [f"organisation-{number}" for number in range(bodies // 2)]
    posts = {f"post-{number}": random.choice(organisations) for number in range(bodies * 3)}
    known = [*posts]
    seats = dict.fromkeys((random.choice(known), body) for body in names for _ in range(random.randint(4, 12)))
    return json.dumps(
        {
            "id": f"seats-{bodies}",
            "bodies": [{"id": name, "name": name} for name in names]
            + [{"id": name, "name": name, "inside": False} for name in organisations],
            "posts": [{"id": post, "title": post, "organisation": owner} for post, owner in posts.items()],
            "memberships": [{"member": post, "body": body} for post, body in seats],
        }
    )
