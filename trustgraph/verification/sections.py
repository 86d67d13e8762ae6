"""The sections of a paper that a model cites: each from its number or heading to where the next begins."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property

from trustgraph.verification.sources import Source, is_number, step

# steps from the whole paper to a section
Path = tuple[str, ...]
# where a section starts and ends in the folded text
Span = tuple[int, int]
# a path goes no deeper: what follows is taken for one heading
_DEPTH = 8


def path(where: str) -> Path:
    """Return the steps of a clause: "Appendix A > 3.2.1 > Membership" has three."""
    return tuple(step(each) for each in where.split(" > ", _DEPTH - 1))


class Sections:
    """Where each of some paths leads, and each part of them.

    A section ends where its parent ends, or where another heading stands by which a path goes on from its parent;
    that of a number ends at the next in its sequence too. A heading that stands several times, as in a list of
    contents, has several sections. The empty path is the whole paper.
    """

    def __init__(self, source: Source, paths: Iterable[Path]) -> None:
        self._source = source
        self._below: dict[Path, dict[str, None]] = {}
        steps: dict[Path, dict[str, None]] = {}
        for each in paths:
            for depth, name in enumerate(each):
                steps.setdefault(each[:depth], {})[name] = None
                self._below.setdefault(each[:depth], {}).update(dict.fromkeys(each[depth:]))
        self._places = {name: source.occurrences(name) for name in self._below.get((), ())}
        self._spans: dict[Path, list[Span]] = {(): [(-1, len(source.text))]}
        for parent in sorted(steps, key=len):
            self._spans |= {(*parent, name): [] for name in steps[parent]}
            for span in self._spans[parent]:
                self._divide(parent, span, steps[parent])

    def __getitem__(self, which: Path) -> list[Span]:
        """Return where a path leads: sections in order, none overlapping."""
        return self._spans[which]

    def under(self, place: int) -> Path:
        """Return the path to the section that began last before a place, or () where that has ended."""
        index = bisect_right(self._begun, place, key=lambda each: each[0][0])
        (_, end), which = self._begun[index - 1]
        return which if place < end else ()

    @cached_property
    def _begun(self) -> list[tuple[Span, Path]]:
        spans = [(span, which) for which, spans in self._spans.items() for span in spans]
        return sorted(spans, key=lambda each: (each[0][0], len(each[1])))

    def _divide(self, parent: Path, span: Span, steps: Iterable[str]) -> None:
        """Note the sections that begin with these steps in one of the parent's."""
        starts = sorted((place, name) for name in steps for place in _between(self._places[name], *span))
        for (place, name), end in zip(starts, self._ends(parent, starts, span[1]), strict=True):
            spans = self._spans[*parent, name]
            # a heading said again within its own section starts no other
            if not spans or place >= spans[-1][1]:
                spans.append((place, end))

    def _ends(self, parent: Path, starts: list[tuple[int, str]], last: int) -> list[int]:
        """Return where the section that begins in each of these places ends."""
        line, headings = self._source.line, [start for start in starts if not is_number(start[1])]
        lines = [line(place) for place, _ in headings]
        ends = [last] * len(headings)

        def end(place: int, name: str) -> int:
            below = self._below.get((*parent, name), {})
            # headings of columns stand side by side, in one line
            for index in range(bisect_right(lines, line(place)), len(headings)):
                if headings[index][1] == name:
                    return ends[index]
                # a heading that a path names below this one is part of it
                if headings[index][1] not in below:
                    return headings[index][0]
            return last

        for index in reversed(range(len(headings))):
            ends[index] = end(*headings[index])
        return [self._source.next_number(name, place, end(place, name)) for place, name in starts]


def _between(places: list[int], after: int, before: int) -> list[int]:
    return places[bisect_right(places, after) : bisect_left(places, before)]
