"""Plots of the answers: titled with the finding, readable, and the same bytes each time."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Text

import trustgraph as tg
from tests.small import body, model
from trustgraph.errors import RenderError
from trustgraph.plots import PLOTS, painted, save
from trustgraph.records import Membership

SAMPLES = {name: tg.load(name) for name in tg.samples()}
PAIRS = [(sample, name) for sample in SAMPLES for name in PLOTS]
NEEDED = {"coverage": {"pack": "children-act-2004"}}


def drawn(name: str, model: tg.Model) -> Figure:
    """Return the plot of this name, with the options it cannot do without."""
    return PLOTS[name](model, **NEEDED.get(name, {}))


def texts(figure: Figure) -> list[Text]:
    """Return what is written on a figure, without the empty texts of arrows."""
    return [each for each in figure.axes[0].texts if each.get_text()]


def words(figure: Figure) -> str:
    """Return all that is written on a figure."""
    return " ".join(each.get_text() for each in texts(figure))


def extents(figure: Figure) -> list[tuple[str, float, float, float, float]]:
    """Return the texts of a figure and the boxes they take, in pixels."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    renderer = FigureCanvasAgg(figure).get_renderer()
    boxes = ((each.get_text(), each.get_window_extent(renderer)) for each in texts(figure))
    return [(text, box.x0, box.y0, box.x1, box.y1) for text, box in boxes]


def holds(box: Rectangle, x: float, y: float) -> bool:
    """Return whether a point is in a box, in inches."""
    return 0 <= x - box.get_x() <= box.get_width() and 0 <= y - box.get_y() <= box.get_height()


def light(colour: Any) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    parts = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(colour))
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


@pytest.mark.parametrize(("sample", "name"), PAIRS)
def test_nothing_is_cut_off_or_overwritten(sample: str, name: str) -> None:
    """Every text is whole on its sheet, and no two touch."""
    figure = drawn(name, SAMPLES[sample])
    wide, high = figure.get_size_inches() * figure.dpi
    boxes = extents(figure)
    assert [text for text, x0, y0, x1, y1 in boxes if x0 < 0 or y0 < 0 or x1 > wide or y1 > high] == []
    # lines of one text may touch by a hair
    over = [
        (one[0], other[0])
        for at, one in enumerate(boxes)
        for other in boxes[at + 1 :]
        if min(one[3], other[3]) - max(one[1], other[1]) > 1 and min(one[4], other[4]) - max(one[2], other[2]) > 1
    ]
    assert over == []


@pytest.mark.parametrize(("sample", "name"), PAIRS)
def test_what_is_written_stands_out(sample: str, name: str) -> None:
    """Each text is at least 8 points, and differs from what is behind it by 4.5 to 1, in grey too."""
    figure = drawn(name, SAMPLES[sample])
    boxes = [patch for patch in figure.axes[0].patches if isinstance(patch, Rectangle)]
    for each in texts(figure):
        x, y = each.get_position()
        behind = [box.get_facecolor() for box in boxes if holds(box, x, y)]
        one, other = light(each.get_color()), light(behind[-1] if behind else "white")
        assert (max(one, other) + 0.05) / (min(one, other) + 0.05) >= 4.5, each.get_text()
        assert each.get_fontsize() >= 8


@pytest.mark.parametrize("suffix", [".png", ".svg"])
def test_the_same_model_gives_the_same_bytes(suffix: str) -> None:
    """No time of day and no chance is in a plot."""
    one, other = (painted(tg.plots.burden(SAMPLES["suffolk-2010"]), suffix) for _ in range(2))
    assert one == other


TITLE = "The Children's Trust Board and the Children's Trust Executive share four of nine organisations"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("span", "Nine bodies answer to the Children's Trust Board, the widest span of account"),
        ("burden", "Most meetings are asked of Nottinghamshire County Council and three others: ten a year each"),
        ("representation", "Nottinghamshire County Council has most stated seats: nine, on two bodies"),
        ("interlocks", TITLE),
        ("functions", "No matter is stated to be decided on by two bodies"),
        ("coverage", "Five of 13 whom the Children Act 2004 describes have, or may have, a seat"),
    ],
)
def test_titles_say_what_was_found(name: str, title: str) -> None:
    """A plot is headed by its finding, which is its label too."""
    figure = drawn(name, SAMPLES["nottinghamshire-2016"])
    assert figure.get_label() == title
    assert title in words(figure)


def test_a_title_claims_no_more_than_is_certain() -> None:
    """Where ranges overlap nobody is said to have most, only how many at least."""
    title = tg.plots.burden(SAMPLES["calderdale-model-1"]).get_label()
    assert title == "At least six meetings a year are asked of the Schools Forum and 12 others"
    overlap = tg.plots.interlocks(SAMPLES["suffolk-2010"]).get_label()
    assert overlap.endswith("share eight of 19 organisations, the greatest overlap")
    assert "widest" not in tg.plots.span(SAMPLES["suffolk-2010"]).get_label()


def test_a_small_matrix_is_on_a_small_sheet() -> None:
    """The sheet is as wide as what stands on it."""
    wide, _ = tg.plots.interlocks(SAMPLES["nottinghamshire-2016"]).get_size_inches()
    assert wide == pytest.approx(7.5)


def test_who_does_most_comes_first() -> None:
    """Bodies stand by how many topics they act on, by how much they share, and partners by how often they are seen."""
    nottinghamshire = SAMPLES["nottinghamshire-2016"]
    named = words(tg.plots.functions(nottinghamshire))
    assert named.index("Children's Trust Executive") < named.index("Children's Trust Board")
    suffolk = words(drawn("coverage", SAMPLES["suffolk-2010"]))
    assert suffolk.index("The chief officer of police") < suffolk.index("The police authority")


def test_who_only_attends_has_no_seat_in_a_matrix() -> None:
    """An organisation that sends the clerk is not drawn as sitting."""
    records = (body("board"), body("council", inside=False))
    seat = Membership(member="council", body="board", role=tg.Role.SECRETARY)
    assert tg.plots.representation(model(records=(*records, seat))).get_label() == (
        "No organisation is stated to sit anywhere"
    )


def test_functions_are_headed_by_the_gap() -> None:
    """Nobody who decides comes first, then several who do."""
    assert tg.plots.functions(SAMPLES["calderdale-model-1"]).get_label().startswith("Nobody is stated to decide on")


@pytest.mark.parametrize("name", PLOTS)
def test_nothing_is_drawn_of_nothing(name: str) -> None:
    """Of an empty model a plot is a sheet that says so."""
    assert drawn(name, model()).get_label()


def test_open_ends_are_arrows_and_ranges_hatched() -> None:
    """A most that is not known ends in an arrow; six to 24 is a hatched bar; a label says each."""
    known = body("known", meetings=tg.Meetings(text="bi-monthly"))
    records = (known, body("silent"), *(body(name, inside=False) for name in ("a", "b")))
    seats = (Membership(member="a", body="known"), Membership(member="b", body="silent"))
    figure = tg.plots.burden(model(records=(*records, *seats)))
    assert re.search(r"6 to 24.*not stated", words(figure))
    assert [patch.get_hatch() for patch in figure.axes[0].patches if isinstance(patch, Rectangle)].count("/////") == 2


def test_what_users_write_is_no_mathematics() -> None:
    """Dollar signs stand as they are, and long names are wrapped, not cut."""
    name = "The $x^2$ Board of " + "very " * 20 + "long names"
    figure = tg.plots.span(model("a reports_to b", records=(body("b", name=name),)))
    assert name.removeprefix("The ") in words(figure)
    assert painted(figure, ".svg")


def test_only_png_and_svg(tmp_path: Path) -> None:
    """Another suffix is refused with those there are; nothing is written."""
    with pytest.raises(RenderError, match=r"no plot as '.pdf'. Use .png or .svg"):
        save(tg.plots.span(model()), tmp_path / "a.pdf")
    assert [*tmp_path.iterdir()] == []


def test_an_svg_has_its_title(tmp_path: Path) -> None:
    """What is read aloud of an SVG is its title."""
    save(tg.plots.span(SAMPLES["calderdale-model-1"]), tmp_path / "a.svg")
    assert "<title>Six bodies answer to" in (tmp_path / "a.svg").read_text(encoding="utf-8")


def test_a_plot_shows_itself_in_a_notebook() -> None:
    """Without pyplot a figure has no picture of its own to show; ours has, and says in words what it shows."""
    figure = tg.plots.span(SAMPLES["nottinghamshire-2016"])
    shown = figure._repr_mimebundle_()
    assert (shown["image/png"][:4], shown["text/plain"]) == (b"\x89PNG", figure.get_label())
