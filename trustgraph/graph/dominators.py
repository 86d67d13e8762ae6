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
    root, apexes = len(above), set(apexes)
    order = _order(below, apexes)
    # places in the order, the root before all
    rank = [-1] * (root + 1)
    for place, number in enumerate(order):
        rank[number] = place
    nearest = [-1] * (root + 1)
    nearest[root] = root
    merging = []
    for number in order:
        if number in apexes:
            nearest[number] = root
        elif len(above[number]) == 1:
            nearest[number] = above[number][0]
        else:
            merging.append(number)
            nearest[number] = _nearest(above[number], nearest, rank)
    # circles may take another round
    changed = True
    while changed:
        changed = False
        for number in merging:
            found = _nearest(above[number], nearest, rank)
            if nearest[number] != found:
                nearest[number], changed = found, True
    return nearest[:root]


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


def _nearest(superiors: Sequence[int], nearest: Sequence[int], rank: Sequence[int]) -> int:
    """Return what all the ways over these superiors pass through, as far as is known."""
    common = -1
    for superior in superiors:
        one = superior
        if nearest[one] < 0:
            continue
        if common < 0:
            common = one
        while one != common:
            if rank[one] > rank[common]:
                one = nearest[one]
            else:
                common = nearest[common]
    return common


def _order(below: Sequence[Sequence[int]], apexes: Iterable[int]) -> list[int]:
    """Return those that reach an apex, in reverse postorder of a search downward."""
    finished: list[int] = []
    seen = bytearray(len(below))
    waiting = sorted(apexes, reverse=True)
    while waiting:
        number = waiting.pop()
        if number < 0:
            finished.append(~number)
        elif not seen[number]:
            seen[number] = 1
            if below[number]:
                waiting.append(~number)
                waiting.extend(below[number])
            else:
                finished.append(number)
    finished.reverse()
    return finished
