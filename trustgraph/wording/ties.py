"""What ties a body to others, told together: lines of the same words, and all that is said of one other body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from trustgraph.model import Model
from trustgraph.records import Body, Relationship
from trustgraph.wording.citations import Statement, clause, said_by
from trustgraph.wording.lines import completed, details, itself, verb
from trustgraph.wording.names import agreeing, called, is_plural, names, pronoun


class Ties(NamedTuple):
    """Lines by subject and by target, and the bodies within each body."""

    outgoing: dict[str, list[Relationship]]
    incoming: dict[str, list[Relationship]]
    inner: dict[str, list[Body]]


class _Words(NamedTuple):
    """What lines must share to be told as one: "reports to" others "on impact", with clause and basis."""

    verb: str
    tail: str
    clause: str
    said_by: str


def ties_of(model: Model, lines: Iterable[Relationship]) -> Ties:
    """Return these lines and what is within what, by body."""
    ties = Ties({}, {}, {})
    for line in lines:
        ties.outgoing.setdefault(line.subject, []).append(line)
        if line.target != line.subject:
            ties.incoming.setdefault(line.target, []).append(line)
    for body in model.bodies:
        if body.within is not None:
            ties.inner.setdefault(body.within, []).append(body)
    return ties


def tied(model: Model, which: str, ties: Ties) -> Iterator[Statement]:
    """Yield the lines of a body or post, from its own end; one body spoken of again is "it".

    Lines of the same words are one statement ("advises the Board and the Executive"); those to and from one other
    body follow each other.
    """
    ends: dict[_Words, list[str]] = {}
    for words, other in _said(model, which, ties):
        ends.setdefault(words, []).append(other)
    together: dict[tuple[str, ...], list[_Words]] = {}
    for words, others in ends.items():
        together.setdefault(tuple(dict.fromkeys(others)), []).append(words)
    for group, several in together.items():
        for number, words in enumerate(several):
            again = number > 0 and ", through " not in several[number - 1].tail
            text = completed(words.verb, _others(model, which, words.verb, group, again)) + words.tail
            yield Statement(text, words.clause, words.said_by)


def _others(model: Model, which: str, verb: str, group: tuple[str, ...], again: bool) -> str:
    if group == (which,):
        return itself(model, which, verb)
    if again:
        return "them" if len(group) > 1 else pronoun(model, group[0])
    return names(called(model, other, by=which) for other in group)


def _said(model: Model, which: str, ties: Ties) -> Iterator[tuple[_Words, str]]:
    """Yield what is said of each tie of a body, with the other end."""
    for passive, lines in ((False, ties.outgoing), (True, ties.incoming)):
        for line in lines.get(which, ()):
            tail = details(model, line, passive=passive)
            words = _Words(verb(model, line, passive=passive), tail, clause(model, line), said_by(line))
            yield words, line.subject if passive else line.target
    for each in ties.inner.get(which, ()):
        includes = agreeing("includes", is_plural(model, which))
        yield _Words(includes, "", clause(model, each), said_by(each)), each.id
