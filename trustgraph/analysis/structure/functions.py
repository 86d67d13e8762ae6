"""Which body does what about which matter: two deciders, none, all who monitor, and nobody who delivers."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from trustgraph.graph.arcs import known_topic
from trustgraph.model import Model
from trustgraph.vocabulary import Act, Topic


class Gap(StrEnum):
    """What is worth asking about who does what: a double, or a gap."""

    TWO_DECIDERS = "two_deciders"
    NO_DECIDER = "no_decider"
    ALL_MONITOR = "all_monitor"
    NOBODY_DELIVERS = "nobody_delivers"


class Doing(NamedTuple):
    """Which bodies do a thing about a matter.

    `matter` is a topic's word, which compares between papers, or where a function has none the paper's own matter.
    `keys` are the functions, in the order of `bodies`. A gap that nobody fills has a row without bodies.
    """

    matter: str
    act: Act
    bodies: tuple[str, ...]
    keys: tuple[str, ...]
    gap: Gap | None


def functions(model: Model, *, topic: Topic | None = None) -> tuple[Doing, ...]:
    """Return who does what, by topic and act in the vocabulary's order, then what has no topic, in the model's.

    Nobody decides on a topic where no body decides, approves, directs, holds or answers for it; nobody delivers where
    none delivers, commissions, manages or answers for it. All monitor where two or more do something about a matter and
    each of them monitors or reviews it.
    """
    found: dict[tuple[Topic | str, Act], list[tuple[str, str]]] = {}
    for key, (body, function) in model.functions.items():
        if body.id not in model.context:
            about = function.topic or function.matter or ""
            found.setdefault((about, function.act), []).append((body.id, key))
    rows: list[Doing] = []
    for each in (known_topic(topic),) if topic is not None else Topic:
        rows += _of_topic(each, {act: found.get((each, act), []) for act in Act})
    if topic is None:
        for about, act in (each for each in found if not isinstance(each[0], Topic)):
            doing = {each: found.get((about, each), []) for each in Act}
            rows.append(_row(about, act, doing[act], _double(about, act, doing)))
    return tuple(rows)


def _of_topic(topic: Topic, doing: dict[Act, list[tuple[str, str]]]) -> Iterator[Doing]:
    for act, pairs in doing.items():
        if pairs:
            yield _row(str(topic), act, pairs, _double(topic, act, doing))
    if topic is not Topic.OTHER and any(doing.values()):
        if not any(doing[act] for act in (Act.DECIDE, Act.APPROVE, Act.DIRECT, Act.HOLD, Act.ANSWER_FOR)):
            yield _row(str(topic), Act.DECIDE, [], Gap.NO_DECIDER)
        if not any(doing[act] for act in (Act.DELIVER, Act.COMMISSION, Act.MANAGE, Act.ANSWER_FOR)):
            yield _row(str(topic), Act.DELIVER, [], Gap.NOBODY_DELIVERS)


def _double(about: Topic | str, act: Act, doing: dict[Act, list[tuple[str, str]]]) -> Gap | None:
    """Return what is doubled where several do this about a matter."""
    # "other" is no one matter of which it could be said, nor is what has no name
    if about in (Topic.OTHER, ""):
        return None
    everybody = {body for pairs in doing.values() for body, _ in pairs}
    watching = {body for each in (Act.MONITOR, Act.REVIEW) for body, _ in doing[each]}
    if act is Act.DECIDE and len({body for body, _ in doing[act]}) > 1:
        return Gap.TWO_DECIDERS
    return Gap.ALL_MONITOR if act is Act.MONITOR and len(everybody) > 1 and watching == everybody else None


def _row(matter: str, act: Act, pairs: list[tuple[str, str]], gap: Gap | None) -> Doing:
    return Doing(matter, act, tuple(dict.fromkeys(body for body, _ in pairs)), tuple(key for _, key in pairs), gap)
