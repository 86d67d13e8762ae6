"""The options that choose a part of a model and name its picture, shared by the verbs that draw, ask and check it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import reduce
from typing import TYPE_CHECKING, Any, TypeVar

import click

from trustgraph.vocabulary import Family, Tier

if TYPE_CHECKING:
    from trustgraph.model import Model
    from trustgraph.records import View

Command = TypeVar("Command", bound=Callable[..., object])


def view_options(default: str) -> Callable[[Command], Command]:
    """Return what gives a verb these options; `default` says what it looks at where none is used."""
    options = (
        click.option(
            "--view", "view_name", metavar="ID", help=f'A view the model declares, or "all". [default: {default}]'
        ),
        click.option("--tier", "tiers", type=words(Tier), multiple=True, help="Only bodies of this tier; repeatable."),
        click.option("--family", "families", type=words(Family), multiple=True, help="Only lines of this family."),
        click.option("--around", metavar="BODY", help="Only this body and what is near it."),
        click.option("--steps", type=click.IntRange(0), help="With --around: how many lines away. [default: 1]"),
        click.option("--as-at", metavar="DATE", help="Only what holds at this date: 2016, 2016-04 or 2016-04-01."),
        click.option("--stated-only", is_flag=True, help="Only what the paper states, not what was inferred."),
    )
    return lambda command: reduce(lambda wrapped, option: option(wrapped), reversed(options), command)


def check_view_options(options: dict[str, Any]) -> None:
    """Raise UsageError for options that no model can satisfy, before any is read."""
    from trustgraph import dates

    if options["as_at"] and (what := dates.problem(options["as_at"])):
        raise click.UsageError(f"--as-at: {what}.")


def view_of(model: Model, name: str | None, options: dict[str, Any]) -> View:
    """Return the view of this name, narrowed by the options; raises UnknownNameError, UsageError."""
    import msgspec

    changes = {option: options[option] for option in ("around", "steps", "as_at") if options[option] is not None}
    if options["stated_only"]:
        changes["stated_only"] = True
    if options["tiers"]:
        changes["tiers"] = tuple(map(Tier, options["tiers"]))
    if options["families"]:
        changes["families"] = tuple(map(Family, options["families"]))
    view = msgspec.structs.replace(model.view(name), **changes)
    if "steps" in changes and view.around is None:
        raise click.UsageError("--steps counts from a body: name it with --around.")
    return view


def check_picture(out: str | None) -> None:
    """Raise UsageError for a picture in a format there is not, before anything is read."""
    if out is not None:
        from pathlib import Path

        from trustgraph.drawing.picture import PAINTERS, suffix_of

        if suffix_of(Path(out)) not in PAINTERS:
            raise click.UsageError(f"{out}: no such format. Use one of {', '.join(PAINTERS)}.")


def words(vocabulary: type[StrEnum]) -> click.Choice[str]:
    """Return the sort of an option that takes one word of a vocabulary."""
    return click.Choice([str(word) for word in vocabulary], case_sensitive=False)
