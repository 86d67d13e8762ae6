"""diff: what makes one version of an arrangement into another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from trustgraph.comparison.changes import OWN, SECTIONS, Change, Changes, What, keyed
from trustgraph.comparison.successions import successions
from trustgraph.model import Model
from trustgraph.records import Body, Membership, Record, Relationship
from trustgraph.vocabulary import Role


def diff(before: Model, after: Model) -> Changes:
    """Return what was added, removed and changed, section by section, in the order of after.

    A line between the same two that says another thing is changed, not removed and added; so is a seat whose holder
    stays, and a body's chair whose holder does not. Nothing differs between a model and itself.
    """
    own = {name: getattr(after, name) for name in OWN if getattr(before, name) != getattr(after, name)}
    changes: list[Change] = []
    order: dict[str, tuple[str, ...]] = {}
    for section in SECTIONS:
        if getattr(before, section) == getattr(after, section):
            continue
        old, new = keyed(before, section), keyed(after, section)
        found = [*_changes(section, old, new)]
        changes += found
        if _order_differs(old, new, found):
            order[section] = tuple(new)
    return Changes(before.id, after.id, tuple(changes), successions(before, after), own, order)


def _changes(section: str, old: dict[str, Record], new: dict[str, Record]) -> Iterator[Change]:
    pairs = dict(_pairs([key for key in old if key not in new], [key for key in new if key not in old], old, new))
    taken = set(pairs.values())
    for key, record in new.items():
        old_key = pairs.get(key, key)
        before = old.get(old_key)
        if before is None:
            yield Change(What.ADDED, section, key, None, record)
        elif before != record or old_key != key:
            fields = _differing(before, record)
            what = _what(before, record, fields)
            yield Change(what, section, key, before, record, fields, old_key if old_key != key else None)
    for key, record in old.items():
        if key not in new and key not in taken:
            yield Change(What.REMOVED, section, key, record, None)


def _pairs(
    gone: Iterable[str], come: Iterable[str], old: dict[str, Record], new: dict[str, Record]
) -> Iterator[tuple[str, str]]:
    """Yield the keys, after and before, of records that are one under another key."""
    gone, come = dict.fromkeys(gone), dict.fromkeys(come)
    for alike in (_chair, _ends):
        waiting: dict[object, list[str]] = {}
        for key in gone:
            if (ends := alike(old[key])) is not None:
                waiting.setdefault(ends, []).append(key)
        for key in [*come]:
            if (ends := alike(new[key])) is not None and waiting.get(ends):
                found = waiting[ends].pop(0)
                del gone[found], come[key]
                yield key, found


def _chair(record: Record) -> object:
    is_chair = isinstance(record, Membership) and record.role is Role.CHAIR and not record.denied
    return record.body if is_chair and isinstance(record, Membership) else None


def _ends(record: Record) -> object:
    """Return what a line or a seat joins; None for what is neither."""
    if isinstance(record, Relationship):
        return record.subject, record.target
    if isinstance(record, Membership) and record.member is not None:
        return record.member, record.body
    return None


def _differing(before: Record, after: Record) -> tuple[str, ...]:
    return tuple(name for name in after.__struct_fields__ if getattr(before, name) != getattr(after, name))


def _what(before: Record, after: Record, fields: tuple[str, ...]) -> What:
    if uncited(before) == uncited(after):
        return What.EVIDENCE
    if isinstance(after, Relationship) and {"kind", "topic", "matter", "force", "denied"} & {*fields}:
        return What.LINE_CHANGED
    chairs = [isinstance(each, Membership) and each.role is Role.CHAIR for each in (before, after)]
    if any(chairs) and {"member", "any_of", "role"} & {*fields}:
        return What.RECHAIRED
    if isinstance(after, Body) and "name" in fields and not {*fields} - {"name", "aliases", "evidence"}:
        return What.RENAMED
    return What.CHANGED


def uncited(value: Any) -> Any:
    """Return a record as plain values without any evidence, however deep."""
    if isinstance(value, Record):
        value = msgspec.to_builtins(value)
    if isinstance(value, dict):
        return {name: uncited(each) for name, each in value.items() if name != "evidence"}
    return [uncited(each) for each in value] if isinstance(value, list | tuple) else value


def _order_differs(old: dict[str, Record], new: dict[str, Record], found: Iterable[Change]) -> bool:
    """Return whether putting what is changed at the end would not give the order after."""
    touched = {key for change in found for key in (change.key, change.old_key) if key}
    kept = [key for key in old if key not in touched]
    added = [change.key for change in found if change.after is not None]
    return [*kept, *added] != [*new]
