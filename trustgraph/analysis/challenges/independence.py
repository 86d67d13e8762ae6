"""Seven tests of how independent a challenger is of the challenged, each met, failed or not stated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from trustgraph.analysis.accountability.account import account_graph
from trustgraph.analysis.accountability.delegations import way
from trustgraph.model import Model
from trustgraph.records import Body, Function, Membership, Post, Relationship
from trustgraph.vocabulary import Act, Kind, Role


class Outcome(StrEnum):
    """Whether a test of independence is met, failed, or cannot be judged by what the paper states."""

    MET = "met"
    FAILED = "failed"
    NOT_STATED = "not_stated"


class IndependenceTest(NamedTuple):
    """One test of independence, its outcome, and the keys of the records it rests on."""

    test: str
    outcome: Outcome
    because: tuple[str, ...]


TESTS = (
    "does not answer to the challenged",
    "has a chair whom the challenged neither appoints nor removes",
    "is not chaired by the chair of the challenged",
    "has no vote in the challenged",
    "neither delivers, directs, manages nor commissions on the matter",
    "is not funded or staffed by the challenged alone",
    "reports to somebody else besides, or in public",
)
_BY = re.compile(r"\bby\b")
_DOING = {Act.DELIVER, Act.DIRECT, Act.MANAGE, Act.COMMISSION}
_SUBORDINATE = {Kind.ACCOUNTABLE_TO, Kind.REPORTS_TO, Kind.PART_OF}
_PASSED_ON = {Kind.REPORTS_TO, Kind.ACCOUNTABLE_TO, Kind.INFORMS}


class Evidence:
    """What a model says of any challenger and challenged, looked up once."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.account = account_graph(model)
        self.lines: dict[str, list[tuple[str, Relationship]]] = {}
        self.incoming: dict[str, list[tuple[str, Relationship]]] = {}
        for key, line in model.lines.items():
            self.lines.setdefault(line.subject, []).append((key, line))
            self.incoming.setdefault(line.target, []).append((key, line))
        self.seats: dict[str, list[tuple[str, Membership]]] = {}
        for key, seat in model.seats.items():
            self.seats.setdefault(seat.body, []).append((key, seat))
        aliases = (alias for body in model.bodies for alias in body.aliases)
        self.names = [*dict.fromkeys((*(record.name for record in model.by_id.values()), *aliases))]
        self.functions: dict[str, list[str]] = {}
        for key, (body, _) in model.functions.items():
            self.functions.setdefault(body.id, []).append(key)

    def tests(self, line: Relationship) -> tuple[IndependenceTest, ...]:
        """Return the seven tests of a challenge."""
        challenger, challenged = line.subject, line.target
        found = (
            self._answers(challenger, challenged),
            self._appointed(challenger, challenged),
            self._chaired(challenger, challenged),
            self._votes(challenger, challenged),
            self._does(challenger, line),
            self._funded(challenger, challenged),
            self._reports(challenger, challenged),
        )
        return tuple(IndependenceTest(test, *each) for test, each in zip(TESTS, found, strict=True))

    def _answers(self, challenger: str, challenged: str) -> tuple[Outcome, tuple[str, ...]]:
        path = way(self.account.graph, challenger, challenged)
        if path:
            numbers = [self.account.graph.number[name] for name in path]
            return Outcome.FAILED, tuple(key for ends in pairwise(numbers) for key in self.account.steps.keys(*ends))
        own, wholes = self.lines.get(challenger, []), self._wholes(challenged)
        denied = [key for key, line in own if line.denied and line.target in wholes and line.kind in _SUBORDINATE]
        own_number = self.account.graph.number[challenger]
        arcs = self.account.steps.arcs_of.get(own_number, ())
        elsewhere = dict.fromkeys(self.account.steps.key[id(arc.line)] for arc in arcs if arc.target != own_number)
        return _met(denied or elsewhere)

    def _wholes(self, which: str) -> set[str]:
        """Return a body with all that it is part of, or within: who is not subordinate to these is not so to it."""
        wholes, waiting = {which}, [which]
        for each in waiting:
            record = self.model[each]
            above = [
                line.target for _, line in self.lines.get(each, ()) if line.kind is Kind.PART_OF and not line.denied
            ]
            above += [record.within] if isinstance(record, Body) and record.within else []
            waiting += [name for name in above if name not in wholes]
            wholes.update(above)
        return wholes

    def _appointed(self, challenger: str, challenged: str) -> tuple[Outcome, tuple[str, ...]]:
        # how, without by whom, tells nothing of the challenged
        told = {key: seat.appointed for key, seat in self._chairs(challenger) if _BY.search(seat.appointed or "")}
        named = {key: self._is_named(challenged, how or "") for key, how in told.items()}
        if by := [key for key, is_named in named.items() if is_named]:
            return Outcome.FAILED, tuple(by)
        return (Outcome.NOT_STATED, tuple(named)) if None in named.values() else _met(told)

    def _is_named(self, which: str, text: str) -> bool | None:
        """Return whether a text names a body or post, and not another whose name holds the same words; None: it may.

        "By the Board" may be by a board of any name.
        """
        found = [name for name in self.names if re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE)]
        record = self.model[which]
        own = [record.name, *(record.aliases if isinstance(record, Body) else ())]
        if any(name in found and not any(name != other and name in other for other in found) for name in own):
            return True
        last = re.escape(record.name.split()[-1])
        return None if not found and re.search(rf"\b{last}\b", text, re.IGNORECASE) else False

    def _chaired(self, challenger: str, challenged: str) -> tuple[Outcome, tuple[str, ...]]:
        theirs = {self._holder(seat.member): key for key, seat in self._chairs(challenged) if seat.member}
        own = {self._holder(seat.member): key for key, seat in self._chairs(challenger) if seat.member}
        if key := theirs.get(self._holder(challenger)):
            return Outcome.FAILED, (key,)
        if both := [each for each in own if each in theirs]:
            # one organisation may send a chair to each
            certain = any(not isinstance(self.model.by_id.get(each), Body) for each in both)
            return (Outcome.FAILED if certain else Outcome.NOT_STATED), (own[both[0]], theirs[both[0]])
        is_post = isinstance(self.model[challenger], Post)
        return _met((*own.values(), *theirs.values()) if theirs and (own or is_post) else ())

    def _holder(self, name: str) -> str:
        """Return who holds a seat, the same for two posts that one person holds."""
        holder = getattr(self.model[name], "holder", None)
        return name if holder is None else f"holder {holder}"

    def _chairs(self, body: str) -> Iterator[tuple[str, Membership]]:
        return ((key, seat) for key, seat in self.seats.get(body, ()) if seat.role is Role.CHAIR and not seat.denied)

    def _votes(self, challenger: str, challenged: str) -> tuple[Outcome, tuple[str, ...]]:
        listed = self.seats.get(challenged, [])
        own = {challenger, *(seat.member for _, seat in self._chairs(challenger))}
        votes: dict[str, bool | None] = {}
        for key, seat in listed:
            held = self._holds(seat, challenger, own)
            if held is not False:
                vote = seat.role.votes if seat.voting is None else seat.voting
                votes[key] = not seat.denied and vote and held
        if voting := [key for key, vote in votes.items() if vote]:
            return Outcome.FAILED, tuple(voting)
        if None in votes.values():
            return Outcome.NOT_STATED, tuple(votes)
        # the list of members, in which the challenger has no place
        return _met(votes or [key for key, seat in listed if not seat.denied])

    def _holds(self, seat: Membership, challenger: str, own: set[str | None]) -> bool | None:
        """Return whether a seat is the challenger's, its chair's, of a post of it or on its behalf; None: it may be."""
        if challenger in seat.on_behalf_of:
            return True
        who = [each for each in (seat.member, *seat.any_of) if each]
        theirs = {each in own or getattr(self.model[each], "organisation", None) == challenger for each in who}
        return theirs == {True} or (None if True in theirs else False)

    def _does(self, challenger: str, line: Relationship) -> tuple[Outcome, tuple[str, ...]]:
        keys = self.functions.get(challenger, [])
        doing = {key: function for key in keys if (function := self.model.functions[key][1]).act in _DOING}
        if same := [key for key, function in doing.items() if _on_the_matter(line, function)]:
            return Outcome.FAILED, tuple(same)
        # what names no topic may be on the matter or not
        open_ended = [key for key, function in doing.items() if None in (line.topic, function.topic)]
        return (Outcome.NOT_STATED, tuple(open_ended)) if open_ended else _met(keys)

    def _funded(self, challenger: str, challenged: str) -> tuple[Outcome, tuple[str, ...]]:
        given: dict[Kind, dict[str, str]] = {Kind.FUNDS: {}, Kind.SUPPORTS: {}}
        for key, line in self.incoming.get(challenger, []):
            if line.kind in given and not line.denied and line.force.completes:
                given[line.kind][key] = line.subject
        # to fund alone fails it, whoever else lends staff
        alone = [key for each in given.values() if {*each.values()} == {challenged} for key in each]
        return (Outcome.FAILED, tuple(alone)) if alone else _met(key for each in given.values() for key in each)

    def _reports(self, challenger: str, challenged: str) -> tuple[Outcome, tuple[str, ...]]:
        own = [(key, line) for key, line in self.lines.get(challenger, []) if not line.denied and line.force.completes]
        passed = [(key, line.target) for key, line in own if line.kind in _PASSED_ON]
        public = [key for key in self.functions.get(challenger, []) if self.model.functions[key][1].act is Act.PUBLISH]
        besides = [key for key, target in passed if target not in (challenger, challenged)] + public
        # that it reports to the challenged does not tell to whom else it does
        return _met(besides)


def _on_the_matter(line: Relationship, function: Function) -> bool:
    """Return whether a function is on the matter of a line: of its topic, or where one has none in the same words."""
    if line.topic is not None and function.topic is not None:
        return line.topic is function.topic
    return line.matter is not None and line.matter.casefold() == (function.matter or "").casefold()


def _met(keys: Iterable[str]) -> tuple[Outcome, tuple[str, ...]]:
    """Return that a test is met by these records, or not stated where there are none."""
    because = tuple(keys)
    return (Outcome.MET if because else Outcome.NOT_STATED), because
