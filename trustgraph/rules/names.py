"""Rules of consistency: one body, one name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from trustgraph import wording
from trustgraph.model import Model
from trustgraph.records import Body, Relationship
from trustgraph.rules.norms import Breach, Severity, rule
from trustgraph.vocabulary import Account, BodyKind, Kind

# what names are made of and tells no two bodies apart
_COMMON = frozenset(
    "a and at board body by commissioning committee council county development for forum group in integrated joint "
    "local of on panel partnership scrutiny service strategic team the to unit with".split()
)
_SMALL = frozenset("a and at by for in of on the to with".split())
# a word of so many names or more tells nothing
_RARE = 5


@rule(
    "TG501",
    Severity.INFO,
    breaks="""
    posts: {director: {title: Director}}
    bodies:
      executive: {name: Executive Group, kind: executive, members: [{member: director, role: chair}]}
      other: {name: Executive Commissioning Group, kind: executive}
      workforce: {name: Workforce Group, kind: advisory_group, lines: [{reports_to: other}]}
    """,
    keeps="""
    posts: {director: {title: Director}}
    bodies:
      executive:
        name: Executive Group
        aliases: [Executive Commissioning Group]
        kind: executive
        members: [{member: director, role: chair}]
      workforce: {name: Workforce Group, kind: advisory_group, lines: [{reports_to: executive}]}
    """,
)
def named_once(model: Model) -> Iterator[Breach]:
    """A body that is named has something of its own: members, meetings, functions or a line.

    One that is named once, and is called much like another or has somebody report to it, may be another body by
    another name. Source: The Good Governance Standard for Public Services (OPM and CIPFA, 2004), principle 2, on being
    clear about who does what.
    """
    bare, alike, told = _bare(model), _Alike(model), set[str]()
    lines = {line.target: (key, line) for key, line in model.lines.items() if line.target in bare}
    for which in (which for which in bare if which not in told):
        key, line = lines.get(which, (None, None))
        others = [each for each in alike.to(which) if each != (line.subject if line else None)]
        answered = line is not None and line.kind.account is not Account.NONE and _is_inside(model, which)
        if not others and not answered:
            continue
        told.update(others)
        name, other = wording.called(model, which), wording.either(wording.called(model, each) for each in others)
        who = f", where {_verb(model, line)} it" if line else ""
        is_ = wording.agree(model, [which], "is")
        message = f"{name} {is_} named once{who}; it may be {other or 'another body'} by another name."
        yield Breach(
            (which, *filter(None, [key]), *others), message, "Say which body is meant, or what it is and does."
        )


def _verb(model: Model, line: Relationship) -> str:
    return f"{wording.called(model, line.subject)} {wording.agree(model, [line.subject], line.kind.phrase)}"


def _is_inside(model: Model, which: str) -> bool:
    body = model[which]
    return isinstance(body, Body) and body.inside and which not in model.apexes


def _bare(model: Model) -> dict[str, None]:
    """Return the bodies that are named once, with nothing of their own; single organisations and collectives apart."""
    mentioned = Counter(line.target for line in model.relationships)
    known = {line.subject for line in model.relationships} | {seat.body for seat in model.memberships}
    known |= {which for seat in model.memberships for which in (*wording.sitters(seat), *seat.on_behalf_of)}
    known |= {which for line in model.relationships for which in line.via}
    known |= {post.organisation for post in model.posts if post.organisation} | model.inner.keys() | model.context
    known |= {*model.apexes, *(line.target for line in model.relationships if line.kind is Kind.SUCCEEDS)}
    plain = {BodyKind.ORGANISATION, BodyKind.COUNCIL, BodyKind.TRUST}
    return {
        body.id: None
        for body in model.bodies
        if body.id not in known
        and mentioned[body.id] <= 1
        and len(body.evidence) <= 1
        and not (body.functions or body.meetings or body.collective or body.within or body.until)
        and body.kind not in plain
    }


class _Alike:
    """Bodies by what of their names few others have: single words, or two words together."""

    def __init__(self, model: Model) -> None:
        whole = _whole(model) | _COMMON
        named = [body for body in model.bodies if body.kind not in {BodyKind.ORGANISATION, BodyKind.COUNCIL}]
        self.own = {body.id: _marks(body.name, whole) for body in named}
        self.bodies: dict[str, dict[str, None]] = {}
        for body in named:
            for each in (body.name, *body.aliases):
                for mark in _marks(each, whole):
                    self.bodies.setdefault(mark, {})[body.id] = None

    def to(self, which: str) -> list[str]:
        """Return the bodies that share with this one what few have."""
        near = (self.bodies[mark] for mark in self.own.get(which, ()))
        return [*dict.fromkeys(each for bodies in near if len(bodies) < _RARE for each in bodies if each != which)]


def _marks(name: str, whole: set[str]) -> list[str]:
    """Return the words of a name that tell it apart, then those that do so together: "strategic partnership"."""
    words = [word for word in _listed(name) if word not in _SMALL]
    pairs = (f"{one} {other}" for one, other in pairwise(words) if {one, other} <= _COMMON and one != "local")
    return [*dict.fromkeys(word for word in words if word not in whole), *dict.fromkeys(pairs)]


@rule(
    "TG507",
    Severity.INFO,
    breaks="""
    bodies:
      board: {name: Joint Commissioning Board, aliases: [JCB, Joint Commissioning Group], kind: board}
    """,
    keeps="""
    bodies:
      board: {name: Joint Commissioning Board, aliases: [JCB, the Board], kind: board}
    """,
)
def two_names(model: Model) -> Iterator[Breach]:
    """A body of the arrangement has one name, besides short forms of it, and no name is that of two bodies.

    Source: The Good Governance Standard for Public Services (OPM and CIPFA, 2004), principle 2.
    """
    whole = _whole(model)
    for body in model.bodies:
        if body.inside and body.kind is not BodyKind.TRUST:
            known = _words([body.name]) | whole
            others = [each for each in body.aliases if _is_name(each) and _words([each]) - known]
            if others:
                name, is_ = wording.called(model, body.id), wording.agree(model, [body.id], "is")
                message = f"{name} {is_} also called {wording.names(others)}."
                yield Breach((body.id,), message, "Keep to one name, or say that one body is meant.")
    named: dict[str, dict[str, str]] = {}
    for body in model.bodies:
        for each in (body.name, *body.aliases) if body.inside else ():
            named.setdefault(each.casefold().removeprefix("the "), {})[body.id] = each
    for bodies in named.values():
        if len(bodies) > 1:
            message = f"the name “{next(iter(bodies.values()))}” stands for {wording.prose(model, bodies)}."
            yield Breach(tuple(bodies), message, "Give each a name of its own.", severity=Severity.WARNING)


def _is_name(alias: str) -> bool:
    """Return whether an alias is a name of its own: two words or more, in capitals, and not "the Board"."""
    words = alias.split()
    return len(words) > 1 and words[0][0].isupper() and words[0].casefold() != "the" and words[-1][0].isupper()


def _whole(model: Model) -> set[str]:
    """Return the words by which the whole arrangement and its area are called."""
    trusts = (name for body in model.bodies if body.kind is BodyKind.TRUST for name in (body.name, *body.aliases))
    return _words([*trusts, model.place or ""]) - {"executive", "commissioning"}


def _words(names: Iterable[str]) -> set[str]:
    """Return the words of names in small letters, in the singular, but for the smallest."""
    return {word for name in names for word in _listed(name)} - _SMALL


def _listed(name: str) -> list[str]:
    found = re.findall(r"\w+", re.sub(r"['’]s\b|['’]", "", name.casefold()))
    return [word.removesuffix("s") if len(word) > 3 else word for word in found]
