"""The README does what it says.

Its commands and Python are run in the order they stand: the `code` in the second and third column of the table of the
first ten minutes, and the blocks marked sh and python. The commands that install are run where trustgraph is installed
from nothing.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

import trustgraph as tg
from tests.conftest import Run

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| [^|`]+ \|(.*)\|(.*)\|$", README, re.MULTILINE)
BLOCKS = re.findall(r"^```(sh|python)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def _code(cells: list[str]) -> list[str]:
    return [code for cell in cells for code in re.findall(r"`([^`]+)`", cell)]


COMMANDS = [
    *(code for code in _code([row[0] for row in ROWS]) if code.startswith("trustgraph ")),
    *(line for kind, block in BLOCKS if kind == "sh" for line in block.splitlines() if line[:1] not in ("", "#")),
]
PYTHON = [
    *(code for code in _code([row[1] for row in ROWS]) if "tg." in code or "model" in code),
    *(block for kind, block in BLOCKS if kind == "python"),
]


def test_commands_and_python_run(run: Run) -> None:
    """Each command leaves with 0, and the Python then runs as one session in the folder they filled."""
    failed = [done.stderr for line in COMMANDS if (done := run("-m", *shlex.split(line))).returncode]
    done = run("-c", "import trustgraph as tg\n" + "\n".join(PYTHON))
    assert (failed, done.stderr) == ([], "")


def test_table_is_found() -> None:
    """The commands and the Python of the table are not overlooked."""
    assert len(COMMANDS) >= 10 <= len(PYTHON)


@pytest.mark.parametrize("kind", tg.Kind, ids=str)
def test_each_kind_of_line_is_explained(kind: tg.Kind) -> None:
    """The vocabulary names each kind of line."""
    assert f"`{kind}`" in README


def test_the_picture_shows_the_chart() -> None:
    """The picture is the chart of the sample as it is now: draw it again where its boxes have changed."""
    picture = (ROOT / re.search(r"!\[.*\]\((.*)\)", README)[1]).read_text(encoding="utf-8")
    text = " ".join(re.sub(r"<[^>]*>", " ", picture.partition("</desc>")[2]).split())
    names = [box.name for box in tg.chart(tg.load("nottinghamshire-2016")).boxes]
    assert [name for name in names if name not in text] == []


def test_each_verb_is_named() -> None:
    """Each verb of the command stands in the README."""
    from trustgraph.cli import VERBS

    assert [verb for verb in VERBS if f"`trustgraph {verb}" not in README] == []
