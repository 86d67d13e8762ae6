"""What each step of a scenario does to an arrangement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from trustgraph.comparison.scenarios import merging
from trustgraph.comparison.scenarios.drafts import SECTIONS, Draft
from trustgraph.comparison.scenarios.fields import assumed, revised
from trustgraph.comparison.scenarios.references import renamed, without
from trustgraph.comparison.scenarios.steps import Add, Change, Merge, Move, Remove, Reseat, Scenario, Step
from trustgraph.records import Body, Membership, Post, Record, Relationship, View

_ENDS = ("bodies", "posts")


def carry_out(step: Step, draft: Draft, scenario: Scenario) -> None:
    """Do to the draft what a step says, and note what is wrong with it."""
    match step:
        case Add():
            _add(step, draft)
        case Remove():
            _remove(step, draft)
        case Merge():
            _merge(step, draft, scenario)
        case Move():
            _revise(step, draft, scenario, "relationships", ("subject", "target"))
        case Reseat():
            _revise(step, draft, scenario, "memberships", ("member", "any_of"))
        case Change():
            _revise(step, draft, scenario)


def _add(step: Add, draft: Draft) -> None:
    for record in step.records:
        section = SECTIONS[type(record)]
        if isinstance(record, Relationship | Membership):
            end = record.subject if isinstance(record, Relationship) else record.body
            # lines and seats stand in the card of a body that may already be there
            if not any(end in draft.keyed(each) for each in _ENDS):
                added = {each.id for each in step.records if isinstance(each, Body | Post)}
                if end not in added and end not in draft.unread:
                    draft.miss(end, step, ("add", "bodies", end), _ENDS)
                    continue
        draft.add(section, assumed(record), step, record)


def _remove(step: Remove, draft: Draft) -> None:
    gone: set[str] = set()
    lost: list[Record] = []
    for number, key in enumerate(step.keys):
        record = draft.find(key, step, (step.verb, number))
        if isinstance(record, Body | Post):
            gone.add(record.id)
        if record is not None:
            lost.append(record)
    found = set(map(id, lost))
    for section in draft.sections:
        draft.update(
            section, lambda each: None if id(each) in found or _goes(each, gone) else without(each, gone), step
        )
    draft.apexes = tuple(each for each in draft.apexes if each not in gone)
    draft.gone |= dict.fromkeys(gone, step)


def _goes(record: Record, gone: set[str]) -> bool:
    """Return whether a record goes with what is gone: lines and seats of it, views around it."""
    match record:
        case Relationship():
            return record.subject in gone or record.target in gone
        case Membership():
            nobody = bool(record.any_of) and gone.issuperset(record.any_of)
            return record.body in gone or record.member in gone or (record.member is None and nobody)
        case View():
            return record.around in gone
        case _:
            return False


def _revise(
    step: Change | Move | Reseat, draft: Draft, scenario: Scenario, section: str = "", due: tuple[str, ...] = ()
) -> None:
    among = (section,) if section else tuple(SECTIONS.values())
    record = draft.find(step.key, step, (step.verb,), among)
    if due and not any(step.fields.get(name) for name in due):
        draft.note(step, (), f"It does not say where to: it needs '{due[0]}' or '{due[1]}'.", f"Add '{due[-1]}: ID'.")
    if record is not None:
        _replace(record, step, draft, scenario)


def _replace(record: Record, step: Change | Move | Reseat, draft: Draft, scenario: Scenario) -> None:
    section = SECTIONS[type(record)]
    made = _revised(record, step.fields, step, draft, scenario)
    draft.update(section, lambda each: made if each is record else each, step)


def _revised(record: Any, fields: Mapping[str, Any], step: Step, draft: Draft, scenario: Scenario) -> Any:
    """Return a record with other values, and note what cannot be."""
    for name, remedy in _NEVER.items():
        if name in fields and isinstance(record, Body | Post):
            draft.note(step, (name,), f"'{name}' cannot be changed here.", remedy)
            return record
    made, problems = revised(record, fields, scenario.written(step))
    draft.problems += [(step, problem) for problem in problems]
    return made


_NEVER = {
    "id": "An id stays; change the name, or add a body and remove this one.",
    "lines": "Add lines with a step 'add', in a card of this body.",
    "members": "Add seats with a step 'add', in a card of this body.",
}


def _merge(step: Merge, draft: Draft, scenario: Scenario) -> None:
    found = [draft.find(each, step, (step.verb, number), ("bodies",)) for number, each in enumerate(step.bodies)]
    bodies = [body for body in found if isinstance(body, Body)]
    if len(set(step.bodies)) < 2:
        draft.note(step, (step.verb,), "It takes two bodies to merge.", "List all that become one.")
    elif step.into not in step.bodies and any(step.into in draft.keyed(each) for each in _ENDS):
        draft.note(step, ("into",), f"'{step.into}' is there already.", "List it among those merged, or take a new id.")
    elif step.into not in step.bodies and not step.fields.get("name"):
        draft.note(step, (), f"The new body '{step.into}' needs a name.", "Add 'name'.")
    elif len(bodies) == len(step.bodies):
        _join(step, bodies, draft, scenario)
        return
    # what names it later is not missed as well
    draft.unread.add(step.into)


def _join(step: Merge, bodies: list[Body], draft: Draft, scenario: Scenario) -> None:
    """Put one body in the place of several, and let all that named one of them name it."""
    kept = next((body for body in bodies if body.id == step.into), None)
    if kept is None:
        one = merging.merged_body(bodies, step.into, str(step.fields["name"]))
    else:
        one = msgspec.structs.replace(kept, functions=merging.functions_of(bodies, kept))
    one = _revised(one, step.fields, step, draft, scenario)
    names = {body.id: step.into for body in bodies if body.id != step.into}
    first = bodies[0] if kept is None else kept
    made = []
    for body in draft.sections["bodies"]:
        made += [one] if body is first else []
        made += [merging.given_way(body)] if body.id in names else [] if body is first else [renamed(body, names)]
    draft.put("bodies", made, step)
    draft.put("relationships", merging.merged_lines(draft.sections["relationships"], names), step)
    seats = merging.merged_seats(draft.sections["memberships"], names)
    draft.put("memberships", [seat for seat in seats if not _of_itself(seat, draft)], step)
    draft.update("posts", lambda post: renamed(post, names), step)
    draft.update("views", lambda view: _hiding(renamed(view, names), view, names), step)
    draft.apexes = tuple(dict.fromkeys(names.get(each, each) for each in draft.apexes))


def _of_itself(seat: Membership, draft: Draft) -> bool:
    """Return whether a seat is held by the members of the very body it is on."""
    member = draft.keyed("bodies").get(seat.member or "")
    return isinstance(member, Body) and member.members_of == seat.body


def _hiding(view: View, before: View, names: Mapping[str, str]) -> View:
    """Return a view that leaves out what it left out before, and the bodies that have given way."""
    hide = tuple(dict.fromkeys((*before.hide, *names)))
    return msgspec.structs.replace(view, hide=hide)
