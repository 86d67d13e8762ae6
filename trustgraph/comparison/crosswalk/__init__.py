"""The rows of a comparison: one question a row, put to every arrangement in the same words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from trustgraph.comparison.crosswalk import account, challenge, meetings, provenance, seats, shape, work
from trustgraph.comparison.crosswalk.partners import partner_rows, statute_for
from trustgraph.comparison.crosswalk.row import Row as Row
from trustgraph.errors import UnknownNameError
from trustgraph.model import Model

ROWS: tuple[Row, ...] = (
    *provenance.ROWS,
    *seats.ROWS,
    *meetings.ROWS,
    *account.ROWS,
    *work.ROWS,
    *challenge.ROWS,
    *shape.ROWS,
)
# stands for the rows of all whom the statute describes
PARTNERS = "partners"
NAMES = (*(row.id for row in ROWS), PARTNERS)


def rows_of(models: Sequence[Model], names: Iterable[str] = ()) -> tuple[Row, ...]:
    """Return the rows of these names, or all, in their order; those on statutory partners follow those on seats.

    A name is that of a row or the start of several, such as "chair"; "partners" stands for all the statute describes.
    Raises UnknownNameError.
    """
    after = 1 + max(number for number, row in enumerate(ROWS) if row.group == "Who sits")
    partners = partner_rows(statute_for(models), models)
    rows = (*ROWS[:after], *partners, *ROWS[after:])
    names = tuple(names)
    for name in names:
        if not any(_is_named(row, name) for row in rows):
            raise UnknownNameError("row", name, NAMES)
    return tuple(row for row in rows if not names or any(_is_named(row, name) for name in names))


def _is_named(row: Row, name: str) -> bool:
    if name == PARTNERS:
        return row.id.startswith("partner-")
    return row.id == name or row.id.startswith(f"{name}-")
