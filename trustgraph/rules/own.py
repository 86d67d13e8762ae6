"""Rules of one's own, read from a Python file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from pathlib import Path
from types import ModuleType

from trustgraph import files
from trustgraph.errors import FormatError, Place, Problem
from trustgraph.rules.norms import Rule


def read_rules(path: Path, taken: Collection[str] = ()) -> tuple[Rule, ...]:
    """Return the rules a Python file makes with `rule`, as they stand in it.

    Raises FormatError where it has none, fails, or gives a code that is taken.

    The file is run: only run what you trust.
    """
    module = ModuleType(path.stem)
    module.__file__ = str(path)
    source = files.read(path)
    try:
        exec(compile(source, str(path), "exec", dont_inherit=True), vars(module))  # noqa: S102  the file of a user who asked for it
    except SyntaxError as error:
        place = Place(str(path), error.lineno, error.offset)
        raise FormatError([Problem(f"this is not Python: {error.msg}.", "Mend the line.", place)]) from error
    except (Exception, SystemExit) as error:
        told = f"running it failed: {type(error).__name__}: {error}."
        raise FormatError([Problem(told, "Mend the file.", Place(str(path), _line(error, str(path))))]) from error
    # a rule of ours that the file imports is no rule of its own
    rules = tuple(
        each for each in vars(module).values() if isinstance(each, Rule) and each.find.__module__ == path.stem
    )
    if not rules:
        remedy = "Put @trustgraph.rules.rule(code, severity) before each function."
        raise FormatError([Problem("there is no rule in this file.", remedy, Place(str(path)))])
    if again := [code for code, number in Counter((*taken, *(each.code for each in rules))).items() if number > 1]:
        told = f"the code {again[0]} is another rule's."
        raise FormatError([Problem(told, "Give each rule a code of its own, such as MY101.", Place(str(path)))])
    return rules


def _line(error: BaseException, path: str) -> int | None:
    """Return the last line of the file that was run when it failed."""
    at, line = error.__traceback__, None
    while at is not None:
        if at.tb_frame.f_code.co_filename == path:
            line = at.tb_lineno
        at = at.tb_next
    return line
