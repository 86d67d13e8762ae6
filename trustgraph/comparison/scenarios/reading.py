"""A scenario read from a YAML file, each step and record with its place."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

from trustgraph import files
from trustgraph.comparison.scenarios.making import EXAMPLE, Making
from trustgraph.comparison.scenarios.steps import VERBS, Scenario, Step
from trustgraph.errors import Problem, UnknownNameError, suggestion
from trustgraph.formats import samples, shelf
from trustgraph.formats.cards import SECTIONS
from trustgraph.formats.events import Reader
from trustgraph.formats.limits import usual_limits
from trustgraph.formats.marks import Mark, Start, Written
from trustgraph.formats.text import decode

_TEXTS = ("id", "title", "base", "note")
_FIELDS = (*_TEXTS, "steps")


class Read(NamedTuple):
    """A scenario as far as it could be read, what could not, and the ids of records that could not."""

    scenario: Scenario
    problems: list[Problem]
    unread: set[str]


def scenarios() -> list[str]:
    """Return the names of the scenarios that ship with trustgraph, in order of the alphabet."""
    return sorted(path.stem for path in (shelf() / "scenarios").glob("*.yaml"))


def is_scenario(source: str | Path) -> bool:
    """Return whether a file, or a name, is that of a scenario rather than of a model: whether no bodies stand in it."""
    path = Path(source)
    if isinstance(source, str) and path.name == source and not path.suffix:
        return source in scenarios() or source not in samples()
    if path.suffix.lower() not in (".yaml", ".yml"):
        return False
    data = files.read(path, usual_limits().bytes)
    return re.search(rb"^(?:bodies|posts)[ \t]*:", data, re.MULTILINE) is None


def read_scenario(source: str | Path) -> Read:
    """Return the scenario in a file, or the shipped one of this name.

    Raises FormatError where the file is no text at all, UnknownNameError where no shipped scenario has the name.
    """
    path = Path(source)
    if isinstance(source, str) and path.name == source and not path.suffix:
        if source not in scenarios():
            raise UnknownNameError("scenario", source, scenarios())
        path = shelf() / "scenarios" / f"{source}.yaml"
    limits = usual_limits()
    return scenario_of(files.read(path, limits.bytes), str(path))


def scenario_of(data: bytes, name: str) -> Read:
    """Return the scenario in the bytes of a file; `name` is what messages call it."""
    reader = Reader(decode(data, name), name, usual_limits())
    taker = _Taker(name)
    reader.read(taker)
    read = taker.finish(whole=reader.whole)
    return read._replace(problems=[*reader.problems, *read.problems])


class _Taker:
    """Takes what a scenario file holds: a few texts, and the steps."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.making = Making()
        self._top: dict[str, Any] = {}
        self._marks: dict[int, list[Mark]] = {id(self._top): []}
        self._steps: list[Step] = []

    def take_field(self, name: str, key_mark: Mark, written: Written) -> None:
        """Take a text, or the list of steps."""
        if name == "steps":
            self._top[name] = True
            self._steps = [*self.making.made(written)]
        elif name not in _FIELDS:
            self._unknown(name, written.at(key_mark))
        elif isinstance(written.value, list):
            self._note(written, f"'{name}' must be a text.", "Write a single text.")
        else:
            self._top[name] = written.value
            self._marks[id(self._top)] += (key_mark, written.mark)

    def take_card(self, section: str, section_mark: Mark, key: str, written: Written) -> None:  # noqa: ARG002
        """Refuse a map: nothing at the top of a scenario is one."""
        if section in _FIELDS:
            what = "a list, a hyphen before each step" if section == "steps" else "a text"
            self._note(written, f"'{section}' must be {what}.", EXAMPLE if section == "steps" else "Write one text.")
            self._top.setdefault(section, None if section == "steps" else "unread")
        else:
            self._unknown(section, written.at(section_mark))

    def finish(self, *, whole: bool) -> Read:
        """Return what was read; of a file that is not whole, nothing is missed."""
        top = Written({name: text for name, text in self._top.items() if name in _TEXTS}, Start(0, 0), {}, self.name)
        top = Written(top.value, top.mark, {id(top.value): self._marks[id(self._top)]}, self.name)
        for name in ("id", "steps") if whole else ():
            if not self._top.get(name) and name not in self._top:
                self._note(top, f"A scenario needs '{name}'.", f"Add '{name}'.")
            elif name == "id" and self._top[name] is None:
                self._note(top.inside((name,)), "The id is empty.", "Write a short name.")
        texts = {name: text for name, text in top.value.items() if text is not None}
        scenario = Scenario(**{"id": "unread"} | texts, steps=tuple(self._steps))
        written = self.making.written | {id(scenario): top}
        return Read(scenario.at(written), self.making.problems, self.making.unread)

    def _unknown(self, name: str, written: Written) -> None:
        remedy = suggestion(name, _FIELDS) or f"Write one of: {', '.join(_FIELDS)}."
        if name in SECTIONS:
            remedy = f"Put it under a step: '- add: {{{name}: ...}}'."
        elif name in VERBS:
            remedy = f"Make it a step: '- {name}: ...' under 'steps'."
        self._note(written, f"A scenario has no field '{name}'.", remedy)

    def _note(self, written: Written, message: str, remedy: str) -> None:
        self.making.note(written, message, remedy)
