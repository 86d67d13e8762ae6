"""Who is reached by whom: how many lead to each, from how far, and all that is reached from several starts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def reached(starts: Iterable[int], adjacency: Sequence[Sequence[int]]) -> bytearray:
    """Return 1 for each number that is a start or can be reached from one, else 0, in order."""
    flags = bytearray(len(adjacency))
    waiting = list(starts)
    for start in waiting:
        flags[start] = 1
    # grows as it is gone through
    for number in waiting:
        for target in adjacency[number]:
            if not flags[target]:
                flags[target] = 1
                waiting.append(target)
    return flags


def counts(
    above: Sequence[Sequence[int]], below: Sequence[Sequence[int]], weights: Sequence[int] | None = None
) -> list[int]:
    """Return for each how much weighs what leads to it, each counted once and itself not; each weighs 1 if not said."""
    totals = [0] * len(above)
    for start in range(len(above)):
        weight = weights[start] if weights else 1
        for number in _levels(start, above):
            totals[number] += weight
    return totals


def depths(
    above: Sequence[Sequence[int]], below: Sequence[Sequence[int]], weights: Sequence[int] | None = None
) -> list[int]:
    """Return for each the greatest of the shortest distances from those that lead to it; 0 where nobody does.

    Those that weigh nothing are passed through but are not themselves a start.
    """
    depth = [0] * len(above)
    for start in range(len(above)):
        if not weights or weights[start]:
            for number, steps in _levels(start, above).items():
                depth[number] = max(depth[number], steps)
    return depth


def _levels(start: int, adjacency: Sequence[Sequence[int]]) -> dict[int, int]:
    """Return those reached from start, without it, and in how many steps."""
    steps = {start: 0}
    waiting = [start]
    for number in waiting:
        for target in adjacency[number]:
            if target not in steps:
                steps[target] = steps[number] + 1
                waiting.append(target)
    del steps[start]
    return steps
