"""The shape of an arrangement, and who does what in it, in sentences and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trustgraph.analysis.structure.functions import Doing, Gap
from trustgraph.analysis.structure.profile import Profile
from trustgraph.model import Model
from trustgraph.reports.naming import clauses_of, span_of
from trustgraph.reports.report import Report
from trustgraph.tables import Table
from trustgraph.vocabulary import Family, Topic
from trustgraph.wording import either, listed, prose


def profile_report(model: Model, rows: Sequence[Profile]) -> Report:
    """Return the numbers of an arrangement, each with what it counts."""
    (row,) = rows
    cells = tuple(_figures(model, row))
    title = f"The shape of {model.title or model.id}"
    return Report(title, tuple(_remarks(model, row)), (Table("Profile", ("What", "Figure"), cells),))


def _figures(model: Model, row: Profile) -> Iterator[tuple[str, object]]:
    yield "Bodies of the arrangement", span_of(row.bodies, row.bodies_most)
    yield "Bodies outside it", row.outside
    yield "Posts", row.posts
    for family in Family:
        yield f"Lines of {family}", getattr(row, family)
    yield "Lines the paper denies", row.denied
    yield "Seats", span_of(row.seats, row.seats_most)
    yield "Layers of account", row.depth
    yield "Account ends at", listed(model, row.apexes) or "not stated"
    yield "Bodies with no stated line of account", row.orphans
    yield "Bodies that answer by report only", row.report_only
    yield "Bodies with several superiors", row.dual
    yield "Circles of account", row.cycles
    yield "Meetings a year", span_of(row.meetings_least, row.meetings_most)
    yield "Stated by the paper", "" if row.share_stated is None else f"{row.share_stated:.0%}"


def _remarks(model: Model, row: Profile) -> Iterator[str]:
    if row.heads:
        yield f"At the head, with no line of account beyond: {prose(model, row.heads)}."
    if row.unstated:
        yield f"How often they meet is not stated of {prose(model, row.unstated)}."


_GAPS = {
    Gap.TWO_DECIDERS: "More than one body decides on {matter}: {bodies}{clauses}.",
    Gap.ALL_MONITOR: "Whoever is concerned with {matter} monitors it: {bodies}{clauses}.",
}
_SILENCES = {
    Gap.NO_DECIDER: "The paper does not state who decides on {matters}.",
    Gap.NOBODY_DELIVERS: "The paper does not state who delivers on {matters}.",
}


def functions_report(model: Model, rows: Sequence[Doing]) -> Report:
    """Return who does what about which matter; doubles and gaps first."""
    sentences = [
        _GAPS[row.gap].format(matter=_matter(row), bodies=prose(model, row.bodies), clauses=clauses_of(model, row.keys))
        for row in rows
        if row.gap in _GAPS
    ]
    for gap, sentence in _SILENCES.items():
        if matters := [_matter(row) for row in rows if row.gap is gap]:
            sentences.append(sentence.format(matters=either(matters)))
    cells = tuple(
        (row.matter.replace("_", " "), row.act, listed(model, row.bodies), clauses_of(model, row.keys)[2:-1])
        for row in rows
        if row.bodies
    )
    nothing = ("No function is doubled, and none is missing.",) if rows else ("The paper states no function.",)
    table = Table("Who does what", ("Matter", "Act", "Bodies", "Clauses"), cells)
    return Report("Who does what?", tuple(sentences) or nothing, (table,) if cells else ())


def _matter(row: Doing) -> str:
    """Return a matter as it reads within a sentence: "the plan"."""
    return Topic(row.matter).phrase if row.matter in {*Topic} else row.matter
