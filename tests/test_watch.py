"""`draw --watch`: a chart that follows its file."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Run

ONE = "id: kent\nbodies:\n  board: {name: Board}\n"
TWO = ONE + "  executive: {name: Executive, lines: [{reports_to: board}]}\n"
WRITTEN = "Wrote chart.svg.\n"
WATCHING = "Watching kent.yaml; Ctrl-C ends it.\n"
WAITING = "Nothing is written before it is mended.\n"
WITHOUT = """
import sys
sys.modules["watchfiles"] = None
from trustgraph.cli import main
sys.argv[1:] = ["draw", "kent.yaml", "chart.svg", "--watch"]
main()
"""


class Watched:
    """A command that watches kent.yaml and draws chart.svg."""

    def __init__(self, folder: Path) -> None:
        self.model, self.chart = folder / "kent.yaml", folder / "chart.svg"
        self.model.write_text(ONE, encoding="utf-8")
        command = [sys.executable, "-m", "trustgraph", "draw", "kent.yaml", "chart.svg", "--watch"]
        self.process = subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, encoding="utf-8")

    def told(self, last: str) -> list[str]:
        """Return what the command tells, up to this line; the test's own limit ends a wait in vain."""
        lines: list[str] = []
        while self.process.stderr and (line := self.process.stderr.readline()):
            lines.append(line)
            if line == last:
                break
        return lines


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    """Return a command that has drawn a chart of one body and now watches its file."""
    command = Watched(tmp_path)
    with command.process as process:
        assert command.told(WATCHING) == [WRITTEN, WATCHING]
        yield command
        process.kill()


def test_a_save_is_drawn(watched: Watched) -> None:
    """The chart has the body that was added."""
    watched.model.write_text(TWO, encoding="utf-8")
    assert watched.told(WRITTEN) == [WRITTEN]
    assert b"body-executive" in watched.chart.read_bytes()


def test_a_file_put_in_its_place_is_drawn_again_and_again(watched: Watched) -> None:
    """Editors save so: the file that was watched is gone with the first save."""
    for text in (TWO, ONE):
        other = watched.model.with_name("kent.yaml~")
        other.write_text(text, encoding="utf-8")
        other.replace(watched.model)
        assert watched.told(WRITTEN) == [WRITTEN]
    assert b"body-executive" not in watched.chart.read_bytes()


def test_a_broken_file_is_told_of_and_its_last_chart_kept(watched: Watched) -> None:
    """Every problem is told as draw tells it, the chart stands, and the mended file is drawn."""
    before = watched.chart.read_bytes()
    watched.model.write_text(ONE.replace("bodies", "bodys") + "titel: Kent\n", encoding="utf-8")
    told = watched.told(WAITING)
    assert [line.partition(": ")[0] for line in told[:-1]] == ["kent.yaml:2:1", "kent.yaml:4:1"]
    assert watched.chart.read_bytes() == before
    watched.model.write_text(TWO, encoding="utf-8")
    assert watched.told(WRITTEN) == [WRITTEN]


def test_a_deleted_file_is_waited_for(watched: Watched) -> None:
    """The chart stands until the file is there again."""
    watched.model.unlink()
    assert watched.told(WAITING)[0].startswith("kent.yaml: ")
    watched.model.write_text(TWO, encoding="utf-8")
    assert watched.told(WRITTEN) == [WRITTEN]


def test_a_flurry_of_saves_is_drawn_as_it_ends(watched: Watched) -> None:
    """Fifty saves in a row are a few charts, and the last is of the last save."""
    for _ in range(25):
        watched.model.write_text(ONE, encoding="utf-8")
        watched.model.write_text(TWO, encoding="utf-8")
    watched.told(WRITTEN)
    watched.model.write_text(ONE + "broken\n", encoding="utf-8")
    assert watched.told(WAITING).count(WRITTEN) < 10


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
def test_an_interrupt_ends_it(watched: Watched) -> None:
    """It leaves quietly, with the code of an interrupt."""
    watched.process.send_signal(signal.SIGINT)
    assert (watched.told(""), watched.process.wait()) == ([], 130)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-", "chart.svg"], "--watch needs a file that is saved again, which standard input is not."),
        (["suffolk-2010", "chart.svg"], "suffolk-2010: --watch needs a file of yours, and a sample is none."),
        (["kent.yaml", "chart.svg"], "kent.yaml: there is no such file to watch."),
        (["kent.yaml", "-", "--to", "svg"], "With --watch, name the file to draw into, such as chart.svg."),
        (["kent.yaml", "--alt"], "With --watch, name the file to draw into, such as chart.svg."),
    ],
)
def test_what_cannot_be_watched_is_refused(run: Run, arguments: list[str], message: str) -> None:
    """The command says why, and leaves with 2."""
    ended = run("-m", "trustgraph", "draw", *arguments, "--watch")
    assert (ended.returncode, ended.stderr.splitlines()[0]) == (2, message)


def test_watching_needs_its_extra(run: Run, tmp_path: Path) -> None:
    """The command says which, before it draws anything."""
    tmp_path.joinpath("kent.yaml").write_text(ONE, encoding="utf-8")
    ended = run("-c", WITHOUT)
    assert (ended.returncode, ended.stderr) == (2, 'this needs the watch extra: pip install "trustgraph[watch]"\n')
    assert not tmp_path.joinpath("chart.svg").exists()
