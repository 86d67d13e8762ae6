"""YAML read from its events, so that every value keeps its line and column and nothing recurses.

The reader hands over text and leaves its meaning to the field that gets it: only what is left empty and
a bare `~` are None. Aliases, anchors, tags, merge keys and second documents are refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, NoReturn

from trustgraph.errors import Place, Problem
from trustgraph.formats import syntax
from trustgraph.formats.marks import Entry, Mark, place


class Limits(NamedTuple):
    """How much a file may hold: bytes, levels of nesting, values, and characters in one text."""

    bytes: int = 20_000_000
    depth: int = 64
    values: int = 500_000
    text: int = 20_000


class _Stop(Exception):  # noqa: N818 - it ends the reading and is never seen outside
    """Nothing more can be read."""


class _Level:
    """A map or list that is being read: what it holds so far, and the marks of that.

    The top of the file and its sections hold only the mark of each key: what they hold goes out as entries.
    """

    __slots__ = ("entries", "held", "key", "key_mark", "mapping", "mark", "marks")

    def __init__(self, mark: Mark, mapping: bool, entries: bool) -> None:
        self.mark, self.mapping, self.entries = mark, mapping, entries
        self.held: Any = {} if mapping else []
        self.marks: list[Mark] = []
        self.key: str | None = None
        self.key_mark = mark


class Reader:
    """Reads the entries of a YAML text one by one; what is wrong is collected in `problems`.

    `whole` tells, at the end, whether the text could be read to its end; `trimmed` holds the mark of each
    text that had no-break spaces at its ends.
    """

    def __init__(self, text: str, name: str, limits: Limits) -> None:
        self.text, self.name, self.limits = text, name, limits
        self.problems: list[Problem] = []
        self.trimmed: list[Mark] = []
        self.whole = True

    def entries(self) -> Iterator[Entry]:
        """Yield what stands at the top level, and each card of a section, in the order of the file."""
        import yaml

        try:
            loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(self.text)
            yield from self._entries(loader.get_event)
        except _Stop:
            self.whole = False
        except yaml.YAMLError as error:
            self.whole = False
            self.problems.append(syntax.explain(error, self.text, self.name))

    def _entries(self, next_event: Callable[[], Any]) -> Iterator[Entry]:  # noqa: PLR0912 - one branch an event
        from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

        level = self._top(next_event)
        stack: list[_Level] = []
        marks: dict[int, list[Mark]] = {}
        spaced, longest, most = "\xa0" in self.text, self.limits.text, self.limits.values
        # every value of the file passes here, so what is rare is left to methods
        for _ in range(most + 1):
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                held, mark = event.value, event.start_mark
                if event.tag is not None or event.anchor is not None or len(held) > longest:
                    self._refuse(event)
                if spaced and not event.style:
                    held = self._trim(held, mark)
                if level.key is None and level.mapping:
                    level.key, level.key_mark = held, mark
                    continue
                if not event.style and (not held or held == "~"):
                    held = None
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                stack.append(level)
                level = self._open(event, stack, kind is MappingStartEvent)
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                if not stack:
                    return self._close(next_event)
                held, mark = level.held, level.mark
                marks[id(held)] = level.marks
                level = stack.pop()
            else:
                self._refuse(event)
                held, mark = None, event.start_mark
            if not level.entries:
                self._put(level, held, mark)
            else:
                if (entry := self._entry(level, stack, held, mark, marks)) is not None:
                    yield entry
                marks = {}
        self._stop(f"The file holds more than {most:,} values.", "Split it, or raise the limit.", event.start_mark)

    def _top(self, next_event: Callable[[], Any]) -> _Level:
        """Read up to the first value and return the level the file begins with."""
        from yaml.events import DocumentStartEvent, MappingStartEvent

        next_event()
        started = isinstance(next_event(), DocumentStartEvent)
        event = next_event() if started else None
        if event is None or getattr(event, "value", None) in ("", "~", "null"):
            self.problems.append(Problem("the file is empty.", 'Start with "trustgraph init".', Place(self.name)))
            raise _Stop
        if not isinstance(event, MappingStartEvent):
            self._stop("A model is a map of fields such as 'id: kent'.", 'See "trustgraph init".', event.start_mark)
        self._refuse(event)
        mark: Mark = event.start_mark  # type: ignore[assignment] # PyYAML's stubs let it be missing
        return _Level(mark, mapping=True, entries=True)

    def _open(self, event: Any, stack: list[_Level], mapping: bool) -> _Level:
        """Return the level of a map or list that begins."""
        around = stack[-1]
        self._refuse(event)
        if around.mapping and around.key is None:
            self._stop("A key is a single word.", "Put a text that begins with a bracket in quotes.", event.start_mark)
        if len(stack) >= self.limits.depth:
            self._stop(f"This is nested more than {self.limits.depth} deep.", "Flatten it.", event.start_mark)
        return _Level(event.start_mark, mapping, entries=mapping and len(stack) == 1)

    def _close(self, next_event: Callable[[], Any]) -> None:
        """See that nothing follows the map the file is made of."""
        from yaml.events import StreamEndEvent

        next_event()
        event = next_event()
        if not isinstance(event, StreamEndEvent):
            line = event.start_mark.line + 1
            message = f"A file holds one document only; the second starts on line {line}."
            self._stop(message, "Make it a file of its own.", event.start_mark)

    def _put(self, level: _Level, held: Any, mark: Mark) -> None:
        """Put a value into the map or list it stands in."""
        if not level.mapping:
            level.held.append(held)
            level.marks.append(mark)
            return
        if level.key in level.held:
            self._twice(level, level.marks[2 * list(level.held).index(level.key)])
        else:
            level.held[level.key] = held
            level.marks += (level.key_mark, mark)
        level.key = None

    def _entry(
        self, level: _Level, stack: list[_Level], held: Any, mark: Mark, marks: dict[int, list[Mark]]
    ) -> Entry | None:
        """Return what stands at the top or in a section; None for a section at its end, and for what comes twice."""
        key, level.key = level.key or "", None
        if key in level.held:
            level.key = key
            self._twice(level, level.held[key])
            level.key = None
            return None
        level.held[key] = level.key_mark
        if stack:
            return Entry(stack[0].key or "", stack[0].key_mark, key, level.key_mark, held, mark, marks)
        return None if isinstance(held, dict) else Entry(key, level.key_mark, None, level.key_mark, held, mark, marks)

    def _twice(self, level: _Level, first: Mark) -> None:
        self._note(syntax.twice(level.key or "", first, level.key_mark), "Keep one.", level.key_mark)

    def _trim(self, held: str, mark: Mark) -> str:
        """Return a text without the no-break spaces at its ends, which nobody sees."""
        trimmed = held.strip(" \xa0")
        if trimmed != held:
            self.trimmed.append(mark)
        return trimmed

    def _refuse(self, event: Any) -> None:
        """Note what a value may not be: an alias, anchored, tagged, or too long."""
        if type(event).__name__ == "AliasEvent":
            message = f"The alias '*{event.anchor}' is not supported."
            self._note(message, "Write the value out.", event.start_mark)
        elif event.anchor is not None:
            self._note(f"The anchor '&{event.anchor}' is not supported.", "Take it out.", event.start_mark)
        if getattr(event, "tag", None) is not None:
            self._note(f"The tag '{event.tag}' is not supported.", "Take it out.", event.start_mark)
        if len(getattr(event, "value", "")) > self.limits.text:
            message = f"This text is longer than {self.limits.text:,} characters."
            self._note(message, "Shorten it, or raise the limit.", event.start_mark)

    def _note(self, message: str, remedy: str, mark: Mark) -> None:
        self.problems.append(Problem(message, remedy, place(mark, self.name)))

    def _stop(self, message: str, remedy: str, mark: Mark) -> NoReturn:
        self._note(message, remedy, mark)
        raise _Stop
