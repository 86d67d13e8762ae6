"""trustgraph analyse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from trustgraph import files
from trustgraph.cli.printing import deliver, kind_of, print_options
from trustgraph.cli.source import read_model
from trustgraph.cli.viewing import check_view_options, view_of, view_options, words
from trustgraph.vocabulary import Family, Topic

if TYPE_CHECKING:
    from trustgraph.model import Model
    from trustgraph.reports.answers import Question

FORMATS = ("text", "json", "csv", "md")
# the options that are a question's own
_OWN = ("topic", "strict", "lift", "of", "families_asked", "pack", "as_if_in_force")


class Asking(click.Command):
    """A verb whose help lists the questions."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of questions."""
        from trustgraph.reports.answers import QUESTIONS

        with formatter.section("Questions"):
            formatter.write_dl([(name, question.asks) for name, question in QUESTIONS.items()])


@click.command(cls=Asking, short_help="Ask an arrangement a question.")
@click.argument("sources", metavar="MODEL...", nargs=-1, required=True)
@click.argument("name", metavar="QUESTION")
@click.option("--topic", type=words(Topic), help="Only lines about this, or about nothing in particular.")
@click.option("--strict", is_flag=True, help="Being accountable only: to report is not to be accountable.")
@click.option("--lift", is_flag=True, help="Carry the lines of posts to the bodies they chair.")
@click.option("--of", metavar="BODY", help="Only of this body, by its id or name.")
@click.option(
    "--families",
    "families_asked",
    type=words(Family),
    multiple=True,
    help="Circles of these lines rather than of account; repeatable.",
)
@click.option("--pack", metavar="NAME", help="Of the statute of this pack, such as children-act-2004.")
@click.option("--as-if-in-force", is_flag=True, help="With --pack: as if the statute had been in force.")
@click.option("--long", "is_long", is_flag=True, help="In JSON and CSV, a row for each element of a list.")
@view_options("everything")
@print_options(FORMATS, "Write to this file; .png and .svg draw the answer.")
def analyse(sources: tuple[str, ...], name: str, kind: str | None, out: str | None, **options: Any) -> None:
    """Ask each MODEL a question, and print the answer with its clauses.

    Several models are answered one after the other, or as one table with a column "model".
    """
    from trustgraph.reports.answers import question
    from trustgraph.views import select

    check_view_options(options)
    asked = question(name)
    used = _used(name, asked, options)
    kind = kind_of(kind, out, (*FORMATS, "plot"))
    if kind == "plot":
        _check_plot(name, sources)
    models = [read_model(source) for source in sources]
    models = [select(model, view_of(model, options["view_name"] or "all", options)) for model in models]
    data = (
        _plotted(name, models[0], out or "", used)
        if kind == "plot"
        else _printed(name, models, kind, used, is_long=options["is_long"]).encode()
    )
    deliver(data, out, ending="\r\n" if kind == "csv" else "\n")


def _used(name: str, asked: Question, options: dict[str, Any]) -> dict[str, Any]:
    """Return the options of the question that were used; raises UsageError for one it has not, or not without."""
    used = {option.removesuffix("_asked"): options[option] for option in _OWN if options[option]}
    for option in used:
        if option not in asked.options:
            offered = {option.removesuffix("_asked") for option in _OWN}
            known = ", ".join(_flag(each) for each in asked.options if each in offered) or "none"
            raise click.UsageError(f"{_flag(option)}: '{name}' does not take it. Options of its own: {known}.")
    for option in asked.needed:
        if option not in used:
            raise click.UsageError(f"'{name}' needs {_flag(option)}; `trustgraph rules` lists the packs.")
    return used


def _flag(option: str) -> str:
    return f"--{option.replace('_', '-')}"


def _check_plot(name: str, sources: Sequence[str]) -> None:
    """Raise UsageError where a question has no plot, or several models are asked for one."""
    from trustgraph.plots import PLOTS

    if name not in PLOTS:
        raise click.UsageError(f"'{name}' has no plot. Those that have one: {', '.join(PLOTS)}.")
    if len(sources) > 1:
        raise click.UsageError("A plot is of one model: draw them one by one.")


def _plotted(name: str, model: Model, out: str, used: dict[str, Any]) -> bytes:
    from trustgraph.plots import PLOTS, painted

    return painted(PLOTS[name](model, **used), files.suffix(out))


def _printed(name: str, models: Sequence[Model], kind: str, used: dict[str, Any], *, is_long: bool) -> str:
    """Return the answers as they are printed: reports in words, or one table of all models."""
    from trustgraph.reports.answers import question, tabulate

    if kind in ("text", "md"):
        asked = question(name)
        reports = [asked.told(model, **_meant(model, used)) for model in models]
        if len(models) > 1:
            titles = [
                f"{model.title or model.id}: {report.title}" for model, report in zip(models, reports, strict=True)
            ]
            reports = [report._replace(title=title) for report, title in zip(reports, titles, strict=True)]
        return "\n\n".join(report.text() if kind == "text" else report.markdown() for report in reports) + "\n"
    tables = [tabulate(name, [model], long=is_long, **_meant(model, used)) for model in models]
    table = tables[0]._replace(rows=tuple(row for each in tables for row in each.rows))
    if len(models) == 1:
        table = table.without("model")
    return table.csv() if kind == "csv" else table.json() + "\n"


def _meant(model: Model, used: dict[str, Any]) -> dict[str, Any]:
    """Return the options with a body that was called by its name called by its id; raises UnknownNameError."""
    from trustgraph import wording

    return used | {"of": wording.named(model, used["of"]).id} if "of" in used else used
