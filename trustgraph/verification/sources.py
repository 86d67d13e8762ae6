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
# a word holds its apostrophes and hyphens, a number its points and commas
_WORD = re.compile(r"\w+(?:['-]\w+|[.,]\d+)*")
_BULLETS = " ·•*-▪▫◦‣●○■□➢\uf02d\uf0a7\uf0b7\uf0d8"
_CELLS = re.compile(r"[\t\v\f\u2028\u2029]")
# what a line is numbered by: "12.", "12)", "12 ", "3.2.6", "(a)", "iv)"
_DIGITS = r"(\d{1,9}(?:\.\d{1,9}){0,8})"
_LETTERS = r"([a-z]|[ivx]{1,6})"
_LEAD = re.compile(rf"\(?(?:{_DIGITS}(?:([.)])(?!\d)|(?=[ :]|$))|{_LETTERS}\))")
_NUMBER = re.compile(rf"\(?(?:{_DIGITS}[.)]{{0,2}}|{_LETTERS}\))")
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split()


def folded(text: str) -> str:
    """Return a text with its white space folded, and its quotation marks and dashes alike."""
    return " ".join(text.translate(_ALIKE).split())


def step(text: str) -> str:
    """Return a number or heading as it is looked for: "12." and "(12)" are 12."""
    heading = folded(text).lstrip(_BULLETS)
    number = _NUMBER.fullmatch(heading)
    return heading if number is None else number[1] or f"{number[2]})"


def following(number: str) -> list[str]:
    """Return the numbers any of which comes next: after 12, 13; after 3.2.5, 3.2.6, 3.3 or 4.1; after a), b)."""
    if number.endswith(")"):
        letters = number[:-1]
        after = [chr(ord(letters) + 1)] if len(letters) == 1 and letters != "z" else []
        after += _ROMAN[_ROMAN.index(letters) + 1 :][:1] if letters in _ROMAN else []
        return [f"{each})" for each in after]
    parts = number.split(".")
    raised = [".".join([*parts[:depth], str(int(parts[depth]) + 1)]) for depth in range(len(parts))]
    # within 3.2.5 a list may well reach 4, but not 4.1
    return raised if len(parts) == 1 else [f"{raised[0]}.1", *raised[1:]]


def is_number(text: str) -> bool:
    """Return whether a step is a number, not a heading."""
    return _NUMBER.fullmatch(text) is not None


class Source:
    """The folded text of a paper, and where its words, numbers and headings stand in it."""

    def __init__(self, text: str) -> None:
        self._cells: list[tuple[str, int]] = []
        self._numbers: dict[str, array[int]] = {}
        self._marked: dict[str, array[int]] = {}
        self._starts, self._lines = array("Q"), array("Q")
        self.text = " ".join(self._fold(text))
        self._cells.sort()
        self._words: dict[str, array[int]] = {}
        for word in _WORD.finditer(self.text):
            self._words.setdefault(word[0], array("Q")).append(word.start())

    def _fold(self, text: str) -> Iterator[str]:
        """Yield the text of each line, or cell of one, noting where it will stand."""
        offset = 0
        for line, content in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
            for cell in map(folded, _CELLS.split(content)):
                if cell:
                    self._starts.append(offset)
                    self._lines.append(line)
                    bare = cell.lstrip(_BULLETS)
                    self._note(bare, offset + len(cell) - len(bare))
                    offset += len(cell) + 1
                    yield cell

    def _note(self, cell: str, offset: int) -> None:
        self._cells.append((cell, offset))
        if lead := _LEAD.match(cell):
            number = lead[1] or f"{lead[3]})"
            self._numbers.setdefault(number, array("Q")).append(offset)
            # "4 times a year" has no mark, and is no paragraph 4
            if lead[2] or lead[3] or "." in number or lead.end() == len(cell):
                self._marked.setdefault(number, array("Q")).append(offset)

    def line(self, offset: int) -> int:
        """Return the line of the file, from 1, in which this part of the text stands."""
        return self._lines[bisect_right(self._starts, offset) - 1]

    def occurrences(self, which: str) -> Sequence[int]:
        """Return where lines or cells start with a step, in order."""
        if is_number(which):
            return self._numbers.get(which, array("Q"))
        found = []
        for index in range(bisect_left(self._cells, (which,)), len(self._cells) if which else 0):
            cell, offset = self._cells[index]
            if not cell.startswith(which):
                break
            if not cell[len(which) : len(which) + 1].isalnum():
                found.append(offset)
        return sorted(found)

    def next_number(self, number: str, after: int, before: int) -> int:
        """Return where the number that comes after one stands between two places; the second where it does not."""
        for each in following(number) if is_number(number) else ():
            places = self._marked.get(each, array("Q"))
            index = bisect_right(places, after)
            before = min(before, *places[index : index + 1], before)
        return before

    def spots(self, quote: str) -> Iterator[int]:
        """Yield where a folded quotation stands, in order; never within a word."""
        words = [(word[0], word.start()) for word in _WORD.finditer(quote)]
        if not words:
            return
        places = [self._words.get(word, array("Q")) for word, _ in words]
        # the rarest of its words shows where to look
        rarest = min(range(len(words)), key=lambda index: len(places[index]))
        for place in places[rarest]:
            start = place - words[rarest][1]
            ends = ((places[index], start + words[index][1]) for index in (0, -1))
            if self.text.startswith(quote, max(start, 0)) and start >= 0 and all(_holds(*end) for end in ends):
                yield start


def _holds(places: Sequence[int], place: int) -> bool:
    index = bisect_left(places, place)
    return index < len(places) and places[index] == place
