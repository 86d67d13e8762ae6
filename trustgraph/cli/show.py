"""trustgraph show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from trustgraph.cli.source import MODEL, read_model
from trustgraph.cli.terminal import say

if TYPE_CHECKING:
    from trustgraph.model import Model
    from trustgraph.records import Body


@click.command(short_help="Print a readable summary of a model.")
@MODEL
def show(source: str) -> None:
    """Print a summary of MODEL: its papers, its bodies with chairs and meetings, its lines and seats."""
    model = read_model(source)
    say("\n".join(_summary(model)))


def _summary(model: Model) -> Iterator[str]:
    from trustgraph import dates, wording

    yield model.title or model.id
    if model.since:
        yield f"  takes effect {dates.spoken(model.since)}"
    if model.as_at:
        yield f"  as at {dates.spoken(model.as_at)}"
    for document in model.documents:
        about = [str(document.status)] if document.status else []
        about += [dates.spoken(document.date)] if document.date else []
        yield f"  from {document.title or document.id}" + (f" ({', '.join(about)})" if about else "")
        yield from (f"    not in the copy read: {missing}" for missing in document.missing)
    chaired = wording.chairs(model)
    seated = Counter(seat.body for seat in model.memberships if not seat.denied)
    yield ""
    yield "Bodies of the arrangement"
    for body in model.bodies:
        if body.inside:
            chairs = [
                " or ".join(wording.name(model, who) for who in wording.sitters(seat))
                for seat in chaired.get(body.id, ())
            ]
            yield f"  {body.name}{_about(model, body, chairs, seated[body.id])}"
    if outside := [body.name for body in model.bodies if not body.inside]:
        yield ""
        yield "Outside it"
        yield f"  {'; '.join(outside)}"
    yield ""
    yield "Lines"
    yield from (f"  {wording.sentence(model, line)}" for line in model.relationships)
    yield ""
    yield _counts(model)


def _about(model: Model, body: Body, chairs: list[str], seats: int) -> str:
    about = [f"meets {body.meetings.text}"] if body.meetings else []
    about += [f"chaired by {chair}" for chair in chairs]
    about += [f"{seats} kinds of seat" if seats != 1 else "1 kind of seat"] if seats else []
    about += [f"one of {model[body.within].name}"] if body.within else []
    return f": {'; '.join(about)}" if about else ""


def _counts(model: Model) -> str:
    families = Counter(str(line.kind.family) for line in model.relationships if not line.denied)
    lines = ", ".join(f"{number} {family}" for family, number in sorted(families.items()))
    return (
        f"{len(model.bodies)} bodies, {len(model.posts)} posts, {len(model.relationships)} lines"
        f"{f' ({lines})' if lines else ''}, {len(model.memberships)} seats, {len(model.functions)} functions"
    )
