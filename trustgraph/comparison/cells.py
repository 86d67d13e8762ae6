"""Cells of a comparison: what one paper says to one question, and never a blank."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple


class Answer(StrEnum):
    """What a paper says to a question: silence is never a no, and what our copy lacks is never silence.

    `phrase` is how it is printed.
    """

    phrase: str

    def __new__(cls, word: str, phrase: str) -> Answer:  # noqa: D102
        answer = str.__new__(cls, word)
        answer._value_, answer.phrase = word, phrase
        return answer

    YES = ("yes", "yes")
    NO = ("no", "no, said so")
    CONTRADICTORY = ("contradictory", "contradictory")
    NOT_STATED = ("not_stated", "not stated")
    NOT_IN_COPY = ("not_in_copy", "not in our copy")


class Ground(StrEnum):
    """On what a cell rests: the paper, the modeller's reading of it, both, figures worked out, or a modeller's note."""

    STATED = "stated"
    INFERRED = "inferred"
    PARTLY = "partly inferred"
    WORKED_OUT = "worked out"
    NOTED = "noted"


class Said(NamedTuple):
    """One statement of a cell, without a full stop: its words, the records it rests on, their clauses and its ground.

    `fact` is what it comes to in words that compare, such as "a councillor chairs the board"; "" where nothing does.
    """

    text: str
    keys: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    ground: Ground = Ground.STATED
    fact: str = ""

    def __str__(self) -> str:
        inside = [] if self.ground in {Ground.STATED, Ground.NOTED} else [str(self.ground)]
        remark = "; ".join([*inside, *self.clauses])
        return f"{self.text} ({remark})" if remark else self.text


class Cell(NamedTuple):
    """What one paper says to one question: the answer, and the statements it rests on, one at least.

    `apart` marks a question that does not arise of it, such as that of a partner whom the law did not name by then.
    """

    answer: Answer
    said: tuple[Said, ...]
    apart: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """The records it rests on, each once."""
        return tuple(dict.fromkeys(key for each in self.said for key in each.keys))

    @property
    def clauses(self) -> tuple[str, ...]:
        """The clauses it rests on, each once."""
        return tuple(dict.fromkeys(clause for each in self.said for clause in each.clauses))

    @property
    def ground(self) -> Ground | None:
        """On what it rests, what is worked out beside it left aside; None where nothing is stated."""
        if self.answer in {Answer.NOT_STATED, Answer.NOT_IN_COPY}:
            return None
        grounds = {each.ground for each in self.said}
        read = grounds - {Ground.WORKED_OUT} or grounds
        return read.pop() if len(read) == 1 else Ground.PARTLY

    def __str__(self) -> str:
        told = "; ".join(map(str, self.said))
        mark = "" if self.answer is Answer.YES else f"{self.answer.phrase.capitalize()}: "
        return f"{mark}{told}"


def answered(yes: Iterable[Said], no: Iterable[Said], otherwise: Cell) -> Cell:
    """Return the cell of what speaks for and against; where both do, they contradict, and where neither, otherwise."""
    yes, no = tuple(yes), tuple(no)
    if yes and no:
        return Cell(Answer.CONTRADICTORY, (*yes, *no))
    if yes or no:
        return Cell(Answer.YES if yes else Answer.NO, yes or no)
    return otherwise
