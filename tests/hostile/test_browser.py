"""A browser shows hostile models as they were written: it runs nothing of theirs and asks for nothing.

The pictures are opened as files, put into a page by script as a notebook does, and written into a page as an
exported notebook is. Chromium then hovers over, focuses and clicks everything there is.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.hostile.arrangement import ARRANGEMENT, poisoned
from tests.small import model as small_model
from trustgraph.drawing.picture import Picture, draw
from trustgraph.model import Model
from trustgraph.records import Body

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.browser

FLAGS = """--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
    --disable-component-update --disable-sync"""
# short enough to be printed on the label of a line, and still at work with a number behind them
PAYLOADS = [
    "</text><script>__pwn=1</script>",
    "</desc><script>__pwn=1</script>",
    "</title><script>__pwn=1</script>",
    "</svg><script>__pwn=1</script>",
    '"><img src=x onerror=__pwn=1>',
    "]]><script>__pwn=1</script>",
    "--><script>__pwn=1</script>",
    "javascript:__pwn=1//",
    "&lt;script&gt;__pwn=1&lt;/script&gt;",
    "<svg onload=__pwn=1>",
    '" onclick="__pwn=1" onfocus="__pwn=1',
    '<a href="javascript:__pwn=1">x</a>',
    '<image href="http://x.test/a.png"/>',
    '<style>@import "//x.test/"</style>',
]
RAN = "A script has run."
# a page that is left forgets its variables, so what is set is told of at once
TELL = f"Object.defineProperty(window, '__pwn', {{set: () => console.error('{RAN}')}})"
PROVOKE = """() => {
    for (const element of document.querySelectorAll('*'))
        for (const type of ['mouseover', 'mouseenter', 'mousedown', 'mouseup', 'click', 'focus', 'focusin', 'keydown'])
            element.dispatchEvent(new Event(type, {bubbles: true}))
}"""
MIDDLES = """() => [...document.querySelectorAll('*')].map(element => element.getBoundingClientRect())
    .filter(({width, height}) => width && height).map(({x, y, width, height}) => [x + width / 2, y + height / 2])"""


class Visit(NamedTuple):
    """What was drawn, the page it is shown on, what the page asked for, and what it complained of."""

    model: Model
    picture: Picture
    page: Page
    asked: list[str]
    complaints: list[str]


Door = Callable[["Page", str, Path], None]


def as_file(page: Page, picture: str, folder: Path) -> None:
    """Open a picture by itself."""
    path = folder / "picture.svg"
    path.write_text(picture, encoding="utf-8")
    page.goto(path.as_uri())


def by_script(page: Page, picture: str, folder: Path) -> None:
    """Put a picture into a page that is there, as a notebook does."""
    written(page, "", folder)
    page.locator("div").evaluate("(cell, picture) => { cell.innerHTML = picture }", picture)


def written(page: Page, picture: str, folder: Path) -> None:
    """Open a page in which a picture is written, as an exported notebook is."""
    path = folder / "page.html"
    path.write_text(f'<!DOCTYPE html><meta charset="utf-8"><div>{picture}</div>', encoding="utf-8")
    page.goto(path.as_uri())


DOORS: list[Door] = [as_file, by_script, written]


def squeezed(pieces: Iterable[str]) -> str:
    """Return texts as one, without blanks: where a line was broken does not matter."""
    return "".join("".join(pieces).split())


def texts(page: Page, selector: str) -> str:
    """Return what all elements of a page that match hold, without blanks."""
    return squeezed(page.locator(selector).all_text_contents())


def image_names(page: Page) -> list[tuple[str, str]]:
    """Return the name and the description by which a screen reader knows each picture of a page."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    pictures = [node for node in nodes if node["role"]["value"] == "image"]
    return [(squeezed([node["name"]["value"]]), squeezed([node["description"]["value"]])) for node in pictures]


def shown(picture: Picture) -> str:
    """Return a picture as a notebook shows it."""
    return picture._repr_mimebundle_()["image/svg+xml"]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """Return Chromium with a profile of its own and no way out; where there is none on the path, Playwright's."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("profile"),
            executable_path=shutil.which("chromium"),
            args=FLAGS.split(),
            offline=True,
            viewport={"width": 2000, "height": 2000},
        )
        yield context
        context.close()


def opened(browser: BrowserContext, door: Door, picture: str, folder: Path) -> tuple[Page, list[str], list[str]]:
    """Return a page that shows a picture, after everything on it was touched; what it asked for and complained of."""
    page = browser.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(error.message))
    page.add_init_script(TELL)
    door(page, picture, folder)
    page.evaluate(PROVOKE)
    for x, y in dict.fromkeys(map(tuple, page.evaluate(MIDDLES))):
        page.mouse.click(x, y)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_timeout(100)
    # the first is the page itself
    return page, asked[1:], complaints


@pytest.fixture(scope="module", params=product(PAYLOADS, DOORS), ids=lambda param: f"{param[0]}-{param[1].__name__}")
def visit(
    browser: BrowserContext, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Visit]:
    """Return a visit to the picture of a model all of whose texts are hostile."""
    payload, door = request.param
    model = poisoned(ARRANGEMENT, payload)
    picture = draw(model)
    folder = tmp_path_factory.mktemp("visit")
    page, asked, complaints = opened(browser, door, shown(picture), folder)
    yield Visit(model, picture, page, asked, complaints)
    page.close()


@pytest.mark.parametrize("door", DOORS)
def test_a_browser_runs_what_is_not_escaped(browser: BrowserContext, door: Door, tmp_path: Path) -> None:
    """Were there a script, an address or an error in a picture, these tests would see it."""
    hostile = '<image href="http://x.test/"/><g onclick="__pwn=1; no.such"><text y="20">Board</text></g>'
    picture = f'<svg xmlns="http://www.w3.org/2000/svg">{hostile}</svg>'
    _, asked, complaints = opened(browser, door, picture, tmp_path)
    assert RAN in complaints
    assert "http://x.test/" in asked
    assert [complaint for complaint in complaints if "no is not defined" in complaint]


def test_nothing_is_run(visit: Visit) -> None:
    """No script of a name runs, neither on its own nor by hovering, focusing and clicking."""
    assert RAN not in visit.complaints


def test_nothing_is_asked_for(visit: Visit) -> None:
    """Nothing but the page itself is fetched."""
    assert visit.asked == []


def test_nothing_is_complained_of(visit: Visit) -> None:
    """The browser finds nothing wrong with the picture."""
    assert visit.complaints == []


def test_only_plain_shapes_are_there(visit: Visit) -> None:
    """No name has become an element."""
    tags = visit.page.evaluate("[...document.querySelectorAll('svg, svg *')].map(element => element.tagName)")
    assert set(tags) == {"svg", "title", "desc", "g", "rect", "path", "text"}


def test_every_box_reads_back(visit: Visit) -> None:
    """A box holds the name of its body or post, and the smaller lines under it."""
    for box in visit.picture.chart.boxes:
        expected = squeezed([visit.model[box.id].name, "*" if box.starred else "", *box.details])
        assert texts(visit.page, f"[id='body-{box.id}'] text") == expected


def test_every_line_reads_back(visit: Visit) -> None:
    """A line carries its keys, hostile matters among them, as they are in the model."""
    groups = visit.page.locator("[id^='line-']")
    keys = [key for group in groups.all() for key in (group.get_attribute("data-key") or "").split("\n")]
    assert sorted(keys) == sorted(key for line in visit.picture.chart.lines for key in line.keys)


def test_every_label_reads_back(visit: Visit) -> None:
    """A label holds the matters of its line, or a note that it points to does."""
    labels = [squeezed(group.all_text_contents()) for group in visit.page.locator("g[data-key]:not([id])").all()]
    assert sorted(labels) == sorted(squeezed([line.label]) for line in visit.picture.chart.lines if line.label)
    matters = [str(line.matter) for line in visit.model.relationships if line.subject == "executive"]
    matter = squeezed(["; ".join(matters)])
    assert any(matter in text for text in (*labels, texts(visit.page, "svg > text")))


def test_the_words_around_read_back(visit: Visit) -> None:
    """Title, subtitle, notes and source are there as they were written."""
    around, model = texts(visit.page, "svg > text"), visit.model
    papers = [text for paper in model.documents for text in (paper.title, paper.publisher)]
    headings = [model.title, model.views[0].title, model.views[0].subtitle]
    for text in (*headings, *papers, *visit.picture.chart.notes):
        assert squeezed([str(text)]) in around


def test_the_picture_is_known_by_its_title(visit: Visit) -> None:
    """A screen reader finds one picture: its name is the title, its description the outline."""
    chart = visit.picture.chart
    assert image_names(visit.page) == [(squeezed([chart.title]), squeezed(chart.outline))]


def test_two_pictures_of_a_page_have_two_names(browser: BrowserContext, tmp_path: Path) -> None:
    """The second picture of a notebook is not called by the name of the first."""
    pictures = [shown(draw(small_model("a reports_to b", title=title))) for title in ("First", "Second")]
    page, *_ = opened(browser, written, "".join(pictures), tmp_path)
    assert [name for name, _ in image_names(page)] == ["First", "Second"]


def test_a_long_name_is_cut(browser: BrowserContext, tmp_path: Path) -> None:
    """Of a name beyond all measure 2,000 characters are drawn, the last of them "…"."""
    name = "<script>__pwn=1</script>" * 100
    model = small_model(records=(Body(id="board", name=name),))
    page, _, complaints = opened(browser, as_file, shown(draw(model)), tmp_path)
    assert texts(page, "[id='body-board'] text") == f"{name[:1999]}…"
    assert complaints == []
