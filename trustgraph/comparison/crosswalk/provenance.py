"""Where each arrangement comes from: its paper, how it stands, its date, the law then, what is lacking and noted."""

from __future__ import annotations

from collections.abc import Iterator

from trustgraph import dates
from trustgraph.comparison.cases import Case
from trustgraph.comparison.cells import Answer, Cell, Ground, Said
from trustgraph.comparison.crosswalk.row import Row
from trustgraph.rules.statute.children_act import CHILDREN_ACT
from trustgraph.rules.statute.descriptions import date_of
from trustgraph.wording.lines import in_force

_GROUP = "The papers"


def _document(case: Case) -> Cell:
    told = tuple(
        _noted(", ".join(part for part in (each.title or each.id, each.publisher, each.edition) if part), each.id)
        for each in case.model.documents
    )
    return Cell(Answer.YES, told) if told else case.silent("the model names no paper")


def _noted(text: str, *keys: str) -> Said:
    return Said(text, keys, ground=Ground.NOTED)


def _status(case: Case) -> Cell:
    told = tuple(_noted(str(each.status).capitalize(), each.id) for each in case.model.documents if each.status)
    return Cell(Answer.YES, told) if told else Cell(Answer.NOT_STATED, (Said("Whether it was adopted"),))


def _date(case: Case) -> Cell:
    told = tuple(_dates(case))
    return Cell(Answer.YES, told) if told else Cell(Answer.NOT_STATED, (Said("The paper bears no date"),))


def _dates(case: Case) -> Iterator[Said]:
    for each in case.model.documents:
        if each.date:
            yield _noted(f"The paper is of {dates.spoken(each.date)}", each.id)
    if case.model.as_at and case.model.as_at not in {each.date for each in case.model.documents}:
        yield _noted(f"It is described as at {dates.spoken(case.model.as_at)}")
    if case.model.since:
        yield _noted(f"It takes effect from {dates.spoken(case.model.since)}")


def _law(case: Case) -> Cell:
    date = date_of(case.model)
    if date is None:
        return Cell(Answer.NOT_STATED, (Said("Without a date the law then in force cannot be told"),))
    arranging, seating = CHILDREN_ACT.arranging, CHILDREN_ACT.seating
    told = [
        _law_then(duty.section, what, date, duty.since)
        for duty, what in ((arranging, "to co-operate"), (seating, "on the board's members"))
    ]
    return Cell(Answer.YES, tuple(Said(text, ground=Ground.WORKED_OUT) for text in told))


def _law_then(section: str, what: str, date: str, since: str) -> str:
    law = f"{CHILDREN_ACT.title}, {section}, {what}"
    if since.startswith(date) and len(date) < len(since):
        return f"{law}, came into force {on(since)}"
    if dates.holds(since, None, date):
        return f"{law}, was in force {on(date)}"
    return f"{law}, was not yet in force {on(date)}: it was from {dates.spoken(since)}"


def on(date: str) -> str:
    """Return when something is, within a sentence: "on 1 April 2016", "in January 2010"."""
    return in_force(date, date)


def _lacking(case: Case) -> Cell:
    told = tuple(_noted(each, document.id) for document in case.model.documents for each in document.missing)
    return Cell(Answer.YES, told or (_noted("Nothing is noted as missing"),))


def _notes(case: Case) -> Cell:
    note = (case.model.note or "").strip().removesuffix(".")
    return Cell(Answer.YES, (_noted(note or "Nothing"),))


ROWS = (
    Row("document", _GROUP, "Document, publisher and edition", _document),
    Row("status", _GROUP, "Its standing", _status, "whether it is a draft, an option, proposed or adopted"),
    Row("date", _GROUP, "Date", _date),
    Row("law", _GROUP, "The law then in force", _law),
    Row("lacking", _GROUP, "What our copy lacks", _lacking),
    Row("noted", _GROUP, "What else is noted of the paper", _notes),
)
