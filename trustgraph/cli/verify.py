"""trustgraph verify."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trustgraph.cli.source import read_models
from trustgraph.cli.terminal import say, tell

if TYPE_CHECKING:
    from trustgraph.model import Model
    from trustgraph.verification import Discrepancy, Figures

SOURCES = "TRUSTGRAPH_SOURCES"


@click.command(short_help="Look up each quotation of a model in its paper.")
@click.argument("names", metavar="MODEL...", nargs=-1, required=True)
@click.option(
    "--sources",
    type=click.Path(path_type=Path),
    envvar=SOURCES,
    metavar="DIR",
    help=f"The folder of the papers' texts, each named by its document's id. [default: {SOURCES}]",
)
@click.option("--record", type=click.Path(path_type=Path), metavar="FILE", help="Keep hashes of what holds in FILE.")
def verify(names: tuple[str, ...], sources: Path | None, record: Path | None) -> int:
    """Look up what each MODEL quotes in its papers, and list what does not stand where it says.

    Stated records without a quotation are listed too, and texts that tell of a person. Leaves with 1 where anything
    is listed.
    """
    from trustgraph.verification import figures
    from trustgraph.verification import verify as verified

    if sources is None:
        raise click.UsageError(f"Name the folder of the papers' texts: --sources DIR, or set {SOURCES}.")
    models = read_models(names)
    found = [verified(model, sources) for model in models]
    for each in chain.from_iterable(found):
        say(str(each))
    for model, discrepancies in zip(models, found, strict=True):
        say(f"{model.id}: {_summary(figures(model, discrepancies))}.")
    if record is not None:
        _keep(record, sources, models, found)
    return 1 if any(found) else 0


def _summary(figures: Figures) -> str:
    """Return figures in words; what there is none of is left out but for the quotations."""
    quotations, found, uncited, personal = figures
    parts = [f"{found} of {quotations} quotation{'' if quotations == 1 else 's'} found"]
    parts += [f"{uncited} record{'' if uncited == 1 else 's'} without one"] if uncited else []
    parts += [f"{personal} text{' that tells' if personal == 1 else 's that tell'} of a person"] if personal else []
    return ", ".join(parts)


def _keep(record: Path, sources: Path, models: Sequence[Model], found: Sequence[Sequence[Discrepancy]]) -> None:
    """Write the seals of the models that hold; those of models not looked at stay, those of others go."""
    from trustgraph.verification.seals import read_seals, seal, write_seals

    seals = read_seals(record) if record.exists() else {}
    for model, discrepancies in zip(models, found, strict=True):
        seals.pop(model.id, None)
        if not discrepancies:
            seals[model.id] = seal(model, sources)
    write_seals(record, seals)
    held = len(found) - sum(map(bool, found))
    tell(f"Recorded {held} of {len(models)} model{'' if len(models) == 1 else 's'} in {record}.")
