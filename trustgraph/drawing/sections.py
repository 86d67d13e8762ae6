"""A report in sections as a Word document: paragraphs, and tables whose heading stands on top of every page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from trustgraph.drawing.documents import append, blank, turn_to
from trustgraph.drawing.packages import entitle, settled
from trustgraph.drawing.page import MARGIN, PAPERS
from trustgraph.drawing.wordprocessing import caption, paragraph, ruled_table
from trustgraph.tables import Table, shown

if TYPE_CHECKING:
    from docx.document import Document

# a column is as wide as its texts are long, within these bounds, and as its longest word
_LEAST, _MOST = 8, 34


class Section(NamedTuple):
    """One section of a report: paragraphs, each under its style, then tables.

    It stands on pages of this paper, A4 or A3, upright or `across`; where the section before does so too, it goes on
    below that.
    """

    paragraphs: tuple[tuple[str, str], ...] = ()
    tables: tuple[Table, ...] = ()
    paper: str = "A4"
    across: bool = False


def paint_sections(title: str, subject: str, sections: Iterable[Section]) -> bytes:
    """Return a report as a document under its title; raises MissingExtraError without python-docx."""
    document, numbers, before = blank(), iter(range(1, 10**6)), None
    for section in sections:
        turned = (section.paper, section.across)
        if turned != before:
            width, height = PAPERS[section.paper]
            turn_to(document, *((height, width) if section.across else (width, height)), first=before is None)
        if before is None:
            append(document, paragraph(title, "Heading1"))
        before = turned
        for text, style in section.paragraphs:
            append(document, paragraph(text, style))
        for table in section.tables:
            _write(document, table, next(numbers), PAPERS[section.paper][int(section.across)])
    entitle(document.core_properties, title, subject)
    return settled(document.save)


def _write(document: Document, table: Table, number: int, width: float) -> None:
    """Write a table below its caption."""
    append(document, caption(table.caption, number))
    rows = [[shown(cell) for cell in row] for row in table.rows]
    widths = [*_widths([table.columns, *rows], width - 2 * MARGIN)]
    append(document, ruled_table(table.caption, table.columns, rows, widths, style="BodyText3"))
    # Word wants a paragraph after a table
    append(document, paragraph(""))


def _widths(rows: Sequence[Sequence[str]], width: float) -> Iterator[float]:
    """Yield the width of each column in points."""
    columns = [*zip(*rows, strict=True)]
    words = [max((len(word) for text in column for word in text.split()), default=0) for column in columns]
    means = [sum(map(len, column)) / len(column) for column in columns]
    shares = [min(max(mean, word, _LEAST), _MOST) for mean, word in zip(means, words, strict=True)]
    yield from (width * share / sum(shares) for share in shares)
