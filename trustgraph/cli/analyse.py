"""trustgraph analyse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from trustgraph.cli.source import read_model
from trustgraph.cli.terminal import hand_over, shown, tell
from trustgraph.cli.viewing import check_view_options, view_of, view_options, words
from trustgraph.vocabulary import Topic

if TYPE_CHECKING:
    from trustgraph.model import Model
    from trustgraph.reports.answers import Question

FORMATS = ("text", "json", "csv", "md")
# the options that are a question's own
_OWN = ("topic", "strict", "lift", "of", "pack", "as_if_in_force")


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
@click.option("--of", metavar="BODY", help="Only of this body.")
@click.option("--pack", metavar="NAME", help="Of the statute of this pack, such as children-act-2004.")
@click.option("--as-if-in-force", is_flag=True, help="With --pack: as if the statute had been in force.")
@view_options("everything")
@click.option("--format", "kind", type=click.Choice(FORMATS), default="text", help="How to print it. [default: text]")
@click.option("-o", "out", metavar="FILE", help="Write to this file rather than to standard output.")
def analyse(sources: tuple[str, ...], name: str, kind: str, out: str | None, **options: Any) -> None:
    """Ask each MODEL a question, and print the answer with its clauses.

    Several models are answered one after the other, or as one table with a column "model".
    """
    from trustgraph.files import write
    from trustgraph.reports.answers import question
    from trustgraph.views import select

    check_view_options(options)
    asked = question(name)
    asking = _asking(name, asked, options)
    models = [read_model(source) for source in sources]
    models = [select(model, view_of(model, options["view_name"] or "all", options)) for model in models]
    text = _printed(name, models, kind, asking)
    if out is None:
        hand_over(shown(text).encode())
    else:
        write(out, text.encode())
        tell(f"Wrote {out}.")


def _asking(name: str, asked: Question, options: dict[str, Any]) -> dict[str, Any]:
    """Return the options of the question that were used; raises UsageError for one it has not, or not without."""
    used = {option: options[option] for option in _OWN if options[option]}
    for option in used:
        if option not in asked.options:
            known = ", ".join(map(_flag, asked.options)) or "none"
            raise click.UsageError(f"{_flag(option)}: '{name}' does not take it. Options of its own: {known}.")
    for option in asked.needed:
        if option not in used:
            raise click.UsageError(f"'{name}' needs {_flag(option)}; `trustgraph rules` lists the packs.")
    return used


def _flag(option: str) -> str:
    return f"--{option.replace('_', '-')}"


def _printed(name: str, models: Sequence[Model], kind: str, asking: dict[str, Any]) -> str:
    """Return the answers as they are printed: reports in words, or one table of all models."""
    from trustgraph.reports.answers import question, tabulate

    asked = question(name)
    if kind in ("text", "md"):
        reports = [asked.told(model, **asking) for model in models]
        return "\n\n".join(report.text() if kind == "text" else report.markdown() for report in reports) + "\n"
    table = tabulate(name, models, **asking)
    if len(models) == 1:
        table = table.without("model")
    return table.csv() if kind == "csv" else table.json() + "\n"
