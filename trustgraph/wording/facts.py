"""What a body is and does, without its subject: standing, meetings, quorum, functions; and what is not stated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trustgraph.frequency import WORDS
from trustgraph.model import Model
from trustgraph.records import Body, Function, Quorum
from trustgraph.vocabulary import Act, Comparison
from trustgraph.wording.citations import Statement, stated
from trustgraph.wording.lines import in_force
from trustgraph.wording.names import agreeing, called, capital, is_plural, names, spelt

_SHARES = {0.25: "a quarter", 0.333: "a third", 0.5: "half", 0.667: "two thirds", 0.75: "three quarters"}
# how often, as it may start a cell of a table
_ADVERB = rf"(?i)^(?:[\w-]+ly|after|as|at|before|every|in|on|once|twice|up|when|whenever|{'|'.join(WORDS)})\b"
# a picture shows who answers to whom, and says nothing of meetings or votes
_PICTURE = r"(?i)\b(chart|diagram|figure|map|picture)s?\b"


def standing(model: Model, body: Body) -> Iterator[Statement]:
    """Yield what stage a body is at, what it is in law, for how long and for whom."""
    plural = is_plural(model, body.id)
    parts = [f"is {body.stage.phrase}"] if body.stage else []
    parts += [f"is {body.legal.phrase}"] if body.legal else []
    if body.time_limited is not None:
        parts.append(f"is {'' if body.time_limited else 'not '}limited in time")
    parts += [f"is in place {span}"] if (span := in_force(body.since, body.until)) else []
    if body.members_of and "member" not in body.name.casefold():
        parts.append(f"stands for the members of {called(model, body.members_of)}")
    if body.levels:
        parts.append(f"draws on officers of level{'s' if len(body.levels) > 1 else ''} {names(map(str, body.levels))}")
    if parts:
        yield stated(model, body, names(agreeing(part, plural) for part in parts))


def sort(model: Model, body: Body) -> Statement:
    """Return what sort of body it is, as the model has it: "is a board of the strategic tier"."""
    kind = body.kind.noun if body.kind else "body"
    place = f"of the {body.row} tier" if body.inside else "outside the arrangement"
    if is_plural(model, body.id):
        text = f"are {kind[:-1] + 'ies' if kind.endswith('y') else kind + 's'} {place}"
    else:
        text = f"is {'an' if kind[0] in 'aeiou' else 'a'} {kind} {place}"
    return stated(model, body, ", ".join(part for part in (text, alike(body)) if part))


def alike(body: Body) -> str:
    """Return how many bodies one record stands for: "three alike", or "" for one."""
    return "" if str(body.count) == "1" else f"{spelt(body.count)} alike"


def meetings(model: Model, body: Body) -> Iterator[Statement]:
    """Yield how often a body meets, in the paper's words, in speech marks where they do not follow "meets"."""
    if body.meetings is None:
        return
    text = re.sub(_ADVERB, lambda match: match[0].casefold(), body.meetings.text)
    if body.meetings.yearly is None and not re.match(_ADVERB, text):
        text = f"“{text}”"
    other = model.by_id.get(body.meetings.relative_to or "")
    if isinstance(other, Body) and not any(known in text for known in (other.name, *other.aliases)):
        text += f", tied to the meetings of {called(model, other.id)}"
    yield stated(model, body.meetings, f"{agreeing('meets', is_plural(model, body.id))} {text}")


def quorum(model: Model, body: Body) -> Iterator[Statement]:
    """Yield how many must be there for a body's meeting to count, what follows if not, and what carries a decision."""
    if body.quorum is None:
        return
    enough, carries, casting = _enough(model, body.quorum), body.quorum.carries, body.quorum.casting_vote
    failing = f", failing which {body.quorum.if_not}" if body.quorum.if_not else ""
    parts = [f"is quorate with {enough or 'a quorum'}{failing}"] if enough or failing else []
    parts += [f"decides by a majority of {carries.phrase}"] if carries else []
    parts += [f"gives its chair {'a' if casting else 'no'} casting vote"] if casting is not None else []
    for number, part in enumerate(parts):
        statement = stated(model, body.quorum, agreeing(part, is_plural(model, body.id)))
        yield statement if number == 0 else statement._replace(note="")


def _enough(model: Model, quorum: Quorum) -> str:
    """Return who must be there: "at least half of the voting members, the Leader among them"."""
    figure = ""
    if quorum.number is not None:
        figure = f"{spelt(quorum.number)} of {quorum.of.phrase}"
    elif quorum.share is not None:
        figure = f"{_SHARES.get(round(quorum.share, 3), f'{quorum.share:.0%}')} of {quorum.of.phrase}"
    who = names(called(model, which, by=None) for which in quorum.requires)
    if not figure:
        return f"{who} present" if who else ""
    figure = f"{'at least' if quorum.comparison is Comparison.AT_LEAST else 'more than'} {figure}"
    return f"{figure}, {who} among them" if who else figure


def functions(model: Model, body: Body) -> Iterator[Statement]:
    """Yield what a body does, in the model's order: "approves the plan", "answers for good services"."""
    plural = is_plural(model, body.id)
    for function in body.functions:
        yield stated(model, function, doing(model, function, plural))


def doing(model: Model, function: Function, plural: bool) -> str:
    """Return what a body does, without the body: "approves the plan"; its verb in the plural where asked for."""
    matter = function.matter or (function.topic.phrase if function.topic else "")
    matter = f"ensuring {matter}" if matter.startswith("that ") and function.act is Act.ANSWER_FOR else matter
    text = f"{agreeing(function.act.phrase, plural)} {matter}".rstrip()
    if function.on_behalf_of:
        text += f", on behalf of {names(called(model, which) for which in function.on_behalf_of)}"
    return text


def unstated(model: Model, what: str, *, pictured: bool = False) -> Statement:
    """Return that the papers do not state something, and what our copy lacks that could hold it.

    `pictured` is for what a chart or diagram would show.
    """
    missing = [text for document in model.documents for text in document.missing]
    lacking = [text for text in missing if pictured or not is_picture(text)]
    tail = f"; our copy lacks {names(lacking)}" if lacking else ""
    return Statement(f"{capital(silence(model))} {what}{tail}")


def silence(model: Model) -> str:
    """Return how it is said that something is not stated: "the paper does not state", "the papers do not state"."""
    return {0: "the model does not state", 1: "the paper does not state"}.get(
        len(model.documents), "the papers do not state"
    )


def is_picture(missing: str) -> bool:
    """Return whether what a copy lacks is a chart or diagram, which tells who answers to whom and nothing else."""
    return re.search(_PICTURE, missing) is not None
