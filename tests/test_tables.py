"""Tables as text, Markdown, HTML, JSON and CSV, whatever stands in their cells."""

from __future__ import annotations

import csv
import io
import json
from enum import StrEnum
from html.parser import HTMLParser
from typing import Any, NamedTuple

import pytest

from trustgraph.tables import WIDTH, Table


class Word(StrEnum):
    """A word with an underscore."""

    NOT_STATED = "not_stated"


class Test(NamedTuple):
    """A row within a row."""

    outcome: Word
    because: tuple[str, ...]

    __test__ = False


CELLS: list[tuple[Any, str]] = [
    (None, ""),
    (True, "yes"),
    (False, "no"),
    (0, "0"),
    (0.5, "0.5"),
    (1.0, "1"),
    (1 / 3, "0.33"),
    (Word.NOT_STATED, "not stated"),
    (("a", None, "b"), "a; ; b"),
    ((), ""),
    (Test(Word.NOT_STATED, ("a", "b")), "outcome not stated, because a; b"),
]


def table(*cells: Any) -> Table:
    """Return a table of one column."""
    return Table("Caption", ("Column",), tuple((cell,) for cell in cells))


def csv_cells(printed: str) -> list[str]:
    """Return the cells of a column as a spreadsheet reads them."""
    return [row[0] for row in csv.reader(io.StringIO(printed, newline=""))][1:]


@pytest.mark.parametrize(("cell", "shown"), CELLS, ids=repr)
def test_what_a_cell_shows(cell: Any, shown: str) -> None:
    """Unknown is nothing, truth is yes or no, words lose their underscores, several are joined."""
    assert csv_cells(table(cell, "x").csv()) == [shown, "x"]
    assert shown in table(cell, "x").text()


@pytest.mark.parametrize(
    "formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", ("=1", "b")], ids=repr
)
def test_no_text_is_a_formula_in_csv(formula: Any) -> None:
    """A text that a spreadsheet would work out is guarded by an apostrophe."""
    (cell,) = csv_cells(table(formula).csv())
    assert cell.startswith("'")


@pytest.mark.parametrize("number", [-1, -0.5])
def test_a_negative_number_stays_a_number(number: float) -> None:
    """Numbers are no formulas."""
    assert csv_cells(table(number).csv()) == [str(number)]


def test_csv_quotes_what_it_must() -> None:
    """Commas, quotation marks and line breaks come back as they were; lines end as the standard says."""
    cells = ['a,"b"', "two\nlines", "£ é"]
    assert csv_cells(table(*cells).csv()) == cells
    assert table("a").csv() == "Column\r\na\r\n"


def test_json_keeps_what_is_nested() -> None:
    """Named tuples become objects, tuples lists, words text and what is unknown null."""
    rows = json.loads(table((Test(Word.NOT_STATED, ("a",)),), None, ("é",)).json())
    assert rows == [
        {"Column": [{"outcome": "not_stated", "because": ["a"]}]},
        {"Column": None},
        {"Column": ["é"]},
    ]


@pytest.mark.parametrize(
    "text", ["a|b", "*bold*", "_it_", "`code`", "<script>", "[a](b)", "$x$", "~~gone~~", "two\nlines", "\\"]
)
def test_markdown_prints_as_it_stands(text: str) -> None:
    """Each sign that Markdown would obey is escaped, and a row stays on its line."""
    row = table(text).markdown().splitlines()[-1]
    inside = row.removeprefix("| ").removesuffix(" |")
    assert " ".join(text.split()) == "".join(inside.replace("\\\\", "\0").split("\\")).replace("\0", "\\")
    assert all(inside[at - 1] == "\\" for at, sign in enumerate(inside) if sign in "|*_`<[$~")


def test_html_escapes_every_text() -> None:
    """Nothing in a caption, heading or cell becomes an element."""

    class Tags(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.found: set[str] = set()

        def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
            self.found.add(tag)

    tags = Tags()
    tags.feed(Table("<b>", ("<i>",), (("<script>alert(1)</script>",), ("&amp;",))).html())
    assert tags.found <= {"table", "caption", "thead", "tbody", "tr", "th", "td"}
    assert "&amp;amp;" in table("x", "&amp;").html()


def test_an_empty_table() -> None:
    """Without rows the text says none; the other formats have their headings, or an empty list."""
    empty = table()
    assert (empty.text(), empty.json(), empty.csv()) == ("Caption: none.", "[]", "Column\r\n")
    assert empty.markdown().endswith("| --- |")
    assert "<tbody>\n</tbody>" in empty.html()


def test_text_is_as_wide_as_a_terminal() -> None:
    """Long cells and captions are wrapped, words are not cut."""
    wide = Table("word " * 60, ("One", "Two"), (("long " * 60, "x" * 30),))
    lines = wide.text().splitlines()
    assert max(map(len, lines)) <= WIDTH
    assert any("x" * 30 in each for each in lines)


def test_without_a_column() -> None:
    """A column goes with its cells."""
    assert Table("C", ("a", "b"), ((1, 2),)).without("a") == Table("C", ("b",), ((2,),))


def test_a_notebook_shows_html() -> None:
    """What a notebook asks for is the HTML."""
    assert table("x")._repr_html_() == table("x").html()
