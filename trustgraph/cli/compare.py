"""trustgraph compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from trustgraph.cli.printing import deliver, kind_of, print_options
from trustgraph.cli.source import read_models
from trustgraph.cli.terminal import tell

if TYPE_CHECKING:
    from trustgraph.comparison.comparing import Comparison

FORMATS = ("text", "html", "md", "json", "docx")
# so many charts can be told apart on a page
_ON_A_PAGE = 12


@click.command(short_help="Set arrangements side by side.")
@click.argument("sources", metavar="MODEL...", nargs=-1, required=True)
@click.option(
    "--rows", multiple=True, metavar="NAME", help="Only these questions, such as chair or quorum; repeatable."
)
@click.option("--matches", metavar="FILE", help="Take the counterparts that this file pins.")
@click.option(
    "--write-matches", "proposals", metavar="FILE", help="Write the counterparts here, to be looked at and pinned."
)
@click.option("--final", is_flag=True, help="Refuse a comparison that rests on counterparts nobody has pinned.")
@print_options(FORMATS)
def compare(
    sources: tuple[str, ...],
    rows: tuple[str, ...],
    matches: str | None,
    proposals: str | None,
    final: bool,
    kind: str | None,
    out: str | None,
) -> None:
    """Set two or more arrangements side by side: who chairs, who answers to whom, who challenges, what differs.

    Bodies are matched by what they are and do. Such matches are proposals: write them with --write-matches, mend the
    file, and give it back with --matches.
    """
    from trustgraph.comparison.comparing import MOST
    from trustgraph.comparison.comparing import compare as compare_models
    from trustgraph.comparison.pins import pinnable, pins
    from trustgraph.files import write
    from trustgraph.formats.matches import read_matches, write_matches

    kind = kind_of(kind, out, FORMATS)
    most = _ON_A_PAGE if kind == "html" else MOST
    if not 2 <= len(sources) <= most:
        raise click.UsageError(
            f"Name two to {most} models{' for a page of HTML' if kind == 'html' else ''}; these are {len(sources)}."
        )
    if kind == "docx" and out is None:
        raise click.UsageError("A Word document is written to a file: add -o comparison.docx.")
    models = read_models(sources)
    _refuse_twice([model.id for model in models])
    comparison = compare_models(models, rows=rows, pins=pins(read_matches(matches), models) if matches else None)
    if proposals:
        write(proposals, write_matches(pinnable(comparison.matches)))
        tell(f"Wrote {proposals}. Mend what is not so, and give it back with --matches.")
    if final:
        _refuse_unpinned(comparison)
    deliver(_printed(comparison, kind), out)


def _refuse_twice(ids: list[str]) -> None:
    for name in ids:
        if ids.count(name) > 1:
            raise click.UsageError(
                f"The model '{name}' is given twice. Name each once; for two versions use trustgraph diff."
            )


def _refuse_unpinned(comparison: Comparison) -> None:
    number = len(comparison.proposals)
    if number:
        raise click.UsageError(
            f"{number} matches are proposals that nobody has pinned. Write them with --write-matches matches.yaml, "
            "mend what is not so, and add --matches matches.yaml."
        )


def _printed(comparison: Comparison, kind: str) -> bytes:
    from trustgraph.reports.comparison import as_json, as_markdown, as_text

    if kind == "docx":
        from trustgraph.reports.handout import as_docx

        return as_docx(comparison)
    if kind == "html":
        from trustgraph.reports.sidebyside import as_html

        return as_html(comparison).encode()
    printers = {"text": as_text, "md": as_markdown, "json": as_json}
    return printers[kind](comparison).encode()
