"""Which body does what about which matter: two deciders, none, all who monitor, and nobody who delivers."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

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

    Nobody decides where no body decides, approves, directs, holds or answers for it; nobody delivers where none
    delivers, commissions, manages or answers for it. All monitor where two or more do something about a topic and each
    of them monitors or reviews it.
    """
    found: dict[tuple[Topic | str, Act], list[tuple[str, str]]] = {}
    for key, (body, function) in model.functions.items():
        if body.id not in model.context:
            about = function.topic or function.matter or ""
            found.setdefault((about, function.act), []).append((body.id, key))
    rows: list[Doing] = []
    for each in (topic,) if topic else Topic:
        rows += _of_topic(each, {act: found.get((each, act), []) for act in Act})
    if topic is None:
        rest = ((about, act, pairs) for (about, act), pairs in found.items() if not isinstance(about, Topic))
        rows += [_row(about, act, pairs, None) for about, act, pairs in rest]
    return tuple(rows)


def _of_topic(topic: Topic, doing: dict[Act, list[tuple[str, str]]]) -> Iterator[Doing]:
    everybody = {body for pairs in doing.values() for body, _ in pairs}
    if not everybody:
        return
    watching = {body for act in (Act.MONITOR, Act.REVIEW) for body, _ in doing[act]}
    for act, pairs in doing.items():
        gap = None
        # "other" is no one matter of which it could be said
        if topic is not Topic.OTHER and act is Act.DECIDE and len({body for body, _ in pairs}) > 1:
            gap = Gap.TWO_DECIDERS
        if topic is not Topic.OTHER and act is Act.MONITOR and len(everybody) > 1 and watching == everybody:
            gap = Gap.ALL_MONITOR
        if pairs:
            yield _row(str(topic), act, pairs, gap)
    if topic is not Topic.OTHER:
        if not any(doing[act] for act in (Act.DECIDE, Act.APPROVE, Act.DIRECT, Act.HOLD, Act.ANSWER_FOR)):
            yield _row(str(topic), Act.DECIDE, [], Gap.NO_DECIDER)
        if not any(doing[act] for act in (Act.DELIVER, Act.COMMISSION, Act.MANAGE, Act.ANSWER_FOR)):
            yield _row(str(topic), Act.DELIVER, [], Gap.NOBODY_DELIVERS)


def _row(matter: str, act: Act, pairs: list[tuple[str, str]], gap: Gap | None) -> Doing:
    return Doing(matter, act, tuple(dict.fromkeys(body for body, _ in pairs)), tuple(key for _, key in pairs), gap)
