"""Everything trustgraph raises on purpose.

TrustgraphError
├── ModelError (ValueError)         records contradict one another
├── FormatError (ValueError)        a file cannot be read as a model
├── UnknownNameError (LookupError)  a name that is not there, with the nearest that is
├── RenderError (RuntimeError)      the layout failed, timed out, or gave back less than it was given
├── OutputError (OSError)           an output file could not be written; what stood there still stands
└── MissingExtraError (ImportError) an optional package is needed
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Place(NamedTuple):
    """Where something was written: a file with line and column (both from 1), or a sheet and cell."""

    file: str
    line: int | None = None
    column: int | None = None
    sheet: str | None = None
    cell: str | None = None

    def __str__(self) -> str:
        if self.cell is not None:
            return f"{self.file}[{self.sheet}!{self.cell}]"
        numbers = [str(number) for number in (self.line, self.column) if number is not None]
        return ":".join([self.file, *numbers])


class Problem(NamedTuple):
    """One thing wrong: what happened, how to fix it, and where.

    `path` leads to the record in the model (`("relationships", 3, "target")`); `unknown` is the id that
    nothing has, where that is what is wrong; `other` leads to the first of two that clash.
    """

    message: str
    remedy: str = ""
    place: Place | None = None
    path: tuple[str | int, ...] = ()
    unknown: str | None = None
    other: tuple[str | int, ...] = ()

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else _steps(self.path)
        return f"{where}{self.message}" + (f" {self.remedy}" if self.remedy else "")


def _steps(path: tuple[str | int, ...]) -> str:
    """Return the way to a value as Python writes it, for a record that stands in no file: "bodies[3].name: "."""
    steps = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return f"{steps.removeprefix('.')}: " if steps else ""


def _again(kind: type[TrustgraphError], state: dict[str, object], *arguments: object) -> TrustgraphError:
    error = kind.__new__(kind, *arguments)
    error.__dict__.update(state)
    return error


class TrustgraphError(Exception):
    """The root of all errors trustgraph raises on purpose."""

    def __reduce__(self) -> tuple[object, ...]:
        # made again from its message: what makes it may ask for more than that
        return _again, (type(self), self.__dict__, *self.args)


class _Problems(TrustgraphError):
    """An error that lists every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class ModelError(_Problems, ValueError):
    """Records contradict one another; `problems` lists all of them, each with its place where known."""


class FormatError(_Problems, ValueError):
    """A file cannot be read as a model; `problems` lists all of them, each with its place."""


class UnknownNameError(TrustgraphError, LookupError):
    """Nothing has this name; the message gives the hint, or else names the nearest that is there."""

    def __init__(self, what: str, name: str, known: Iterable[str] = (), hint: str = "") -> None:
        self.name = name
        hint = hint or suggestion(name, known)
        super().__init__(f"no {what} named '{name}'." + (f" {hint}" if hint else ""))


class RenderError(TrustgraphError, RuntimeError):
    """The layout failed, timed out, or gave back less than it was given."""


class OutputError(TrustgraphError, OSError):
    """An output file could not be written; what stood there before still stands."""


class MissingExtraError(TrustgraphError, ImportError):
    """An optional package is needed that is not installed."""

    def __init__(self, extra: str) -> None:
        super().__init__(f'this needs the {extra} extra: pip install "trustgraph[{extra}]"')


class TrustgraphWarning(UserWarning):
    """Something worth a look that stops nothing: look-alike names, a character nobody can see."""


def suggestion(name: str, known: Iterable[str]) -> str:
    """Return "did you mean 'x'?" for the nearest known name, or "" where none is near."""
    # difflib costs 10 ms to import and serves only messages
    from difflib import get_close_matches

    folded = {candidate.casefold(): candidate for candidate in known}
    near: Sequence[str] = get_close_matches(name.casefold(), folded, n=1, cutoff=0.6)
    return f"Did you mean '{folded[near[0]]}'?" if near else ""
