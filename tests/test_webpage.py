"""Pages of reports: one look, legible on a narrow screen and on paper, and nothing from anywhere else."""

from __future__ import annotations

import re

from trustgraph.reports.report import Report, page
from trustgraph.reports.webpage import webpage
from trustgraph.tables import Table

REPORT = Report("One & two", ("A < B.",), (Table("A table", ("Name", "Number"), (("board", 1),)),))


def test_a_page_has_its_style_in_it() -> None:
    """It says its language, its width and its title, and loads nothing."""
    text = webpage("One & two", "<h1>One</h1>", "comparison.css")
    assert text.startswith('<!DOCTYPE html>\n<html lang="en-GB">')
    assert "<title>One &amp; two</title>" in text
    assert 'name="viewport"' in text
    assert ".answers" in text
    assert not re.search(r"https?://|@import|<script|<link", text)


def test_a_report_is_a_page_under_its_own_heading() -> None:
    """A report alone has its title as the heading of the page; among several it has one of the second rank."""
    assert "<h1>One &amp; two</h1>" in REPORT.page()
    assert "<h2>One &amp; two</h2>" in page("All", (REPORT,))


def test_a_wide_table_scrolls_in_its_frame() -> None:
    """A table stands in a frame with its name, which a keyboard reaches."""
    assert '<div class="wide" role="region" aria-label="A table" tabindex="0">\n<table>' in REPORT.html()
