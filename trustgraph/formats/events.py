"""YAML read from its events, so that every value keeps its line and column and nothing recurses.

The reader hands over text and leaves its meaning to the field that gets it: only what is left empty and
a bare `~` are None. Aliases, anchors, tags, merge keys and second documents are refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NoReturn, Protocol

import msgspec

from trustgraph.errors import Place, Problem
from trustgraph.files import INPUT_MB
from trustgraph.formats import syntax
from trustgraph.formats.limits import Limits
from trustgraph.formats.marks import COMMENT, Mark, Start, Written, place


class Taker(Protocol):
    """Takes what a file holds, piece by piece."""

    def take_field(self, name: str, key_mark: Mark, written: Written) -> None:
        """Take a field of the top level that is no map."""

    def take_card(self, section: str, section_mark: Mark, key: str, written: Written) -> None:
        """Take one card of a section; its mark is that of its key."""


class _Stop(Exception):  # noqa: N818 - it ends the reading and is never seen outside
    """Nothing more can be read."""


class _Level(msgspec.Struct):
    """A map or list that is being read: what it holds so far, and the marks of that; of a map, the key at hand."""

    mark: Mark
    held: Any
    mapping: bool
    marks: list[Mark]
    key_mark: Mark
    key: str | None = None


class Reader:
    """Reads a YAML text and hands over its cards one by one; what is wrong is collected in `problems`.

    `whole` tells, at the end, whether the text could be read to its end; `trimmed` holds the mark of each
    text that had no-break spaces at its ends, `cut` that of each comment that looks like the rest of a text.
    """

    def __init__(self, text: str, name: str, limits: Limits) -> None:
        from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

        self.text, self.name, self.limits = text, name, limits
        self.problems: list[Problem] = []
        self.trimmed: list[Mark] = []
        self.cut: list[Mark] = []
        self.whole = True
        self._values = 0
        self._kinds: tuple[type[Any], ...] = (
            MappingStartEvent,
            MappingEndEvent,
            SequenceStartEvent,
            SequenceEndEvent,
            ScalarEvent,
        )
        # what only some files hold is looked for in the whole text, once
        self._odd = any(sign in text for sign in "&!*\xa0") or ("#" in text and COMMENT.search(text) is not None)

    def read(self, taker: Taker) -> None:
        """Hand over what stands at the top level, and each card of a section, in the order of the file."""
        import yaml

        try:
            loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(self.text)
            self._read(loader.get_event, taker)
        except _Stop:
            self.whole = False
        except yaml.YAMLError as error:
            self.whole = False
            self.problems.append(syntax.explain(error, self.text, self.name))

    def _read(self, next_event: Callable[[], Any], taker: Taker) -> None:
        map_start, *_ = self._kinds
        self._top(next_event)
        for key, mark, event, first in self._entries(next_event):
            if type(event) is map_start:
                self._check_start(event, 1)
                for name, name_mark, value, name_first in self._entries(next_event):
                    held, marks = self._value(next_event, value, 2)
                    if name_first:
                        taker.take_card(key, mark, name, Written(held, name_mark, marks, self.name))
            else:
                held, marks = self._value(next_event, event, 1)
                if first:
                    taker.take_field(key, mark, Written(held, event.start_mark, marks, self.name))
        self._close(next_event)

    def _entries(self, next_event: Callable[[], Any]) -> Iterator[tuple[str, Mark, Any, bool]]:
        """Yield the keys of a map, each with its mark, the first event of its value, and whether it comes first."""
        _, map_end, _, _, scalar = self._kinds
        marks: dict[str, Mark] = {}

        while type(event := next_event()) is not map_end:
            mark: Mark = event.start_mark
            if type(event) is not scalar:
                self._refuse_key(event)
            key = self._look(event) if self._odd else event.value
            first = marks.setdefault(key, mark) is mark
            if not first:
                self._note(syntax.twice(key, marks[key], mark), "Keep one.", mark)
            yield key, mark, next_event(), first
        self._count(len(marks), event.start_mark)

    def _value(self, next_event: Callable[[], Any], event: Any, depth: int) -> tuple[Any, dict[int, list[Mark]]]:
        """Return the value that begins with this event, and the marks of all that it holds."""
        map_start, map_end, list_start, list_end, scalar = self._kinds
        kind = type(event)
        if kind is not map_start and kind is not list_start:
            return self._text(event), {}
        marks: dict[int, list[Mark]] = {}
        stack: list[_Level] = []
        level = self._open(event, kind is map_start, depth)
        while True:
            event = self._pairs(next_event, level, scalar) if level.mapping else next_event()
            kind = type(event)
            if kind is map_start or kind is list_start:
                if level.mapping and level.key is None:
                    self._refuse_key(event)
                stack.append(level)
                level = self._open(event, kind is map_start, depth + len(stack))
            elif kind is map_end or kind is list_end:
                held, mark = level.held, level.mark
                self._count(len(held), mark)
                marks[id(held)] = level.marks
                if not stack:
                    return held, marks
                level = stack.pop()
                self._put(level, held, mark)
            else:
                if level.mapping and level.key is None:
                    self._refuse_key(event)
                self._put(level, self._text(event), event.start_mark)

    def _pairs(self, next_event: Callable[[], Any], level: _Level, scalar: type[Any]) -> Any:
        """Read keys with plain values into a map; return the first event that is none, its key noted."""
        fields, marks, odd, longest = level.held, level.marks, self._odd, self.limits.text
        # nearly all of a file passes here
        while type(event := next_event()) is scalar:
            key, key_mark = event.value if not odd else self._look(event), event.start_mark
            event = next_event()
            if type(event) is not scalar or key in fields:
                level.key, level.key_mark = key, key_mark
                break
            held = event.value
            # a text of one character may be a bare ~
            if odd or not 1 < len(held) <= longest:
                held = self._text(event)
            fields[key] = held
            marks += (key_mark, event.start_mark)
        return event

    def _text(self, event: Any) -> str | None:
        """Return a text, None where there is none."""
        held: str | None = self._look(event)
        return None if held in ("", "~", None) and not getattr(event, "style", "") else held

    def _count(self, more: int, mark: Mark) -> None:
        self._values += more
        if self._values > self.limits.values:
            message = f"The file holds more than {self.limits.values:,} values."
            self._stop(message, f"Split it, or raise the limit with {INPUT_MB}.", mark)

    def _top(self, next_event: Callable[[], Any]) -> None:
        """Read up to the first key of the map the file is made of."""
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

    def _open(self, event: Any, mapping: bool, depth: int) -> _Level:
        """Return the level of a map or list that begins within so many others."""
        self._check_start(event, depth)
        return _Level(event.start_mark, {} if mapping else [], mapping, [], event.start_mark)

    def _check_start(self, event: Any, depth: int) -> None:
        """See that a map or list may begin within so many others."""
        if event.anchor is not None or event.tag is not None:
            self._refuse(event)
        if depth >= self.limits.depth:
            self._stop(f"This is nested more than {self.limits.depth} deep.", "Flatten it.", event.start_mark)

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
            first = level.marks[2 * list(level.held).index(level.key)]
            self._note(syntax.twice(level.key or "", first, level.key_mark), "Keep one.", level.key_mark)
        else:
            level.held[level.key] = held
            level.marks += (level.key_mark, mark)
        level.key = None

    def _refuse_key(self, event: Any) -> NoReturn:
        """Stop at a key that is no text: a map, a list or an alias."""
        opens = type(event).__name__.endswith("StartEvent")
        remedy = "Put a text that begins with a bracket in quotes." if opens else "Write the word itself."
        self._stop("A key is a single word.", remedy, event.start_mark)

    def _look(self, event: Any) -> Any:
        """Return a value's text without the no-break spaces at its ends; note what a value may not be."""
        self._refuse(event)
        held = getattr(event, "value", None)
        if held is None or event.style:
            return held
        trimmed = held.strip(" \xa0")
        if trimmed != held:
            self.trimmed.append(event.start_mark)
        end = event.end_mark
        if comment := COMMENT.match(self.text, end.index):
            self.cut.append(Start(end.line, end.column + len(comment[0]) - 1))
        return trimmed

    def _refuse(self, event: Any) -> None:
        """Note what a value may not be: an alias, anchored, tagged, or too long."""
        if type(event).__name__ == "AliasEvent":
            self._note(f"The alias '*{event.anchor}' is not supported.", "Write the value out.", event.start_mark)
        elif event.anchor is not None:
            self._note(f"The anchor '&{event.anchor}' is not supported.", "Take it out.", event.start_mark)
        if getattr(event, "tag", None) is not None:
            self._note(f"The tag '{event.tag}' is not supported.", "Take it out.", event.start_mark)
        if len(getattr(event, "value", "")) > self.limits.text:
            message = f"This text is longer than {self.limits.text:,} characters."
            self._note(message, "Shorten it.", event.start_mark)

    def _note(self, message: str, remedy: str, mark: Mark) -> None:
        self.problems.append(Problem(message, remedy, place(mark, self.name)))

    def _stop(self, message: str, remedy: str, mark: Mark) -> NoReturn:
        self._note(message, remedy, mark)
        raise _Stop
