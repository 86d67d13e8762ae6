"""trustgraph convert."""

from __future__ import annotations

from pathlib import Path

import click

from trustgraph.cli.source import MODEL, is_commented, read_model, refuse_itself
from trustgraph.cli.terminal import hand_over, tell


@click.command(short_help="Convert a model from YAML to JSON or back.")
@MODEL
@click.argument("out")
@click.option("--to", "kind", type=click.Choice(["yaml", "json"]), help="The format, where OUT is -.")
def convert(source: str, out: str, kind: str | None) -> None:
    """Write MODEL to OUT, a .yaml or .json file, or - for standard output.

    Nothing is lost on the way but comments; the order of bodies, lines and seats is kept.
    """
    from trustgraph.formats import dumps, save

    if out == "-" and kind is None:
        raise click.UsageError("With - as OUT, say which format: --to yaml or --to json.")
    refuse_itself(source, out)
    model = read_model(source)
    if out == "-":
        hand_over(dumps(model, kind or ""))
    else:
        save(model, Path(out))
        tell(f"Wrote {out}.")
    if is_commented(source):
        tell(f"note: comments are not kept: {'the output' if out == '-' else out} has none of those of {source}.")
