"""JSON read with the line and column of every value, slowly: for the places, once something asks for them."""

from __future__ import annotations

import json
import math
import re
from bisect import bisect_right
from typing import Any, NoReturn

from trustgraph.errors import Problem
from trustgraph.formats.marks import Mark, Start, Written, place
from trustgraph.formats.syntax import twice

_TOKEN = re.compile(
    r"""[ \t\r\n]*(?:(?P<sign>[{}\[\],:])|(?P<text>"(?:[^"\\\x00-\x1f]|\\.)*")"""
    r"""|(?P<number>-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])|(?P<word>true|false|null)\b)"""
)
_BLANK = re.compile(r"[ \t\r\n]*")
_WORDS = {"true": True, "false": False, "null": None}
_DIGITS = 18
_VALUE, _VALUE_OR_END, _KEY, _KEY_OR_END, _COLON, _NEXT = (
    "a value",
    "a value or ]",
    "a field's name in double quotes",
    "a field's name in double quotes, or }",
    "a colon",
    "a comma or the closing bracket",
)


class _Stop(Exception):  # noqa: N818 - it ends the reading and is never seen outside
    """Nothing more can be read."""


class _Level:
    """A map or list that is being read."""

    __slots__ = ("held", "key", "key_mark", "mark", "marks")

    def __init__(self, held: Any, mark: Mark) -> None:
        self.held, self.mark = held, mark
        self.marks: list[Mark] = []
        self.key = ""
        self.key_mark = mark


class Scanner:
    """Reads a JSON text; what is wrong is collected in `problems`.

    `whole` tells whether the text could be read to its end.
    """

    def __init__(self, text: str, name: str, depth: int) -> None:
        self.text, self.name, self.depth = text, name, depth
        self.problems: list[Problem] = []
        self.whole = True
        self._line_starts = [0, *(match.end() for match in re.finditer(r"\r\n?|\n", text))]
        self._stack: list[_Level] = []
        self._marks: dict[int, list[Mark]] = {}
        self._due = _VALUE
        self._top: Any = None

    def scan(self) -> Written:
        """Return all that is written in the text, as far as it could be read."""
        try:
            self._tokens()
        except _Stop:
            self.whole = False
            # what stands in the brackets left open is still worth a look
            while self._stack:
                self._end()
        return Written(self._top, Start(0, 0), self._marks, self.name)

    def _tokens(self) -> None:
        position = 0
        while self._due != _NEXT or self._stack:
            match = _TOKEN.match(self.text, position)
            if match is None or match.lastgroup is None:
                self._broken(_BLANK.match(self.text, position).end())  # type: ignore[union-attr] # blanks may be none
            token, start = match[match.lastgroup], match.start(match.lastgroup)
            position = match.end()
            if match.lastgroup == "sign":
                self._sign(token, start)
            elif match.lastgroup == "text" and self._due in (_KEY, _KEY_OR_END):
                level = self._stack[-1]
                level.key, level.key_mark, self._due = self._text(token, start), self._mark(start), _COLON
            elif self._due in (_VALUE, _VALUE_OR_END):
                self._put(self._value(match.lastgroup, token, start), self._mark(start))
            else:
                self._broken(start)
        rest = _BLANK.match(self.text, position).end()  # type: ignore[union-attr] # blanks may be none
        if rest < len(self.text):
            self._stop("Something follows the end of the model.", "Take it out.", rest)

    def _sign(self, sign: str, start: int) -> None:
        if sign in "{[" and self._due in (_VALUE, _VALUE_OR_END):
            if len(self._stack) >= self.depth:
                self._stop(f"This is nested more than {self.depth} deep.", "Flatten it.", start)
            self._stack.append(_Level({} if sign == "{" else [], self._mark(start)))
            self._due = _KEY_OR_END if sign == "{" else _VALUE_OR_END
            return
        mapping = bool(self._stack) and isinstance(self._stack[-1].held, dict)
        if sign == "," and self._due == _NEXT:
            self._due = _KEY if mapping else _VALUE
        elif sign == ":" and self._due == _COLON:
            self._due = _VALUE
        elif self._stack and sign == "]}"[mapping] and self._due in (_NEXT, (_VALUE_OR_END, _KEY_OR_END)[mapping]):
            self._end()
        else:
            self._broken(start)

    def _end(self) -> None:
        """Close the innermost map or list."""
        level = self._stack.pop()
        self._marks[id(level.held)] = level.marks
        self._put(level.held, level.mark)

    def _put(self, held: Any, mark: Mark) -> None:
        self._due = _NEXT
        if not self._stack:
            self._top = held
            return
        level = self._stack[-1]
        if isinstance(level.held, list):
            level.held.append(held)
            level.marks.append(mark)
        elif level.key in level.held:
            first = level.marks[2 * list(level.held).index(level.key)]
            self._note(twice(level.key, first, level.key_mark), "Keep one.", level.key_mark)
        else:
            level.held[level.key] = held
            level.marks += (level.key_mark, mark)

    def _value(self, group: str, token: str, start: int) -> Any:
        if group == "text":
            return self._text(token, start)
        if group == "word":
            return _WORDS[token]
        if token.lstrip("-").isdecimal():
            if len(token) <= _DIGITS:
                return int(token)
        elif math.isfinite(number := float(token)):
            return number
        self._note("This number is too large.", "Look at its digits.", self._mark(start))
        return 0

    def _text(self, token: str, start: int) -> str:
        try:
            return str(json.loads(token))
        except ValueError:
            self._note("A \\ in this text means nothing.", "Write \\\\ for a backslash.", self._mark(start))
            return ""

    def _mark(self, index: int) -> Mark:
        line = bisect_right(self._line_starts, index) - 1
        return Start(line, index - self._line_starts[line])

    def _broken(self, index: int) -> NoReturn:
        found = self.text[index : index + 20].split("\n")[0]
        if not found:
            self._stop(
                f"The file breaks off where {self._due} is due.", "Fetch it again, or close what is open.", index
            )
        if found.startswith('"') and not _TOKEN.match(self.text, index):
            self._stop("The text that starts here has no closing quote on its line.", "Close it.", index)
        if word := re.match(r"-?(NaN|Infinity)", found):
            self._stop(f"'{word[0]}' is not a number in JSON.", "Write null where it is unknown.", index)
        self._stop(
            f"Here is '{found[:1]}' where {self._due} is due.", "Look at the commas and quotes before it.", index
        )

    def _note(self, message: str, remedy: str, mark: Mark) -> None:
        self.problems.append(Problem(message, remedy, place(mark, self.name)))

    def _stop(self, message: str, remedy: str, index: int) -> NoReturn:
        self._note(message, remedy, self._mark(index))
        raise _Stop
