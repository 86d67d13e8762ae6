"""Where each arrangement comes from: its paper, how it stands, its date, the law then in force, and what is lacking."""

from __future__ import annotations

from collections.abc import Iterator

from trustgraph import dates
from trustgraph.comparison.cases import Case
from trustgraph.comparison.cells import Answer, Cell, Ground, Said
from trustgraph.comparison.crosswalk.row import Row
from trustgraph.rules.statute.children_act import CHILDREN_ACT
from trustgraph.rules.statute.descriptions import date_of

_GROUP = "The papers"


def _document(case: Case) -> Cell:
    told = tuple(
        Said(", ".join(part for part in (each.title or each.id, each.publisher, each.edition) if part), (each.id,))
        for each in case.model.documents
    )
    return Cell(Answer.YES, told) if told else case.silent("the model names no paper")


def _status(case: Case) -> Cell:
    told = tuple(Said(str(each.status).capitalize(), (each.id,)) for each in case.model.documents if each.status)
    return Cell(Answer.YES, told) if told else Cell(Answer.NOT_STATED, (Said("Whether it was adopted"),))


def _date(case: Case) -> Cell:
    told = tuple(_dates(case))
    return Cell(Answer.YES, told) if told else Cell(Answer.NOT_STATED, (Said("The paper bears no date"),))


def _dates(case: Case) -> Iterator[Said]:
    for each in case.model.documents:
        if each.date:
            yield Said(f"Paper of {dates.spoken(each.date)}", (each.id,))
    if case.model.as_at and case.model.as_at not in {each.date for each in case.model.documents}:
        yield Said(f"Described as at {dates.spoken(case.model.as_at)}")
    if case.model.since:
        yield Said(f"Takes effect from {dates.spoken(case.model.since)}")


def _law(case: Case) -> Cell:
    date = date_of(case.model)
    if date is None:
        return Cell(Answer.NOT_STATED, (Said("Without a date the law then in force cannot be told"),))
    arranging, seating = CHILDREN_ACT.arranging, CHILDREN_ACT.seating
    told = [
        _in_force(duty.section, what, date, duty.since)
        for duty, what in ((arranging, "to co-operate"), (seating, "on the board's members"))
    ]
    return Cell(Answer.YES, tuple(Said(text, ground=Ground.WORKED_OUT) for text in told))


def _in_force(section: str, what: str, date: str, since: str) -> str:
    law = f"{CHILDREN_ACT.title}, {section}, {what}"
    if since.startswith(date) and len(date) < len(since):
        return f"{law}, came into force on {dates.spoken(since)}, within {dates.spoken(date)}"
    if dates.holds(since, None, date):
        return f"{law}, was in force at {dates.spoken(date)}"
    return f"{law}, was not yet in force at {dates.spoken(date)}: it was from {dates.spoken(since)}"


def _lacking(case: Case) -> Cell:
    told = tuple(Said(each, (document.id,)) for document in case.model.documents for each in document.missing)
    return (
        Cell(Answer.YES, told)
        if told
        else Cell(Answer.NOT_STATED, (Said("Nothing is noted as missing from our copy"),))
    )


ROWS = (
    Row("document", _GROUP, "Document, publisher and edition", _document),
    Row("status", _GROUP, "Its standing", _status, "whether it is a draft, an option, proposed or adopted"),
    Row("date", _GROUP, "Date", _date),
    Row("law", _GROUP, "The law then in force", _law),
    Row("lacking", _GROUP, "What our copy lacks", _lacking),
)
