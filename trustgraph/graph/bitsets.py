"""Reach in graphs that are too dense to walk: a bit for each start, a whole number for each set of starts.

A word of the processor takes in dozens of starts at once, as in Then, Kaufmann, Chirigati and others, "The More the
Merrier: Efficient Multi-Source Graph Traversal" (VLDB, 2014). Starts are taken in blocks, so that the sets stay short.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

BLOCK = 8192


def add_sizes(
    above: Sequence[Sequence[int]], order: Sequence[int], starts: Sequence[int], sizes: Sequence[int], totals: list[int]
) -> None:
    """Add to the total of all that a start leads to its size, each start once; the graph has no circles.

    `order` has each before all it leads to. Each start leads to some, and has a bit for each of its size, so that the
    bits of a set are its total.
    """
    # those that lead to the same stand together, since then a block leads to fewer
    for block in _blocks(sorted(starts, key=lambda start: above[start][0]), sizes):
        sets = [0] * len(above)
        place = 0
        for start in block:
            bits = ((1 << sizes[start]) - 1) << place
            place += sizes[start]
            for target in above[start]:
                sets[target] |= bits
        for number in order:
            reached_by = sets[number]
            if reached_by:
                # no longer needed once passed on
                sets[number] = 0
                totals[number] += reached_by.bit_count()
                for target in above[number]:
                    there = sets[target]
                    # the first to come need not be copied
                    sets[target] = there | reached_by if there else reached_by


def deepen(above: Sequence[Sequence[int]], starts: Sequence[int], heights: Sequence[int], depth: list[int]) -> None:
    """Raise the depth of all that a start leads to, where it is less than the distance and the start's height."""
    for first in range(0, len(starts), BLOCK):
        seen: dict[int, int] = {}
        due: dict[int, dict[int, int]] = {}
        for place, start in enumerate(starts[first : first + BLOCK]):
            seen[start] = due.setdefault(heights[start], {})[start] = 1 << place
        time, moving = 0, due.pop(0, {})
        while moving or due:
            time += 1
            moving = _arrivals(above, moving, seen)
            for number in moving:
                depth[number] = max(depth[number], time)
            for number, bits in due.pop(time, {}).items():
                moving[number] = moving.get(number, 0) | bits


def _arrivals(above: Sequence[Sequence[int]], moving: dict[int, int], seen: dict[int, int]) -> dict[int, int]:
    """Return the bits that get one step further to where they have not been; they have been there now."""
    coming: dict[int, int] = {}
    for number, bits in moving.items():
        for target in above[number]:
            coming[target] = coming.get(target, 0) | bits
    arrived = {}
    for number, bits in coming.items():
        before = seen.get(number, 0)
        fresh = bits & ~before
        if fresh:
            seen[number] = before | fresh
            arrived[number] = fresh
    return arrived


def _blocks(starts: Sequence[int], sizes: Sequence[int]) -> Iterator[list[int]]:
    """Yield the starts in blocks of about as many bits as a set may have."""
    block: list[int] = []
    bits = 0
    for start in starts:
        block.append(start)
        bits += sizes[start]
        if bits >= BLOCK:
            yield block
            block, bits = [], 0
    if block:
        yield block
