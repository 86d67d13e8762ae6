"""trustgraph show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from trustgraph import dates, wording
from trustgraph.cli.source import MODEL, read_model
from trustgraph.cli.terminal import say
from trustgraph.frequency import Range

if TYPE_CHECKING:
    from trustgraph.model import Model
    from trustgraph.records import Body, Membership


@click.command(short_help="Print a readable summary of a model.")
@MODEL
@click.argument("body", required=False)
@click.option("--outline", is_flag=True, help="Print the whole arrangement in sentences, with the clauses.")
def show(source: str, body: str | None, *, outline: bool) -> None:
    """Print a summary of MODEL: its papers, its bodies with chairs and meetings, its lines and seats.

    With BODY, the id, name or alias of a body or post, print its terms of reference as MODEL has them.
    """
    if outline and body is not None:
        raise click.UsageError("--outline prints the whole arrangement. Leave out the body, or --outline.")
    model = read_model(source)
    if outline:
        say("\n\n".join(wording.outline(model)))
    elif body is not None:
        say(str(wording.terms(model, body)))
    else:
        say("\n".join(_summary(model)))


def _summary(model: Model) -> Iterator[str]:
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
    yield from _part("Bodies of the arrangement", _bodies(model))
    outside = [body.name for body in model.bodies if not body.inside]
    yield from _part("Outside it", ["; ".join(outside)] if outside else [])
    yield from _part("Lines", (wording.sentence(model, line) for line in model.relationships))
    yield ""
    yield _counts(model)


def _part(heading: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield a heading with its lines, or nothing where there are none."""
    if indented := [f"  {line}" for line in lines]:
        yield from ("", heading, *indented)


def _bodies(model: Model) -> Iterator[str]:
    chaired = wording.chairs(model)
    seated: dict[str, list[Membership]] = {}
    for seat in model.memberships:
        if seat.role.sits and not seat.denied:
            seated.setdefault(seat.body, []).append(seat)
    for body in model.bodies:
        if body.inside:
            chairs = [
                " or ".join(wording.name(model, who) for who in wording.sitters(seat))
                for seat in chaired.get(body.id, ())
            ]
            yield f"{body.name}{_about(model, body, chairs, seated.get(body.id, []))}"


def _about(model: Model, body: Body, chairs: list[str], seats: list[Membership]) -> str:
    about = [f"meets {body.meetings.text}"] if body.meetings else []
    about += [f"chaired by {chair}" for chair in chairs]
    about += [_seats(seats)] if seats else []
    about += [f"one of {model[body.within].name}"] if body.within else []
    return f": {'; '.join(about)}" if about else ""


def _counts(model: Model) -> str:
    families = Counter(str(line.kind.family) for line in model.relationships if not line.denied)
    lines = ", ".join(f"{number} {family}" for family, number in sorted(families.items()))
    counts = [
        _number(len(model.bodies), "body", "bodies"),
        _number(len(model.posts), "post"),
        _number(len(model.relationships), "line") + (f" ({lines})" if lines else ""),
        _seats(seat for seat in model.memberships if seat.role.sits and not seat.denied),
        _number(len(model.functions), "function"),
    ]
    return ", ".join(counts)


def _seats(memberships: Iterable[Membership]) -> str:
    """Return how many seats there are, as far as it is known: "1 seat", "3 to 4 seats", "at least 9 seats"."""
    return _number(wording.total(memberships), "seat")


def _number(number: int | Range, one: str, several: str = "") -> str:
    return f"{number} {one if str(number).split()[-1] == '1' else several or f'{one}s'}"
