"""trustgraph verify."""

from __future__ import annotations

from pathlib import Path

import click

from trustgraph.cli.source import read_model
from trustgraph.cli.terminal import say

SOURCES = "TRUSTGRAPH_SOURCES"


@click.command(short_help="Look up each quotation in its paper.")
@click.argument("names", metavar="MODEL...", nargs=-1, required=True)
@click.option(
    "--sources",
    type=click.Path(path_type=Path),
    envvar=SOURCES,
    metavar="DIR",
    help=f"The folder of the papers' texts, each named by its document's id. [default: ${SOURCES}]",
)
def verify(names: tuple[str, ...], sources: Path | None) -> int:
    """Look up what each MODEL quotes in its papers, and list what does not stand where it says.

    Leaves with 1 where anything is listed.
    """
    from trustgraph import verification

    if sources is None:
        raise click.UsageError(f"Name the folder of the papers' texts: --sources DIR, or set {SOURCES}.")
    models = [read_model(name) for name in names]
    found = [each for model in models for each in verification.verify(model, sources)]
    for each in found:
        say(str(each))
    quotations = sum(map(verification.quotations, models))
    say(f"{quotations} quotations, {len(found)} discrepancies.")
    return 1 if found else 0
