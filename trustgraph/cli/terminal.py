"""Text on a terminal: what somebody wrote is shown, and never obeyed."""

from __future__ import annotations

import os
import sys
from typing import TextIO

import click

from trustgraph.errors import FormatError, ModelError, TrustgraphError

PROBLEMS_PRINTED = 100


def shown(text: str) -> str:
    """Return a text with control and direction characters shown by their codes, line by line."""
    lines = text.split("\n")
    if text.isascii() and all(map(str.isprintable, lines)):
        return text
    # most texts need no look at their characters, and help should come at once
    from trustgraph.characters import visible

    return "\n".join(map(visible, lines))


def say(text: str) -> None:
    """Print data to standard output."""
    click.echo(shown(text))


def tell(text: str) -> None:
    """Print a message to standard error; where that takes none, the work goes on."""
    try:
        click.echo(shown(text), err=True)
    except OSError:
        discard(sys.stderr)


def complain(error: TrustgraphError) -> None:
    """Say what went wrong on standard error: every problem of a file, up to a hundred."""
    if not isinstance(error, ModelError | FormatError):
        tell(str(error))
        return
    for problem in error.problems[:PROBLEMS_PRINTED]:
        tell(str(problem))
    if (more := len(error.problems) - PROBLEMS_PRINTED) > 0:
        tell(f"... and {more} more.")


def discard(stream: TextIO) -> None:
    """Send what is still buffered nowhere, so that Python does not complain of it when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def hand_over(data: bytes) -> None:
    """Write bytes to standard output as they are."""
    if sys.stdout is not None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
