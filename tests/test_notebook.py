"""In a notebook values show themselves as accessible HTML, and as plain text where that is not shown."""

from __future__ import annotations

from html.parser import HTMLParser
from types import SimpleNamespace

import pytest

import trustgraph as tg
from tests.small import body, model
from trustgraph.rules.norms import Findings

MODEL = tg.load("nottinghamshire-2016")
BEFORE = tg.load("nottinghamshire-two-executives")
VALUES = {
    "model": MODEL,
    "findings": tg.check(MODEL),
    "changes": tg.diff(BEFORE, MODEL),
    "comparison": tg.compare([BEFORE, MODEL], rows=["chair"]),
    "table": MODEL.table(),
}


class Shown(HTMLParser):
    """The tags of a piece of HTML with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append((tag, dict(attrs)))

    def scopes(self) -> set[str | None]:
        """Return the scopes of the headings."""
        return {attributes.get("scope") for tag, attributes in self.tags if tag == "th"}


@pytest.mark.parametrize("name", VALUES)
def test_a_value_shows_itself_as_a_table(name: str) -> None:
    """It has a caption, and headings that say whether they are of a column or a row; nothing in it runs."""
    shown = Shown(VALUES[name]._repr_html_())
    tags = [tag for tag, _ in shown.tags]
    assert (tags.count("table"), tags.count("caption"), shown.scopes()) == (1, 1, {"col", "row"})
    assert not {"script", "style", "img"} & {*tags}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("model", "<Model nottinghamshire-2016: 26 bodies,"),
        ("findings", "The chair of the"),
        ("changes", "<Changes from nottinghamshire-two-executives to nottinghamshire-2016:"),
        ("comparison", "<Comparison of nottinghamshire-two-executives, nottinghamshire-2016: 4 rows,"),
    ],
)
def test_a_value_reads_as_plain_text(name: str, text: str) -> None:
    """Its plain text says what it is, or what it says."""
    assert text in repr(VALUES[name])


def test_a_model_shows_its_bodies() -> None:
    """The table of a model says how often each body meets and who chairs it."""
    rows = {row[0]: row[1:] for row in MODEL.table().rows}
    assert rows["Children's Trust Board"] == (
        "board",
        "strategic",
        "three times per year",
        ("Children and Young People's Committee Chair",),
    )


def test_findings_are_a_tuple() -> None:
    """What checks a model gives can be taken for the tuple it is."""
    found = tg.check(MODEL)
    assert found == tuple(found)
    assert type(found) is Findings


def test_no_findings() -> None:
    """That there is nothing to find is said."""
    assert repr(Findings()) == "Findings: none."


def test_what_somebody_wrote_is_text() -> None:
    """A name that looks like HTML is shown as it stands."""
    named = model(records=(body("board", name="<script>alert(1)</script>"),))
    assert "<script" not in named._repr_html_()


def test_a_picture_shows_itself_and_reads_aloud() -> None:
    """A picture is an SVG with a title and a description, and its plain text is the chart in sentences."""
    shown = tg.draw(MODEL)._repr_mimebundle_()
    assert {"svg", "title", "desc"} <= {tag for tag, _ in Shown(shown["image/svg+xml"]).tags}
    assert "reports to the Children's Trust Board" in shown["text/plain"]


def test_a_notebook_prints_the_words_of_a_picture() -> None:
    """Where a notebook shows text alone, it has the chart in sentences and not the fields of a tuple."""
    texts: list[str] = []
    picture = tg.draw(MODEL)
    picture._repr_pretty_(SimpleNamespace(text=texts.append), False)
    assert texts == ["\n".join(picture.chart.outline)]
