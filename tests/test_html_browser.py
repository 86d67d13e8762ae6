"""A web page in Chromium: read and worked by mouse, by keyboard and by a screen reader, with its script and without."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import trustgraph as tg
from tests.hostile.arrangement import ARRANGEMENT, poisoned
from trustgraph.characters import visible
from trustgraph.drawing.html import paint_html
from trustgraph.drawing.picture import draw

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
WIDE, NARROW = (1280, 900), (320, 700)
SAMPLE = "nottinghamshire-2016"
PAYLOADS = ["</script><img src=x onerror=__pwn=1>", "\" onfocus='__pwn=1' x=\"", "לוח השותפות", "🏛️👩‍👧‍👦 Board"]

Open = Callable[..., "Page"]


@cache
def written(name: str) -> bytes:
    """Return the page of a sample model."""
    return paint_html(draw(tg.load(name)))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return Chromium; where there is none on the path, Playwright's."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def complaints() -> list[str]:
    """Return a list of all that pages asked for beyond themselves, and of all they said on the console."""
    return []


@pytest.fixture
def visit(browser: Browser, tmp_path: Path, complaints: list[str]) -> Iterator[Open]:
    """Return a function that opens the page of a model; in the end nothing was asked for or complained of."""

    def opened(page: bytes | None = None, size: tuple[int, int] = WIDE, place: str = "", **context: Any) -> Page:
        path = tmp_path / "chart.html"
        path.write_bytes(page or written(SAMPLE))
        viewport = {"width": size[0], "height": size[1]}
        tab = browser.new_context(viewport=viewport, offline=True, **context).new_page()
        tab.on("request", lambda request: complaints.append(request.url) if request.url != path.as_uri() else None)
        tab.on("console", lambda message: complaints.append(message.text))
        tab.on("pageerror", lambda error: complaints.append(error.message))
        tab.goto(path.as_uri() + place)
        return tab

    yield opened
    for context in browser.contexts:
        context.close()
    assert complaints == []


def width_of_chart(page: Page) -> float:
    """Return how wide the chart is shown."""
    return float(page.evaluate("document.querySelector('.frame svg').getBoundingClientRect().width"))


def is_gone(page: Page, selector: str) -> bool:
    """Return whether nothing that matches is shown."""
    return not any(element.is_visible() for element in page.locator(selector).all())


@pytest.mark.parametrize("name", tg.samples())
@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_no_barrier(visit: Open, name: str, size: tuple[int, int]) -> None:
    """Axe finds no violation, with a body picked; and no text runs out of the page."""
    from axe_playwright_python.sync_playwright import Axe

    page = visit(written(name), size)
    page.locator(".frame a").first.click()
    found = Axe().run(page).response["violations"]
    assert [(each["id"], [node["html"][:120] for node in each["nodes"][:3]]) for each in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]


def test_names_and_roles(visit: Open) -> None:
    """Regions, headings, the chart, its boxes, its lines and what can be pressed have roles and names."""
    page = visit()
    board = "Children's Trust Board, Meets three times per year, Chair: Children and Young People's Committee Chair"
    known = [
        page.get_by_role("heading", name="Children's Governance Structure", level=1),
        page.get_by_role("region", name="Chart, moved by arrow keys", exact=True),
        page.get_by_role("group", name="Chart: Children's Governance Structure"),
        page.get_by_role("link", name=board),
        page.get_by_role("img", name="The Children's Trust Executive reports to the Children's Trust Board"),
        page.get_by_role("button", name="Zoom in"),
        page.get_by_role("searchbox", name="Find a body or post"),
        page.get_by_role("table", name="Relationships"),
        page.get_by_role("table", name="Members"),
        page.get_by_role("checkbox", name="reports to", exact=True),
    ]
    assert [each.count() for each in known] == [1] * len(known)


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_what_a_body_is_stands_under_its_name(visit: Open, size: tuple[int, int]) -> None:
    """Where a kind of body has no room beside its name, it begins below as far from the left."""
    under = """[...document.querySelectorAll("summary:has(.about)")].map(each => {
        const [name, kind] = [each.querySelector("h4"), each.querySelector(".about")];
        const [first, own] = [name.getClientRects()[0], kind.getBoundingClientRect()];
        return own.top < name.getBoundingClientRect().bottom - 4 || Math.abs(own.left - first.left) < 3;
    })"""
    assert set(visit(written("suffolk-2010"), size).evaluate(under)) == {True}


def test_a_body_is_picked_by_mouse(visit: Open) -> None:
    """Clicking a box opens its terms of reference, marks the box, and closes those of another."""
    page = visit()
    page.locator("#body-board").click()
    page.locator("#body-executive").click()
    page.wait_for_function("document.activeElement.matches('summary')")
    open_ones = page.locator("details[data-body][open]")
    assert [each.get_attribute("data-body") for each in open_ones.all()] == ["executive"]
    assert page.locator("[aria-current]").get_attribute("id") == "body-executive"


def test_a_body_is_picked_by_keyboard(visit: Open) -> None:
    """Tab reaches a box, Enter opens its terms and leads there, and a link leads back."""
    page = visit()
    page.locator(".frame").focus()
    page.keyboard.press("Tab")
    name = page.evaluate("document.activeElement.dataset.body")
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.matches('summary')")
    assert page.locator(f"#terms-{name}").is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_function(f"location.hash === '#body-{name}'")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.frame') !== null")


def test_a_link_to_a_body_opens_it(visit: Open) -> None:
    """The address of a body leads to its terms of reference."""
    page = visit(place="#terms-executive")
    assert page.locator("#terms-executive").is_visible()


@pytest.mark.parametrize(("larger", "smaller", "whole"), [("+", "-", "0"), ("=", "-", "0")])
def test_zoom_by_keys(visit: Open, larger: str, smaller: str, whole: str) -> None:
    """Plus and minus change the size of the chart, 0 shows all of it."""
    page = visit()
    before = width_of_chart(page)
    page.locator(".frame").focus()
    page.keyboard.press(larger)
    assert width_of_chart(page) == pytest.approx(before * 1.25, rel=0.01)
    page.keyboard.press(smaller)
    page.keyboard.press(smaller)
    assert width_of_chart(page) == pytest.approx(before * 0.8, rel=0.01)
    page.keyboard.press(whole)
    assert width_of_chart(page) == pytest.approx(before, rel=0.01)


def test_zoom_by_buttons(visit: Open) -> None:
    """The buttons do what the keys do."""
    page = visit()
    before = width_of_chart(page)
    page.get_by_role("button", name="Zoom in").click()
    assert width_of_chart(page) > before
    page.get_by_role("button", name="Whole chart").click()
    assert width_of_chart(page) == pytest.approx(before, rel=0.01)


def test_zoom_by_wheel(visit: Open) -> None:
    """The wheel with the control key changes the size of the chart, alone it scrolls."""
    page = visit()
    before = width_of_chart(page)
    page.locator("#body-board").hover()
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.wait_for_function(f"document.querySelector('.frame svg').getBoundingClientRect().width > {before}")
    page.keyboard.up("Control")


def zoomed(page: Page) -> None:
    """Show the chart so large that it can be moved, and await it."""
    for _ in range(5):
        page.get_by_role("button", name="Zoom in").click()


def test_move_by_arrows(visit: Open) -> None:
    """The arrow keys move a chart that is larger than its frame."""
    page = visit()
    zoomed(page)
    page.locator(".frame").focus()
    left, top = page.evaluate("[...document.querySelectorAll('.frame')].flatMap(f => [f.scrollLeft, f.scrollTop])")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    page.wait_for_function(f"document.querySelector('.frame').scrollLeft > {left}")
    page.wait_for_function(f"document.querySelector('.frame').scrollTop > {top}")


def test_move_by_mouse(visit: Open) -> None:
    """Dragging moves the chart, and picks no box."""
    page = visit()
    zoomed(page)
    left = page.evaluate("document.querySelector('.frame').scrollLeft")
    page.locator("#body-executive").hover()
    page.mouse.down()
    frame = page.locator(".frame").bounding_box()
    assert frame
    page.mouse.move(frame["x"] + 10, frame["y"] + 10, steps=4)
    page.mouse.up()
    assert page.evaluate("document.querySelector('.frame').scrollLeft") != left
    assert page.locator("details[data-body][open]").count() == 0


def test_a_family_is_left_out(visit: Open) -> None:
    """Without its tick a family goes from chart and table; what is shown is counted; all comes back."""
    page = visit()
    tick = page.get_by_role("checkbox", name="reports to", exact=True)
    tick.uncheck()
    assert is_gone(page, "[data-family='reporting']")
    assert not is_gone(page, ".frame [data-family='commissioning']")
    assert page.locator(".status").inner_text() == "5 of 5 boxes on the chart and 4 of 6 relationships shown."
    page.get_by_role("button", name="Show everything").click()
    page.locator(".frame g[data-family='reporting']").first.wait_for(state="visible")
    assert tick.is_checked()


def test_a_tier_is_left_out(visit: Open) -> None:
    """Without its tick a tier fades out of reach, and its lines, terms of reference and rows go."""
    page = visit()
    page.get_by_role("checkbox", name="Executive", exact=True).uncheck()
    assert page.locator("#body-executive").get_attribute("tabindex") == "-1"
    assert is_gone(page, "details[data-body='executive']")
    assert is_gone(page, "[data-ends='executive:board']")
    assert not is_gone(page, "details[data-body='board']")


def test_only_what_the_paper_states(visit: Open) -> None:
    """What is inferred or assumed goes from chart, terms of reference and tables."""
    page = visit(written("worcestershire-2010"))
    assert not is_gone(page, ".frame [data-ends]:not([data-basis='stated'])")
    page.get_by_role("checkbox", name="Only what the paper states").check()
    assert is_gone(page, "[data-ends]:not([data-basis='stated'])")
    assert not is_gone(page, ".frame [data-basis='stated']")


def test_search(visit: Open) -> None:
    """The list narrows to what is looked for, by name or alias; Enter opens the first."""
    page = visit()
    page.get_by_role("searchbox").fill("EXECUTIVE GROUP")
    shown = [each for each in page.locator("details[data-body]").all() if each.is_visible()]
    assert [each.get_attribute("data-body") for each in shown] == ["executive"]
    assert page.locator(".found").inner_text() == "1 found."
    page.get_by_role("searchbox").press("Enter")
    page.locator("#terms-executive").wait_for(state="visible")


def test_the_line_to_the_top(visit: Open) -> None:
    """The line of account of a body is marked on the chart and said, until Escape."""
    page = visit(place="#terms-groups")
    page.get_by_role("button", name="Show this line on the chart", pressed=False).click()
    assert page.locator(".trace.on").count() == 2
    assert sorted(page.locator(".frame a.on").evaluate_all("links => links.map(link => link.dataset.body)")) == [
        "board",
        "executive",
        "groups",
    ]
    said = "The line of account to the Children's Trust Board is marked on the chart."
    assert page.locator(".status").inner_text() == said
    page.keyboard.press("Escape")
    assert page.locator(".trace.on").count() == 0


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_without_the_script(visit: Open, size: tuple[int, int]) -> None:
    """Without the script a box leads to its terms of reference, which open; the tables are there, nothing idle is."""
    page = visit(None, size, java_script_enabled=False)
    page.locator("#body-board").click()
    page.locator("#terms-board").wait_for(state="visible")
    assert page.locator("#relationships tbody tr").first.is_visible()
    assert is_gone(page, "button, input")


def test_print(visit: Open) -> None:
    """Printed, the chart and the terms of reference of what is on it are there; what is to be pressed is not."""
    page = visit()
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#terms-board").is_visible()
    assert page.locator("#body-board").is_visible()
    assert is_gone(page, "button, input, nav, .others")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_hostile_names(visit: Open, payload: str, size: tuple[int, int]) -> None:
    """Whatever a text holds, nothing of it runs when all is opened, hovered over and pressed; it reads back."""
    hostile = poisoned(ARRANGEMENT, payload)
    page = visit(paint_html(draw(hostile)), size)
    for link in page.locator(".frame a").all():
        link.focus()
        link.hover(force=True)
        link.press("Enter")
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    for button in page.locator(".way").all():
        button.click()
    page.get_by_role("searchbox").fill(payload)
    assert page.evaluate("window.__pwn") is None
    names = page.locator("h4").all_text_contents()
    assert sorted(names) == sorted(visible(hostile[which].name) for which in hostile)
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]
