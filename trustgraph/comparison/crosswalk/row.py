"""Row: one question put to every arrangement that is compared."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from trustgraph.comparison.cases import Case
from trustgraph.comparison.cells import Cell


class Row(NamedTuple):
    """One question: its name, group and title, who answers it of a case, and what a paper says that answers it.

    `says` completes "the paper says"; "" for what is worked out and nobody says.
    """

    id: str
    group: str
    title: str
    ask: Callable[[Case], Cell]
    says: str = ""
