"""Report: sentences and tables under a heading, and its printing as text, Markdown and HTML."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import fill
from typing import NamedTuple

from trustgraph.reports.webpage import scrolled, webpage
from trustgraph.tables import WIDTH, Table, escaped, marked


class Report(NamedTuple):
    """What a question brought to light: the sentences first, the tables after them."""

    title: str
    sentences: tuple[str, ...]
    tables: tuple[Table, ...] = ()

    def text(self) -> str:
        """Return the report as plain text, its sentences wrapped for a terminal."""
        said = [fill(sentence, WIDTH, subsequent_indent="  ", break_on_hyphens=False) for sentence in self.sentences]
        parts = ["\n".join([self.title, "=" * len(self.title), *said])]
        return "\n\n".join([*parts, *(table.text() for table in self.tables)])

    def markdown(self) -> str:
        """Return the report in Markdown: a heading, a list of the sentences, the tables."""
        said = "\n".join(f"- {marked(sentence)}" for sentence in self.sentences)
        parts = [f"## {marked(self.title)}", said, *(table.markdown() for table in self.tables)]
        return "\n\n".join(part for part in parts if part)

    def html(self, heading: str = "h2") -> str:
        """Return the report in HTML: a heading of this rank, a list of the sentences, the tables."""
        said = "".join(f"<li>{escaped(sentence)}</li>\n" for sentence in self.sentences)
        tables = "\n".join(map(scrolled, self.tables))
        return f"<section>\n<{heading}>{escaped(self.title)}</{heading}>\n<ul>\n{said}</ul>\n{tables}\n</section>"

    def page(self) -> str:
        """Return the report as a page of HTML of its own."""
        return webpage(self.title, self.html("h1"))

    def _repr_html_(self) -> str:
        return self.html()


def page(title: str, reports: Iterable[Report]) -> str:
    """Return reports as one page of HTML."""
    parts = "\n".join(report.html() for report in reports)
    return webpage(title, f"<h1>{escaped(title)}</h1>\n{parts}")
