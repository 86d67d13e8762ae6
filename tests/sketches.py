"""Drawings placed by hand, so that what paints can be tried without what lays out."""

from __future__ import annotations

from trustgraph.charts import Band, Box, Chart, LegendEntry, Line
from trustgraph.drawing.geometry import (
    Drawing,
    Layout,
    PlacedBand,
    PlacedBox,
    PlacedLabel,
    PlacedLine,
    PlacedSample,
    PlacedText,
    Point,
)
from trustgraph.model import Model
from trustgraph.records import Body, Relationship
from trustgraph.vocabulary import Basis, Family, Force, Kind, Tier


def place(box: Box, x: float, y: float, width: float = 130, height: float = 36) -> PlacedBox:
    """Return a box at a place of the page, each of its details on one line."""
    return PlacedBox(box, x, y, width, height, (box.name,), box.details, 10, 8)


def route(line: Line, *points: tuple[float, float]) -> PlacedLine:
    """Return a line along these points, from subject to target."""
    return PlacedLine((line,), (tuple(Point(*point) for point in points),))


def label(line: Line, x: float, y: float, width: float) -> PlacedLabel:
    """Return the label of a line, centred on a place of the page."""
    return PlacedLabel((line,), (line.label,), x - width / 2, y - 6.5, width, 13, 8)


LISTED = ("Meets monthly", "•\u00a0Ann, who has a", "long title", "•\u00a0Bob")


def listed_drawing() -> Drawing:
    """Return the small drawing with a board whose box lists who sits on it, one of them on two lines."""
    drawing = small_drawing()
    (page,) = drawing.pages
    board = page.boxes[0]._replace(box=page.boxes[0].box._replace(seated=True), details=LISTED)
    return drawing._replace(pages=(page._replace(boxes=(board, *page.boxes[1:])),))


def small_drawing(name: str = "Board", note: str = "") -> Drawing:
    """Return a drawing of two boxes and one labelled line; `name` stands in every text of it."""
    model = Model(
        id="small",
        title="Small",
        bodies=(Body(id="board", name="Board"), Body(id="executive", name="Executive")),
        relationships=(Relationship(subject="executive", kind=Kind.REPORTS_TO, target="board"),),
    )
    boxes = (
        Box("board", name, (name,), Tier.STRATEGIC, 0),
        Box("executive", "Executive", (), Tier.EXECUTIVE, 1),
    )
    line = Line(("executive reports_to board",), "executive", "board", Family.REPORTING, name)
    entry = LegendEntry("reports to", Family.REPORTING)
    row = ("Executive", "reports to", name, name, "para 1")
    chart = Chart(
        id="small",
        title=name,
        boxes=boxes,
        lines=(line,),
        bands=(Band(name, 0, 1),),
        notes=(note,) if note else (),
        legend=(entry,),
        outline=(f"Executive reports to {name}.",),
        table=(row,),
        as_at="2015-11-30",
    )
    page = Layout(
        width=300,
        height=240,
        boxes=(place(boxes[0], 80, 40), place(boxes[1], 80, 150)),
        lines=(route(line, (145, 150), (145, 76)),),
        labels=(label(line, 145, 113, 40),),
        bands=(PlacedBand(name, 20, 30, 260, 170, 14, 8),),
        texts=(PlacedText("title", name, 20, 20, 14, bold=True), PlacedText("legend", "reports to", 60, 223, 8)),
        samples=(PlacedSample(entry, Point(20, 220), Point(50, 220)),),
    )
    return Drawing(model, chart, (page,))


BOXES = {
    "partnership": (
        Box("partnership", "Local Safeguarding Partnership", ("Statutory partners",), Tier.EXTERNAL),
        44,
        66,
    ),
    "regulator": (Box("regulator", "Department and Regulator", ("Funding agreement",), Tier.EXTERNAL), 300, 66),
    "scrutiny": (Box("scrutiny", "Independent Board", ("Independent chair",), Tier.EXTERNAL, challenger=True), 44, 190),
    "members": (Box("members", "Members", ("Annual general meeting",), Tier.STRATEGIC), 300, 130),
    "trustees": (Box("trustees", "Board of Trustees", ("Meets six times a year",), Tier.STRATEGIC), 300, 210),
    "audit": (Box("audit", "Audit Committee*", ("5 meetings",), Tier.STRATEGIC, basis=Basis.INFERRED), 410, 280),
    "chief": (Box("chief", "Chief Executive", ("Accounting officer",), Tier.EXECUTIVE, post=True), 260, 370),
    "team": (Box("team", "Leadership Team", ("Weekly",), Tier.EXECUTIVE), 260, 440),
    "quality": (Box("quality", "Quality Group", ("Monthly",), Tier.OPERATIONAL), 60, 530),
    "forum": (Box("forum", "Headteachers’ Forum", ("12 schools",), Tier.OPERATIONAL), 260, 530),
    "finance": (Box("finance", "Finance Group", ("Monthly",), Tier.OPERATIONAL), 410, 530),
    "panel": (Box("panel", "Commissioning Panel", ("Quorum 3",), Tier.COMMISSIONING), 260, 630),
}
ROUTES: tuple[tuple[Line, tuple[tuple[float, float], ...], tuple[float, float, float] | None], ...] = (
    (Line(("a",), "trustees", "members", Family.ACCOUNTABILITY), ((365, 210), (365, 166)), None),
    (Line(("b",), "chief", "trustees", Family.ACCOUNTABILITY), ((325, 370), (325, 246)), None),
    (Line(("c",), "team", "chief", Family.ACCOUNTABILITY), ((325, 440), (325, 406)), None),
    (
        Line(("d",), "scrutiny", "trustees", Family.CHALLENGE, "challenge and annual report"),
        ((174, 208), (240, 208), (240, 228), (300, 228)),
        (237, 190, 104),
    ),
    (
        Line(("e",), "scrutiny", "team", Family.CHALLENGE, "challenges", Force.POWER),
        ((100, 226), (100, 450), (260, 450)),
        (100, 330, 52),
    ),
    (
        Line(("f",), "partnership", "scrutiny", Family.STRUCTURE, "works with", mutual=True),
        ((109, 102), (109, 190)),
        (109, 146, 48),
    ),
    (
        Line(("g",), "regulator", "members", Family.COMMISSIONING, "funding agreement"),
        ((365, 102), (365, 130)),
        (440, 116, 78),
    ),
    (
        Line(("h",), "audit", "trustees", Family.REPORTING, basis=Basis.INFERRED),
        ((475, 280), (475, 228), (430, 228)),
        None,
    ),
    (
        Line(("i",), "forum", "audit", Family.ADVICE, "makes recommendations to"),
        ((380, 530), (380, 430), (455, 430), (455, 316)),
        (455, 355, 104),
    ),
    (
        Line(("j",), "panel", "forum", Family.COMMISSIONING, "places", Force.DUTY),
        ((325, 630), (325, 566)),
        (325, 600, 34),
    ),
    (
        Line(("k",), "panel", "quality", Family.COMMISSIONING, "tasks", mutual=True),
        ((260, 648), (125, 648), (125, 566)),
        (190, 648, 30),
    ),
)
COMB = (
    ((125, 530), (125, 500), (310, 500), (310, 476)),
    ((310, 530), (310, 476)),
    ((475, 530), (475, 500), (310, 500), (310, 476)),
)
BANDS = (
    PlacedBand("Partnerships", 20, 58, 555, 54, 14, 8),
    PlacedBand("Strategic", 20, 116, 555, 230, 14, 8),
    PlacedBand("Executive", 20, 350, 555, 150, 14, 8),
    PlacedBand("Operational", 20, 504, 555, 100, 14, 8),
    PlacedBand("Commissioning", 20, 608, 555, 76, 14, 8),
)


def rich_drawing() -> Drawing:
    """Return an A4 page with every look on it: each family, tier, force and basis, a comb, crossings, notes."""
    model = Model(id="rich", title="Example Learning Trust", bodies=tuple(Body(id=name, name=name) for name in BOXES))
    lines = [route(line, *points) for line, points, _ in ROUTES]
    reports = tuple(
        Line((f"{subject} reports_to team",), subject, "team", Family.REPORTING)
        for subject in ("quality", "forum", "finance")
    )
    lines.append(PlacedLine(reports, tuple(tuple(Point(*point) for point in path) for path in COMB)))
    entries = [LegendEntry(f"{family}", family, mutual=family is Family.STRUCTURE) for family in Family]
    entries += [
        LegendEntry("may challenge", Family.CHALLENGE, Force.POWER),
        LegendEntry("reports to (inferred)", Family.REPORTING, basis=Basis.INFERRED),
    ]
    places = [Point(20 + 140 * (order % 4), 712 + 16 * (order // 4)) for order in range(len(entries))]
    samples = [PlacedSample(entry, at, Point(at.x + 34, at.y)) for entry, at in zip(entries, places, strict=True)]
    words = [PlacedText("legend", one.entry.text, one.end.x + 6, one.end.y + 3, 8.5) for one in samples]
    words += [
        PlacedText("title", "Governance structure — Example Learning Trust", 20, 34, 16, bold=True),
        PlacedText("subtitle", "Proposed, as at 30 November 2015", 20, 48, 10),
        PlacedText("note", "* The committee stands for eight groups, listed in the report.", 20, 762, 8.5),
        PlacedText("source", "Drawn from the report of 2015, paragraphs 8 to 17", 20, 790, 8),
    ]
    page = Layout(
        width=595.28,
        height=841.89,
        boxes=tuple(place(*entry) for entry in BOXES.values()),
        lines=tuple(lines),
        labels=tuple(label(line, *where) for line, _, where in ROUTES if where),
        bands=BANDS,
        texts=tuple(words),
        samples=tuple(samples),
    )
    chart_lines = (*(line for line, _, _ in ROUTES), *reports)
    chart = Chart(
        id="rich",
        title="Example Learning Trust",
        boxes=tuple(box for box, _, _ in BOXES.values()),
        lines=chart_lines,
        outline=tuple(f"{line.subject} to {line.target}." for line in chart_lines),
        table=tuple((line.subject, line.family, line.target, line.label, "para 8") for line in chart_lines),
        notes=("* The committee stands for eight groups.",),
        as_at="2015-11-30",
    )
    return Drawing(model, chart, (page,))
