"""The sections of a paper that a model cites: each from its number or heading to where the next begins."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping

from trustgraph.verification.sources import Source, is_number, step

# steps from the whole paper to a section
Path = tuple[str, ...]
# where a section starts and ends in the folded text
Span = tuple[int, int]
# a path of more is not looked for beyond
_DEPTH = 8


def path(where: str) -> Path:
    """Return the steps of a clause: "Appendix A > 3.2.1 > Membership" has three."""
    return tuple(step(each) for each in where.split(" > ", _DEPTH))


def sections(source: Source, paths: Iterable[Path]) -> Mapping[Path, list[Span]]:
    """Return where each path leads, and each part of a path: sections in order, none overlapping.

    A section ends where its parent ends, where the next number in its sequence stands, or where another of
    the paths goes on from its parent, whichever is first. A heading that stands several times, as in a list of
    contents, has several sections. The empty path is the whole paper.
    """
    steps: dict[Path, dict[str, None]] = {}
    for each in paths:
        for depth, name in enumerate(each):
            steps.setdefault(each[:depth], {})[name] = None
    places = {name: source.occurrences(name) for names in steps.values() for name in names}
    found: dict[Path, list[Span]] = {(): [(0, len(source.text))]}
    for parent in sorted(steps, key=len):
        found |= {(*parent, name): [] for name in steps[parent]}
        for start, end in found[parent]:
            # a section does not contain itself, though its heading may be a word of its parent's
            starts = [
                (place, name)
                for name in steps[parent]
                for place in places[name][bisect_left(places[name], start) : bisect_left(places[name], end)]
                if not parent or place > start
            ]
            for name, span in _divided(source, sorted(starts), end):
                found[*parent, name].append(span)
    return found


def _divided(source: Source, starts: list[tuple[int, str]], end: int) -> list[tuple[str, Span]]:
    """Return the sections that start in these places, in order, of a part of the paper that ends here."""
    ends: list[int] = [0] * len(starts)
    following = [0] * len(starts)
    for index in range(len(starts) - 1, -1, -1):
        place, name = starts[index]
        other = index + 1
        # what belongs to a section that belongs to this one belongs to this one; headings of columns stand side by side
        while other < len(starts):
            if _belongs(starts[other][1], name):
                other = following[other]
            elif source.line(starts[other][0]) == source.line(place):
                other += 1
            else:
                break
        following[index] = other
        ends[index] = source.next_number(name, place, starts[other][0] if other < len(starts) else end)
    divided: dict[str, list[Span]] = {}
    for (place, name), stop in zip(starts, ends, strict=True):
        spans = divided.setdefault(name, [])
        # a heading said again within its own section starts no other
        if not spans or place >= spans[-1][1]:
            spans.append((place, stop))
    return [(name, span) for name, spans in divided.items() for span in spans]


def _belongs(name: str, to: str) -> bool:
    """Return whether one step is another, or a number within it: 3.2.1 within 3.2."""
    return name == to or (is_number(name) and is_number(to) and name.startswith(f"{to}."))
