"""A comparison as one page of HTML of its own: charts side by side, then the sentences, tables, matches and annex."""

from __future__ import annotations

import re

from trustgraph.comparison.cells import Answer, Cell, Ground, Said
from trustgraph.comparison.comparing import Comparison
from trustgraph.drawing.geometry import Drawing
from trustgraph.drawing.inlay import printed_sample
from trustgraph.drawing.svg import paint_svg
from trustgraph.reports import comparison as told
from trustgraph.reports.framed import framed
from trustgraph.reports.webpage import scrolled, scrolling, webpage
from trustgraph.tables import escaped

_SVG_NAMES = re.compile(r'(\bid="|href="#|url\(#|aria-labelledby="|aria-describedby=")')


def as_html(comparison: Comparison) -> str:
    """Return a comparison as a page of HTML that holds all it needs; raises RenderError where drawing fails."""
    heading = escaped(told.title(comparison))
    parts = (
        f"<h1>{heading}</h1>",
        f'<p class="standing">{escaped(told.standing(comparison))}</p>',
        _contents(),
        _charts(comparison),
        _sentences(comparison),
        _answers(comparison),
        _section("matches", "Which bodies are taken for counterparts", scrolled(told.matched(comparison))),
        _section("annex", "Annex: what each sentence rests on", scrolled(told.annex(comparison))),
    )
    return webpage(told.title(comparison), "\n".join(parts), "comparison.css")


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
    return f'<section id="{name}">\n<h2>{escaped(heading)}</h2>\n{inside}\n</section>'


def _charts(comparison: Comparison) -> str:
    charts = framed(comparison)
    if not charts.letters:
        return _section("charts", "Charts", "<p>No body plays a part that could be drawn.</p>")
    pairs = zip(charts.drawings, comparison.labels, charts.left_off, strict=True)
    figures = "\n".join(_figure(number, each) for number, each in enumerate(pairs, 1))
    key = "".join(f"<li><b>{letter}</b> {escaped(title)}</li>" for letter, title in charts.letters.items())
    first = charts.drawings[0]
    lines = "".join(f"<li>{printed_sample(first, each)} {escaped(each.text)}</li>" for each in charts.legend)
    return _section(
        "charts",
        "Charts",
        f"<p>{_EXPLAINED}</p>\n"
        f'<ul class="key" aria-label="Parts">{key}</ul>\n<ul class="key" aria-label="Lines">{lines}</ul>\n'
        f'<div class="charts" role="region" aria-label="Charts side by side" tabindex="0" '
        f'style="--across: {min(len(comparison.models), 3)}">\n{figures}\n</div>',
    )


_EXPLAINED = (
    "Every chart has the same places: counterparts bear the same letter, in the same place and colour, and a dotted "
    "box is a part for which no counterpart was found. Drawn is who answers or reports to whom, who challenges, and "
    "who tasks, directs or delegates; what each line is about stands in the tables."
)


def _figure(number: int, each: tuple[Drawing, str, str]) -> str:
    drawing, label, left_off = each
    picture = _inlined(paint_svg(drawing, paper=False).decode(), f"m{number}-")
    note = f"<p>{escaped(left_off)}</p>" if left_off else ""
    return f"<figure>\n{picture}\n<figcaption><b>{escaped(label)}</b>{note}</figcaption>\n</figure>"


def _inlined(svg: str, prefix: str) -> str:
    """Return a picture as part of a page: without its prologue, with names no other picture has."""
    start = svg.index("<svg")
    return _SVG_NAMES.sub(lambda match: f"{match[1]}{prefix}", svg[start:])


def _sentences(comparison: Comparison) -> str:
    parts = []
    for heading, sentences in told.by_sharing(comparison):
        items = "".join(f'<li value="{each.number}">{escaped(each.text)}</li>\n' for each in sentences)
        parts.append(f"<h3>{heading}</h3>\n<ol>\n{items}</ol>")
    return _section("findings", "Findings", "\n".join(parts))


def _answers(comparison: Comparison) -> str:
    """Return a table for each group of questions; its roles are said, since a narrow screen shows it as blocks."""
    pairs = [*zip(comparison.rows, comparison.cells, strict=True)]
    columns = ("Question", *comparison.labels)
    head = "".join(f'<th scope="col" role="columnheader">{escaped(label)}</th>' for label in columns)
    tables = []
    for group in dict.fromkeys(row.group for row, _ in pairs):
        rows = "".join(_row(comparison, row.title, cells) for row, cells in pairs if row.group == group)
        table = (
            f'<table class="answers" role="table">\n<caption>{escaped(group)}</caption>\n'
            f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>\n'
            f'<tbody role="rowgroup">\n{rows}</tbody>\n</table>'
        )
        tables.append(scrolling(group, table))
    return _section("answers", "Question by question", "\n".join(tables))


def _row(comparison: Comparison, title: str, cells: tuple[Cell, ...]) -> str:
    pairs = zip(comparison.labels, cells, strict=True)
    inside = "".join(_cell(label, cell) for label, cell in pairs)
    return f'<tr role="row"><th scope="row" role="rowheader">{escaped(title)}</th>{inside}</tr>\n'


def _cell(label: str, cell: Cell) -> str:
    mark = cell.ground if cell.answer is Answer.YES and cell.ground else cell.answer.phrase
    statements = "".join(_said(each, cell) for each in cell.said)
    return (
        f'<td role="cell" data-label="{escaped(label)}" class="{cell.answer.value}">'
        f'<span class="mark">{escaped(str(mark))}</span>{statements}</td>'
    )


def _said(said: Said, cell: Cell) -> str:
    """Return a statement with its clauses, and its ground where the mark of the cell does not say it."""
    ground = [] if said.ground in (Ground.STATED, cell.ground) else [str(said.ground)]
    remark = "; ".join([*ground, *said.clauses])
    clause = f" <cite>{escaped(remark)}</cite>" if remark else ""
    return f"<p>{escaped(said.text)}{clause}</p>"
