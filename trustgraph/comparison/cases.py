"""Cases: one arrangement among those compared, with who plays which part in it, and what a cell says of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from trustgraph import wording
from trustgraph.analysis.accountability.orphans import Orphan, orphans
from trustgraph.analysis.structure.profile import Profile, profile
from trustgraph.comparison.cells import Answer, Cell, Ground, Said
from trustgraph.comparison.matching import named_for
from trustgraph.comparison.roles import called
from trustgraph.model import Model
from trustgraph.records import Body, Function, Membership, Relationship, Stated
from trustgraph.rules import check
from trustgraph.rules.norms import Breach, Finding
from trustgraph.rules.silence import lack
from trustgraph.vocabulary import Basis


class Case:
    """One arrangement among those compared: its model, what it is called, and the bodies that play each part."""

    def __init__(self, model: Model, label: str, parts: Mapping[str, tuple[str, ...]]) -> None:
        self.model, self.label, self.parts = model, label, parts

    def of(self, *parts: str) -> tuple[str, ...]:
        """Return the bodies that play one of these parts, by id."""
        return tuple(body for part in parts for body in self.parts.get(part, ()))

    @cached_property
    def profile(self) -> Profile:
        """Its shape in numbers."""
        return profile(self.model)[0]

    @cached_property
    def orphans(self) -> tuple[Orphan, ...]:
        """Its bodies without a line of account, heads and those by report only."""
        return orphans(self.model)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What it departs from and does not accept."""
        return tuple(each for each in check(self.model) if each.accepted is None)

    @cached_property
    def lines(self) -> tuple[tuple[str, Relationship], ...]:
        """Its lines by key, those of bodies that are only context left out."""
        context = self.model.context
        return tuple(
            (key, line)
            for key, line in self.model.lines.items()
            if line.subject not in context and line.target not in context
        )

    @cached_property
    def functions(self) -> tuple[tuple[str, Body, Function], ...]:
        """What its bodies do, by key."""
        return tuple(
            (key, body, function)
            for key, (body, function) in self.model.functions.items()
            if body.id not in self.model.context
        )

    def seats(self, body: str) -> tuple[tuple[str, Membership], ...]:
        """Return the seats on a body, and on those it is within, by key."""
        names = {body, *self.outer(body)}
        return tuple((key, seat) for key, seat in self.model.seats.items() if seat.body in names)

    def outer(self, body: str) -> tuple[str, ...]:
        """Return the collectives a body is within."""
        return tuple(outer for outer, inner in self.model.inner.items() if body in inner)

    def record(self, key: str) -> Stated | None:
        """Return the statement of this key."""
        model = self.model
        found = model.by_id.get(key) or model.lines.get(key) or model.seats.get(key)
        return found or (model.functions[key][1] if key in model.functions else None)

    def said(
        self, text: str, *keys: str, records: Iterable[Stated] = (), ground: Ground | None = None, fact: str = ""
    ) -> Said:
        """Return a statement that rests on the records of these keys, or on some that have none of their own."""
        # that a body is named is no ground of what is worked out about it
        keyed = [key for key in keys if ground is not Ground.WORKED_OUT or key not in self.model.by_id]
        rest = [*records] or [record for key in keyed if (record := self.record(key)) is not None]
        found = (clause for record in rest for clause in wording.clause(self.model, record).split("; "))
        clauses = tuple(dict.fromkeys(clause for clause in found if clause))
        read = {record.basis is Basis.STATED for record in rest}
        if ground is None:
            ground = Ground.STATED if read <= {True} else Ground.INFERRED if read == {False} else Ground.PARTLY
        return Said(wording.capital(text), keys, clauses, ground, fact)

    def line(self, key: str, line: Relationship, *, fact: str = "") -> Said:
        """Return a line as a statement."""
        who = wording.called(self.model, line.subject)
        return self.said(f"{who} {wording.said(self.model, line)}", key, fact=fact)

    def doing(self, key: str, body: Body, function: Function) -> Said:
        """Return what a body does as a statement."""
        plural = wording.is_plural(self.model, body.id)
        return self.said(f"{wording.called(self.model, body.id)} {wording.doing(self.model, function, plural)}", key)

    def silent(self, what: str, *about: str, pictured: bool = False) -> Cell:
        """Return the cell of what the paper does not state, or what our copy lacks that could.

        `pictured` is for what a chart or diagram would show.
        """
        keys = about or self.of("board")
        if lacks := lack(self.model, Breach(keys, "", "", absent=True, pictured=pictured)):
            return Cell(Answer.NOT_IN_COPY, (Said(f"{wording.capital(what)}. {lacks.removesuffix('.')}"),))
        return Cell(Answer.NOT_STATED, (Said(wording.capital(what)),))

    def unmatched(self, part: str) -> Cell:
        """Return the cell of an arrangement in which no body plays a part, with those that only have its name."""
        text = f"no body is named that plays the part of {called(part)}"
        taken = {each for held in self.parts.values() for each in held}
        named = named_for(part, self.model, taken)
        return self.silent(text + (f", though {self.prose(named)} may be named for it" if named else ""), pictured=True)

    def prose(self, ids: Iterable[str]) -> str:
        """Return bodies and posts as they stand in a sentence."""
        return wording.prose(self.model, ids)
