"""The letters that an SVG file brings with it."""

from __future__ import annotations

import re
from base64 import b64decode
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from fontTools.ttLib import TTFont

from tests.sketches import rich_drawing
from trustgraph.drawing.svg import paint_svg, paint_svg_file
from trustgraph.drawing.text import measure
from trustgraph.drawing.typefaces import font_faces

SVG = "{http://www.w3.org/2000/svg}"


def _faces(sheet: str) -> dict[str, TTFont]:
    """Return the fonts of a style sheet by their weights."""
    found = re.findall(r"font-weight:(\d+);src:url\(\"data:font/woff;base64,([^\"]+)\"\)", sheet)
    return {weight: TTFont(BytesIO(b64decode(data))) for weight, data in found}


@pytest.mark.parametrize(("style", "weight"), [("regular", "400"), ("bold", "700")])
def test_letters_are_as_wide_as_they_were_measured(style: str, weight: str) -> None:
    """A font has the letters asked for and no others, and sets none nearer to another."""
    font = _faces(font_faces({style: "AVAto£é"}))[weight]
    widths = {chr(code): font["hmtx"][glyph][0] / font["head"].unitsPerEm for code, glyph in font.getBestCmap().items()}
    assert widths == pytest.approx({letter: measure(letter, 1, bold=style == "bold") for letter in "AVto£é"})
    assert {"GPOS", "GSUB", "kern"}.isdisjoint(font.keys())


def test_no_letters_are_no_font() -> None:
    """A style without letters is left out."""
    assert list(_faces(font_faces({"regular": "a", "bold": ""}))) == ["400"]
    assert font_faces({"regular": "", "bold": ""}) == ""


def test_letters_without_a_glyph_are_left_to_the_reader() -> None:
    """What the bundled fonts lack is no mistake."""
    assert 0x4E2D not in _faces(font_faces({"regular": "a中"}))["400"].getBestCmap()


def test_a_file_brings_every_letter_in_it() -> None:
    """Each text has its letters in the font of its weight; but for that the picture is the one in a notebook."""
    root = ET.fromstring(paint_svg_file(rich_drawing()))  # noqa: S314  our own picture
    (style,) = root.iter(f"{SVG}style")
    faces = _faces(style.text or "")
    lacking = {
        letter
        for text in root.iter(f"{SVG}text")
        for letter in text.text or ""
        if ord(letter) not in faces["700" if "font-weight" in text.attrib else "400"].getBestCmap()
    }
    assert lacking == set()
    assert re.sub(rb"\s*<style>.*</style>", b"", paint_svg_file(rich_drawing())) == paint_svg(rich_drawing())
