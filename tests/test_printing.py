"""The answers of commands: in the format of the file they go to, and in none that it cannot have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]
MODEL, OTHER = "nottinghamshire-2016", "nottinghamshire-two-executives"
ANSWERING = {
    "analyse": ("analyse", MODEL, "span"),
    "check": ("check", MODEL),
    "compare": ("compare", MODEL, OTHER),
    "diff": ("diff", MODEL, OTHER),
    "options": ("options", MODEL, OTHER),
}


@pytest.mark.parametrize("name", ANSWERING)
def test_a_suffix_says_the_format(run: Run, tmp_path: Path, name: str) -> None:
    """A file that ends in .json is written as JSON, without being told so."""
    run("-m", "trustgraph", *ANSWERING[name], "-o", str(tmp_path / "answer.json"))
    assert (tmp_path / "answer.json").read_text(encoding="utf-8")[0] in "[{"


@pytest.mark.parametrize("name", ANSWERING)
def test_a_suffix_of_no_format_is_refused(run: Run, tmp_path: Path, name: str) -> None:
    """Nothing is written under a name that promises something else, and the formats there are are named."""
    done = run("-m", "trustgraph", *ANSWERING[name], "-o", str(tmp_path / "answer.gif"))
    assert (done.returncode, "answer.gif: no format '.gif'. Use one of .txt" in done.stderr) == (2, True)
    assert not (tmp_path / "answer.gif").exists()
