"""trustgraph diff."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from trustgraph.cli.printing import deliver, kind_of, print_options
from trustgraph.cli.source import read_model
from trustgraph.cli.terminal import tell
from trustgraph.cli.viewing import check_picture

if TYPE_CHECKING:
    from trustgraph.comparison.changes import Changes
    from trustgraph.model import Model

FORMATS = ("text", "json", "md", "html")


@click.command(short_help="Tell what changes between two versions of an arrangement.")
@click.argument("before", metavar="BEFORE")
@click.argument("after", metavar="AFTER", required=False)
@click.option("--before", "since", metavar="DATE", help="One model only: as it is at this date ...")
@click.option("--after", "until", metavar="DATE", help="... and as it is at this one.")
@print_options(FORMATS)
@click.option(
    "--draw", "picture", metavar="OUT", help="Draw both in one chart too, with what differs marked: .svg, .pdf, .png."
)
def diff(
    before: str, after: str | None, since: str | None, until: str | None, kind: str | None, **files: str | None
) -> int:
    """Tell what changes between two models, or in one of them between two dates; leave with 1 where something does.

    The paragraph comes first, ready for a committee paper, and then a table of every record that differs.
    """
    from trustgraph.comparison.diffing import diff as diff_models
    from trustgraph.reports.changes import changes_json, changes_report

    out, picture = files["out"], files["picture"]
    kind = kind_of(kind, out, FORMATS)
    check_picture(picture)
    one, other = _versions(before, after, since, until)
    changes = diff_models(one, other)
    report = changes_report(one, other, changes)
    printed = {"text": report.text, "md": report.markdown, "html": report.page}
    text = changes_json(changes) if kind == "json" else printed[kind]() + "\n"
    deliver(text.encode(), out)
    if picture is not None:
        _draw(one, other, changes, picture)
    return int(bool(changes))


def _draw(one: Model, other: Model, changes: Changes, picture: str) -> None:
    from trustgraph.comparison.overlay import overlay
    from trustgraph.drawing.picture import draw

    both = overlay(one, other, changes)
    written = draw(both.model, both.view, marks=both.marks).save(picture)
    tell(f"Wrote {', '.join(map(str, written))}.")


def _versions(before: str, after: str | None, since: str | None, until: str | None) -> tuple[Model, Model]:
    """Return the two versions: two models, or one as at two dates; raises UsageError for half of either."""
    from trustgraph import dates
    from trustgraph.records import View
    from trustgraph.views import select

    if after is not None and (since or until):
        raise click.UsageError("Name two models, or one with --before and --after; not both.")
    if after is not None:
        return read_model(before), read_model(after)
    if not (since and until):
        raise click.UsageError("Name a second model, or two dates with --before and --after.")
    for option, date in (("--before", since), ("--after", until)):
        if what := dates.problem(date):
            raise click.UsageError(f"{option}: {what}.")
    model = read_model(before)
    return select(model, View(as_at=since)), select(model, View(as_at=until))
