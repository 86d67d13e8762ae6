"""How long it takes to tell what changes between two large arrangements, against a deep comparison.

Run it: python -m tests.benchmarks.changes. It leaves with 1 where a limit is missed.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from time import perf_counter

import msgspec
from deepdiff import DeepDiff

from tests.benchmarks.governance import as_json
from trustgraph.comparison.diffing import diff
from trustgraph.formats import loads
from trustgraph.model import Model

BODIES = 20_000
# how many times faster than a deep comparison, and how much longer for twice as many bodies
FASTER, LONGER = 5, 3


def main() -> int:
    """Print what a diff takes, its ratios to a deep comparison and to one of half the size; return 1 on a miss."""
    half, whole = (_versions(bodies) for bodies in (BODIES // 2, BODIES))
    shorter, ours = (_seconds(lambda: diff(*pair)) for pair in (half, whole))  # noqa: B023
    plain = [{body["id"]: body for body in msgspec.to_builtins(model)["bodies"]} for model in whole]
    theirs = _seconds(lambda: DeepDiff(*plain))
    print(f"{BODIES:,} bodies: {ours:.2f} s; deepdiff, of the bodies alone, {theirs:.2f} s = {theirs / ours:.1f} x")
    print(f"twice as many bodies: {ours / shorter:.1f} x as long (limit {LONGER})")
    return int(theirs < FASTER * ours or ours > LONGER * shorter)


def _versions(bodies: int) -> tuple[Model, Model]:
    """Return an arrangement, and one in which each tenth body is renamed and each hundredth line gone."""
    before = loads(as_json(bodies).encode(), "large.json", "json").at({})
    renamed = tuple(
        msgspec.structs.replace(body, name=f"{body.name}, renamed") if number % 10 == 0 else body
        for number, body in enumerate(before.bodies)
    )
    lines = tuple(line for number, line in enumerate(before.relationships) if number % 100)
    return before, before.replace(bodies=renamed, relationships=lines)


def _seconds(run: Callable[[], object]) -> float:
    """Return the seconds of the best of three runs."""
    taken = []
    for _ in range(3):
        gc.collect()
        start = perf_counter()
        run()
        taken.append(perf_counter() - start)
    return min(taken)


if __name__ == "__main__":
    sys.exit(main())
