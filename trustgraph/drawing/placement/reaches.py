"""How far nets reach in the channel between two ranks, and how often two of them cross there."""

from __future__ import annotations

from typing import NamedTuple


class Reach(NamedTuple):
    """Where a net meets the ranks above and below it, and from where to where it leads."""

    uppers: tuple[float, ...]
    lowers: tuple[float, ...]
    low: float
    high: float


def knots(one: Reach, two: Reach) -> int:
    """Return how often two nets cross, whichever of them has the upper track."""
    if one.high <= two.low or two.high <= one.low:
        return 0
    return min(_below(one, two), _below(two, one))


def _below(one: Reach, two: Reach) -> int:
    low, high = two.low, two.high
    count = sum(low < x < high for x in one.lowers)
    low, high = one.low, one.high
    return count + sum(low < x < high for x in two.uppers)
