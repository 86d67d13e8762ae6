"""A comparison as one page of HTML of its own: charts side by side, then the sentences, tables, matches and annex."""

from __future__ import annotations

import re
from html import escape
from importlib.resources import files

import msgspec

from trustgraph.charts import Chart, chart
from trustgraph.comparison.cells import Answer, Cell, Ground, Said
from trustgraph.comparison.comparing import Comparison
from trustgraph.drawing.geometry import Drawing
from trustgraph.drawing.layout import layout
from trustgraph.drawing.svg import paint_svg
from trustgraph.model import Model
from trustgraph.records import View
from trustgraph.reports import comparison as told
from trustgraph.tables import Table

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SVG_NAMES = re.compile(r'(\bid="|href="#|url\(#|aria-labelledby="|aria-describedby=")')


def as_html(comparison: Comparison) -> str:
    """Return a comparison as a page of HTML that holds all it needs; raises RenderError where drawing fails."""
    style = files("trustgraph.reports").joinpath("comparison.css").read_text(encoding="utf-8")
    heading = escape(told.title(comparison))
    parts = (
        f"<h1>{heading}</h1>",
        f'<p class="standing">{escape(told.standing(comparison))}</p>',
        _contents(),
        _charts(comparison),
        _sentences(comparison),
        _answers(comparison),
        _section("matches", "Which bodies are taken for counterparts", _scrolled(told.matched(comparison))),
        _section("annex", "Annex: what each sentence rests on", _scrolled(told.annex(comparison))),
    )
    head = (
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{heading}</title>\n<style>\n{style}</style>"
    )
    body = (
        '<a class="skip" href="#main">Skip to the comparison</a>\n<main id="main">\n' + "\n".join(parts) + "\n</main>"
    )
    return f'<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n'


def _contents() -> str:
    links = {
        "charts": "Charts",
        "findings": "Findings",
        "answers": "Question by question",
        "matches": "Matches",
        "annex": "Annex",
    }
    items = "".join(f'<li><a href="#{name}">{text}</a></li>' for name, text in links.items())
    return f'<nav aria-label="On this page"><ul>{items}</ul></nav>'


def _section(name: str, heading: str, inside: str) -> str:
    return f'<section id="{name}">\n<h2>{escape(heading)}</h2>\n{inside}\n</section>'


def _scrolled(table: Table) -> str:
    """Return a table in a frame of its own, which a keyboard can scroll."""
    label = escape(table.caption, quote=True)
    return f'<div class="wide" role="region" aria-label="{label}" tabindex="0">\n{table.html()}\n</div>'


def _charts(comparison: Comparison) -> str:
    letters = _lettered(comparison)
    models = zip(comparison.models, comparison.labels, strict=True)
    figures = "\n".join(
        _figure(number, model, label, _letters_of(comparison, model, letters))
        for number, (model, label) in enumerate(models, 1)
    )
    titles = {row.part: row.title for row in comparison.matches}
    key = "".join(f"<li><b>{letter}</b> {escape(titles[part])}</li>" for part, letter in letters.items())
    legend = f'<p>Bodies that are taken for counterparts bear the same letter.</p>\n<ul class="key">{key}</ul>'
    return _section("charts", "Charts", f'{legend}\n<div class="charts">\n{figures}\n</div>')


def _lettered(comparison: Comparison) -> dict[str, str]:
    """Return a letter for each part that bodies of two arrangements or more play; "AA" follows "Z"."""
    played: dict[str, set[str]] = {}
    for row in comparison.matches:
        if row.bodies:
            played.setdefault(row.part, set()).add(row.model)
    common = [part for part, models in played.items() if len(models) > 1]
    return {part: _LETTERS[at % 26] * (at // 26 + 1) for at, part in enumerate(common)}


def _letters_of(comparison: Comparison, model: Model, letters: dict[str, str]) -> dict[str, str]:
    """Return the letters that bodies of one arrangement bear, by id."""
    rows = (row for row in comparison.matches if row.model == model.id and row.part in letters)
    return {body: letters[row.part] for row in rows for body in row.bodies}


def _figure(number: int, model: Model, label: str, letters: dict[str, str]) -> str:
    drawn = _chart(model, letters)
    pages = layout(drawn, paper="none")
    pictures = "\n".join(
        _inlined(paint_svg(Drawing(model, drawn, (page,))).decode(), f"m{number}p{at}-")
        for at, page in enumerate(pages)
    )
    return f"<figure>\n{pictures}\n<figcaption>{escape(label)}: {escape(drawn.title)}</figcaption>\n</figure>"


def _chart(model: Model, letters: dict[str, str]) -> Chart:
    """Return the chart of a model with its matched bodies in one order and marked by letters."""
    view = model.view()
    order = [body for body in letters if body not in view.hide]
    rest = [body for body in view.order if body not in order]
    drawn = chart(
        model, msgspec.structs.replace(view, order=(*order, *rest)) if order else View() if not model.views else view
    )
    boxes = tuple(
        box._replace(name=f"{letters[box.id]}: {box.name}" if box.id in letters else box.name) for box in drawn.boxes
    )
    return drawn._replace(boxes=boxes)


def _inlined(svg: str, prefix: str) -> str:
    """Return a picture as part of a page: without its prologue, with names no other picture has."""
    start = svg.index("<svg")
    return _SVG_NAMES.sub(lambda match: f"{match[1]}{prefix}", svg[start:])


def _sentences(comparison: Comparison) -> str:
    parts = []
    for heading, sentences in told.by_sharing(comparison):
        items = "".join(f'<li value="{each.number}">{escape(each.text)}</li>\n' for each in sentences)
        parts.append(f"<h3>{heading}</h3>\n<ol>\n{items}</ol>")
    return _section("findings", "Findings", "\n".join(parts))


def _answers(comparison: Comparison) -> str:
    """Return a table for each group of questions; its roles are said, since a narrow screen shows it as blocks."""
    pairs = [*zip(comparison.rows, comparison.cells, strict=True)]
    columns = ("Question", *comparison.labels)
    head = "".join(f'<th scope="col" role="columnheader">{escape(label)}</th>' for label in columns)
    tables = []
    for group in dict.fromkeys(row.group for row, _ in pairs):
        rows = "".join(_row(comparison, row.title, cells) for row, cells in pairs if row.group == group)
        name = escape(group, quote=True)
        tables.append(
            f'<div class="wide" role="region" aria-label="{name}" tabindex="0">\n<table class="answers" role="table">\n'
            f'<caption>{name}</caption>\n<thead role="rowgroup"><tr role="row">{head}</tr></thead>\n'
            f'<tbody role="rowgroup">\n{rows}</tbody>\n</table>\n</div>'
        )
    return _section("answers", "Question by question", "\n".join(tables))


def _row(comparison: Comparison, title: str, cells: tuple[Cell, ...]) -> str:
    pairs = zip(comparison.labels, cells, strict=True)
    inside = "".join(_cell(label, cell) for label, cell in pairs)
    return f'<tr role="row"><th scope="row" role="rowheader">{escape(title)}</th>{inside}</tr>\n'


def _cell(label: str, cell: Cell) -> str:
    mark = cell.ground if cell.answer is Answer.YES and cell.ground else cell.answer.phrase
    statements = "".join(_said(each, cell) for each in cell.said)
    return (
        f'<td role="cell" data-label="{escape(label, quote=True)}" class="{cell.answer.value}">'
        f'<span class="mark">{escape(str(mark))}</span>{statements}</td>'
    )


def _said(said: Said, cell: Cell) -> str:
    """Return a statement with its clauses, and its ground where the mark of the cell does not say it."""
    ground = [] if said.ground in (Ground.STATED, cell.ground) else [str(said.ground)]
    remark = "; ".join([*ground, *said.clauses])
    clause = f" <cite>{escape(remark)}</cite>" if remark else ""
    return f"<p>{escape(said.text)}{clause}</p>"
