"""A file of matches: under each part, which body of each model plays it, or none.

board:
  calderdale-model-1: board
  suffolk-2010: board
local:
  calderdale-model-1: none
  suffolk-2010: [ccsg, clusters]
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from trustgraph import files
from trustgraph.errors import FormatError, Place, Problem
from trustgraph.formats.events import Reader
from trustgraph.formats.limits import usual_limits
from trustgraph.formats.marks import Mark, Written, place
from trustgraph.formats.text import decode

NONE = "none"
_HOW = "Write 'board: {kent-2010: trust-board}', or none where it has no counterpart."


class Entry(NamedTuple):
    """One line of the file: which bodies of a model play a part, none of them where it has no counterpart."""

    part: str
    model: str
    bodies: tuple[str, ...]
    place: Place


def read_matches(path: str | Path) -> tuple[Entry, ...]:
    """Return the entries of a file of matches; raises FormatError with every problem and its place."""
    limits = usual_limits()
    text = decode(files.read(path, limits.bytes), str(path))
    reader, taken = Reader(text, str(path), limits), _Entries(str(path))
    reader.read(taken)
    if problems := [*map(_own, reader.problems), *taken.problems]:
        raise FormatError(problems)
    return tuple(taken.entries)


def _own(problem: Problem) -> Problem:
    """Return a problem without what the reader says of models only."""
    if "trustgraph init" not in problem.remedy:
        return problem
    return problem._replace(
        message=problem.message.partition(" such as")[0].removesuffix(".").replace("A model is", "Matches are") + ".",
        remedy=_HOW,
    )


class _Entries:
    """Takes what a file holds, entry by entry."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.entries: list[Entry] = []
        self.problems: list[Problem] = []

    def take_field(self, name: str, key_mark: Mark, written: Written) -> None:  # noqa: ARG002
        """Refuse a part that is no map."""
        self.problems.append(
            Problem(f"'{name}' does not say which body of which model.", _HOW, place(key_mark, self.name))
        )

    def take_card(self, section: str, section_mark: Mark, key: str, written: Written) -> None:  # noqa: ARG002
        """Take which bodies of a model play a part."""
        value = written.value
        listed = value if isinstance(value, list) else [] if value in (None, NONE) else [value]
        if not all(isinstance(each, str) for each in listed):
            self.problems.append(Problem(f"'{key}' does not name a body.", _HOW, written.place))
            return
        self.entries.append(Entry(section, key, tuple(dict.fromkeys(listed)), written.place))


def write_matches(pins: Iterable[tuple[str, str, tuple[str, ...], str]]) -> bytes:
    """Return the bytes of a file of matches: each a part, a model, its bodies, and a remark."""
    lines = ["# Which bodies are counterparts. Change what is not so; what stands here is pinned."]
    last = None
    for part, model, bodies, remark in pins:
        if part != last:
            lines.append(f"{_quoted(part)}:")
            last = part
        value = bodies[0] if len(bodies) == 1 else f"[{', '.join(bodies)}]" if bodies else NONE
        lines.append(f"  {model}: {value}{f'  # {remark}' if remark else ''}")
    return ("\n".join(lines) + "\n").encode()


def _quoted(part: str) -> str:
    """Return a part as a key: its own words in quotes, where they are not an id's."""
    plain = part.replace("-", "").isalnum() and part.isascii() and part == part.casefold()
    return part if plain else "'" + part.replace("'", "''") + "'"
