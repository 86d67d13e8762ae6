"""Hostile names are inert in every picture, and read back as they were written.

Names with all that means something in SVG, HTML, DOT, Mermaid or typst stand for themselves; characters nobody
can see, or that turn the text around them, are shown as their code.
"""

from __future__ import annotations

import re
import unicodedata
from io import BytesIO
from xml.etree import ElementTree as ET

import pydot
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from tests.sketches import small_drawing
from trustgraph.characters import visible
from trustgraph.drawing.dot import print_dot
from trustgraph.drawing.mermaid import print_mermaid
from trustgraph.drawing.pages import paint_pdf, paint_png
from trustgraph.drawing.svg import paint_svg

# pydot calls pyparsing by its old names
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

SVG = "{http://www.w3.org/2000/svg}"
MARKUP = [
    "</text><script>window.__pwn=1</script>",
    '"><img src=x onerror=alert(1)>',
    "]]>",
    "--><script>alert(1)</script>",
    "<?xml-stylesheet href='x'?>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "javascript:alert(1)",
    "&amp; &lt; &#60;",
    "\\",
    'a"];evil[label="x',
    "\\N",
    "<b>x</b>",
    "<>",
    "{a|b}",
    "x:port",
    "node",
    "graph",
    "%n",
    "%%{init: {'securityLevel': 'loose'}}%%",
    '"]; click n0 "javascript:alert(1)"',
    "end",
    '#import "/etc/passwd"',
    "$x$ *b* _i_ `raw` @ref <label>",
    "=cmd|' /C calc'!A0",
    "[bold]x[/bold]",
]
UNSEEN = [
    ("a\u202eb", "aU+202Eb"),
    ("a\u2066b\u2069", "aU+2066bU+2069"),
    ("a\u200bb", "aU+200Bb"),
    ("a\x1b]8;;x\x07b", "aU+001B]8;;xU+0007b"),
    ("a\x00b", "aU+0000b"),
    ("a\x9bb", "aU+009Bb"),
    ("a\ufeffb", "aU+FEFFb"),
    ("a\ufffeb", "aU+FFFEb"),
    ("a\rb", "aU+000Db"),
]
KEPT = [
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "e\u0301",
    "\u05d5\u05e2\u05d3\u05d4",
    "\u0645\u062c\u0644\u0633",
    "\u59d4\u5458\u4f1a",
    "x" * 300,
]
ALLOWED = {f"{SVG}{tag}" for tag in ("svg", "title", "desc", "g", "rect", "path", "text")}


def parsed(name: str) -> ET.Element:
    """Return the picture of a drawing in which this name stands everywhere."""
    return ET.fromstring(paint_svg(small_drawing(name)))  # noqa: S314 - painted here


def unquoted(label: str) -> str:
    """Return a DOT label as the text it stands for."""
    inside = label.removeprefix('"').removesuffix('"') if label.startswith('"') else label
    lines = re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], inside)
    return lines.replace("&amp;", "&")


def dot_labels(name: str) -> list[str]:
    """Return what pydot reads for the two boxes and the line of a drawing."""
    (graph,) = pydot.graph_from_dot_data(print_dot(small_drawing(name)).decode()) or ()
    nodes = [node for level in graph.get_subgraphs() for node in level.get_nodes() if node.get_name() != "graph"]
    return [unquoted(each.get_label()) for each in (*nodes, *graph.get_edges())]


def mermaid_texts(name: str) -> list[str]:
    """Return what stands between quotes in a drawing's flowchart, entities resolved."""
    text = print_mermaid(small_drawing(name)).decode()
    found = re.findall(r'^n\d.*?"(.*)"', text, re.MULTILINE)
    return [re.sub(r"#(\d+);", lambda number: chr(int(number[1])), each) for each in found]


@pytest.mark.parametrize("name", [*MARKUP, *KEPT])
def test_a_picture_reads_back_what_was_written(name: str) -> None:
    """Box, detail, label, band and title are the name; so is the text alternative."""
    root = parsed(name)
    assert [element.text for element in root.iter(f"{SVG}text")].count(name) == 5
    assert root.findtext(f"{SVG}title") == name


@pytest.mark.parametrize("name", MARKUP)
def test_a_picture_has_no_element_of_somebody_elses(name: str) -> None:
    """Only shapes and text, no attribute that runs, no address, no declaration."""
    picture = paint_svg(small_drawing(name))
    names = {attribute for element in parsed(name).iter() for attribute in element.attrib}
    assert {element.tag for element in parsed(name).iter()} <= ALLOWED
    assert not [attribute for attribute in names if attribute.startswith("on") or "href" in attribute]
    assert b"<!" not in picture
    assert picture.count(b"<?") == 1


@pytest.mark.parametrize("name", [*MARKUP, *KEPT])
def test_dot_reads_back_what_was_written(name: str) -> None:
    """Two boxes and one line come back, with their names."""
    assert dot_labels(name) == [f"{name}\n{name}", "Executive", name]


@pytest.mark.parametrize("name", [*MARKUP, *KEPT])
def test_mermaid_reads_back_what_was_written(name: str) -> None:
    """Two boxes and one line come back, with their names."""
    assert mermaid_texts(name) == [f"{name}<br/>{name}", "Executive", name]


@pytest.mark.parametrize("name", MARKUP)
def test_a_pdf_prints_what_was_written(name: str) -> None:
    """The title of the page, its picture and its table hold the name; nothing is run or included."""
    reader = PdfReader(BytesIO(paint_pdf(small_drawing(name))))
    assert name in reader.pages[0].extract_text()
    assert reader.metadata is not None
    assert reader.metadata.title == name


@pytest.mark.parametrize("name", [*KEPT, *(name for name, _ in UNSEEN)])
def test_a_pdf_and_a_png_can_be_written(name: str) -> None:
    """No name keeps a PDF from being tagged, or a PNG from being drawn."""
    assert paint_pdf(small_drawing(name)).startswith(b"%PDF")
    assert paint_png(small_drawing(name), dpi=36).startswith(b"\x89PNG")


@pytest.mark.parametrize(("text", "shown"), UNSEEN)
def test_what_cannot_be_seen_is_shown_as_its_code(text: str, shown: str) -> None:
    """A character that hides or turns text is printed as its code."""
    assert visible(text) == shown


@pytest.mark.parametrize("text", KEPT)
def test_what_can_be_seen_is_kept(text: str) -> None:
    """Joined emoji, marks, other scripts and long words stay as they are."""
    assert visible(text) == text


@given(st.text(max_size=60).filter(str.strip))
def test_any_text_is_painted_as_it_is_shown(text: str) -> None:
    """Whatever is written, the picture is XML and holds it, unseen characters as codes."""
    drawing = small_drawing("Board")
    box = drawing.pages[0].boxes[0]._replace(name=(text,))
    page = drawing.pages[0]._replace(boxes=(box,))
    root = ET.fromstring(paint_svg(drawing._replace(pages=(page,))))  # noqa: S314 - painted here
    assert visible(text) in [element.text for element in root.iter(f"{SVG}text")]


@given(st.characters())
def test_nothing_that_turns_text_is_left(character: str) -> None:
    """No control, no mark of direction and no half of a character reaches a page."""
    left = unicodedata.category(visible(character)[0])
    assert left not in ("Cc", "Cs")
    assert unicodedata.bidirectional(visible(character)[0]) not in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI")
