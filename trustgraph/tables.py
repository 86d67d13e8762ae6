"""Tables, and their printing as text, Markdown, HTML, JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from textwrap import fill, wrap
from typing import Any, NamedTuple

# how wide a column of printed text may be before it is wrapped, and how wide all may be together
WIDTH = 100


class Table(NamedTuple):
    """Rows of cells under named columns, with a caption.

    A cell is a text, a number, a truth, None for what is unknown, or a tuple of these.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def text(self) -> str:
        """Return the table in columns as wide as what they hold, no wider than a terminal."""
        if not self.rows:
            return f"{self.caption}: none."
        cells = [[shown(cell) for cell in row] for row in self.rows]
        widths = _widths([[*self.columns], *cells])
        lines = [
            fill(self.caption, WIDTH, break_on_hyphens=False),
            *_wrapped(self.columns, widths),
            "  ".join("-" * width for width in widths),
        ]
        for row in cells:
            lines += _wrapped(row, widths)
        return "\n".join(lines)

    def markdown(self) -> str:
        """Return the table in Markdown, its caption in bold above it."""
        lines = [f"**{marked(self.caption)}**", "", _bar(self.columns), _bar("---" for _ in self.columns)]
        return "\n".join([*lines, *(_bar(marked(shown(cell)) for cell in row) for row in self.rows)])

    def html(self) -> str:
        """Return the table in HTML with its caption; the first cell of a row is its heading."""
        head = "".join(f'<th scope="col">{escaped(column)}</th>' for column in self.columns)
        rows = "".join(f"<tr>{''.join(_html_cells(row))}</tr>\n" for row in self.rows)
        caption = escaped(self.caption)
        return (
            f"<table>\n<caption>{caption}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>"
        )

    def json(self) -> str:
        """Return a JSON list with an object a row; what is unknown is null."""
        # a table printed as text needs neither this nor the next
        import json

        return json.dumps([*map(_plain, self.records())], ensure_ascii=False, indent=2)

    def csv(self) -> str:
        """Return the table as comma-separated values (RFC 4180); several values in a cell are joined by "; "."""
        import csv
        import io

        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(self.columns)
        writer.writerows([_guarded(cell) for cell in row] for row in self.rows)
        return out.getvalue()

    def without(self, column: str) -> Table:
        """Return the table without a column."""
        at = self.columns.index(column)
        rows = tuple((*row[:at], *row[at + 1 :]) for row in self.rows)
        return Table(self.caption, (*self.columns[:at], *self.columns[at + 1 :]), rows)

    def records(self) -> list[dict[str, Any]]:
        """Return a dictionary a row, by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def _repr_html_(self) -> str:
        return self.html()


def shown(cell: Any) -> str:
    """Return a cell as it is printed: nothing for what is unknown, yes or no for a truth, several joined by "; "."""
    match cell:
        case None:
            return ""
        case Enum():
            return str(cell).replace("_", " ")
        case bool():
            return "yes" if cell else "no"
        case float():
            return f"{cell:.2f}".rstrip("0").rstrip(".")
        case tuple() if hasattr(cell, "_asdict"):
            return ", ".join(f"{name} {shown(each)}" for name, each in cell._asdict().items())
        case tuple() | list():
            return "; ".join(shown(each) for each in cell)
        case _:
            return str(cell)


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """Return the width of each column: what it holds, the widest narrowed until all fit."""
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    longest = [max((len(word) for row in rows for word in row[at].split()), default=1) for at in range(len(widths))]
    while sum(widths) + 2 * (len(widths) - 1) > WIDTH:
        loose = [at for at, width in enumerate(widths) if width > max(longest[at], 12)]
        if not loose:
            break
        widths[max(loose, key=lambda at: widths[at])] -= 1
    return widths


def _wrapped(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """Yield the lines of a row, each cell wrapped to its column."""
    cells = [_folded(cell, width) for cell, width in zip(row, widths, strict=True)]
    for number in range(max(len(cell) for cell in cells)):
        parts = (cell[number] if number < len(cell) else "" for cell in cells)
        yield "  ".join(part.ljust(width) for part, width in zip(parts, widths, strict=True)).rstrip()


def _folded(cell: str, width: int) -> list[str]:
    """Return the lines of a cell, one at least."""
    # most cells fit, and to wrap is slow
    if len(cell) <= width and cell.isprintable():
        return [cell]
    return wrap(cell, width, break_long_words=False, break_on_hyphens=False) or [""]


def _bar(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def marked(text: str) -> str:
    """Return a text as Markdown that prints as it stands, on one line."""
    for character in "\\|*_`<[$~":
        text = text.replace(character, f"\\{character}")
    return " ".join(text.split())


def escaped(text: str) -> str:
    """Return a text as HTML that prints as it stands."""
    # its entities take a while to import, and only pages need them
    from html import escape

    return escape(text)


def _html_cells(row: Sequence[Any]) -> Iterator[str]:
    for at, cell in enumerate(row):
        text = escaped(shown(cell))
        yield f'<th scope="row">{text}</th>' if at == 0 else f"<td>{text}</td>"


def _guarded(cell: Any) -> str:
    """Return a cell as text that no spreadsheet takes for a formula; a number stays a number."""
    text = shown(cell)
    is_number = isinstance(cell, int | float)
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r", "\0"} and not is_number else text


def _plain(value: Any) -> Any:
    """Return a value as JSON has it: a named tuple becomes an object, however deep."""
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if hasattr(value, "_asdict"):
        return _plain(value._asdict())
    return [*map(_plain, value)] if isinstance(value, tuple | list) else value
