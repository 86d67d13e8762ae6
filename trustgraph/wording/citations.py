"""What is said and where it is said: statements with their clauses, and who says so where the paper does not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from trustgraph.model import Model
from trustgraph.records import Stated
from trustgraph.vocabulary import Basis
from trustgraph.wording.names import names


class Statement(NamedTuple):
    """One thing said, without a full stop: its words, its clause, who says so if not the paper, and a note on it."""

    text: str
    clause: str = ""
    said_by: str = ""
    note: str = ""

    @property
    def remark(self) -> str:
        """What stands in brackets after the words: "inferred; para 12"; "" where nothing does."""
        return "; ".join(part for part in (self.said_by, self.clause) if part)

    def __str__(self) -> str:
        return f"{self.text} ({self.remark})" if self.remark else self.text


class Part(NamedTuple):
    """Statements under a heading."""

    heading: str
    statements: tuple[Statement, ...]


def stated(model: Model, record: Stated, text: str) -> Statement:
    """Return a text as what a record says, with the record's clause, basis and note."""
    return Statement(text, clause(model, record), said_by(record), record.note or "")


def remark(model: Model, record: Stated) -> str:
    """Return the brackets after a statement: its clause, and who says so where the paper does not."""
    inside = stated(model, record, "").remark
    return f" ({inside})" if inside else ""


def said_by(record: Stated) -> str:
    """Return who says so where it is not the paper: "inferred", "assumed", else ""."""
    return "" if record.basis is Basis.STATED else str(record.basis)


def clause(model: Model, record: Stated) -> str:
    """Return where a statement is made: "paras 12 and 13; Appendix B", and in which document if not the only one."""
    cited: dict[str, list[str]] = {}
    for evidence in record.evidence:
        document = model.document(evidence)
        titled = document is not None and len(model.documents) > 1
        title = (document.title or document.id) if titled and document is not None else ""
        cited.setdefault(title, []).append(evidence.where or "")
    clauses = (", ".join(part for part in (_places(wheres), title) if part) for title, wheres in cited.items())
    return "; ".join(text for text in clauses if text)


def _places(wheres: Iterable[str]) -> str:
    """Return places of one document, its numbered paragraphs first."""
    places = [where for where in dict.fromkeys(wheres) if where]
    paragraphs = [where for where in places if where.isdecimal()]
    numbered = [f"para{'s' if len(paragraphs) > 1 else ''} {names(paragraphs)}"] if paragraphs else []
    return "; ".join([*numbered, *(place(where) for where in places if not where.isdecimal())])


def place(where: str) -> str:
    """Return a path of numbers and headings as it is read: "para 12", "Appendix A, 3.2.2, Accountability"."""
    first, *others = where.split(" > ")
    return ", ".join([f"para {first}" if first.isdecimal() else first, *others])
