"""trustgraph options."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from trustgraph.cli.source import read_model
from trustgraph.cli.terminal import hand_over, shown, tell
from trustgraph.errors import FormatError, ModelError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trustgraph.comparison.appraisal import Option
    from trustgraph.model import Model

FORMATS = ("text", "md", "html", "json")


@click.command(short_help="Set options for an arrangement side by side with it.")
@click.argument("base", metavar="BASE")
@click.argument("scenarios", metavar="SCENARIO...", nargs=-1, required=True)
@click.option("--format", "kind", type=click.Choice(FORMATS), default="text", help="How to print it. [default: text]")
@click.option("-o", "out", metavar="FILE", help="Write to this file rather than to standard output.")
def options(base: str, scenarios: tuple[str, ...], kind: str, out: str | None) -> None:
    """Set the model BASE and each SCENARIO for it side by side: figures, findings, and what is claimed.

    A SCENARIO is a YAML file of steps, the name of one that comes with trustgraph, or a model of its own.
    """
    from trustgraph.comparison.appraisal import appraise
    from trustgraph.files import write
    from trustgraph.reports.options import as_json, options_report

    model = read_model(base)
    appraisals = appraise(model, _options(model, scenarios))
    report = options_report(appraisals)
    printed = {"text": report.text, "md": report.markdown, "html": report.page}
    text = as_json(appraisals) if kind == "json" else printed[kind]() + "\n"
    if out is None:
        hand_over(shown(text).encode())
    else:
        write(out, text.encode())
        tell(f"Wrote {out}.")


def _options(base: Model, sources: Iterable[str]) -> list[Option]:
    """Return the arrangements that scenarios lead to, or models; raises FormatError with the problems of all."""
    from trustgraph.comparison.appraisal import Option
    from trustgraph.comparison.scenarios import apply, is_scenario

    found: list[Option] = []
    problems: list[Problem] = []
    for source in sources:
        try:
            whole = not is_scenario(source)
            found.append(Option(read_model(source) if whole else apply(base, source), told_anew=whole))
        except (FormatError, ModelError) as error:
            problems += error.problems
    if problems:
        raise FormatError(problems)
    return found
