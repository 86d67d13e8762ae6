"""What PyYAML says of broken YAML, in words that help."""

from __future__ import annotations

from typing import Any

from trustgraph.errors import Place, Problem
from trustgraph.formats.marks import Mark, place

_BRACKETS = {"parsing a flow mapping": "{", "parsing a flow sequence": "["}


def explain(error: Exception, text: str, name: str) -> Problem:
    """Return the problem of a YAML text that cannot be read, with its place."""
    mark, context_mark = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if mark is None:
        return Problem("This cannot be read as YAML.", "Save it as plain UTF-8 text.", Place(name, 1, 1))
    problem, context = getattr(error, "problem", None) or "", getattr(error, "context", None) or ""
    message, remedy = _words(problem, context, mark, context_mark, text)
    return Problem(message, remedy, place(mark, name))


def twice(key: str, first: Mark, second: Mark) -> str:
    """Return what to say of a key that stands twice in one map."""
    lines = f"lines {first.line + 1} and {second.line + 1}" if first.line != second.line else f"line {first.line + 1}"
    return f"'{key}' is written twice, on {lines}."


def _words(problem: str, context: str, mark: Any, started: Mark | None, text: str) -> tuple[str, str]:
    begins = f"at {started.line + 1}:{started.column + 1}" if started is not None else "here"
    if "quoted scalar" in context and "end of" in problem:
        return f"The text that starts {begins} has no closing quote.", "Close it."
    if "quoted scalar" in context:
        return (
            f"The text in double quotes that starts {begins} has a \\ that means nothing.",
            "Write \\\\ or use '...'.",
        )
    if text[mark.index : mark.index + 1] == "\t" or "tab" in problem:
        return "A tab indents this line.", "Indent with spaces."
    for what, bracket in _BRACKETS.items():
        if what in context:
            return (
                f"The '{bracket}' that starts {begins} is not closed before this.",
                "Close it, or put texts in quotes.",
            )
    if "mapping values are not allowed" in problem:
        return (
            "A colon followed by a space cannot stand in a plain text.",
            "Put the text in quotes, or mend the indent.",
        )
    if "could not find expected ':'" in problem:
        return f"The key that starts {begins} has no colon.", "Write 'key: value'."
    if "cannot start any token" in problem:
        return f"A text cannot begin with '{text[mark.index : mark.index + 1]}'.", "Put the text in quotes."
    if "block" in context:
        return f"This does not line up with the block that starts {begins}.", "Indent it like its neighbours."
    return f"This cannot be read as YAML ({problem or 'broken off'}).", "Compare it with the lines around it."
