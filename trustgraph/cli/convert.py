"""trustgraph convert."""

from __future__ import annotations

from pathlib import Path

import click

from trustgraph.cli.source import MODEL, is_commented, read_model, refuse_itself
from trustgraph.cli.terminal import hand_over, tell


@click.command(short_help="Convert a model between YAML, JSON and GraphML.")
@MODEL
@click.argument("out")
@click.option("--to", "kind", type=click.Choice(["yaml", "json", "graphml"]), help="The format, where OUT is -.")
def convert(source: str, out: str, kind: str | None) -> None:
    """Write MODEL to OUT, a .yaml, .json or .graphml file, or - for standard output.

    Between YAML and JSON nothing is lost but comments, and the order of bodies, lines and seats is kept. What GraphML
    cannot hold is said.
    """
    from trustgraph.formats import dumps, save

    if out == "-" and kind is None:
        raise click.UsageError("With - as OUT, say which format: --to yaml, --to json or --to graphml.")
    refuse_itself(source, out)
    model = read_model(source)
    if out == "-":
        hand_over(dumps(model, kind or ""))
    else:
        save(model, Path(out))
        tell(f"Wrote {out}.")
    if is_commented(source):
        tell(f"note: comments are not kept: {'the output' if out == '-' else out} has none of those of {source}.")
