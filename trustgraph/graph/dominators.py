"""Whom every line of account passes through: dominators.

After Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm" (Rice University, 2001), from a root that is
made to stand over all apexes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def immediate(above: Sequence[Sequence[int]], below: Sequence[Sequence[int]], apexes: Iterable[int]) -> list[int]:
    """Return for each the nearest other that all its ways to every apex pass through.

    The number `len(above)` stands for the root over the apexes: no single one is passed by all ways. For an apex it is
    always that; for one that reaches no apex it is -1.
    """
    root = len(above)
    apexes = sorted(set(apexes))
    order, rank = _order(below, apexes)
    nearest = [-1] * (root + 1)
    nearest[root] = root
    for apex in apexes:
        nearest[apex] = root
    rank.append(-1)
    fixed, changed = set(apexes), True
    while changed:
        changed = False
        for number in order:
            if number in fixed:
                continue
            common = -1
            for superior in above[number]:
                if nearest[superior] >= 0:
                    common = superior if common < 0 else _meeting(common, superior, nearest, rank)
            if nearest[number] != common:
                nearest[number] = common
                changed = True
    nearest.pop()
    return nearest


def cut_off(
    above: Sequence[Sequence[int]], below: Sequence[Sequence[int]], apexes: Iterable[int]
) -> list[tuple[int, list[int]]]:
    """Return each that is no apex and without whom others reach no apex, in order, and those others, in order."""
    apexes = set(apexes)
    nearest = immediate(above, below, apexes)
    root = len(above)
    cut: dict[int, list[int]] = {}
    for number in range(root):
        passed = nearest[number]
        while -1 < passed < root and passed not in apexes:
            cut.setdefault(passed, []).append(number)
            passed = nearest[passed]
    return sorted(cut.items())


def _meeting(one: int, other: int, nearest: Sequence[int], rank: Sequence[int]) -> int:
    """Return the nearest that both pass through."""
    while one != other:
        while rank[one] > rank[other]:
            one = nearest[one]
        while rank[other] > rank[one]:
            other = nearest[other]
    return one


def _order(below: Sequence[Sequence[int]], apexes: Iterable[int]) -> tuple[list[int], list[int]]:
    """Return those that reach an apex, in reverse postorder of a search downward, and the place of each therein."""
    finished: list[int] = []
    seen = bytearray(len(below))
    for apex in apexes:
        if seen[apex]:
            continue
        seen[apex] = 1
        trail = [(apex, iter(below[apex]))]
        while trail:
            number, targets = trail[-1]
            for target in targets:
                if not seen[target]:
                    seen[target] = 1
                    trail.append((target, iter(below[target])))
                    break
            else:
                finished.append(number)
                trail.pop()
    finished.reverse()
    rank = [-1] * len(below)
    for place, number in enumerate(finished):
        rank[number] = place
    return finished, rank
