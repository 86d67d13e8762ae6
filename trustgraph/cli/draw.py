"""trustgraph draw."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import click
import msgspec

from trustgraph.charts import chart
from trustgraph.cli.advice import advice
from trustgraph.cli.source import MODEL, read_model, refuse_itself
from trustgraph.cli.terminal import hand_over, say, tell
from trustgraph.cli.viewing import check_view_options, view_of, view_options, words
from trustgraph.cli.watching import check_watched, keep_doing
from trustgraph.drawing.docx import paint_docx
from trustgraph.drawing.engines import ENGINES
from trustgraph.drawing.pages import paint_pdf, paint_png
from trustgraph.drawing.picture import PAINTERS, UNPLACED, Painter, Picture, painter_of, suffix_of
from trustgraph.drawing.picture import draw as draw_picture
from trustgraph.model import Model
from trustgraph.records import View
from trustgraph.vocabulary import Style


@click.command(short_help="Draw the governance chart of a model.")
@MODEL
@click.argument("out", required=False)
@view_options("its first view")
@click.option("--title", help="The chart's title.")
@click.option(
    "--style",
    type=words(Style),
    help="Lines only, or in each box who sits on the body, the chair first. [default: the view's, else lines]",
)
@click.option("--clauses", is_flag=True, help="Print on each line the clause that states it.")
@click.option("--unfold", is_flag=True, help="Draw the bodies within a starred box.")
@click.option(
    "--paper",
    type=click.Choice(["A4", "A3", "none"], case_sensitive=False),
    metavar="[A4|A3|none]",
    default="A4",
    show_default=True,
    help="The page; a chart too large for A4 goes on A3, and what A3 does not hold on several.",
)
@click.option("--portrait/--landscape", default=None, help="How the page lies. [default: whichever fits]")
@click.option(
    "--engine",
    type=click.Choice(ENGINES, case_sensitive=False),
    help="The layout engine. [default: the first that is here]",
)
@click.option(
    "--no-table", is_flag=True, help="Leave out the table of relationships that follows the chart in PDF and Word."
)
@click.option("--dpi", type=click.IntRange(36, 1200), default=150, show_default=True, help="Dots an inch of a PNG.")
@click.option("--alt", is_flag=True, help="Print the chart in sentences, for its text alternative.")
@click.option(
    "--to",
    metavar="FORMAT",
    help="The format, where OUT is -: svg, pdf, png, html, pptx, docx, drawio, dot, mmd or layout.json.",
)
@click.option("--watch", is_flag=True, help="Draw it anew whenever MODEL is saved, until Ctrl-C; needs watchfiles.")
def draw(source: str, out: str | None, **options: Any) -> None:
    """Draw the chart of MODEL into OUT, or - for standard output.

    OUT ends in .svg, .pdf, .png, .html, .pptx, .docx, .drawio, .dot, .mmd or .layout.json.

    The chart is that of the first view the model declares, or of everything where it declares none.
    """
    if out is None and not options["alt"]:
        raise click.UsageError("Name the file to draw into, such as chart.pdf.")
    check_view_options(options)
    suffix = "" if out is None else _suffix(out, options["to"])
    if out is not None:
        refuse_itself(source, out)
    work = partial(_draw, source, out, suffix, options)
    if options["watch"]:
        _check_rewritten(out)
        check_watched(source)
        keep_doing(work, source)
    work()


def _check_rewritten(out: str | None) -> None:
    """Raise UsageError where there is no file to draw into again and again."""
    if out in (None, "-"):
        raise click.UsageError("With --watch, name the file to draw into, such as chart.svg.")


def _draw(source: str, out: str | None, suffix: str, options: dict[str, Any]) -> None:
    model = read_model(source)
    view = _dressed(view_of(model, options["view_name"], options), options)
    if options["alt"]:
        say("\n".join(chart(model, view).outline))
    if out is not None:
        _draw_into(out, suffix, model, view, options)


def _dressed(view: View, options: dict[str, Any]) -> View:
    """Return the view as the options want its chart to look."""
    changes = {name: True for name in ("clauses", "unfold") if options[name]}
    changes |= {name: options[name] for name in ("title", "style") if options[name] is not None}
    dressed: View = msgspec.structs.replace(view, **changes)
    return dressed


def _suffix(out: str, to: str | None) -> str:
    """Return the format, before anything is read: a wrong one should not cost a wait."""
    if out == "-" and to is None:
        raise click.UsageError(f"With - as OUT, say which format: --to {' or '.join(each[1:] for each in PAINTERS)}.")
    suffix = f".{to}" if out == "-" else suffix_of(Path(out))
    if suffix not in PAINTERS:
        raise click.UsageError(f"{out}: no format '{suffix}'. Use one of {', '.join(PAINTERS)}.")
    return suffix


def _draw_into(out: str, suffix: str, model: Model, view: View, options: dict[str, Any]) -> None:
    portrait, paper = options["portrait"], options["paper"]
    orientation = None if portrait is None else ("portrait" if portrait else "landscape")
    if suffix in UNPLACED:
        picture = Picture(model, chart(model, view), ())
    else:
        picture = draw_picture(model, view, paper=paper, orientation=orientation, engine=options["engine"])
    painter = _painter(suffix, options)
    if out == "-":
        hand_over(b"".join(picture.paint(suffix, painter)))
    else:
        written = picture.save(out, painter=painter)
        tell(f"Wrote {', '.join(map(str, written))}.")
    for note in advice(picture, view, suffix, paper):
        tell(f"note: {note}")


def _painter(suffix: str, options: dict[str, Any]) -> Painter:
    """Return what paints a format as the options want it."""
    match suffix:
        case ".png":
            return partial(paint_png, dpi=options["dpi"])
        case ".pdf":
            return partial(paint_pdf, table=not options["no_table"])
        case ".docx":
            return partial(paint_docx, table=not options["no_table"])
        case _:
            return painter_of(suffix)
