"""Questions of a self-assessment, and what a model answers: yes, no, partly, not applicable or not stated."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from enum import StrEnum
from typing import NamedTuple

from trustgraph.model import Model
from trustgraph.records import Body, Stated
from trustgraph.vocabulary import Act, Stance, Topic


class Verdict(StrEnum):
    """What a model answers; not_stated where nothing in it tells, which is not to say no."""

    YES = "yes"
    NO = "no"
    PARTLY = "partly"
    NOT_APPLICABLE = "not_applicable"
    NOT_STATED = "not_stated"


class Reply(NamedTuple):
    """A verdict, why, as a clause without a full stop, and the keys of the records it rests on.

    `cited` are the statements that say so, where those of the keys do not.
    """

    verdict: Verdict
    why: str
    keys: tuple[str, ...] = ()
    cited: tuple[Stated, ...] = ()


class Question(NamedTuple):
    """A question of a checklist under its own number, in our words, and what answers it from a model."""

    number: str
    asks: str
    find: Callable[[Model], Reply]


class Checklist(NamedTuple):
    """A published self-assessment: its name, where it is from, and its questions by number."""

    name: str
    source: str
    questions: tuple[Question, ...]


def yes(why: str, keys: Iterable[str] = ()) -> Reply:
    """Return that the model shows it."""
    return Reply(Verdict.YES, why, tuple(dict.fromkeys(keys)))


def no(why: str, keys: Iterable[str] = ()) -> Reply:
    """Return that the model shows the contrary."""
    return Reply(Verdict.NO, why, tuple(dict.fromkeys(keys)))


def partly(why: str, keys: Iterable[str] = ()) -> Reply:
    """Return that the model shows a part of it."""
    return Reply(Verdict.PARTLY, why, tuple(dict.fromkeys(keys)))


def not_applicable(why: str, keys: Iterable[str] = ()) -> Reply:
    """Return that the question does not arise."""
    return Reply(Verdict.NOT_APPLICABLE, why, tuple(dict.fromkeys(keys)))


def not_stated(what: str) -> Reply:
    """Return that the paper does not state something."""
    return Reply(Verdict.NOT_STATED, f"the paper does not state {what}")


def inside(model: Model) -> dict[str, Body]:
    """Return the bodies of the arrangement by id, in the model's order."""
    return {body.id: body for body in model.bodies if body.inside and body.id not in model.context}


def doing(
    model: Model, acts: Collection[Act] = (), topic: Topic | None = None, about: str = "", *, anybody: bool = False
) -> tuple[str, ...]:
    """Return the keys of functions with one of these acts (or any), on a topic, whose matter holds a pattern.

    Those of bodies of the arrangement only, unless `anybody` is asked for.
    """
    bodies = inside(model)
    return tuple(
        key
        for key, (body, function) in model.functions.items()
        if (anybody or body.id in bodies)
        and (not acts or function.act in acts)
        and topic in (None, function.topic)
        and re.search(about, function.matter or "", re.IGNORECASE)
    )


def claiming(model: Model, stances: Collection[Stance] = (), about: str = "") -> tuple[str, ...]:
    """Return the ids of claims of these stances (or any) whose text holds a pattern."""
    return tuple(
        claim.id
        for claim in model.claims
        if (not stances or claim.stance in stances) and re.search(about, claim.text, re.IGNORECASE)
    )
