"""trustgraph convert."""

from __future__ import annotations

from pathlib import Path

import click

from trustgraph.cli.source import MODEL, read_model
from trustgraph.cli.terminal import hand_over


@click.command(short_help="Convert a model from YAML to JSON or back.")
@MODEL
@click.argument("out")
@click.option("--to", "kind", type=click.Choice(["yaml", "json"]), help="The format, where OUT is -.")
def convert(source: str, out: str, kind: str | None) -> None:
    """Write MODEL to OUT, a .yaml or .json file, or - for standard output.

    Nothing is lost on the way but comments; the order of bodies, lines and seats is kept.
    """
    from trustgraph.formats import dumps, save

    model = read_model(source)
    if out != "-":
        save(model, Path(out))
    elif kind is None:
        raise click.UsageError("With - as OUT, say which format: --to yaml or --to json.")
    else:
        hand_over(dumps(model, kind))
