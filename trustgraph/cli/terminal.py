"""Text on a terminal: what somebody wrote is shown, and never obeyed."""

from __future__ import annotations

import re
import sys

import click

# control characters but for line ends and tabs, and those that turn the reading direction round
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def visible(text: str) -> str:
    r"""Return a text with control and direction characters shown as \u202e and the like."""
    return _HIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def say(text: str) -> None:
    """Print data to standard output."""
    click.echo(visible(text))


def tell(text: str) -> None:
    """Print a message to standard error."""
    click.echo(visible(text), err=True)


def hand_over(data: bytes) -> None:
    """Write bytes to standard output as they are."""
    if sys.stdout is not None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
