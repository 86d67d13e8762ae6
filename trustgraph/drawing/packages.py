"""What slides and documents have in common: the package they are kept in, and what it says of itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from trustgraph.characters import visible
from trustgraph.drawing.geometry import Drawing
from trustgraph.drawing.pages import date_of, title_of

LANGUAGE = "en-GB"
# for charts without a date: the first day a package can name
_NO_DATE = (1980, 1, 1)


def describe(properties: Any, drawing: Drawing) -> None:
    """Say in the properties of a package what it shows, as at when, and in which language, and nothing else."""
    entitle(properties, title_of(drawing), "Governance chart", date_of(drawing) or _NO_DATE)


def entitle(properties: Any, title: str, subject: str, day: tuple[int, int, int] = _NO_DATE) -> None:
    """Say in the properties of a package its title, subject, language and date, and nothing else."""
    date = datetime(*day, tzinfo=UTC).replace(tzinfo=None)
    texts = {"title": visible(title), "subject": subject, "language": LANGUAGE}
    for name in ("author", "last_modified_by", "keywords", "comments", "category"):
        setattr(properties, name, "")
    for name, text in texts.items():
        # what is longer is refused
        setattr(properties, name, text[:255])
    properties.created = properties.modified = date
    properties.revision = 1


def settled(save: Callable[[BytesIO], None]) -> bytes:
    """Return what is saved as a package that is the same bytes whenever it is made."""
    made, settled_package = BytesIO(), BytesIO()
    save(made)
    with ZipFile(made) as old, ZipFile(settled_package, "w") as new:
        for entry in old.infolist():
            new.writestr(ZipInfo(entry.filename, (*_NO_DATE, 0, 0, 0)), old.read(entry), ZIP_DEFLATED)
    return settled_package.getvalue()
