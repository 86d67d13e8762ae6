"""The MODEL argument: a file, standard input, or the name of a sample."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from trustgraph.errors import FormatError, ModelError, Place, Problem

if TYPE_CHECKING:
    from trustgraph.model import Model

MODEL = click.argument("source", metavar="MODEL")


def read_model(source: str) -> Model:
    """Return the model an argument names; raises FormatError or ModelError."""
    from trustgraph.formats import load, loads

    if source != "-":
        return load(source)
    data = _standard_input()
    kind = "json" if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else "yaml"
    return loads(data, "standard input", kind)


def read_models(sources: Iterable[str]) -> list[Model]:
    """Return the models that arguments name, in order; raises FormatError with the problems of all of them."""
    models: list[Model] = []
    problems: list[Problem] = []
    for source in sources:
        try:
            models.append(read_model(source))
        except (FormatError, ModelError) as error:
            problems += error.problems
    if problems:
        raise FormatError(problems)
    return models


def refuse_itself(source: str, out: str) -> None:
    """Raise UsageError where the output is the file the model is read from, under whatever name."""
    from pathlib import Path

    same = False
    # what is not there, or cannot be looked at, is told of when it is read or written
    with suppress(OSError, ValueError):
        same = "-" not in (source, out) and Path(source).samefile(out)
    if same:
        raise click.UsageError(f"{out}: this is the model itself, which would be lost. Name another file to write.")


def is_commented(source: str) -> bool:
    """Return whether the model's file is YAML with comments in it."""
    from pathlib import Path

    path = Path(source)
    is_yaml = path.suffix.lower() in (".yaml", ".yml") and path.is_file()
    return is_yaml and re.search(rb"(?:^|\s)#", path.read_bytes()) is not None


def _standard_input() -> bytes:
    try:
        return sys.stdin.buffer.read() if sys.stdin is not None else b""
    except OSError as error:
        message = f"it cannot be read ({(error.strerror or str(error)).lower()})."
        raise FormatError([Problem(message, "Name a model file.", Place("standard input"))]) from None
