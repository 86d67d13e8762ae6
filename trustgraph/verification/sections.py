"""The sections of a paper that a model cites: each from its number or heading to where the next begins."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from trustgraph.verification.sources import COLUMNS, Source, is_number, step

# steps from the whole paper to a section
Path = tuple[str, ...]
# a place in the folded text, and the step that begins there
Start = tuple[int, str]
# a path goes no deeper: what follows is taken for one heading
_DEPTH = 8


class Section(NamedTuple):
    """Where a section starts and ends in the folded text, and the columns of tables that it takes up."""

    start: int
    end: int
    left: int
    right: int


def path(where: str) -> Path:
    """Return the steps of a clause: "Appendix A > 3.2.1 > Membership" has three."""
    return tuple(step(each) for each in where.split(" > ", _DEPTH - 1))


class Sections:
    """Where each of some paths leads, and each part of them.

    A section ends where its parent ends, or where another heading stands by which a path goes on from its parent;
    that of a number ends at the next in its sequence too. Headings in one line head the columns below them. A heading
    that stands several times, as in a list of contents, has several sections. The empty path is the whole paper.
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
        self._sections: dict[Path, list[Section]] = {(): [Section(-1, len(source.text), 0, COLUMNS)]}
        for parent in sorted(steps, key=len):
            self._sections |= {(*parent, name): [] for name in steps[parent]}
            for section in self._sections[parent]:
                self._divide(parent, section, steps[parent])

    def __getitem__(self, which: Path) -> list[Section]:
        """Return where a path leads: sections in order, none overlapping."""
        return self._sections[which]

    def hold(self, which: Path, start: int, end: int) -> bool:
        """Return whether a section to which a path leads holds what stands between two places."""
        sections = self._sections[which]
        index = bisect_right(sections, start, key=lambda section: section.start) - 1
        return index >= 0 and end <= sections[index].end and self._beside(sections[index], start)

    def under(self, place: int) -> Path:
        """Return the path to the section that began last before a place, or () where that has ended."""
        index = bisect_right(self._begun, place, key=lambda each: each[0].start) - 1
        # the whole paper takes up every column
        while not self._beside(self._begun[index][0], place):
            index -= 1
        section, which = self._begun[index]
        return which if place < section.end else ()

    @cached_property
    def _begun(self) -> list[tuple[Section, Path]]:
        begun = [(section, which) for which, sections in self._sections.items() for section in sections]
        return sorted(begun, key=lambda each: (each[0].start, len(each[1])))

    def _beside(self, section: Section, place: int) -> bool:
        return section.left <= self._source.column(place) < section.right

    def _divide(self, parent: Path, whole: Section, steps: Iterable[str]) -> None:
        """Note the sections that begin with these steps in one of the parent's."""
        starts = sorted((place, name) for name in steps for place in self._within(whole, self._places[name]))
        headings = [start for start in starts if not is_number(start[1])]
        columns = dict(zip(headings, self._columns(headings, whole), strict=True))
        for start, end in zip(starts, self._ends(parent, starts, headings, whole.end), strict=True):
            sections = self._sections[*parent, start[1]]
            # a heading said again within its own section starts no other
            if not sections or start[0] >= sections[-1].end:
                sections.append(Section(start[0], end, *columns.get(start, whole[2:])))

    def _within(self, section: Section, places: Sequence[int]) -> list[int]:
        inside = places[bisect_right(places, section.start) : bisect_left(places, section.end)]
        return [place for place in inside if self._beside(section, place)]

    def _ends(self, parent: Path, starts: list[Start], headings: list[Start], last: int) -> list[int]:
        """Return where the section that begins in each of these places ends."""
        line = self._source.line
        lines = [line(place) for place, _ in headings]
        ends = [last] * len(headings)

        def end(place: int, name: str) -> int:
            below = self._below.get((*parent, name), {})
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

    def _columns(self, headings: list[Start], whole: Section) -> list[tuple[int, int]]:
        """Return from which column to before which each heading reaches: to the next in its line."""
        cells = [(self._source.line(place), self._source.column(place), name) for place, name in headings]
        columns = []
        for index, (line, column, name) in enumerate(cells):
            before, after = cells[max(index - 1, 0)], cells[min(index + 1, len(cells) - 1)]
            left = column if before[0] == line and before[1] < column and before[2] != name else whole.left
            right = after[1] if after[0] == line and after[1] > column and after[2] != name else whole.right
            columns.append((left, right))
        return columns
