"""A chart as Mermaid, for wikis: boxes, lines and labels; where boxes stand is left to Mermaid."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from trustgraph.characters import visible
from trustgraph.charts import Line
from trustgraph.charts.lines import WORDLESS
from trustgraph.charts.words import POWER, TIE, UNSTATED
from trustgraph.drawing.geometry import Drawing
from trustgraph.drawing.looks import BOXES, CHALLENGER, BoxLook, line_look
from trustgraph.vocabulary import Basis

# all that could end a text, begin a comment, a directive, an entity or a tag is written as its number
_SPECIAL = re.compile(r"""[!-&*+;-@[-^`{-~]""")


def print_mermaid(drawing: Drawing) -> bytes:
    """Return the chart as a Mermaid flowchart: a node a box and an arrow a line, then one for the notes."""
    return ("\n".join(_statements(drawing)) + "\n").encode()


def quotable(text: str) -> str:
    """Return a text that stands for itself between Mermaid's quotes."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "<br/>".join(_SPECIAL.sub(lambda found: f"#{ord(found[0])};", visible(line)) for line in lines)


def _statements(drawing: Drawing) -> Iterator[str]:
    chart = drawing.chart
    if title := " ".join(" · ".join(filter(None, (chart.title, chart.subtitle))).split()):
        # any text of JSON is one of YAML
        yield from ("---", f"title: {json.dumps(visible(title), ensure_ascii=False)}", "---")
    yield "%% The tiers and rows of the chart are not kept: Mermaid decides where boxes stand."
    yield "flowchart BT"
    if chart.title:
        yield f"accTitle: {quotable(chart.title)}"
    numbers = {box.id: f"n{order}" for order, box in enumerate(chart.boxes)}
    for box in chart.boxes:
        name = quotable("\n".join([box.caption, *box.details])) or " "
        opening, closing = ("([", "])") if box.post else ("[", "]")
        style = "challenger" if box.challenger else box.tier.value
        yield f'{numbers[box.id]}{opening}"{name}"{closing}:::{style}'
    for line in chart.lines:
        label = f'|"{quotable(words)}"|' if (words := _words(line)) else ""
        yield f"{numbers[line.subject]} {_arrow(line)}{label} {numbers[line.target]}"
    if notes := quotable("\n".join(chart.notes)):
        yield f'notes["{notes}"]:::notes'
    yield from (_link_style(order, line) for order, line in enumerate(chart.lines))
    styles = {"challenger": CHALLENGER, **{tier.value: look for tier, look in BOXES.items()}}
    used = {"challenger" if box.challenger else box.tier.value for box in chart.boxes}
    yield from (_class(name, look) for name, look in styles.items() if name in used)
    if notes:
        yield "classDef notes fill:none,stroke:none,text-align:left"


def _words(line: Line) -> str:
    """Return what a line says, with what the legend of a picture says of it."""
    kinds = ", ".join(kind.phrase for kind in line.kinds if kind in WORDLESS) if line.keys else TIE
    doubts = [] if line.force.completes else [POWER]
    doubts += [] if line.basis is Basis.STATED else [UNSTATED]
    return " ".join([": ".join(filter(None, (kinds, line.label))), *(f"({doubt})" for doubt in doubts)]).strip()


def _arrow(line: Line) -> str:
    """Return the arrow of a line; Mermaid has only one head, so colour and dash tell the families."""
    return "<-->" if line.mutual else "-->"


def _link_style(order: int, line: Line) -> str:
    look = line_look(line.family, line.force, line.basis)
    dash = f",stroke-dasharray:{' '.join(f'{length:g}' for length in look.dash)}" if look.dash else ""
    return f"linkStyle {order} stroke:{look.colour},stroke-width:{look.width:g}px{dash}"


def _class(name: str, look: BoxLook) -> str:
    dash = f",stroke-dasharray:{' '.join(f'{length:g}' for length in look.dash)}" if look.dash else ""
    return f"classDef {name} fill:{look.fill},stroke:{look.outline},color:{look.ink}{dash}"
