"""A paper as a county might write it, and models that quote from it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.small import body
from trustgraph.model import Model
from trustgraph.records import Document, Evidence

PAPER = """\
Contents
Terms of reference
Membership

1. The Board will meet three times per year.
2. Reporting to the Children’s Trust Board, the Executive – a small
group – will:
\u00b7 hear from the groups
\u00b7 3 members a year step down
3) It will ensure “high quality” services.
3.1 Its duties:
(a) to lead
(b) to advise
3.1.1
The Board approves the plan.
4. A list of tasks
4.1 for the Board
4.2 for the Executive

Terms of reference
3.1 (again)
The duties stand here.
Membership
\tCounty Council
\tLeader (Chair)
Accountability
It answers to the Council\u00b9.
Panel\t\tForum
Headteacher\tgives advice\tParent\tgives views
"""

# a model whose first quotation stands there, and whose second does not
FILE = """\
id: kent
documents: {paper: {title: A paper}}
bodies:
  board:
    name: Board
    where: 1
    quote: three times per year
    lines:
    - {reports_to: board, where: 2, quote: is nowhere}
"""


def papers(folder: Path, text: str | bytes = PAPER, name: str = "paper.txt") -> Path:
    """Return a folder that holds this paper."""
    (folder / name).write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def citing(*cited: tuple[str | None, str | None], **fields: Any) -> Model:
    """Return a model of one body that rests on these clauses and quotations."""
    evidence = tuple(Evidence(where=where, quote=quote) for where, quote in cited)
    return Model(id="kent", documents=(Document(id="paper"),), bodies=(body("board", evidence=evidence, **fields),))
