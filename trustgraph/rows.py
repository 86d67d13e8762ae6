"""Which row of a chart each box stands in: tiers from the top, and inside a tier who answers below whom.

Independent challengers stand beside the row they speak to. So do outside bodies, but for those that somebody
answers to, which stand above, and those that answer to somebody, which stand below.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from trustgraph.records import Body, Post, Relationship
from trustgraph.vocabulary import Tier


class Rows(NamedTuple):
    """The row of each box, counted from 0 at the top; which stand beside the bands; first and last row of each tier."""

    row: Mapping[str, int]
    beside: frozenset[str]
    bands: Mapping[Tier, tuple[int, int]]


def rows(records: Sequence[Body | Post], lines: Sequence[Relationship]) -> Rows:
    """Return the rows of these boxes; lines that run in a circle order nothing among themselves."""
    spoken = _spoken(lines)
    tiers = _tiers(records, spoken)
    banded: dict[str, int] = {}
    bands: dict[Tier, tuple[int, int]] = {}
    rising = _rising(lines)
    for tier in Tier:
        members = [record.id for record in records if tiers[record.id] is tier]
        if tier is Tier.EXTERNAL or not members:
            continue
        depths = _depths(members, rising)
        first = max((last + 1 for _, last in bands.values()), default=0)
        banded.update({name: first + depth for name, depth in depths.items()})
        bands[tier] = (first, first + max(depths.values()))
    outside = [record for record in records if tiers[record.id] is Tier.EXTERNAL]
    in_bands = set(banded.values())
    row = banded | _outside_rows(outside, banded, spoken, rising)
    # whoever stands above the first band takes row 0
    lift = -min(row.values(), default=0)
    return Rows(
        {name: number + lift for name, number in row.items()},
        frozenset(record.id for record in outside if row[record.id] in in_bands),
        {tier: (first + lift, last + lift) for tier, (first, last) in bands.items()},
    )


def _tiers(records: Sequence[Body | Post], spoken: Mapping[str, Sequence[str]]) -> dict[str, Tier]:
    """Return the tier of each box; a challenger's is external, a post's that of the first body it is tied to."""
    tiers = {record.id: _tier(record) for record in records if isinstance(record, Body)}
    for record in records:
        if isinstance(record, Post):
            tied = (tiers[name] for name in spoken.get(record.id, ()) if name in tiers)
            tiers[record.id] = next(tied, Tier.EXTERNAL)
    return tiers


def _tier(body: Body) -> Tier:
    return Tier.EXTERNAL if _challenges(body) or not body.inside else body.row


def _challenges(record: Body | Post) -> bool:
    return isinstance(record, Body) and record.kind is not None and record.kind.challenger


def _spoken(lines: Iterable[Relationship]) -> dict[str, list[str]]:
    """Return whom each box has lines with: first those it speaks to, then those that speak to it."""
    to: dict[str, list[str]] = {}
    back: dict[str, list[str]] = {}
    for line in lines:
        to.setdefault(line.subject, []).append(line.target)
        back.setdefault(line.target, []).append(line.subject)
    return {name: [*to.get(name, ()), *back.get(name, ())] for name in [*to, *back]}


def _rising(lines: Iterable[Relationship]) -> dict[str, list[str]]:
    """Return, for each box, the boxes that its lines put above it."""
    above: dict[str, list[str]] = {}
    for line in lines:
        if line.kind.rise == 1:
            above.setdefault(line.subject, []).append(line.target)
        elif line.kind.rise == -1:
            above.setdefault(line.target, []).append(line.subject)
    return above


def _depths(members: Sequence[str], rising: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Return how far below the top of its tier each box stands: one more than the lowest of those above it."""
    depths: dict[str, int] = {}
    inside = set(members)
    for start in members:
        # an explicit stack: a line of account may be longer than Python recurses
        stack, open_ = [(start, iter(rising.get(start, ())))], {start}
        while stack:
            name, above = stack[-1]
            waiting = next((up for up in above if up in inside and up not in depths and up not in open_), None)
            if waiting is not None:
                open_.add(waiting)
                stack.append((waiting, iter(rising.get(waiting, ()))))
                continue
            stack.pop()
            open_.discard(name)
            if name not in depths:
                depths[name] = 1 + max((depths[up] for up in rising.get(name, ()) if up in depths), default=-1)
    return depths


def _outside_rows(
    outside: Sequence[Body | Post],
    banded: dict[str, int],
    spoken: Mapping[str, Sequence[str]],
    rising: Mapping[str, Sequence[str]],
) -> dict[str, int]:
    """Return the row of each box outside the bands: -1 stands above the first band."""
    answered_to = {up for name, above in rising.items() if name in banded for up in above}
    row: dict[str, int] = {}
    for record in outside:
        over = [banded[name] for name in rising.get(record.id, ()) if name in banded]
        if not _challenges(record) and record.id in answered_to:
            row[record.id] = -1
        elif not _challenges(record) and over:
            row[record.id] = max(over) + 1
    waiting = [record.id for record in outside if record.id not in row]
    while waiting:
        known = banded | row
        found = {name: max(near, 0) for name in waiting if (near := _nearest(spoken.get(name, ()), known)) is not None}
        row |= found or dict.fromkeys(waiting, 0)
        waiting = [name for name in waiting if name not in row]
    return row


def _nearest(names: Iterable[str], row: Mapping[str, int]) -> int | None:
    """Return the row of the first box spoken to whose row is known."""
    return next((row[name] for name in names if name in row), None)
