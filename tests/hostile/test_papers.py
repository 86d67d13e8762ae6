"""Papers that cannot be read, citations that lead nowhere, and many of both."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.papers import citing, papers
from trustgraph.errors import FormatError
from trustgraph.files import LIMIT
from trustgraph.model import Model
from trustgraph.records import Body, Document, Evidence
from trustgraph.verification import verify
from trustgraph.verification.seals import read_seals

CITED = ("1", "The Board")


def _as_folder(file: Path) -> None:
    file.mkdir()


def _as_pipe(file: Path) -> None:
    if sys.platform == "win32":
        file.mkdir()
    else:
        os.mkfifo(file)


def _huge(file: Path) -> None:
    with file.open("wb") as stream:
        stream.truncate(LIMIT + 1)


def _other_bytes(file: Path) -> None:
    file.write_bytes("1. The Board\nR\u00e9seau\n".encode("cp1252"))


def _loop(file: Path) -> None:
    file.symlink_to(file)


UNREADABLE: dict[str, tuple[Callable[[Path], None], str]] = {
    "folder": (_as_folder, "paper.txt: this is a folder, not a file."),
    "pipe": (_as_pipe, "not a file."),
    "more than the limit": (_huge, "paper.txt: the file is larger (20,000,001 bytes) than the limit"),
    "not UTF-8": (_other_bytes, "paper.txt:2: this line is not UTF-8."),
    "link to itself": (_loop, "paper.txt: the file cannot be read"),
}
FOLDERS: dict[str, tuple[str, str]] = {
    "none": ("nowhere", "nowhere: there is no such folder."),
    "file": ("paper.txt", "paper.txt: this is a file, not a folder."),
    "impossible": ("a\0b", "the folder cannot be read"),
}
# what a clause or a quotation may hold, and never means anything but itself
ODD = [
    "",
    " ",
    ">",
    " > ",
    " > > ",
    "(",
    "[a-z",
    ".*",
    "\\1",
    "^$",
    "(?i)board",
    "%s",
    "{0}",
    "\u202e",
    "1" * 5000,
    "-",
]


@pytest.mark.parametrize("case", UNREADABLE)
def test_paper_that_cannot_be_read(case: str, tmp_path: Path) -> None:
    """A paper that is there and cannot be read is an error with its name and what to do."""
    make, words = UNREADABLE[case]
    make(tmp_path / "paper.txt")
    with pytest.raises(FormatError) as caught:
        verify(citing(CITED), tmp_path)
    assert words in str(caught.value)
    assert str(caught.value).endswith("Save the paper there as plain text in UTF-8.")


@pytest.mark.parametrize("case", FOLDERS)
def test_folder_that_cannot_be_read(case: str, tmp_path: Path) -> None:
    """A folder that is none is an error, with its name and what to do."""
    name, words = FOLDERS[case]
    with pytest.raises(FormatError) as caught:
        verify(citing(CITED), papers(tmp_path) / name)
    assert words in str(caught.value)
    assert str(caught.value).endswith("Name the folder of the papers' texts.")


def test_all_papers_that_cannot_be_read_are_told_at_once(tmp_path: Path) -> None:
    """The problems of all papers come in one error."""
    documents = tuple(Document(id=name) for name in ("one", "two"))
    evidence = tuple(Evidence(document=document.id, where="1", quote="a") for document in documents)
    for document in documents:
        papers(tmp_path, b"\xff", f"{document.id}.txt")
    model = Model(id="kent", documents=documents, bodies=(Body(id="a", name="A", evidence=evidence),))
    with pytest.raises(FormatError) as caught:
        verify(model, tmp_path)
    assert len(caught.value.problems) == 2


def test_command_tells_of_a_paper_that_cannot_be_read(run: Run) -> None:
    """An unreadable folder is an unreadable input: the command leaves with 3."""
    done = run("-m", "trustgraph", "verify", "nottinghamshire-2016", "--sources", "nowhere")
    remedy = "Name the folder of the papers' texts."
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == f"nowhere: there is no such folder. {remedy}\n"


def test_command_tells_the_problems_of_all_models(run: Run) -> None:
    """Two models that cannot be read are told of in one run."""
    done = run("-m", "trustgraph", "verify", "one.yaml", "two.yaml", "--sources", ".")
    assert (done.returncode, [line.split(":")[0] for line in done.stderr.splitlines()]) == (3, ["one.yaml", "two.yaml"])


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"kent": 1}', b"\xff", b"[" * 100_000, b"id: kent\n"])
def test_record_that_is_none_is_left_alone(data: bytes, tmp_path: Path) -> None:
    """What is no record, such as the model itself, is refused and not written over."""
    file = tmp_path / "record.json"
    file.write_bytes(data)
    with pytest.raises(FormatError, match=r"this is no record of verified models\."):
        read_seals(file)
    assert file.read_bytes() == data


def test_record_in_no_folder(run: Run, tmp_path: Path) -> None:
    """A record that cannot be written is an error of writing."""
    (tmp_path / "kent.yaml").write_text("id: kent\n", encoding="utf-8")
    done = run("-m", "trustgraph", "verify", "kent.yaml", "--sources", ".", "--record", "no/record.json")
    assert (done.returncode, "the folder no is not there" in done.stderr) == (5, True)


@pytest.mark.parametrize("text", ODD)
def test_odd_citations_are_told_of(text: str, tmp_path: Path) -> None:
    """No sign in a clause or a quotation means anything but itself, and none is found where it does not stand."""
    model = citing((text, "The Board"), ("1", text or "?"))
    found = [each for each in verify(model, papers(tmp_path)) if each.where is not None]
    assert len(found) == 2


@pytest.mark.parametrize(
    "text", ["", "\n\n", "\t\t\t", " \u00b7 ", "\ufeff", "\x0c\x0b\x00", "1." * 10_000, "((((a)" * 999]
)
def test_odd_papers(text: str, tmp_path: Path) -> None:
    """A paper that says nothing holds no quotation."""
    (found,) = verify(citing(CITED), papers(tmp_path, text))
    assert found.message == '"The Board" stands nowhere in paper.txt.'


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_ends_of_lines(ends: str, tmp_path: Path) -> None:
    """Lines end as on any system."""
    text = ends.join(["One", "1. The Board", "2. The Executive"])
    (found,) = verify(citing(("1", "The Executive")), papers(tmp_path, text))
    assert "it stands at line 3." in found.message


LARGE = {
    "each in its place": ("{0}. Group {0} reports to the Board.\n", "{0}"),
    "all in another place": ("{0}. Group {0} reports to the Board.\n", "20000"),
    "at the end of deep paths": ("Part {0}\nGroup\n1. One\nGroup {0} reports.\n", "Part {0} > Group > 1"),
    "under one heading, said again and again": ("Part\nGroup {0} reports.\n", "Part"),
}


@pytest.mark.parametrize("case", LARGE)
def test_many_records(case: str, tmp_path: Path) -> None:
    """Twenty thousand records are looked up in the time that their number asks for, found or not."""
    text, where = LARGE[case]
    numbers = range(20_001)
    papers(tmp_path, "".join(text.format(number) for number in numbers))
    bodies = tuple(
        Body(
            id=f"b{number}",
            name=f"Body {number}",
            evidence=(Evidence(where=where.format(number), quote=f"Group {number} reports"),),
        )
        for number in numbers
    )
    found = verify(Model(id="kent", documents=(Document(id="paper"),), bodies=bodies), tmp_path)
    assert len(found) == (20_000 if case == "all in another place" else 0)
