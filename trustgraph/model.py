"""Model: the records of one arrangement, checked, and what can be looked up in them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import gt
from typing import Any

import msgspec

from trustgraph.contradictions import contradictions
from trustgraph.errors import ModelError, Place, UnknownNameError
from trustgraph.fitting import fit, fitted
from trustgraph.keys import function_keys, line_keys, seat_keys
from trustgraph.records import (
    Acceptance,
    Body,
    Claim,
    Columns,
    Document,
    Evidence,
    Function,
    Membership,
    Post,
    Record,
    Records,
    Relationship,
    View,
)
from trustgraph.tables import Table
from trustgraph.vocabulary import Role

_FIELDS: dict[type[Record], str] = {
    Body: "bodies",
    Post: "posts",
    Relationship: "relationships",
    Membership: "memberships",
    Document: "documents",
    Claim: "claims",
    View: "views",
    Acceptance: "accepted",
}


class Model(Records, frozen=True, kw_only=True, dict=True, gc=True):
    """The records of one arrangement, which do not contradict one another.

    Never changed once made; making one checks it and raises `ModelError` with every problem there is.
    Two models are equal where their records are. Lines are kept by subject and seats by body, in the order
    of the bodies and posts.
    """

    def __post_init__(self) -> None:
        columns = fit(self)
        try:
            problems = contradictions(columns)
        except (AttributeError, TypeError):
            # a field holds what it cannot hold, which the conversion tells better
            fitted(self, Records)
            raise
        if problems:
            raise ModelError(problems)
        self._group(columns)

    def __reduce__(self) -> tuple[Callable[..., Model], tuple[object, ...]]:
        fields = {name: getattr(self, name) for name in self.__struct_fields__}
        return _restored, (fields, dict(self.places), self.context)

    def __copy__(self) -> Model:
        return self._knowing(self.places, self.context)

    def __repr__(self) -> str:
        counts = f"{len(self.bodies)} bodies, {len(self.posts)} posts, {len(self.relationships)} lines"
        return f"<Model {self.id}: {counts}, {len(self.memberships)} seats>"

    def _repr_html_(self) -> str:
        return self.table().html()

    def table(self) -> Table:
        """Return the bodies, one a row: name, sort, where it stands, how often it meets, and who chairs it."""
        chairs: dict[str, list[str]] = {}
        for seat in self.memberships:
            if seat.role is Role.CHAIR and not seat.denied:
                who = (seat.member,) if seat.member else seat.any_of
                chairs.setdefault(seat.body, []).extend(self[each].name for each in who)
        rows = (
            (
                body.name,
                body.kind.noun if body.kind else None,
                body.row if body.inside else "outside",
                body.meetings.text if body.meetings else None,
                tuple(chairs.get(body.id, ())),
            )
            for body in self.bodies
        )
        return Table(self.title or self.id, ("Body", "Sort", "Tier", "Meets", "Chaired by"), tuple(rows))

    def __iter__(self) -> Iterator[str]:
        """Yield the ids of bodies, then posts, in the model's order."""
        return iter(self.by_id)

    def _group(self, columns: Columns) -> None:
        """Put lines by their subject and seats by their body, in the order of those, as cards hold them."""
        ends = columns.numbers("relationships", "subject"), columns.numbers("relationships", "target")
        for field, places in (("relationships", ends[0]), ("memberships", columns.numbers("memberships", "body"))):
            # those of a file that was saved are in order already
            if any(map(gt, places, places[1:])):
                records: Sequence[Record] = getattr(self, field)
                order = sorted(range(len(records)), key=places.__getitem__)
                msgspec.structs.force_setattr(self, field, tuple(map(records.__getitem__, order)))
                if field == "relationships":
                    ends = list(map(ends[0].__getitem__, order)), list(map(ends[1].__getitem__, order))
        self.__dict__.update(_number=columns.number, _ends=ends)

    def __getitem__(self, name: str) -> Body | Post:
        """Return the body or post with this id; raises UnknownNameError."""
        try:
            return self.by_id[name]
        except KeyError:
            raise UnknownNameError("body or post", name, self.by_id) from None

    def __contains__(self, name: object) -> bool:
        """Return whether a body or post has this id."""
        return name in self.by_id

    @cached_property
    def by_id(self) -> Mapping[str, Body | Post]:
        """Bodies, then posts, by id, in the model's order."""
        records: list[Body | Post] = [*self.bodies, *self.posts]
        return {record.id: record for record in records}

    @property
    def number(self) -> Mapping[str, int]:
        """Where bodies, then posts, stand in the model's order, from 0, by id."""
        number: Mapping[str, int] = self.__dict__["_number"]
        return number

    @property
    def ends(self) -> tuple[list[int], list[int]]:
        """The numbers of the subjects of the lines, and those of their targets, in the lines' order."""
        ends: tuple[list[int], list[int]] = self.__dict__["_ends"]
        return ends

    @cached_property
    def inner(self) -> Mapping[str, list[str]]:
        """The bodies within each collective, however deep, in the model's order; none that are only context."""
        outer = {body.id: body.within for body in self.bodies if body.within and body.id not in self.context}
        inner: dict[str, list[str]] = {}
        for name in outer:
            at, seen = outer.get(name), {name}
            while at is not None and at not in seen:
                inner.setdefault(at, []).append(name)
                seen.add(at)
                at = outer.get(at)
        return inner

    @cached_property
    def lines(self) -> Mapping[str, Relationship]:
        """The lines by key ("executive reports_to board"), in the model's order."""
        return dict(zip(line_keys(self.relationships), self.relationships, strict=True))

    @cached_property
    def seats(self) -> Mapping[str, Membership]:
        """The seats by key ("cyp-chair chair board"), in the model's order."""
        return dict(zip(seat_keys(self.memberships), self.memberships, strict=True))

    @cached_property
    def functions(self) -> Mapping[str, tuple[Body, Function]]:
        """What each body does, by key ("board approve plan"), in the model's order."""
        pairs = [(body, function) for body in self.bodies for function in body.functions]
        return dict(zip(function_keys(pairs), pairs, strict=True))

    @cached_property
    def kept(self) -> dict[Hashable, Any]:
        """What several questions need and takes long to work out, kept by those who work it out."""
        return {}

    @property
    def places(self) -> Mapping[str, Place]:
        """Where each record was written, by key; empty for a model that was not read from a file."""
        places: Mapping[str, Place] = self.__dict__.get("_places", {})
        return places

    def at(self, places: Mapping[str, Place]) -> Model:
        """Return this model, knowing where its records were written."""
        return self._knowing(places, self.context)

    @property
    def context(self) -> frozenset[str]:
        """Bodies that are there only because something refers to them: not drawn, counted by no analysis."""
        context: frozenset[str] = self.__dict__.get("_context", frozenset())
        return context

    def beside(self, context: frozenset[str]) -> Model:
        """Return this model, its bodies of these ids being context."""
        return self._knowing(self.places, context)

    def _knowing(self, places: Mapping[str, Place], context: frozenset[str]) -> Model:
        # msgspec's copy leaves behind what was looked up before
        model: Model = super().__copy__()  # type: ignore[misc] # missing from the stubs of msgspec
        model.__dict__.update(_places=places, _context=context, _number=self.number, _ends=self.ends)
        return model

    def replace(self, **changes: Any) -> Model:
        """Return a model with some fields changed; the places of its records are carried over."""
        return msgspec.structs.replace(self, **changes).at(self.places).beside(self.context)

    def add(self, *records: Record) -> Model:
        """Return a model with these records (bodies, posts, lines, seats, ...) at the end of their kind.

        Raises TypeError for what is no record of a model, ModelError where the records contradict one another.
        """
        changes: dict[str, tuple[Record, ...]] = {}
        for record in records:
            field = _FIELDS.get(type(record), "")
            if not field:
                known = ", ".join(kind.__name__ for kind in _FIELDS)
                raise TypeError(f"a model cannot take a {type(record).__name__}; give it one of: {known}")
            changes[field] = (*changes.get(field, getattr(self, field)), record)
        return self.replace(**changes)

    def view(self, name: str | None = None) -> View:
        """Return the view of this id: "all" is everything; no id, the first the model declares, else everything."""
        if name == "all" or (name is None and not self.views):
            return View()
        for view in self.views:
            if name in (None, view.id):
                return view
        raise UnknownNameError("view", str(name), ["all", *(view.id for view in self.views)])

    def document(self, evidence: Evidence) -> Document | None:
        """Return the document that evidence cites: the model's only one where it names none."""
        if evidence.document is None:
            return self.documents[0] if len(self.documents) == 1 else None
        return next(document for document in self.documents if document.id == evidence.document)


def _restored(fields: dict[str, Any], places: Mapping[str, Place], context: frozenset[str]) -> Model:
    """Return a model that was pickled, with what its fields do not hold."""
    return Model(**fields).at(places).beside(context)
