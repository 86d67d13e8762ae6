"""Lines through a channel between two ranks."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustgraph.drawing.placement.routing import NEAR, Channel, Net, channel, crossings


def lying_on_one_another(nets: list[Net], routed: Channel) -> list[tuple[int, int]]:
    """Return the pairs of nets of which an upright piece of one lies on one of the other."""
    found = []
    for a, b in combinations(range(len(nets)), 2):
        for above, below in ((a, b), (b, a)):
            one, two = routed.tracks[above], routed.tracks[below]
            near = any(abs(u - w) < NEAR for u in nets[above].uppers for w in nets[below].lowers)
            if near and one and two and one.upper >= two.lower:
                found.append((above, below))
    return found


def test_a_straight_net_needs_no_track() -> None:
    """A net that goes straight down takes no level."""
    assert channel([Net((10,), (10,))]) == Channel((None,), 0)


def test_nets_side_by_side_share_a_level() -> None:
    """Nets that do not meet run at the same height."""
    assert channel([Net((0,), (20,)), Net((100,), (150,))]).levels == 1


@pytest.mark.parametrize("nets", [[Net((0,), (50,)), Net((20,), (70,))], [Net((20,), (70,)), Net((0,), (50,))]])
def test_parallel_nets_do_not_cross(nets: list[Net]) -> None:
    """Of two nets to the right the right one runs above, whichever comes first."""
    routed = channel(nets)
    above, below = sorted(nets, key=lambda net: (track := routed.tracks[nets.index(net)]) is not None and track.upper)
    assert crossings(above, below) == 0


def test_nets_that_change_places_need_two_tracks() -> None:
    """Where each net ends above the other's begin, one goes down in two steps."""
    nets = [Net((0,), (100,)), Net((100,), (0,))]
    routed = channel(nets)
    assert lying_on_one_another(nets, routed) == []
    assert [track.x is None for track in routed.tracks if track] in ([False, True], [True, False])


@st.composite
def crowded(draw: st.DrawFn) -> list[Net]:
    """Return nets whose ends of one side stand at least ten points apart."""
    count = draw(st.integers(1, 12))
    places = st.permutations(range(0, 10 * 2 * count, 10))
    uppers, lowers = draw(places), draw(places)
    combs = draw(st.lists(st.integers(1, 3), min_size=count, max_size=count))
    starts = [sum(combs[:at]) % (2 * count) for at in range(count)]
    return [
        Net((uppers[at],), tuple(dict.fromkeys(lowers[start : start + size] or lowers[-1:])))
        for at, (start, size) in enumerate(zip(starts, combs, strict=True))
        if sum(combs[: at + 1]) <= 2 * count
    ]


@given(crowded())
def test_lines_never_lie_on_one_another(nets: list[Net]) -> None:
    """However the nets are tangled, no two share a piece of way."""
    assert lying_on_one_another(nets, channel(nets)) == []
