"""A comparison as a Word document: where it comes from, the numbered sentences, then the tables, matches and annex."""

from __future__ import annotations

from trustgraph.comparison.comparing import Comparison
from trustgraph.drawing.sections import Section, paint_sections
from trustgraph.reports import comparison as told

# of more, each would have a column too narrow to read
_ON_A4 = 3


def as_docx(comparison: Comparison) -> bytes:
    """Return a comparison as a Word document; raises MissingExtraError without python-docx."""
    said = [(told.standing(comparison), "Subtitle"), *((text, "Normal") for text in told.papers(comparison))]
    for heading, sentences in told.by_sharing(comparison):
        said += [(heading, "Heading3"), *((f"{each.number}. {each.text}", "Normal") for each in sentences)]
    tables = {
        "Question by question": tuple(told.by_group(comparison)),
        "Matches": (told.matched(comparison),),
        "Annex": (told.annex(comparison),),
    }
    paper = "A4" if len(comparison.labels) <= _ON_A4 else "A3"
    across = (Section(((name, "Heading2"),), held, paper, across=True) for name, held in tables.items())
    return paint_sections(told.title(comparison), "Comparison of arrangements", (Section(tuple(said)), *across))
