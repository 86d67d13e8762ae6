"""Rules of one's own, read from a Python file."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

from trustgraph import files
from trustgraph.errors import FormatError, Place, Problem
from trustgraph.rules.norms import Rule


def read_rules(path: Path) -> tuple[Rule, ...]:
    """Return the rules a Python file makes with `rule`, by code; raises FormatError where it has none or fails.

    The file is run: only run what you trust.
    """
    module = ModuleType(path.stem)
    module.__file__ = str(path)
    source = files.read(path)
    try:
        exec(compile(source, str(path), "exec"), vars(module))  # noqa: S102  the file of a user who asked for it
    except SyntaxError as error:
        place = Place(str(path), error.lineno, error.offset)
        raise FormatError([Problem(f"this is not Python: {error.msg}.", "Mend the line.", place)]) from error
    except Exception as error:
        told = f"running it failed: {type(error).__name__}: {error}."
        raise FormatError([Problem(told, "Mend the file.", Place(str(path), _line(error, str(path))))]) from error
    rules = tuple(each for each in vars(module).values() if isinstance(each, Rule))
    if not rules:
        remedy = "Put @trustgraph.rule(code, severity) before each function."
        raise FormatError([Problem("there is no rule in this file.", remedy, Place(str(path)))])
    return rules


def _line(error: BaseException, path: str) -> int | None:
    """Return the last line of the file that was run when it failed."""
    at, line = error.__traceback__, None
    while at is not None:
        if at.tb_frame.f_code.co_filename == path:
            line = at.tb_lineno
        at = at.tb_next
    return line
