"""trustgraph draw."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import click
import msgspec

from trustgraph import dates
from trustgraph.charts import chart
from trustgraph.cli.advice import advice
from trustgraph.cli.source import MODEL, read_model, refuse_itself
from trustgraph.cli.terminal import hand_over, say, tell
from trustgraph.drawing.layout import ENGINES
from trustgraph.drawing.pages import paint_pdf
from trustgraph.drawing.picture import PAINTERS, UNPLACED, Picture, suffix_of
from trustgraph.drawing.picture import draw as draw_picture
from trustgraph.model import Model
from trustgraph.records import View
from trustgraph.vocabulary import Family, Tier


@click.command(short_help="Draw the governance chart of a model.")
@MODEL
@click.argument("out", required=False)
@click.option(
    "--view", "view_name", metavar="ID", help='A view the model declares, or "all". [default: its first view]'
)
@click.option(
    "--tier",
    "tiers",
    type=click.Choice([str(tier) for tier in Tier], case_sensitive=False),
    multiple=True,
    help="Only bodies of this tier; repeatable.",
)
@click.option(
    "--family",
    "families",
    type=click.Choice([str(family) for family in Family], case_sensitive=False),
    multiple=True,
    help="Only lines of this family.",
)
@click.option("--around", metavar="BODY", help="Only this body and what is near it.")
@click.option("--steps", type=click.IntRange(0), help="With --around: how many lines away. [default: 1]")
@click.option("--as-at", metavar="DATE", help="Only what holds at this date: 2016, 2016-04 or 2016-04-01.")
@click.option("--title", help="The chart's title.")
@click.option(
    "--paper",
    type=click.Choice(["A4", "A3", "none"], case_sensitive=False),
    metavar="[A4|A3|none]",
    default="A4",
    show_default=True,
    help="The page.",
)
@click.option("--portrait/--landscape", default=None, help="How the page lies. [default: whichever fits]")
@click.option(
    "--engine",
    type=click.Choice(ENGINES, case_sensitive=False),
    help="The layout engine. [default: the first that is here]",
)
@click.option("--no-table", is_flag=True, help="Leave out the table of relationships that follows a PDF's chart.")
@click.option("--alt", is_flag=True, help="Print the chart in sentences, for its text alternative.")
@click.option("--to", metavar="FORMAT", help="The format, where OUT is -: svg, pdf, png, dot, mmd or layout.json.")
def draw(source: str, out: str | None, view_name: str | None, **options: Any) -> None:
    """Draw the chart of MODEL into OUT: .svg, .pdf, .png, .dot, .mmd or .layout.json, or - for standard output.

    The chart is that of the first view the model declares, or of everything where it declares none.
    """
    if out is None and not options["alt"]:
        raise click.UsageError("Name the file to draw into, such as chart.pdf.")
    if options["as_at"] and (what := dates.problem(options["as_at"])):
        raise click.UsageError(f"--as-at: {what}.")
    suffix = "" if out is None else _suffix(out, options["to"])
    if out is not None:
        refuse_itself(source, out)
    model = read_model(source)
    view = _view(model, view_name, options)
    if options["alt"]:
        say("\n".join(chart(model, view).outline))
    if out is not None:
        _draw_into(out, suffix, model, view, options)


def _suffix(out: str, to: str | None) -> str:
    """Return the format, before anything is read: a wrong one should not cost a wait."""
    if out == "-" and to is None:
        raise click.UsageError(f"With - as OUT, say which format: --to {' or '.join(each[1:] for each in PAINTERS)}.")
    suffix = f".{to}" if out == "-" else suffix_of(Path(out))
    if suffix not in PAINTERS:
        raise click.UsageError(f"{out}: no format '{suffix}'. Use one of {', '.join(PAINTERS)}.")
    return suffix


def _view(model: Model, name: str | None, options: dict[str, Any]) -> View:
    """Return the view that is asked for, narrowed by the options."""
    names = ("around", "steps", "as_at", "title")
    changes = {name: options[name] for name in names if options[name] is not None}
    if options["tiers"]:
        changes["tiers"] = tuple(map(Tier, options["tiers"]))
    if options["families"]:
        changes["families"] = tuple(map(Family, options["families"]))
    view = msgspec.structs.replace(model.view(name), **changes)
    if "steps" in changes and view.around is None:
        raise click.UsageError("--steps counts from a body: name it with --around.")
    return view


def _draw_into(out: str, suffix: str, model: Model, view: View, options: dict[str, Any]) -> None:
    portrait, paper = options["portrait"], options["paper"]
    orientation = None if portrait is None else ("portrait" if portrait else "landscape")
    if suffix in UNPLACED:
        picture = Picture(model, chart(model, view), ())
    else:
        picture = draw_picture(model, view, paper=paper, orientation=orientation, engine=options["engine"])
    painter = partial(paint_pdf, table=False) if suffix == ".pdf" and options["no_table"] else None
    if out == "-":
        hand_over(b"".join(picture.paint(suffix, painter)))
    else:
        written = picture.save(out, painter=painter)
        tell(f"Wrote {', '.join(map(str, written))}.")
    for note in advice(picture, view, suffix, paper):
        tell(f"note: {note}")
