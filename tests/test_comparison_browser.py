"""A comparison in Chromium: on a wide screen, on a phone, and printed on A3."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from trustgraph.comparison.comparing import compare
from trustgraph.formats import load_all
from trustgraph.reports.sidebyside import as_html

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

THREE = ("calderdale-model-1", "suffolk-2010", "buckinghamshire-2009")
TOPS = "() => [...document.querySelectorAll('figure svg')].map(each => Math.round(each.getBoundingClientRect().top))"
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
LABELS = "() => getComputedStyle(document.querySelector('.answers td'), '::before').content"


@cache
def page_of_three() -> str:
    """Return the page of three samples."""
    return as_html(compare(load_all(THREE), rows=["chair", "quorum"]))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return Chromium; where there is none on the path, Playwright's."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield chromium
        chromium.close()


def visit(browser: Browser, folder: Path, width: int) -> Page:
    """Return the page, opened without a network in a window of this width."""
    path = folder / "comparison.html"
    path.write_text(page_of_three(), encoding="utf-8")
    tab = browser.new_context(viewport={"width": width, "height": 900}, offline=True).new_page()
    tab.goto(path.as_uri())
    return tab


def test_charts_stand_side_by_side(browser: Browser, tmp_path: Path) -> None:
    """On a wide screen all charts begin at one height, so that their tiers do too."""
    assert len({*visit(browser, tmp_path, 1280).evaluate(TOPS)}) == 1


def test_a_phone_shows_one_below_the_other(browser: Browser, tmp_path: Path) -> None:
    """On a narrow screen nothing is wider than it, charts are stacked, and each answer says whose it is."""
    tab = visit(browser, tmp_path, 320)
    assert tab.evaluate(OVERFLOW) == 0
    assert len({*tab.evaluate(TOPS)}) == len(THREE)
    assert tab.evaluate(LABELS) == '"Calderdale"'


def test_it_prints_on_a3(browser: Browser, tmp_path: Path) -> None:
    """The first page is A3 across, with all charts under one legend; the findings begin on the second."""
    printed = visit(browser, tmp_path, 1280).pdf(prefer_css_page_size=True)
    first, second, *_ = PdfReader(BytesIO(printed)).pages
    text = first.extract_text()
    assert [round(float(length)) for length in first.mediabox[2:]] == pytest.approx([1191, 842], abs=1)
    assert all(label in text for label in ("Calderdale", "Suffolk", "Buckinghamshire"))
    assert (text.count("is accountable to"), "What only one has" in second.extract_text()) == (1, True)
