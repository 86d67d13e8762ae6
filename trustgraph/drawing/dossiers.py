"""What a web page tells of bodies and posts beside its chart: terms of reference, lines of account, tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from itertools import chain
from xml.etree import ElementTree as ET

from trustgraph import analysis, wording
from trustgraph.analysis.accountability.lines import LineOfAccount
from trustgraph.charts import Chart
from trustgraph.drawing.elements import add, lead_on, link
from trustgraph.drawing.inlay import visible_keys
from trustgraph.model import Model
from trustgraph.records import Body, Stated
from trustgraph.wording.citations import Statement

# lines of account listed of one body, the shortest first
_LISTED = 3
RELATIONSHIPS = ("Who", "Does what", "To or with whom", "About", "Clause")
MEMBERS = ("Body", "Who sits", "As", "Clause")


def add_dossiers(parent: ET.Element, model: Model, names: Sequence[str], chart: Chart) -> None:
    """Add the terms of reference of these bodies and posts: those drawn, then other bodies, then other posts."""
    accounts = _accounts(model)
    drawn = [box.id for box in chart.boxes]
    others = [name for name in names if name not in drawn]
    bodies = [name for name in others if isinstance(model[name], Body)]
    posts = [name for name in others if not isinstance(model[name], Body)]
    keys = {key for line in chart.lines for key in line.keys}
    groups = {"On the chart": drawn, "Other bodies": bodies, "Posts": posts}
    for heading, group in groups.items():
        if group:
            section = add(parent, "section", class_="drawn" if group is drawn else "others")
            add(section, "h3", heading)
            for name in group:
                inside = _add_dossier(section, model, name, drawn=name in drawn)
                record = model[name]
                if isinstance(record, Body) and record.inside:
                    _add_account(inside, model, name, accounts.get(name, []), keys)


def _accounts(model: Model) -> dict[str, list[LineOfAccount]]:
    """Return the lines of account of every body of the arrangement that has one."""
    accounts: dict[str, list[LineOfAccount]] = {}
    # a collective, for which the bodies within it stand elsewhere, has a box of its own
    several = (analysis.lines(model, of=name, most=_LISTED) for name in model.inner)
    for line in chain(analysis.lines(model, most=_LISTED), *several):
        accounts.setdefault(line.body, []).append(line)
    return accounts


def _add_dossier(parent: ET.Element, model: Model, name: str, *, drawn: bool) -> ET.Element:
    """Return the terms of reference of one, added closed until they are asked for."""
    terms, record = wording.terms(model, name), model[name]
    tier = record.row if isinstance(record, Body) else ""
    details = add(parent, "details", data_body=name, data_tier=tier, data_basis=record.basis)
    summary = add(details, "summary")
    add(summary, "h4", terms.name, dir="auto")
    if about := _about(model, name):
        add(summary, "span", about, class_="about", dir="auto")
    # what is inside opens where a link leads to it, without a script too
    inside = add(details, "div", id=f"terms-{name}", class_="terms")
    if terms.aliases:
        add(inside, "p", f"Also called {wording.names(terms.aliases)}", class_="aliases")
    if drawn:
        add(add(inside, "p"), "a", "Find it on the chart", href=f"#body-{name}")
    for part in terms.parts:
        add(inside, "h5", part.heading)
        items = add(inside, "ul")
        for statement in part.statements:
            _add_statement(items, statement)
    return inside


def _about(model: Model, name: str) -> str:
    """Return what tells one from others of its name: the kind of a body, the organisation of a post."""
    record = model[name]
    if isinstance(record, Body):
        return record.kind.noun if record.kind else ""
    return model[record.organisation].name if record.organisation else ""


def _add_statement(items: ET.Element, statement: Statement) -> None:
    said = {"data_said": statement.said_by} if statement.said_by else {}
    item = add(items, "li", **said)
    add(item, "bdi", statement.text)
    if statement.remark:
        lead_on(item, " ")
        add(item, "cite", f"({statement.remark})")
    if statement.note:
        add(item, "small", f"Note: {statement.note}")


def _add_account(parent: ET.Element, model: Model, name: str, lines: Sequence[LineOfAccount], drawn: Set[str]) -> None:
    """Add the lines of account from a body to the top, step by step, each with a button for the script to show."""
    add(parent, "h5", "From here to the top")
    if not lines:
        ends = "Lines of account end here." if name in model.apexes else "No stated line of account leads to the top."
        add(parent, "p", ends)
        return
    if lines[0].number > len(lines):
        least = "" if lines[0].exact else "at least "
        add(parent, "p", f"It has {least}{lines[0].number:,} lines of account. The shortest {len(lines)}:")
    for line in lines:
        _add_line(parent, model, line, drawn)


def _add_line(parent: ET.Element, model: Model, line: LineOfAccount, drawn: Set[str]) -> None:
    keys = [key for step in line.lines for key in step]
    told = [model.lines[key] for key in keys]
    steps = add(parent, "ol", class_="account")
    for each in told:
        add(add(steps, "li"), "bdi", wording.sentence(model, each))
    if not drawn >= set(keys):
        return
    # a step may begin at the collective that a body is within
    bodies = dict.fromkeys([*line.path, *(end for each in told for end in (each.subject, each.target))])
    marks = {"data_bodies": " ".join(bodies), "aria_pressed": "false"}
    words = f"The line of account to {wording.called(model, line.path[-1])} is marked on the chart."
    text = "Show this line on the chart"
    button = add(parent, "button", text, type="button", hidden="", class_="way", data_words=words, **marks)
    button.set("data-keys", visible_keys(keys))


def add_relationships(parent: ET.Element, model: Model) -> None:
    """Add the table of all lines, with links to the terms of reference of their ends."""
    body = _add_table(parent, "relationships", "Relationships", RELATIONSHIPS, bool(model.relationships))
    for line, (who, does, whom, about, clause) in zip(model.relationships, wording.table(model), strict=True):
        ends = f"{line.subject}:{line.target}"
        row = _add_row(body, line, ends, data_family=line.kind.family)
        link(_cell(row, RELATIONSHIPS[0], head=True), who, line.subject)
        add(_cell(row, RELATIONSHIPS[1]), "span", does)
        link(_cell(row, RELATIONSHIPS[2]), whom, line.target)
        for column, text in zip(RELATIONSHIPS[3:], (about, clause), strict=True):
            _add_words(row, column, text)


def add_members(parent: ET.Element, model: Model, names: Sequence[str]) -> None:
    """Add the table of the seats on these bodies, with links to the terms of reference of the bodies."""
    seats = [seat for seat in model.memberships if seat.body in names]
    body = _add_table(parent, "members", "Members", MEMBERS, bool(seats))
    for seat in seats:
        row = _add_row(body, seat, f"{seat.body}:{seat.body}")
        link(_cell(row, MEMBERS[0], head=True), model[seat.body].name, seat.body)
        statement = wording.seat(model, seat)
        role = "Not " * seat.denied + seat.role.replace("_", " ")
        cited = "; ".join(part for part in (statement.clause, statement.said_by) if part)
        for column, text in zip(MEMBERS[1:], (statement.text, wording.capital(role), cited), strict=True):
            _add_words(row, column, text)


def _add_table(parent: ET.Element, name: str, caption: str, columns: Iterable[str], filled: bool) -> ET.Element:
    """Return the body of a new table; roles are said, since on a narrow screen rows are shown as cards."""
    section = add(parent, "section", id=name)
    add(section, "h2", caption, id=f"{name}-heading")
    if not filled:
        return add(section, "p", "None is stated.")
    table = add(section, "table", role="table", aria_labelledby=f"{name}-heading")
    row = add(add(table, "thead", role="rowgroup"), "tr", role="row")
    for column in columns:
        add(row, "th", column, scope="col", role="columnheader")
    return add(table, "tbody", role="rowgroup")


def _add_row(body: ET.Element, record: Stated, ends: str, **facets: str) -> ET.Element:
    return add(body, "tr", role="row", data_basis=record.basis, data_ends=ends, **facets)


def _cell(row: ET.Element, column: str, *, head: bool = False) -> ET.Element:
    """Return a new cell, which names its column where the heads of columns are out of sight."""
    if head:
        return add(row, "th", scope="row", role="rowheader", data_column=column)
    return add(row, "td", role="cell", data_column=column)


def _add_words(row: ET.Element, column: str, text: str) -> None:
    cell = _cell(row, column)
    if text:
        add(cell, "bdi", text)
