"""The verb verify: what it prints, with which code it leaves, and what it records."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.papers import FILE, papers
from trustgraph.formats import loads
from trustgraph.verification.seals import digest


@pytest.fixture
def kent(tmp_path: Path) -> Path:
    """Return the folder of a model with one quotation that stands and one that does not, and of its paper."""
    (tmp_path / "kent.yaml").write_text(FILE, encoding="utf-8")
    return papers(tmp_path)


def test_command_lists_and_sums_up(kent: Path, run: Run) -> None:
    """Each discrepancy is a line with its place, then come the figures; the command leaves with 1."""
    done = run("-m", "trustgraph", "verify", "kent.yaml", "--sources", ".")
    line = 'kent.yaml:9:7: board reports_to board: "is nowhere" stands nowhere in paper.txt.'
    assert done.stdout.splitlines() == [
        f"{line} Copy the words exactly, from one place.",
        "kent: 1 of 2 quotations found.",
    ]
    assert (done.returncode, done.stderr, kent.is_dir()) == (1, "", True)


def test_command_takes_the_folder_from_the_environment(kent: Path, run: Run) -> None:
    """Where all is found the command leaves with 0."""
    (kent / "kent.yaml").write_text(FILE.replace("is nowhere", "to the"), encoding="utf-8")
    done = run("-m", "trustgraph", "verify", "kent.yaml", TRUSTGRAPH_SOURCES=".")
    assert (done.returncode, done.stdout, done.stderr) == (0, "kent: 2 of 2 quotations found.\n", "")


def test_command_asks_for_the_folder(run: Run) -> None:
    """Without a folder of papers the command says how to name it."""
    done = run("-m", "trustgraph", "verify", "nottinghamshire-2016", TRUSTGRAPH_SOURCES="")
    message = "Name the folder of the papers' texts: --sources DIR, or set TRUSTGRAPH_SOURCES."
    assert (done.returncode, done.stdout, done.stderr.splitlines()[0]) == (2, "", message)


def test_record_keeps_what_holds(kent: Path, run: Run) -> None:
    """A model that holds is recorded with its hash and its papers'; a record of another stays, one astray goes."""
    (kent / "astray.yaml").write_text(FILE.replace("id: kent", "id: astray"), encoding="utf-8")
    (kent / "kent.yaml").write_text(FILE.replace("is nowhere", "to the"), encoding="utf-8")
    old = {"model": "0", "papers": {}}
    (kent / "record.json").write_text(json.dumps({"zeal": old, "astray": old}), encoding="utf-8")
    done = run("-m", "trustgraph", "verify", "kent.yaml", "astray.yaml", "--sources", ".", "--record", "record.json")
    record = json.loads((kent / "record.json").read_bytes())
    model = loads((kent / "kent.yaml").read_bytes(), "kent.yaml")
    assert (list(record), record["zeal"]) == (["kent", "zeal"], old)
    assert (record["kent"]["model"], list(record["kent"]["papers"])) == (digest(model), ["paper"])
    assert (done.returncode, done.stderr) == (1, "Recorded 1 of 2 models in record.json.\n")


def test_hash_heeds_what_a_model_says() -> None:
    """A comment changes nothing; a word does."""
    first, commented, other = (
        digest(loads(text.encode(), "kent.yaml"))
        for text in (FILE, f"# A comment\n{FILE}", FILE.replace("is nowhere", "to the"))
    )
    assert first == commented != other
