"""Mermaid: the chart's boxes and lines as a flowchart in which no name is read as Mermaid."""

from __future__ import annotations

import re

import pytest
import yaml

from tests.sketches import rich_drawing, small_drawing
from trustgraph.charts.words import POWER, UNSTATED
from trustgraph.drawing.geometry import Drawing
from trustgraph.drawing.mermaid import print_mermaid, quotable
from trustgraph.vocabulary import Basis, Force, Kind

NODE = re.compile(r'n\d+\(?\["(.*)"\]\)?:::\w+')
EDGE = re.compile(r'n\d+ (?:-->|<-->|---)(?:\|"(.*)"\|)? n\d+')
NAMES = [
    '"]; evil["',
    "end",
    "a --> b",
    "%% comment",
    "%%{init: {}}%%",
    "#quot;",
    "`code`",
    "<script>",
    "a|b",
    "x;y",
    "[(x)]",
]


def statements(drawing: Drawing) -> list[str]:
    """Return the lines of the flowchart."""
    return print_mermaid(drawing).decode().splitlines()


def texts(pattern: re.Pattern[str], drawing: Drawing) -> list[str]:
    """Return what stands between quotes in the statements of a form, entities resolved."""
    found = [match[1] or "" for each in statements(drawing) if (match := pattern.fullmatch(each))]
    return [re.sub(r"#(\d+);", lambda number: chr(int(number[1])), text) for text in found]


def test_each_box_is_a_node_and_each_line_an_arrow() -> None:
    """Nothing is lost or added."""
    drawing = rich_drawing()
    counts = [len(texts(pattern, drawing)) for pattern in (NODE, EDGE)]
    assert counts == [len(drawing.chart.boxes), len(drawing.chart.lines)]


def test_each_line_has_its_style() -> None:
    """The styles count the arrows from 0."""
    drawing = rich_drawing()
    numbers = [each.split()[1] for each in statements(drawing) if each.startswith("linkStyle")]
    assert numbers == [str(order) for order in range(len(drawing.chart.lines))]


@pytest.mark.parametrize("name", NAMES)
def test_hostile_names_stand_for_themselves(name: str) -> None:
    """A name with all that means something in Mermaid is read back as written, and opens nothing."""
    assert texts(NODE, small_drawing(name))[0] == f"{name}<br/>{name}"
    assert texts(EDGE, small_drawing(name)) == [name]


def test_nothing_special_stands_between_quotes() -> None:
    """What could end a text, begin a comment, an entity or a tag is a number."""
    assert quotable('"#%;<>[]{}|`') == "#34;#35;#37;#59;#60;#62;#91;#93;#123;#125;#124;#96;"


def test_a_line_break_is_a_break() -> None:
    """A name of two lines stays on one line of the file."""
    assert quotable("a\r\nb") == "a<br/>b"


def test_the_file_says_what_is_not_kept() -> None:
    """The first comment tells that tiers are not kept."""
    comments = [each for each in statements(small_drawing()) if each.startswith("%%")]
    assert comments[0].startswith("%% The tiers and rows of the chart are not kept")


@pytest.mark.parametrize("name", ["Board", *NAMES, "a\n---\nb"])
def test_the_title_is_seen(name: str) -> None:
    """Front matter, which begins the file, has the title and the subtitle as one text of YAML."""
    drawing = small_drawing(name)
    drawing = drawing._replace(chart=drawing.chart._replace(subtitle="as at 2016"))
    _, front, _ = print_mermaid(drawing).decode().split("---\n", 2)
    assert yaml.safe_load(front) == {"title": f"{' '.join(name.split())} · as at 2016"}


def test_a_chart_without_a_title_has_no_front_matter() -> None:
    """Nothing is said where there is nothing to say."""
    assert statements(small_drawing(""))[0].startswith("%%")


def test_what_no_legend_explains_is_said_on_the_arrow() -> None:
    """An arrow of Mermaid says who answers to whom, whatever else stands on it."""
    drawing = small_drawing()
    (line,) = drawing.chart.lines
    reports = line._replace(label="", kinds=(Kind.REPORTS_TO,))
    told = {
        reports: "reports to",
        reports._replace(label="progress"): "reports to: progress",
        reports._replace(force=Force.POWER): f"reports to ({POWER})",
        reports._replace(kinds=(Kind.TASKS,), label="tasks", basis=Basis.INFERRED): f"tasks ({UNSTATED})",
        reports._replace(keys=(), kinds=()): "is one of",
    }
    chart = drawing.chart._replace(lines=(*told,))
    assert texts(EDGE, drawing._replace(chart=chart)) == [*told.values()]


def test_notes_are_seen() -> None:
    """What a number in a label stands for is told in a node of its own."""
    assert 'notes["#91;1#93; All of it."]:::notes' in statements(small_drawing(note="[1] All of it."))
