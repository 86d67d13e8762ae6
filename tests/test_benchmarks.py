"""What the benchmarks set side by side gives the same answers."""

from __future__ import annotations

import json
from collections import Counter

import pytest

import trustgraph as tg
from tests.benchmarks import peers
from tests.benchmarks.answering import Answers, answers
from tests.benchmarks.governance import as_json, seats_as_json
from trustgraph.formats import loads

DATA = as_json(3000)
MODEL = loads(DATA.encode(), "tidy.json", ".json")
NUMBER = {body.id: number for number, body in enumerate(MODEL.bodies)}
PEERS = answers(json.loads(DATA))


def ours() -> Answers:
    """Return the answers of trustgraph, bodies by their number."""
    cycles, orphans, (profile,) = tg.analysis.cycles(MODEL), tg.analysis.orphans(MODEL), tg.analysis.profile(MODEL)
    return Answers(
        [([NUMBER[name] for name in row.members], len(row.bodies)) for row in cycles if row.kind != "challenge"],
        {NUMBER[row.body]: (str(row.why), [NUMBER[name] for name in row.ends_at]) for row in orphans if row.why},
        [NUMBER[row.body] for row in orphans if row.kind == "report_only"],
        [(NUMBER[row.bodies[0]], NUMBER[row.bodies[1]]) for row in cycles if row.kind == "challenge"],
        [(row.direct, row.total, row.depth) for row in tg.analysis.span(MODEL)],
        Counter(str(line.kind) for line in MODEL.relationships),
        profile.dual,
        (profile.bodies, profile.outside),
        [NUMBER[name] for name in profile.unstated],
        profile.share_stated,
    )


@pytest.mark.parametrize("field", Answers._fields)
def test_networkx_answers_the_same(field: str) -> None:
    """Circles, orphans, spans and the numbers of a profile are those that networkx finds."""
    assert getattr(ours(), field) == getattr(PEERS, field)


def test_the_projection_is_the_interlocks() -> None:
    """The same bodies have the same members in common, and the same share of them."""
    model = loads(seats_as_json(60).encode(), "seats.json", ".json")
    found = {
        (frozenset(row.bodies), str(row.by), frozenset(row.shared), row.jaccard)
        for row in tg.analysis.interlocks(model)
    }
    assert found == {
        (frozenset({one, other}), {by for by, _ in common}.pop(), frozenset(who for _, who in common), weight)
        for one, other, common, weight in peers.projection(model)
    }
