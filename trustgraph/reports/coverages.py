"""Whom a statute describes against the bodies they sit on, as a matrix, with the reason for each match."""

from __future__ import annotations

from collections.abc import Sequence

from trustgraph import dates, wording
from trustgraph.model import Model
from trustgraph.reports.naming import alike, bracketed
from trustgraph.reports.report import Report
from trustgraph.rules.statute import statute_of
from trustgraph.rules.statute.coverage import Coverage, described_at
from trustgraph.rules.statute.descriptions import moment
from trustgraph.rules.statute.matching import Evidenced
from trustgraph.tables import Table
from trustgraph.wording.names import capital

_WHOLE = "The arrangement"


def coverage_report(model: Model, rows: Sequence[Coverage], *, pack: str, as_if_in_force: bool = False) -> Report:
    """Return the matrix of those a statute describes and the bodies of the arrangement, and why each is thought so."""
    statute = statute_of(pack)
    date = described_at(model, statute, as_if_in_force=as_if_in_force)
    sentences = [f"Those whom the {statute.title} describes at {dates.spoken(date)}."]
    if moment(model, statute, statute.seating, as_if_in_force=as_if_in_force) is None:
        sentences.append(
            f"{capital(statute.seating.section)}, on who sits on a {statute.board}, was in force from "
            f"{dates.spoken(statute.seating.since)}; at the model's date it was not, or that cannot be told."
        )
    sentences += [_counted(rows), f"Texts: {statute.texts}"]
    tables = (_matrix(model, rows), _reasons(model, rows)) if rows else ()
    return Report(f"Who sits where, by the {statute.title}", tuple(sentences), tables)


def _counted(rows: Sequence[Coverage]) -> str:
    """Return how many are evidenced anywhere, and who is not: which is not to say that they take no part."""
    whole = [row for row in rows if row.body is None]
    absent = [row.partner for row in whole if row.evidenced is Evidenced.NOT_EVIDENCED]
    told = f"{len(whole) - len(absent)} of {len(whole)} have, or may have, a seat on some body of the arrangement."
    return f"{told} Not evidenced, which is not to say absent: {wording.names(absent)}." if absent else told


def _matrix(model: Model, rows: Sequence[Coverage]) -> Table:
    """Return how each is evidenced, on each body where any is."""
    covered = {row.body for row in rows if row.keys} | {None}
    bodies = tuple(body for body in dict.fromkeys(row.body for row in rows) if body in covered)
    partners: dict[str, dict[str | None, Evidenced]] = {}
    for row in rows:
        partners.setdefault(row.partner, {})[row.body] = row.evidenced
    names = tuple(_WHOLE if body is None else wording.name(model, body) for body in bodies)
    cells = tuple((capital(partner), *(found[body] for body in bodies)) for partner, found in partners.items())
    return Table("Seats", ("Partner", *names), cells)


def _reasons(model: Model, rows: Sequence[Coverage]) -> Table:
    """Return why each is thought to be on a body, those together of which the same is said."""
    told = alike((row for row in rows if row.body and row.why), lambda row: (row.partner, row.why))
    cells = tuple(
        (
            capital(one.partner),
            tuple(wording.name(model, row.body) for row in (one, *others) if row.body),
            tuple(capital(why) for why in one.why),
            bracketed(
                clause
                for row in (one, *others)
                for key in row.keys
                for clause in wording.clause(model, model.seats[key]).split("; ")
            ).strip(" ()"),
        )
        for one, *others in told
    )
    return Table("Why", ("Partner", "Bodies", "Reason", "Clauses"), cells)
