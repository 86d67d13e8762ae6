"""trustgraph analyse: what it prints, writes and refuses."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.conftest import Run

ASK = ("-m", "trustgraph", "analyse")
SAMPLE = "nottinghamshire-2016"

SMALL = """
id: small
title: Small Trust
bodies:
  board: {name: Board, kind: board}
  executive:
    name: Executive
    kind: executive
    lines:
    - {reports_to: board}
    - {accountable_to: board, since: 2020}
  group:
    name: Group
    lines: [{reports_to: executive, basis: inferred}]
apexes: [board]
"""


@pytest.fixture
def small(tmp_path: Path) -> str:
    """Return the name of a small model's file."""
    (tmp_path / "small.yaml").write_text(SMALL, encoding="utf-8")
    return "small.yaml"


def test_an_answer_in_words(run: Run) -> None:
    """The default is text: a heading, sentences with clauses, a table."""
    done = run(*ASK, SAMPLE, "span")
    assert (done.returncode, done.stderr) == (0, "")
    assert (
        "One body answers directly to the Children's Trust Board (paras 11, 12 and 13), and nine bodies" in done.stdout
    )


@pytest.mark.parametrize(
    ("name", "starts"), [("text", "How many"), ("json", "[\n  {"), ("csv", "body,direct"), ("md", "## How many")]
)
def test_formats(run: Run, small: str, name: str, starts: str) -> None:
    """Each format says the same in its own way, with 0 as exit code."""
    done = run(*ASK, small, "span", "--format", name)
    assert (done.returncode, done.stdout[: len(starts)]) == (0, starts)


def test_csv_on_standard_output_is_csv(run: Run, small: str) -> None:
    """The line ends of CSV come through as they are."""
    rows = [*csv.reader(io.StringIO(run(*ASK, small, "span", "--format", "csv").stdout))]
    assert [row[0] for row in rows] == ["body", "board", "executive", "group"]


@pytest.mark.parametrize(
    ("file", "starts"), [("a.txt", b"How"), ("a.json", b"["), ("a.CSV", b"body,"), ("a.md", b"## "), ("a", b"How")]
)
def test_a_file_tells_the_format(run: Run, small: str, tmp_path: Path, file: str, starts: bytes) -> None:
    """-o writes the file in the format of its suffix, and says so."""
    done = run(*ASK, small, "span", "-o", file)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"Wrote {file}.\n")
    assert (tmp_path / file).read_bytes().startswith(starts)


def test_a_format_wins_over_a_suffix(run: Run, small: str, tmp_path: Path) -> None:
    """What is said outright holds."""
    assert run(*ASK, small, "span", "--format", "json", "-o", "a.dat").returncode == 0
    assert json.loads((tmp_path / "a.dat").read_text(encoding="utf-8"))[0]["body"] == "board"


@pytest.mark.parametrize(
    ("options", "orphans"),
    [
        ((), []),
        (("--stated-only",), ["group"]),
        (("--as-at", "2019", "--strict"), ["executive", "group"]),
        (("--strict",), ["group"]),
        (("--topic", "risk"), []),
        (("--tier", "operational"), ["group"]),
    ],
)
def test_options_narrow_the_question(run: Run, small: str, options: tuple[str, ...], orphans: list[str]) -> None:
    """A view, a date, strictness and a topic change the answer."""
    rows = json.loads(run(*ASK, small, "orphans", "--format", "json", *options).stdout)
    assert [row["body"] for row in rows if row["kind"] == "orphan"] == orphans


def test_of_a_body_by_its_name(run: Run, small: str) -> None:
    """--of takes an id or a name."""
    (row,) = json.loads(run(*ASK, small, "lines", "--of", "the executive", "--format", "json").stdout)
    assert row["path"] == ["executive", "board"]


def test_circles_of_other_families(run: Run, tmp_path: Path) -> None:
    """--families asks for circles of other lines."""
    text = "id: m\nbodies:\n  a: {name: A, lines: [{advises: b}]}\n  b: {name: B, lines: [{advises: a}]}\n"
    (tmp_path / "m.yaml").write_text(text, encoding="utf-8")
    done = run(*ASK, "m.yaml", "cycles", "--families", "advice")
    assert "These lines run in a circle: A advises B; B advises A." in done.stdout


def test_the_long_form(run: Run, small: str) -> None:
    """--long gives each step of a line of account a row."""
    long, short = (run(*ASK, small, "lines", "--format", "csv", *more).stdout for more in (("--long",), ()))
    assert (len(long.splitlines()), len(short.splitlines())) == (6, 3)


def test_several_models(run: Run, small: str) -> None:
    """Several models are reports headed by their titles, or one table with a column for the model."""
    done = run(*ASK, small, SAMPLE, "cycles")
    assert "Small Trust: Does any line run in a circle?" in done.stdout
    rows = json.loads(run(*ASK, small, SAMPLE, "profile", "--format", "json").stdout)
    assert [row["model"] for row in rows] == ["small", SAMPLE]


def test_a_body_of_several_models_by_its_name(run: Run, small: str) -> None:
    """--of takes a name for a table of several models as well."""
    done = run(*ASK, small, small, "lines", "--of", "the executive", "--format", "json")
    assert [row["body"] for row in json.loads(done.stdout)] == ["executive", "executive"]


@pytest.mark.parametrize("suffix", ["png", "svg"])
def test_an_answer_is_drawn(run: Run, small: str, tmp_path: Path, suffix: str) -> None:
    """A question that has a plot is drawn into .png and .svg."""
    done = run(*ASK, small, "span", "-o", f"a.{suffix}")
    data = (tmp_path / f"a.{suffix}").read_bytes()
    assert (done.returncode, data[:4]) == (0, {"png": b"\x89PNG", "svg": b"<?xm"}[suffix])


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("spam.yaml", "span"), 3, "spam.yaml"),
        ((SAMPLE, "orphan"), 2, "no question named 'orphan'. Did you mean 'orphans'?"),
        ((SAMPLE, "burden", "--strict"), 2, "--strict: 'burden' does not take it. Options of its own: none."),
        ((SAMPLE, "functions", "--lift"), 2, "Options of its own: --topic."),
        ((SAMPLE, "span", "--families", "advice"), 2, "--families: 'span' does not take it."),
        ((SAMPLE, "coverage"), 2, "'coverage' needs --pack"),
        ((SAMPLE, "lines", "--of", "bord"), 2, "Did you mean 'board'?"),
        ((SAMPLE, "span", "--as-at", "May"), 2, "--as-at"),
        ((SAMPLE, "span", "-o", "a.pdf"), 2, "a.pdf: no format '.pdf'. Use one of .txt, .md, .json, .csv, .png, .svg"),
        ((SAMPLE, "cycles", "-o", "a.png"), 2, "'cycles' has no plot. Those that have one: span, interlocks, burden"),
        ((SAMPLE, SAMPLE, "span", "-o", "a.png"), 2, "A plot is of one model"),
        ((SAMPLE, "span", "-o", "no/a.txt"), 5, "no"),
        ((SAMPLE,), 2, "QUESTION"),
    ],
)
def test_what_is_refused(run: Run, arguments: tuple[str, ...], code: int, says: str) -> None:
    """A wrong use says what was wrong and how to put it right, and leaves with its code."""
    done = run(*ASK, *arguments)
    assert (done.returncode, done.stdout, "Traceback" in done.stderr) == (code, "", False)
    assert says in done.stderr


def test_help_lists_the_questions(run: Run) -> None:
    """Each question is there with what it asks."""
    done = run(*ASK, "--help")
    assert "orphans" in done.stdout
    assert "Who challenges whom, and how independently?" in " ".join(done.stdout.split())


def test_control_characters_reach_no_terminal(run: Run, tmp_path: Path) -> None:
    """A name that would change the terminal is shown by its codes."""
    text = 'id: m\ntitle: "\\u202eTrust"\nbodies:\n  a: {name: A}\n'
    (tmp_path / "m.yaml").write_text(text, encoding="utf-8")
    assert "\u202e" not in run(*ASK, "m.yaml", "profile").stdout
