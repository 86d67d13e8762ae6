"""The README does what it says.

Its commands and Python are run in the order they stand: the `code` in the second and third column of the table of ten
tasks and of the tables like it, and the blocks marked sh and python. The commands that install are run where trustgraph
is installed from nothing.
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
# what `init` writes, for the commands and the Python alike
STARTED = ("mine.yaml", "trustgraph.schema.json")
PYTHON = [
    *(code for code in _code([row[1] for row in ROWS]) if "tg." in code or "model" in code),
    *(block for kind, block in BLOCKS if kind == "python"),
]


@pytest.mark.timeout(300)
def test_commands_and_python_do_the_same(run: Run, tmp_path: Path) -> None:
    """Each command leaves with 0, a diff with 1; the Python, as one session, does and prints the same."""
    runs = [run("-m", *shlex.split(line)) for line in COMMANDS]
    failed = [done.stderr for done in runs if done.returncode not in {0, int("diff" in done.args)}]
    commanded = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.name not in STARTED}
    for name in commanded:
        (tmp_path / name).unlink()
    done = run("-c", "import trustgraph as tg\n" + "\n".join(PYTHON))
    assert (failed, done.stderr) == ([], "")
    differing = [name for name, data in commanded.items() if not _holds(tmp_path / name, data)]
    assert (differing, len(commanded) >= 6) == ([], True)
    assert done.stdout in [each.stdout for each in runs if each.stdout]


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


@pytest.mark.parametrize("folder", [".venv/bin/", ".venv\\Scripts\\"])
def test_the_environment_is_activated_before_bare_names(folder: str) -> None:
    """How to activate the environment, and how to run the tests, is said for each system."""
    start = README.partition("## Ten tasks")[0]
    assert [word for word in ("activate", "pytest") if f"{folder}{word}" not in start] == []


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


@pytest.mark.parametrize("name", tg.samples())
def test_the_table_of_the_samples(name: str) -> None:
    """The table has each sample's bodies, lines by family, seats and share stated as they are now."""
    (row,) = tg.analysis.profile(tg.load(name))
    families = [str(getattr(row, family)) for family in tg.Family]
    cells = [str(tg.Range(row.bodies, row.bodies_most)), str(row.outside), *families]
    cells += [str(tg.Range(row.seats, row.seats_most)), f"{row.share_stated:.0%}"]
    assert f"| `{name}` | {' | '.join(cells)} |" in README


def test_ten_tasks_have_a_command_and_python() -> None:
    """The ten tasks stand side by side, each as a command and as Python."""
    chapter = README.partition("## Ten tasks")[2].partition("\n## ")[0]
    tasks = re.findall(r"^\| [^|`]+ \| `(trustgraph [^`]+)` \| `([^`]+)` \|$", chapter, re.MULTILINE)
    assert (len(tasks), {"tg." in python for _, python in tasks}) == (10, {True})


def test_chapters_stand_in_order() -> None:
    """From the first command to the last change."""
    chapters = ("Start", "Ten tasks", "The vocabulary", "Write a model", "Limits and promises", "The design", "Changes")
    assert sorted(chapters, key=lambda chapter: README.index(f"\n## {chapter}\n")) == [*chapters]
