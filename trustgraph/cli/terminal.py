"""Text on a terminal: what somebody wrote is shown, and never obeyed."""

from __future__ import annotations

import os
import sys
from typing import TextIO

import click


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


def discard(stream: TextIO) -> None:
    """Send what is still buffered nowhere, so that Python does not complain of it when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def hand_over(data: bytes) -> None:
    """Write bytes to standard output as they are."""
    if sys.stdout is not None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
