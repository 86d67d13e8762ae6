"""Pictures: a model drawn, shown in a notebook, and saved."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, seed, settings

import trustgraph as tg
from tests.picture import faults
from tests.small import body, model
from tests.strategies import models
from trustgraph.drawing.geometry import Drawing
from trustgraph.drawing.picture import PAINTERS, draw, suffix_of
from trustgraph.errors import OutputError, UnknownNameError

SMALL = model("executive reports_to board", records=(body("board", kind="board"), body("executive", kind="executive")))
OFFICE = {".docx", ".pptx"}
EVERY_FORMAT = [
    pytest.param(suffix, marks=pytest.mark.office) if suffix in OFFICE else pytest.param(suffix) for suffix in PAINTERS
]


def test_a_notebook_shows_the_chart_and_its_words() -> None:
    """A notebook cell gets the SVG, and the outline where it shows only text."""
    shown = draw(SMALL)._repr_mimebundle_()
    assert shown["image/svg+xml"].startswith("<?xml")
    assert shown["text/plain"].splitlines() == [
        "Strategic tier: the Board; executive tier: the Executive.",
        "The Board receives reports from the Executive.",
        "The Executive reports to the Board.",
    ]


@pytest.mark.parametrize(("suffix", "names"), [(".svg", ["out-1.svg", "out-2.svg"]), (".pdf", ["out.pdf"])])
def test_several_pages(tmp_path: Path, suffix: str, names: list[str]) -> None:
    """Each page of SVG is a file of its own; a PDF holds them all."""
    picture = draw(SMALL)
    written = picture._replace(pages=picture.pages * 2).save(tmp_path / f"out{suffix}")
    assert [path.name for path in written] == names


def test_several_pages_are_written_all_or_none(tmp_path: Path) -> None:
    """Where one page cannot be written, the others are not either."""
    (tmp_path / "out-2.svg").mkdir()
    picture = draw(SMALL)
    with pytest.raises(OutputError):
        picture._replace(pages=picture.pages * 2).save(tmp_path / "out.svg")
    assert [path.name for path in tmp_path.iterdir()] == ["out-2.svg"]


def test_a_format_nobody_paints(tmp_path: Path) -> None:
    """An unknown suffix is named, and nothing is written."""
    with pytest.raises(UnknownNameError, match=r"\.gif"):
        draw(SMALL).save(tmp_path / "out.gif")
    assert list(tmp_path.iterdir()) == []


def test_a_painter_of_ones_own(tmp_path: Path) -> None:
    """A function from a drawing to bytes is all a painter needs to be."""

    def shout(drawing: Drawing) -> bytes:
        return drawing.chart.title.upper().encode()

    draw(SMALL).save(tmp_path / "out.txt", painter=shout)
    assert (tmp_path / "out.txt").read_bytes() == b"SMALL"


def test_the_first_view_is_drawn() -> None:
    """Without a view the first one the model declares is drawn."""
    named = SMALL.add(tg.View(id="first", title="First"), tg.View(id="second", title="Second"))
    assert (draw(named).chart.title, draw(named, named.view("second")).chart.title) == ("First", "Second")


@pytest.mark.parametrize("suffix", EVERY_FORMAT)
def test_the_same_bytes_every_time(suffix: str) -> None:
    """The same model gives the same file, whatever the process, the time zone and the order of its sets."""
    script = (
        "import sys, hashlib, trustgraph as tg; "
        f"print(hashlib.sha256(tg.draw(tg.load('nottinghamshire-2016')).paint('{suffix}')[0]).hexdigest())"
    )
    prints = {
        subprocess.run(
            [sys.executable, "-c", script], env={"PYTHONHASHSEED": seed, "TZ": zone}, capture_output=True, check=True
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(prints) == 1


def test_suffixes() -> None:
    """Only .layout.json is a suffix of two parts."""
    assert [suffix_of(Path(name)) for name in ("a.b.SVG", "a.layout.json")] == [".svg", ".layout.json"]


@pytest.mark.parametrize("part", range(4))
def test_any_model_is_drawn_whole_and_clean(part: int) -> None:
    """Whatever the model, all its chart has is on the page once, nothing is cut, and nothing lies on anything."""

    @settings(max_examples=50, suppress_health_check=list(HealthCheck))
    @seed(part)
    @given(models(largest=10))
    def check(any_model: tg.Model) -> None:
        picture = draw(any_model, tg.View())
        assert [placed.box for page in picture.pages for placed in page.boxes] == list(picture.chart.boxes)
        drawn = [key for page in picture.pages for line in page.lines for one in line.lines for key in one.keys]
        assert sorted(drawn) == sorted(key for line in picture.chart.lines for key in line.keys)
        assert [fault for page in picture.pages for fault in faults(page)] == []

    check()


def test_a_view_can_be_named() -> None:
    """The id of a view the model declares serves as the view."""
    assert draw(SMALL.add(tg.View(id="first", title="First")), "first").chart.title == "First"


@pytest.mark.parametrize("option", [{"paper": "A5"}, {"orientation": "sideways"}, {"view": "second"}])
def test_what_there_is_not(option: dict[str, str]) -> None:
    """An unknown paper, orientation or view is named."""
    with pytest.raises(UnknownNameError, match=f"'{next(iter(option.values()))}'"):
        draw(SMALL, **option)  # type: ignore[arg-type]
