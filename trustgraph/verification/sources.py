"""A paper as plain text, folded and indexed once so that thousands of quotations are found in it quickly."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

# quotation marks and dashes are set in many ways; what nobody sees is left out
_ALIKE = str.maketrans(
    {**dict.fromkeys("‘’‚‛′", "'"), **dict.fromkeys("“”„‟″", '"'), **dict.fromkeys("‐‑‒–—―−", "-")}
    | dict.fromkeys("\u00ad\u200b\u2060\ufeff")
)
# a word holds its apostrophes and hyphens, a number its points and commas, and neither the mark of a footnote
_LETTER = "[^\\W⁰¹²³⁴⁵⁶⁷⁸⁹]"
_WORD = re.compile(rf"{_LETTER}+(?:['-]{_LETTER}+|[.,]\d+)*")
_BULLETS = " ·•*-▪▫◦‣●○■□➢\uf02d\uf0a7\uf0b7\uf0d8"
# more than any table has
COLUMNS = 1 << 32
_CELLS = re.compile(r"[\t\v\f\u2028\u2029]")
# what a line is numbered by: "12.", "12)", "12 ", "3.2.6", "(a)", "iv)"
_DIGITS = r"(\d{1,9}(?:\.\d{1,9}){0,8})"
_LETTERS = r"([a-z]|[ivx]{1,6})"
_LEAD = re.compile(rf"\(?(?:{_DIGITS}(?:([.)])(?!\d)|(?=[ :]|$))|{_LETTERS}\))")
_NUMBER = re.compile(rf"\(?(?:{_DIGITS}[.)]{{0,2}}|{_LETTERS}\))")
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split()


def folded(text: str) -> str:
    """Return a text with its white space folded, and its quotation marks and dashes alike."""
    return " ".join(text.translate(_ALIKE).split())


def step(text: str) -> str:
    """Return a number or heading as it is looked for: "12." and "(12)" are 12."""
    heading = folded(text).lstrip(_BULLETS)
    number = _NUMBER.fullmatch(heading)
    return heading if number is None else number[1] or f"{number[2]})"


def is_number(name: str) -> bool:
    """Return whether a step is a number, not a heading."""
    return _NUMBER.fullmatch(name) is not None


def following(number: str) -> list[str]:
    """Return the numbers any of which ends a section: of 12, 13; of 3.2.5, 3.2.6, 3.3 or any in 4; of a), b)."""
    if number.endswith(")"):
        letters = number[:-1]
        after = [chr(ord(letters) + 1)] if letters in "abcdefghijklmnopqrstuvwxy" else []
        after += _ROMAN[_ROMAN.index(letters) + 1 :][:1] if letters in _ROMAN else []
        return [f"{each})" for each in after]
    parts = number.split(".")
    after = [".".join([*parts[:depth], str(int(parts[depth]) + 1)]) for depth in range(len(parts))]
    # a list within 3.2.5 may well reach 4, but not 4.1
    return [f"{after[0]}.", *after[len(parts) > 1 :]]


class Source:
    """The folded text of a paper, and where its words, numbers and headings stand in it."""

    def __init__(self, text: str) -> None:
        self._starts, self._lines, self._columns = array("Q"), array("Q"), array("Q")
        self._cells: list[tuple[str, int]] = []
        self._numbers: dict[str, list[int]] = {}
        self._marked: dict[str, list[int]] = {}
        self.text = " ".join(self._fold(text))
        self._cells.sort()
        self._words: dict[str, array[int]] = {}
        for word in _WORD.finditer(self.text):
            self._words.setdefault(word[0], array("Q")).append(word.start())

    def _fold(self, text: str) -> Iterator[str]:
        """Yield the text of each line, or cell of one, noting where it will stand."""
        offset = 0
        for line, content in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
            for column, cell in enumerate(map(folded, _CELLS.split(content))):
                if cell:
                    self._starts.append(offset)
                    self._lines.append(line)
                    self._columns.append(column)
                    bare = cell.lstrip(_BULLETS)
                    self._note(bare, offset + len(cell) - len(bare))
                    offset += len(cell) + 1
                    yield cell

    def _note(self, cell: str, offset: int) -> None:
        self._cells.append((cell, offset))
        if lead := _LEAD.match(cell):
            number = lead[1] or f"{lead[3]})"
            self._numbers.setdefault(number, []).append(offset)
            # "4 times a year" has no mark, and is no paragraph 4
            if lead[2] or lead[3] or "." in number or lead.end() == len(cell):
                self._marked.setdefault(number, []).append(offset)
            if "." in number:
                self._marked.setdefault(f"{number.partition('.')[0]}.", []).append(offset)

    def line(self, place: int) -> int:
        """Return the line of the file, from 1, in which a place of the text stands."""
        return self._lines[bisect_right(self._starts, place) - 1]

    def column(self, place: int) -> int:
        """Return the column of a table, from 0, in which a place of the text stands; 0 where its line has no tabs."""
        return self._columns[bisect_right(self._starts, place) - 1]

    def occurrences(self, name: str) -> list[int]:
        """Return where lines or cells start with a step, in order."""
        if is_number(name):
            return self._numbers.get(name, [])
        found = []
        for index in range(bisect_left(self._cells, (name,)), len(self._cells) if name else 0):
            cell, place = self._cells[index]
            if not cell.startswith(name):
                break
            if not _WORD.match(cell, len(name)):
                found.append(place)
        return sorted(found)

    def next_number(self, name: str, after: int, before: int) -> int:
        """Return where a number that comes after this one stands between two places, else the second of them."""
        for number in following(name) if is_number(name) else ():
            places = self._marked.get(number, [])
            index = bisect_right(places, after)
            before = min(before, *places[index : index + 1], before)
        return before

    def spots(self, quote: str) -> Iterator[int]:
        """Yield where a folded quotation stands, in order; never within a word."""
        words = [(word.start(), self._words.get(word[0], array("Q"))) for word in _WORD.finditer(quote)]
        # the rarest of its words shows where to look
        offset, places = min(words, key=lambda word: len(word[1]), default=(0, array("Q")))
        for start in (place - offset for place in places if place >= offset):
            ends = ((each, start + at) for at, each in (words[0], words[-1]))
            if self.text.startswith(quote, start) and all(_holds(*end) for end in ends):
                yield start


def _holds(places: Sequence[int], place: int) -> bool:
    index = bisect_left(places, place)
    return index < len(places) and places[index] == place
