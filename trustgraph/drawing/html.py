"""A drawing as one web page that needs nothing else: the chart, the terms of reference, the tables.

All of it can be read without the page's script, which zooms, picks, searches, filters and marks lines of account. Its
policy lets in the script and the style of this page alone, and nothing from anywhere else.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree as ET

from trustgraph import colours
from trustgraph.charts import Chart
from trustgraph.drawing.dossiers import add_dossiers, add_members, add_relationships
from trustgraph.drawing.elements import add
from trustgraph.drawing.geometry import Drawing, Layout
from trustgraph.drawing.inlay import add_legend, extent, inlaid
from trustgraph.drawing.layout import whole
from trustgraph.drawing.page import flowing
from trustgraph.model import Model
from trustgraph.records import Body, View
from trustgraph.views import select
from trustgraph.vocabulary import Basis, Tier

_HERE = Path(__file__).parent
_COLOURS = ("NAVY", "SLATE", "INK", "PAPER", "BAND", "RULE", "RUST")
_PLACES = {
    "chart": "Chart",
    "bodies": "Bodies and posts",
    "relationships": "Relationships",
    "members": "Members",
}
# what margins, title, legend and notes leave of A4, in points
_ROOM = {"portrait": (510.0, 567.0), "landscape": (756.0, 354.0)}
_LEAST_SCALE = 0.85


def paint_html(drawing: Drawing) -> bytes:
    """Return the drawing as one web page that asks the network for nothing."""
    page = ET.Element("html", {"lang": "en-GB"})
    head, body = add(page, "head"), add(page, "body")
    _add_body(body, drawing)
    script = add(body, "script")
    script.text = _HERE.joinpath("page.js").read_text(encoding="utf-8")
    style = ET.Element("style")
    style.text = _style()
    # the picture may bring a style of its own
    styles = [style, *body.iter("style")]
    add(head, "meta", charset="utf-8")
    add(head, "meta", http_equiv="Content-Security-Policy", content=_policy([script], styles))
    add(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    # else a browser would ask a server for one
    add(head, "link", rel="icon", href="data:,")
    add(head, "title", drawing.chart.title)
    head.append(style)
    ET.indent(page, "")
    text: str = ET.tostring(page, encoding="unicode", method="html")
    return f"<!DOCTYPE html>\n{text}\n".encode()


def _style() -> str:
    """Return the style of the page, which knows the palette by its names."""
    palette = "".join(f"--{name.lower()}:{getattr(colours, name)};" for name in _COLOURS)
    return f":root{{{palette}}}\n" + _HERE.joinpath("page.css").read_text(encoding="utf-8")


def _policy(scripts: list[ET.Element], styles: list[ET.Element]) -> str:
    """Return the content security policy that lets in these scripts and styles by their hashes."""
    return (
        f"default-src 'none'; script-src {_hashes(scripts)}; style-src {_hashes(styles)}; "
        "font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hashes(elements: list[ET.Element]) -> str:
    digests = (sha256((element.text or "").encode()).digest() for element in elements)
    return " ".join(f"'sha256-{b64encode(digest).decode()}'" for digest in digests)


def _add_body(body: ET.Element, drawing: Drawing) -> None:
    # a screen is no paper
    page = whole(drawing)
    body.set("class", _sheet(page))
    add(body, "a", "Skip the chart", href="#bodies", class_="skip")
    header = add(body, "header")
    add(header, "h1", drawing.chart.title, dir="auto")
    if drawing.chart.subtitle:
        add(header, "p", flowing(drawing.chart.subtitle), dir="auto")
    places = add(header, "nav", aria_label="On this page")
    for name, text in _PLACES.items():
        add(places, "a", text, href=f"#{name}")
    main = add(body, "main")
    desk = add(main, "div", class_="desk")
    _add_chart(add(desk, "section", id="chart", aria_labelledby="chart-heading"), drawing, page)
    shown = select(drawing.model, drawing.view)
    names = [name for name in shown if name not in shown.context]
    # what a body is and who sits on it hangs on the date, and not on which lines and other bodies are drawn
    told = select(drawing.model, View(as_at=drawing.view.as_at, stated_only=drawing.view.stated_only))
    _add_bodies(add(desk, "section", id="bodies", aria_labelledby="bodies-heading"), told, names, drawing.chart)
    add_relationships(main, shown)
    add_members(main, told, names)
    if drawing.chart.source:
        add(add(body, "footer"), "p", drawing.chart.source, dir="auto")


def _add_chart(section: ET.Element, drawing: Drawing, page: Layout) -> None:
    """Add the chart with its legend, notes and sentences; what needs the script is hidden until it runs."""
    add(section, "h2", "Chart", id="chart-heading")
    if page.boxes:
        _add_tools(section)
        frame = add(
            section, "div", class_="frame", role="region", tabindex="0", aria_label="Chart, moved by arrow keys"
        )
        frame.append(inlaid(drawing, page))
        add(section, "p", class_="status", role="status")
        _add_filters(section, drawing)
    else:
        add(section, "p", " ".join(text.text for text in page.texts if text.part == "note"))
    if drawing.chart.notes:
        notes = add(section, "ul", class_="notes")
        for note in drawing.chart.notes:
            add(add(notes, "li"), "bdi", note)
    told = add(section, "details")
    add(told, "summary", "The chart in sentences")
    for sentence in drawing.chart.outline:
        add(told, "p", sentence, dir="auto")


def _sheet(page: Layout) -> str:
    """Return the paper on which a chart is printed and how it lies: A4, or A3 where type would become too small."""
    _, _, width, height = extent(page) if page.boxes else (0.0, 0.0, 1.0, 1.0)
    scales = {lies: min(wide / width, high / height) for lies, (wide, high) in _ROOM.items()}
    lies = max(scales, key=lambda lies: scales[lies])
    return f"{'a4' if scales[lies] > _LEAST_SCALE else 'a3'}-{lies}"


def _add_tools(section: ET.Element) -> None:
    """Add the buttons that zoom."""
    tools = add(section, "div", class_="tools", role="group", aria_label="Zoom", hidden="")
    for action, text in (("in", "Zoom in"), ("out", "Zoom out"), ("whole", "Whole chart")):
        add(tools, "button", text, type="button", data_zoom=action)
    add(tools, "p", "Drag or use the arrow keys to move; press + or − to zoom, 0 for the whole chart.", class_="hint")


def _add_filters(section: ET.Element, drawing: Drawing) -> None:
    """Add the legend, whose families can be hidden, and what else the chart can be narrowed by."""
    filters = add(section, "form", class_="filters", aria_label="Legend and filters")
    add_legend(filters, drawing)
    records = (drawing.model[box.id] for box in drawing.chart.boxes)
    used = {record.row for record in records if isinstance(record, Body)}
    if len(used) > 1:
        tiers = add(filters, "fieldset", hidden="")
        add(tiers, "legend", "Tiers")
        for tier in Tier:
            if tier in used:
                label = add(tiers, "label")
                add(label, "input", type="checkbox", checked="", data_hides_tier=tier)
                add(label, "span", tier.capitalize())
    model = drawing.model
    said = (*model.bodies, *model.posts, *model.relationships, *model.memberships)
    if any(record.basis is not Basis.STATED for record in said):
        basis = add(filters, "fieldset", hidden="")
        add(basis, "legend", "What is said")
        label = add(basis, "label")
        add(label, "input", type="checkbox", data_stated_only="")
        add(label, "span", "Only what the paper states")
    add(filters, "button", "Show everything", type="reset", hidden="")


def _add_bodies(section: ET.Element, model: Model, names: Sequence[str], chart: Chart) -> None:
    """Add the terms of reference of bodies and posts, and the field that finds one."""
    add(section, "h2", "Bodies and posts", id="bodies-heading")
    finder = add(section, "form", class_="finder", role="search", hidden="")
    add(finder, "label", "Find a body or post", for_="find")
    add(finder, "input", id="find", type="search", autocomplete="off")
    add(finder, "p", class_="found", role="status")
    add_dossiers(section, model, names, chart)
