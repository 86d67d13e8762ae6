"""How an answer is printed, and where it goes: what all commands that answer have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from trustgraph import files
from trustgraph.cli.terminal import hand_over, shown, tell

_BY_SUFFIX = {
    "": "text",
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".md": "md",
    ".json": "json",
    ".csv": "csv",
    ".sarif": "sarif",
    ".png": "plot",
    ".svg": "plot",
}
Command = TypeVar("Command", bound=Callable[..., Any])


def print_options(
    formats: Sequence[str], to_file: str = "Write to this file rather than to standard output."
) -> Callable[[Command], Command]:
    """Return what gives a command the options --format, one of these, and -o."""

    def give(command: Command) -> Command:
        out = click.option("-o", "out", metavar="FILE", help=to_file)
        help_ = "How to print it. [default: by FILE, else text]"
        return click.option("--format", "kind", type=click.Choice(formats), help=help_)(out(command))

    return give


def kind_of(kind: str | None, out: str | None, formats: Sequence[str]) -> str:
    """Return the format asked for, or that of the file's suffix; raises UsageError for a suffix of none of them."""
    if kind:
        return kind
    suffix = files.suffix(out or "")
    if _BY_SUFFIX.get(suffix) not in formats:
        known = ", ".join(each for each, known in _BY_SUFFIX.items() if each and known in formats)
        raise click.UsageError(f"{out}: no format '{suffix}'. Use one of {known}, or say --format.")
    return _BY_SUFFIX[suffix]


def deliver(data: bytes, out: str | None, *, ending: str = "\n") -> None:
    """Write an answer to its file, or print it; of what is printed, `ending` ends a line and is no text of anybody."""
    if out is None:
        hand_over(ending.join(map(shown, data.decode().split(ending))).encode())
        return
    files.write(out, data)
    tell(f"Wrote {out}.")
