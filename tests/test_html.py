"""A drawing as a web page: all of it is there without its script, and nothing comes from elsewhere."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256

import pytest
from lxml import html as lxml_html

import trustgraph as tg
from tests.hostile.arrangement import ARRANGEMENT, poisoned
from tests.small import body, line, model
from trustgraph import wording
from trustgraph.drawing.geometry import Drawing, Layout
from trustgraph.drawing.html import paint_html
from trustgraph.drawing.layout import DRAWABLE
from trustgraph.drawing.picture import draw
from trustgraph.records import View

SAMPLE = "nottinghamshire-2016"
PAYLOADS = ["</script><script>x()</script>", '"><img src=x onerror=x()>', "</style><b>", "<!--", "]]>", "&lt;b&gt;"]
ACCOUNT = model("groups reports_to executive", "executive accountable_to board", apexes=("board",))


@cache
def written(name: str = SAMPLE) -> bytes:
    """Return the page of a sample."""
    return paint_html(draw(tg.load(name)))


def page_of(data: bytes) -> lxml_html.HtmlElement:
    """Return a page as elements."""
    return lxml_html.document_fromstring(data.decode())


def words(element: lxml_html.HtmlElement) -> str:
    """Return what an element says, on one line."""
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("name", tg.samples())
def test_every_body_has_its_terms(name: str) -> None:
    """The terms of reference of every body and post are on the page, each statement with its clause."""
    sample = tg.load(name)
    # it needs no layout
    page = page_of(paint_html(Drawing(sample, tg.chart(sample, "all"), (Layout(300, 200),))))
    for which in sample:
        told = words(page.get_element_by_id(f"terms-{which}"))
        said = [statement for part in wording.terms(sample, which).parts for statement in part.statements]
        assert [str(each) for each in said if " ".join(str(each).split()) not in told] == []


@pytest.mark.parametrize("name", tg.samples())
def test_ids_are_unique(name: str) -> None:
    """No two elements share an id."""
    ids = page_of(written(name)).xpath("//@id")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", tg.samples())
def test_every_link_has_a_target(name: str) -> None:
    """Each link leads to something on the page."""
    page = page_of(written(name))
    ids = {f"#{name}" for name in page.xpath("//@id")}
    assert [href for href in page.xpath("//a/@href") if href not in ids] == []


def test_nothing_comes_from_elsewhere() -> None:
    """No element, style or script names an address."""
    page = page_of(written())
    assert page.xpath("//@src | //@srcset | //@action | //@style") == []
    assert page.xpath("//link/@href") == ["data:,"]
    assert not re.search(rb"url\(|@import|https?:|fetch\(|XMLHttp", written())


def test_the_policy_lets_in_this_script_and_style_alone() -> None:
    """The hashes of the policy are those of the script and the styles on the page, and all else is shut out."""
    page = page_of(written())
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    inlined = page.xpath("//script | //style")
    hashes = [f"sha256-{b64encode(sha256(each.text.encode()).digest()).decode()}" for each in inlined]
    assert sorted(hashes) == sorted(re.findall(r"'(sha256-[^']+)'", policy))
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_names_are_words(payload: str) -> None:
    """Whatever a text holds, it adds no element, and reads back as it was written."""
    hostile = poisoned(ARRANGEMENT, payload)
    page, plain = page_of(paint_html(draw(hostile))), page_of(paint_html(draw(ARRANGEMENT)))
    assert {each.tag for each in page.iter("*")} == {each.tag for each in plain.iter("*")}
    assert len(page.xpath("//script")) == 1
    assert {words(heading) for heading in page.xpath("//h4")} == {hostile[which].name for which in hostile}


def test_what_nobody_sees_is_shown() -> None:
    """A character that turns the words after it round is shown as its code."""
    page = page_of(paint_html(draw(model(records=(body("board", name="Board\u202egnp"),)))))
    assert words(page.xpath("//h4")[0]) == "BoardU+202Egnp"


def test_the_chart_reads_aloud() -> None:
    """The chart is a named group; each box is a link named by all its words, each line an image that says it."""
    page, chart = page_of(written()), draw(tg.load(SAMPLE)).chart
    assert page.xpath("//div[@class='frame']/svg/@role") == ["group"]
    names = page.xpath("//div[@class='frame']//a/@aria-label")
    assert sorted(names) == sorted(", ".join([box.caption, *box.details]) for box in chart.boxes)
    said = page.xpath("//g[@role='img']/title/text()")
    assert sorted(said) == sorted(" ".join(each.said) for each in chart.lines)


def test_tables() -> None:
    """Every line and every seat is a row, with its clause."""
    page, sample = page_of(written()), tg.load(SAMPLE)
    shown = tg.select(sample, sample.view())
    rows = [[words(cell) for cell in row] for row in page.xpath("//section[@id='relationships']//tbody/tr")]
    assert rows == [[" ".join(cell.split()) for cell in row] for row in wording.table(shown)]
    seats = [seat for seat in sample.memberships if seat.body in {*shown} - shown.context]
    assert len(page.xpath("//section[@id='members']//tbody/tr")) == len(seats)


def test_the_line_of_account() -> None:
    """The terms of reference end with each line of account to the top, step by step; the top says that it is."""
    page = page_of(paint_html(draw(ACCOUNT)))
    steps = page.get_element_by_id("terms-groups").xpath(".//ol/li")
    assert [words(step) for step in steps] == [
        "Groups reports to the Executive.",
        "The Executive is accountable to the Board.",
    ]
    assert "Lines of account end here." in words(page.get_element_by_id("terms-board"))


def test_the_line_of_account_of_a_collective() -> None:
    """A collective whose bodies are recorded has a line of account too."""
    within = ACCOUNT.add(body("inner", within="groups"))
    page = page_of(paint_html(draw(within)))
    assert len(page.get_element_by_id("terms-groups").xpath(".//ol/li")) == 2


def test_a_body_without_a_line_of_account() -> None:
    """That nothing leads to the top is said."""
    page = page_of(paint_html(draw(ACCOUNT.add(body("alone")))))
    assert "No stated line of account leads to the top." in words(page.get_element_by_id("terms-alone"))


def test_many_lines_of_account() -> None:
    """Of many lines of account three are told, and how many there are."""
    middles = [f"m{number}" for number in range(5)]
    several = model(
        *(f"low accountable_to {each}" for each in middles),
        *(f"{each} accountable_to board" for each in middles),
        apexes=("board",),
    )
    terms = page_of(paint_html(draw(several))).get_element_by_id("terms-low")
    assert "It has 5 lines of account. The shortest 3:" in words(terms)
    assert len(terms.xpath(".//ol")) == 3


def test_several_pages_are_one_on_a_screen() -> None:
    """What takes several sheets of paper is one chart on a web page."""
    picture = draw(ACCOUNT)
    page = page_of(paint_html(picture._replace(pages=picture.pages * 2)))
    assert len(page.xpath("//div[@class='frame']/svg")) == 1


def test_too_many_bodies_for_a_chart() -> None:
    """What is too much for a chart is said, and the terms of reference and tables are there all the same."""
    crowd = model(records=tuple(body(f"b{number}") for number in range(DRAWABLE + 1)))
    page = page_of(paint_html(draw(crowd)))
    assert "are too many for one chart" in words(page.get_element_by_id("chart"))
    assert len(page.xpath("//h4")) == DRAWABLE + 1


def test_no_bodies() -> None:
    """A model of nothing is a page that says so."""
    assert "No bodies to draw." in words(page_of(paint_html(draw(model()))))


SEATS = [tg.Membership(member="officer", body=name) for name in ("groups", "board")]
SATELLITE = ACCOUNT.add(body("watch"), line("watch monitors groups"), tg.Post(id="officer", title="Officer"), *SEATS)


@pytest.mark.parametrize(
    ("view", "bodies", "lines", "members"),
    [
        (View(), ["Groups", "Executive", "Board", "Watch"], 3, 2),
        (View(hide=("watch",)), ["Groups", "Executive", "Board"], 2, 2),
        (View(around="board"), ["Executive", "Board"], 1, 1),
        (View(families=(tg.Family.CHALLENGE,)), ["Groups", "Executive", "Board", "Watch"], 1, 2),
    ],
)
def test_a_page_tells_of_what_its_view_shows(view: View, bodies: list[str], lines: int, members: int) -> None:
    """Other bodies have no terms of reference, and their lines and seats stand in no table."""
    page = page_of(paint_html(draw(SATELLITE, view)))
    assert [words(name) for name in page.xpath("//details[@data-tier!='']//h4")] == bodies
    rows = [len(page.xpath(f"//section[@id='{table}']//tbody/tr")) for table in ("relationships", "members")]
    assert rows == [lines, members]


def test_a_view_makes_no_body_say_less() -> None:
    """What is not drawn is no silence of the paper; a line that is not drawn is not offered to be shown."""
    page = page_of(paint_html(draw(SATELLITE, View(families=(tg.Family.CHALLENGE,)))))
    terms = page.get_element_by_id("terms-groups")
    assert "It reports to the Executive" in words(terms)
    assert page.xpath("//ol[@class='account']") != [] == page.xpath("//button[@class='way']")


def test_the_script_hides_what_it_shows() -> None:
    """What is of no use without the script is hidden until it runs."""
    page = page_of(paint_html(draw(ACCOUNT.add(line("board monitors groups", basis="inferred")))))
    for control in page.xpath("//button | //input"):
        assert control.xpath("ancestor-or-self::*[@hidden]")


def test_no_relationships_and_no_members() -> None:
    """An empty table is a sentence, and there is no legend of no lines."""
    page = page_of(paint_html(draw(model(records=(body("board"),)))))
    sentences = [words(each) for each in page.xpath("//section[@id='relationships' or @id='members']/p")]
    assert sentences == ["None is stated.", "None is stated."]
    assert page.xpath("//table | //fieldset[@class='legend']") == []


def test_a_ring_goes_with_its_body() -> None:
    """What the filters leave out takes along the ring that marks it."""
    drawing = draw(model("a reports_to b"), marks={"a": "found"})
    (ring,) = page_of(paint_html(drawing)).xpath("//*[@id='ring-a']")
    assert (ring.get("data-ends"), ring.get("data-basis"), ring.get("aria-hidden")) == ("a:a", "stated", "true")
