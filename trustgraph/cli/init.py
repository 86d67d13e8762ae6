"""trustgraph init."""

from __future__ import annotations

from pathlib import Path

import click

from trustgraph.cli.terminal import tell
from trustgraph.errors import OutputError
from trustgraph.files import write_all
from trustgraph.formats.schema import schema_text

SCHEMA = "trustgraph.schema.json"
EXAMPLE = """\
# yaml-language-server: $schema={schema}
#
# A model of how something is governed. Write what the paper says, and where it says it.
# Draw it with: trustgraph draw {file} chart.pdf

id: {id}
title: The name of the arrangement
as_at: 2016-01-31        # the date on the chart: 2016, 2016-01 or 2016-01-31

# The papers. Where there is one, the records below need not name it: `where` is its paragraph, or the
# headings that lead to the place, as in Appendix A > 3.2.2.
documents:
  paper:
    title: The title of the paper
    status: proposed     # draft, option, proposed or adopted

bodies:
  board:
    name: Partnership Board
    kind: board          # board, executive, committee, delivery_group, council, organisation, ...
    meetings: {{text: quarterly, where: 3, quote: meets quarterly}}
    # Who sits on it. A seat is a post or a body, never a person.
    members:
    - {{member: leader, role: chair, where: 4, quote: chaired by the Leader}}
    - {{member: police, seats: 2, where: 4}}
    # What it does: the act, and the matter.
    functions:
    - {{approve: the annual plan, topic: plan, where: 2}}

  executive:
    name: Executive Group
    kind: executive
    meetings: {{text: at least 6 times per year, where: 6}}
    # Its lines, each a sentence with this body as its subject.
    # Text with a comma or a colon in it goes in quotes.
    lines:
    - {{reports_to: board, matter: "delivery, and risk", where: 7, quote: will report to the Board}}

  # Organisations outside the arrangement: inside: false
  council: {{name: Example Council, kind: council, inside: false}}
  police: {{name: Example Police, kind: organisation, inside: false}}

posts:
  leader: {{title: Leader of the Council, organisation: council}}

# The chart the paper would print.
views:
  appendix-a: {{title: Governance structure}}
"""


@click.command(short_help="Start a model from a commented example.")
@click.argument("file", type=click.Path(path_type=Path))
def init(file: Path) -> None:
    """Write a commented model to FILE (.yaml) to start from, and beside it the schema for your editor."""
    if file.suffix not in (".yaml", ".yml"):
        raise click.UsageError(f"{file.name}: name a file that ends in .yaml.")
    if file.exists():
        raise OutputError(f"{file}: this file is there already. Choose another name, or move it away.")
    name = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in file.stem.casefold())
    text = EXAMPLE.format(schema=SCHEMA, file=file.name, id=name.strip("-") or "model")
    write_all({file: text.encode(), file.with_name(SCHEMA): schema_text()})
    tell(f"Wrote {file} and, for your editor, {file.with_name(SCHEMA)}.")
