"""Files of matches that are wrong: every problem is told at once, with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from trustgraph.comparison.pins import pins
from trustgraph.errors import FormatError
from trustgraph.formats import load_all
from trustgraph.formats.matches import read_matches, write_matches

MODELS = ("calderdale-model-1", "suffolk-2010")


def told(tmp_path: Path, text: str | bytes) -> list[str]:
    """Return what is said of a file of matches, its folder left out."""
    path = tmp_path / "matches.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    try:
        pins(read_matches(path), load_all(MODELS))
    except FormatError as error:
        return [str(problem).replace(str(path), "matches.yaml") for problem in error.problems]
    return []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("board: {suffolk-2010: bord}", "matches.yaml:1:9: suffolk-2010 has no body 'bord'. Did you mean 'board'?"),
        ("board: {sufolk-2010: board}", "no model 'sufolk-2010' is compared. Did you mean 'suffolk-2010'?"),
        ("bord: {suffolk-2010: board}", "there is no part 'bord'. Did you mean 'board'?"),
        ("board: board", "matches.yaml:1:1: 'board' does not say which body of which model."),
        ("board: {suffolk-2010: {a: b}}", "'suffolk-2010' does not name a body."),
        ("board: {suffolk-2010: [[board]]}", "'suffolk-2010' does not name a body."),
        ("board: {suffolk-2010: dcyp}", "suffolk-2010 has no body 'dcyp'."),
        ("board: {suffolk-2010: board}\nlocal: {suffolk-2010: board}", "'board' of suffolk-2010 is pinned as 'board'"),
        ("board: {suffolk-2010: board, suffolk-2010: jcu}", "is written twice"),
        ("board: {suffolk-2010: board", "is not closed"),
        ("", "the file is empty"),
        ("- board", "Matches are a map of fields. Write 'board:"),
        (b"PK\x03\x04", "This is an Excel, Word or zip file"),
        (b"board: \xff", "is not UTF-8"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, text: str | bytes, message: str) -> None:
    """A wrong file is refused, with the place and how to mend it."""
    assert any(message in each for each in told(tmp_path, text)), told(tmp_path, text)


def test_all_problems_at_once(tmp_path: Path) -> None:
    """Every wrong line is told in one run."""
    text = "board:\n  suffolk-2010: bord\n  kent: board\nplam:\n  suffolk-2010: board\n"
    assert [each.split(": ")[0] for each in told(tmp_path, text)] == [f"matches.yaml:{at}:3" for at in (2, 3, 5)]


@pytest.mark.parametrize("none", ["none", "~", "[]", ""])
def test_no_counterpart(tmp_path: Path, none: str) -> None:
    """That a model has no counterpart can be pinned."""
    path = tmp_path / "matches.yaml"
    path.write_text(f"board:\n  suffolk-2010: {none}\n", encoding="utf-8")
    assert pins(read_matches(path), load_all(MODELS)) == {("board", "suffolk-2010"): ()}


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """A part's own name survives whatever it holds."""
    path = tmp_path / "matches.yaml"
    rows = [
        ("It's: a #part", "suffolk-2010", ("board",), "likely"),
        ("local", "suffolk-2010", ("ccsg", "clusters"), ""),
    ]
    path.write_bytes(write_matches(rows))
    assert [each[:3] for each in read_matches(path)] == [row[:3] for row in rows]
