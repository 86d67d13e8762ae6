"""trustgraph schema."""

from __future__ import annotations

from pathlib import Path

import click

from trustgraph.cli.terminal import hand_over
from trustgraph.files import write
from trustgraph.formats.schema import schema_text


@click.command(short_help="Print the JSON Schema of the YAML file.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to this file instead.")
def schema(output: Path | None) -> None:
    """Print the JSON Schema (draft-07) of a model's YAML file, for editors that complete and check."""
    text = schema_text()
    if output is None:
        hand_over(text)
    else:
        write(output, text)
