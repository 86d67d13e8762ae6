"""What PyYAML says of broken YAML, in words that help."""

from __future__ import annotations

from typing import Any

from trustgraph.errors import Place, Problem
from trustgraph.formats.marks import COMMENT, Mark, place
from trustgraph.formats.text import place_at

_BRACKETS = ("parsing a flow mapping", "parsing a flow sequence")
# what YAML takes a sign for at which a text was meant to begin: by what it was doing, and by what it found
_DOING = ("scanning an alias", "scanning an anchor", "scanning a tag", "scanning a block scalar")
_FOUND = ("node content", "not allowed in this context", "not allowed here", "cannot start any token")
_SIGNS = "*&!|>-?@%`"


def explain(error: Exception, text: str, name: str) -> Problem:
    """Return the problem of a YAML text that cannot be read, with its place."""
    mark, context_mark = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if mark is None:
        return Problem("This cannot be read as YAML.", "Save it as plain UTF-8 text.", Place(name, 1, 1))
    problem, context = getattr(error, "problem", None) or "", getattr(error, "context", None) or ""
    if (begun := _sign(problem, context, mark, context_mark, text)) is not None:
        message = f"A text cannot begin with '{text[begun.index]}'."
        return Problem(message, "Put the text in quotes.", place(begun, name))
    if context_mark is not None and (hidden := _comment(context, context_mark.index, mark.index, text)):
        message = f"What follows this '#' is a comment, so that {_opened(context_mark, text)} is not closed."
        return Problem(message, "Put the text in quotes.", place_at(text, hidden, name))
    message, remedy = _words(problem, context, mark, context_mark, text)
    return Problem(message, remedy, place(mark, name))


def twice(key: str, first: Mark, second: Mark) -> str:
    """Return what to say of a key that stands twice in one map."""
    lines = f"lines {first.line + 1} and {second.line + 1}" if first.line != second.line else f"line {first.line + 1}"
    return f"'{key}' is written twice, on {lines}."


def _words(problem: str, context: str, mark: Any, started: Any, text: str) -> tuple[str, str]:
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
    if started is not None and any(what in context for what in _BRACKETS):
        opened = _opened(started, text).capitalize()
        return f"{opened} is not closed before this.", "Close it, or put texts in quotes."
    if "mapping values are not allowed" in problem:
        return (
            "A colon followed by a space cannot stand in a plain text.",
            "Put the text in quotes, or mend the indent.",
        )
    if "could not find expected ':'" in problem:
        return f"The key that starts {begins} has no colon.", "Write 'key: value'."
    if "block" in context:
        return f"This does not line up with the block that starts {begins}.", "Indent it like its neighbours."
    return "This cannot be read as YAML.", "Compare it with the lines around it."


def _comment(context: str, start: int, end: int, text: str) -> int | None:
    """Return where, within a bracket, a comment begins that looks like the rest of a text, if one does."""
    found = COMMENT.search(text, start, end) if any(what in context for what in _BRACKETS) else None
    return found.end() - 1 if found else None


def _opened(started: Any, text: str) -> str:
    return f"the '{text[started.index]}' that starts at {started.line + 1}:{started.column + 1}"


def _sign(problem: str, context: str, mark: Any, started: Any, text: str) -> Any:
    """Return the mark of a sign that no text can begin with, if that is what is wrong."""
    begun = started if any(doing in context for doing in _DOING) else mark
    meant = begun is started or any(found in problem for found in _FOUND)
    return begun if meant and text[begun.index : begun.index + 1] in set(_SIGNS) else None
