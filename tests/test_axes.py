"""A picture on a matplotlib Axes."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from PIL import Image, ImageChops, ImageFilter

from tests.sketches import rich_drawing, small_drawing
from trustgraph.drawing.axes import paint_on
from trustgraph.drawing.geometry import Drawing
from trustgraph.drawing.pages import paint_png
from trustgraph.drawing.svg import paint_svg


def _axes(width: float = 300, height: float = 240) -> Axes:
    """Return an Axes as large as its figure, whose size is in points."""
    return Figure((width / 72, height / 72)).add_axes((0, 0, 1, 1))


def _blurred(picture: bytes) -> Image.Image:
    """Return a picture in grey without the edges of its letters, which each program sets in its own way."""
    return Image.open(BytesIO(picture)).convert("L").filter(ImageFilter.GaussianBlur(2))


def test_it_is_the_picture_of_the_other_formats() -> None:
    """Side by side with the PNG, hardly a pixel differs by a quarter of the way from black to white."""
    drawing, saved = rich_drawing(), BytesIO()
    page = drawing.pages[0]
    figure = paint_on(drawing, _axes(page.width, page.height)).get_figure(root=True)
    assert figure is not None
    figure.savefig(saved, dpi=72)
    painted, other = _blurred(saved.getvalue()), _blurred(paint_png(drawing, dpi=72))
    differing = ImageChops.difference(painted, other.crop((0, 0, *painted.size))).histogram()
    assert sum(differing[64:]) < sum(differing) / 1000


def test_every_shape_and_every_word_is_there() -> None:
    """What the SVG has, the Axes has, in the same order from back to front."""
    ax = paint_on(rich_drawing(), _axes())
    picture = ET.fromstring(paint_svg(rich_drawing()))  # noqa: S314  our own picture
    there = Counter(element.tag.rpartition("}")[2] for element in picture.iter())
    assert (len(ax.patches), len(ax.texts)) == (there["rect"] + there["path"], there["text"])


@pytest.mark.parametrize("name", ["Costs of $5 and $6", r"$\frac$", "a_b^c$", "100 %", r"\textbf{x}"])
def test_a_name_reads_literally(name: str) -> None:
    """A dollar sign begins no formula."""
    ax = paint_on(small_drawing(name), _axes())
    ax.figure.draw_without_rendering()
    assert name in [text.get_text() for text in ax.texts]
    assert {text.get_parse_math() for text in ax.texts} == {False}


def test_type_and_lines_are_as_large_as_the_axes() -> None:
    """On an Axes of half the size all are half as large."""
    whole, half = (paint_on(rich_drawing(), _axes(*size)) for size in ((300, 240), (150, 120)))
    pairs = zip([*whole.texts, *whole.patches], [*half.texts, *half.patches], strict=True)
    shares = {round(_size(one) / _size(other), 3) for one, other in pairs}
    assert shares == {2.0}


def _size(part: object) -> float:
    return float(part.get_fontsize() if hasattr(part, "get_fontsize") else part.get_linewidth())  # type: ignore[attr-defined]


def test_the_axes_comes_back_and_nothing_else_is_touched() -> None:
    """Another Axes of the figure stays empty."""
    first, second = Figure().subplots(1, 2)
    assert paint_on(small_drawing(), first) is first
    assert (second.patches[:], second.get_xlim()) == ([], (0.0, 1.0))


def test_characters_without_a_glyph_are_boxes() -> None:
    """They raise no warning, and stand as in PNG and PDF."""
    ax = paint_on(small_drawing("Board 中"), _axes())
    ax.figure.draw_without_rendering()
    assert "Board □" in [text.get_text() for text in ax.texts]


def test_several_pages_are_one(large_drawing: Drawing) -> None:
    """What paper must part stands on one Axes."""
    assert len(large_drawing.pages) > 1
    names = {text.get_text() for text in paint_on(large_drawing, _axes()).texts}
    assert {f"Body {number}" for number in range(70)} <= names


@pytest.fixture
def large_drawing() -> Drawing:
    """Return a drawing that no A3 page holds."""
    from tests.small import model
    from trustgraph.drawing.picture import draw

    return draw(model(*(f"body-{number} reports_to body-{(number - 1) // 3}" for number in range(1, 70))))
