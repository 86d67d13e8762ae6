"""Text on a terminal: what somebody wrote is shown, and never obeyed."""

from __future__ import annotations

import sys

import click

from trustgraph.characters import visible


def shown(text: str) -> str:
    """Return a text with control and direction characters shown by their codes, line by line."""
    return "\n".join(map(visible, text.split("\n")))


def say(text: str) -> None:
    """Print data to standard output."""
    click.echo(shown(text))


def tell(text: str) -> None:
    """Print a message to standard error."""
    click.echo(shown(text), err=True)


def hand_over(data: bytes) -> None:
    """Write bytes to standard output as they are."""
    if sys.stdout is not None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
