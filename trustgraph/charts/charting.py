"""Chart: what a governance chart means, without geometry.

Which boxes stand in which row and band, which line rises, what each label says, the notes and the legend.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from trustgraph import dates, wording
from trustgraph.charts.parts import Band, Box, Chart, LegendEntry, Line
from trustgraph.model import Model
from trustgraph.records import ONE, Body, Document, Membership, Post, Relationship, Stated, View
from trustgraph.rows import rows
from trustgraph.views import select
from trustgraph.vocabulary import Basis, Family, Force, Kind, Stage, Status

# a longer matter stands in the table of relationships alone
LABEL_LENGTH = 40


def chart(model: Model, view: View | str | None = None) -> Chart:
    """Return the chart of a view of a model, or of the view of this id.

    Where none is given it is the first view the model declares, else everything.
    """
    view = view if isinstance(view, View) else model.view(view)
    shown = select(model, view)
    drawn = _drawn(shown, view)
    ends = set(drawn)
    keyed = {
        key: line
        for key, line in shown.lines.items()
        if not line.denied and line.subject != line.target and line.subject in ends and line.target in ends
    }
    placed = rows([shown[name] for name in drawn], list(keyed.values()))
    inner = _inner(shown)
    chaired = wording.chairs(shown)
    boxes = tuple(
        _box(shown[name], placed.row[name], name in placed.beside, name in inner, tuple(_details(shown, name, chaired)))
        for name in _ordered(drawn, view)
    )
    lines = tuple(_lines(keyed))
    return Chart(
        id=model.id,
        title=view.title or model.title or model.id,
        subtitle=_subtitle(model, view),
        boxes=boxes,
        lines=lines,
        bands=tuple(Band(tier.replace("_", " ").capitalize(), *span) for tier, span in placed.bands.items()),
        notes=tuple(_notes(shown, drawn, inner, placed.beside)),
        legend=tuple(_legend(keyed.values(), lines)),
        source=_source(model.documents),
        outline=wording.description(shown, drawn),
        table=wording.table(shown),
        as_at=view.as_at or model.as_at,
    )


def _drawn(model: Model, view: View) -> list[str]:
    """Return what gets a box, in the model's order.

    A body folded into a collective, or that only holds posts and seats, has one only if it has lines of its own.
    """
    ends = {end for line in model.relationships if not line.denied for end in (line.subject, line.target)}
    referred = {post.organisation for post in model.posts}
    referred |= {who for seat in model.memberships for who in (seat.member, *seat.any_of, *seat.on_behalf_of)}
    shown = {body.id for body in model.bodies if body.id not in model.context}
    drawn = [
        body.id
        for body in model.bodies
        if body.id in ends
        or (body.id in shown and body.within not in shown and (body.inside or body.id not in referred))
    ]
    return drawn + [post.id for post in model.posts if view.show_posts and post.id in ends]


def _ordered(drawn: list[str], view: View) -> list[str]:
    """Return the boxes in the order they should stand from left to right: the view's, then the model's."""
    wanted = {name: number for number, name in enumerate(view.order)}
    return sorted(drawn, key=lambda name: wanted.get(name, len(wanted)))


def _inner(model: Model) -> dict[str, list[str]]:
    """Return the names of the bodies within each body."""
    inner: dict[str, list[str]] = {}
    for body in model.bodies:
        if body.within is not None:
            inner.setdefault(body.within, []).append(body.name)
    return inner


def _box(record: Body | Post, row: int, beside: bool, starred: bool, details: tuple[str, ...]) -> Box:
    if isinstance(record, Post):
        return Box(record.id, record.title, details, row=row, beside=beside, post=True, basis=record.basis)
    return Box(
        id=record.id,
        name=record.name if record.count == ONE else f"{record.name} (× {record.count})",
        details=details,
        tier=record.row,
        row=row,
        beside=beside,
        challenger=bool(record.kind and record.kind.challenger),
        starred=starred,
        basis=record.basis,
    )


def _details(model: Model, name: str, chaired: Mapping[str, Iterable[Membership]]) -> Iterator[str]:
    """Yield the smaller lines of a box: where a post belongs; how often a body meets, and who chairs it."""
    record = model[name]
    if isinstance(record, Post):
        if record.organisation is not None:
            yield model[record.organisation].name
        return
    if record.stage in (Stage.SHADOW, Stage.DISSOLVED) or (record.stage is Stage.PROPOSED and not _is_proposed(model)):
        yield f"({record.stage})"
    if record.meetings is not None:
        yield f"Meets {record.meetings.text}{_unstated(record.meetings)}"
    yield from dict.fromkeys(
        f"Chair: {' or '.join(model[who].name for who in wording.sitters(seat))}{_unstated(seat)}"
        for seat in chaired.get(name, ())
    )


def _unstated(record: Stated) -> str:
    return f" ({said})" if (said := wording.said_by(record)) else ""


def _is_proposed(model: Model) -> bool:
    """Return whether the whole arrangement is proposed, which the subtitle says once for all boxes."""
    return any(document.status is Status.PROPOSED for document in model.documents)


class _Bundle(NamedTuple):
    """What lines must share to be drawn as one."""

    subject: str
    target: str
    family: Family
    force: Force
    basis: Basis
    mutual: bool


def _lines(keyed: Mapping[str, Relationship]) -> Iterator[Line]:
    """Yield the drawn lines: those of one family and force from one box to another are one line with one label."""
    bundles: dict[_Bundle, list[str]] = {}
    for key, line in keyed.items():
        mutual = line.kind is Kind.WORKS_WITH
        subject, target = line.subject, line.target
        if mutual and target < subject:
            subject, target = target, subject
        bundle = _Bundle(subject, target, line.kind.family, _drawn_force(line), line.basis, mutual)
        bundles.setdefault(bundle, []).append(key)
    for bundle, keys in bundles.items():
        label = "; ".join(dict.fromkeys(text for key in keys if (text := _label(keyed[key]))))
        yield Line(tuple(keys), bundle.subject, bundle.target, bundle.family, label, *bundle[3:])


def _drawn_force(line: Relationship) -> Force:
    """Return the force that decides the look of a line: what does not hold yet looks like a power."""
    return Force.PRACTICE if line.force.completes else Force.POWER


def _label(line: Relationship) -> str:
    """Return what a line says on the chart; what every line of its kind says stands in the legend alone."""
    matter = line.matter or line.product or ""
    matter = matter if len(matter) <= LABEL_LENGTH else ""
    if line.kind in (Kind.ACCOUNTABLE_TO, Kind.REPORTS_TO, Kind.PART_OF):
        return matter
    verb = f"{line.force.modal} {line.kind.bare}".removesuffix(" to") if line.force.modal else line.kind.verb
    return f"{verb}: {matter}" if matter else verb


def _subtitle(model: Model, view: View) -> str:
    """Return the line under the title: what, reconstructed or not, its standing, and its dates."""
    parts = [model.title if view.title and model.title else "", view.subtitle or ""]
    statuses = dict.fromkeys(str(document.status) for document in model.documents if document.status)
    parts += [wording.names(statuses)] if statuses else []
    parts += [f"from {dates.spoken(model.since)}"] if model.since else []
    as_at = view.as_at or model.as_at
    parts += [f"as at {dates.spoken(as_at)}"] if as_at else []
    return " · ".join(part for part in parts if part)


def _source(documents: Iterable[Document]) -> str:
    cited = []
    for document in documents:
        about = [document.publisher or "", dates.spoken(document.date) if document.date else ""]
        about = [part for part in about if part]
        cited.append((document.title or document.id) + (f" ({', '.join(about)})" if about else ""))
    return f"Source: {'; '.join(cited)}" if cited else ""


def _notes(
    model: Model, drawn: Iterable[str], inner: Mapping[str, Iterable[str]], beside: Iterable[str]
) -> Iterator[str]:
    """Yield what the boxes and lines cannot say: who is in a starred box, and who answers to itself."""
    for name in drawn:
        if name in inner:
            yield f"* {model[name].name}: {wording.names(inner[name])}."
    for line in model.relationships:
        if line.subject == line.target and not line.denied:
            yield wording.sentence(model, line)
    if unstated := [model[name].name for name in drawn if model[name].basis is not Basis.STATED]:
        yield f"Not stated in the paper, and drawn with a dotted outline: {wording.names(unstated)}."
    if beside and not any(getattr(model[name], "inside", True) for name in beside):
        yield "The boxes beside the bands are not part of the arrangement."


def _legend(lines: Iterable[Relationship], drawn: Iterable[Line]) -> Iterator[LegendEntry]:
    """Yield an entry for each style in use: its family in the words of the kinds that occur, its force, its basis."""
    lines, drawn = list(lines), list(drawn)
    for family in Family:
        kinds = dict.fromkeys(line.kind for line in lines if line.kind.family is family)
        if kinds:
            yield LegendEntry(", ".join(kind.phrase for kind in Kind if kind in kinds), family)
    if powers := [line for line in drawn if not line.force.completes]:
        yield LegendEntry("a power, or not yet in force", powers[0].family, powers[0].force)
    if weaker := [line for line in drawn if line.basis is not Basis.STATED]:
        yield LegendEntry("not stated in the paper", weaker[0].family, basis=weaker[0].basis)
