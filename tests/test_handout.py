"""A comparison as a Word document, opened again by python-docx and by LibreOffice."""

from __future__ import annotations

import subprocess
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.conftest import Run
from trustgraph.comparison.comparing import Comparison, compare
from trustgraph.formats import load_all
from trustgraph.reports.handout import as_docx

# LibreOffice is slow to start
pytestmark = [pytest.mark.office, pytest.mark.timeout(300)]
THREE = ("calderdale-model-1", "suffolk-2010", "buckinghamshire-2009")
ROWS = ("document", "chair", "quorum", "votes")


@cache
def three() -> Comparison:
    """Return a comparison of three samples."""
    return compare(load_all(THREE), rows=ROWS)


@cache
def document() -> Any:
    """Return its document, read back."""
    from docx import Document

    return Document(BytesIO(as_docx(three())))


def test_it_begins_with_what_is_compared() -> None:
    """The title, how far the matches are pinned, and a line a paper come first."""
    title, standing, *papers = [(each.style.name, each.text) for each in document().paragraphs[:5]]
    assert title == ("Heading 1", "Calderdale, Suffolk and Buckinghamshire side by side")
    assert standing[1].startswith("Provisional: ")
    assert papers[1] == ("Normal", "Suffolk: Governance Arrangements, January 2010.")


def test_sentences_are_numbered() -> None:
    """Each sentence stands under its heading with the number that the annex has."""
    texts = [each.text for each in document().paragraphs]
    assert [text for text in texts if text[:1].isdigit()] == [
        f"{each.number}. {each.text}" for each in three().sentences
    ]
    annexed = [row.cells[0].text for row in document().tables[-1].rows[1:]]
    assert [*dict.fromkeys(annexed)] == [str(each.number) for each in three().sentences]


def test_tables_stand_across_with_captions() -> None:
    """Each table has a caption above it, its first row on top of every page, and a page that is wider than high."""
    tables = document().tables
    captions = [each for each in document().paragraphs if each.style.name == "Caption"]
    heads = [len(table._tbl.findall(".//{*}tblHeader")) for table in tables]
    assert (len(captions), heads) == (len(tables), [1] * len(tables))
    assert "".join(run.text for run in captions[0]._p.iter("{*}t")) == "Table 1. The papers"
    assert document().sections[-1].page_width > document().sections[-1].page_height


def test_a_cell_says_what_the_table_says() -> None:
    """A cell holds the answer with its clauses."""
    cells = [cell.text for row in document().tables[1].rows for cell in row.cells]
    assert "The Children's Trust Board is chaired by the DCS (Children's Trust Board, Statutory partners)" in cells


def test_the_same_document_twice() -> None:
    """The same comparison gives the same bytes."""
    assert as_docx(three()) == as_docx(compare(load_all(THREE), rows=ROWS))


def test_libreoffice_opens_it(run: Run, tmp_path: Path) -> None:
    """The command writes it, and another program prints all of it, upright and across."""
    done = run("-m", "trustgraph", "compare", *THREE, "--rows", "chair", "-o", "comparison.docx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "comparison.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    pages = PdfReader(tmp_path / "comparison.pdf").pages
    wide = [page.mediabox.width > page.mediabox.height for page in pages]
    text = " ".join(" ".join(page.extract_text().split()) for page in pages)
    assert (done.returncode, wide[0], wide[-1]) == (0, False, True)
    assert "Table 3. What each sentence rests on" in text
