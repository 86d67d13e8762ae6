"""The MODEL argument: a file, standard input, or the name of a sample."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from trustgraph.model import Model

MODEL = click.argument("source", metavar="MODEL")


def read_model(source: str) -> Model:
    """Return the model an argument names; raises FormatError or ModelError."""
    from trustgraph.formats import load, loads

    if source != "-":
        return load(source)
    data = sys.stdin.buffer.read() if sys.stdin is not None else b""
    kind = "json" if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else "yaml"
    return loads(data, "standard input", kind)
