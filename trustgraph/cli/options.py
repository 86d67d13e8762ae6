"""trustgraph options."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from trustgraph.cli.printing import deliver, kind_of, print_options
from trustgraph.cli.source import read_model
from trustgraph.errors import FormatError, ModelError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trustgraph.comparison.appraisal import Option
    from trustgraph.model import Model

FORMATS = ("text", "md", "html", "json")


@click.command(short_help="Set options for an arrangement side by side with it.")
@click.argument("base", metavar="BASE")
@click.argument("scenarios", metavar="SCENARIO...", nargs=-1, required=True)
@print_options(FORMATS)
def options(base: str, scenarios: tuple[str, ...], kind: str | None, out: str | None) -> None:
    """Set the model BASE and each SCENARIO for it side by side: figures, findings, and what is claimed.

    A SCENARIO is a YAML file of steps, the name of one that comes with trustgraph, or a model of its own.
    """
    from trustgraph.comparison.appraisal import appraise
    from trustgraph.reports.options import as_json, options_report

    kind = kind_of(kind, out, FORMATS)
    model = read_model(base)
    appraisals = appraise(model, _options(model, scenarios))
    report = options_report(appraisals)
    printed = {"text": report.text, "md": report.markdown, "html": report.page}
    text = as_json(appraisals) if kind == "json" else printed[kind]() + "\n"
    deliver(text.encode(), out)


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
