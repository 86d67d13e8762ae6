"""Engines that fail, disks that are full, and commands that are stopped half-way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import Run

pytestmark = pytest.mark.faults

DRAW = ["-m", "trustgraph", "draw", "nottinghamshire-2016", "chart.svg"]
OLD = b"<svg>the chart of last year</svg>"


def fake_engine(folder: Path, script: str) -> dict[str, str]:
    """Return the environment in which `dot` is this shell script."""
    dot = folder / "bin" / "dot"
    dot.parent.mkdir()
    dot.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    dot.chmod(0o755)
    return {"PATH": f"{dot.parent}{os.pathsep}{os.environ['PATH']}"}


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("exit 0", "dot gave no layout"),
        ("echo 'Error: out of ink' >&2; exit 1", "out of ink"),
        ("echo 'graph 1 8.3 11.7'; echo 'node n0 1'", "gave no place"),
        ("yes", "printed more than 64 MB"),
        ("kill -SEGV $$", "dot crashed (SIGSEGV)"),
        ("sleep 60", "took longer than 1 seconds"),
        ("sleep 60 & wait", "took longer than 1 seconds"),
    ],
)
def test_an_engine_that_fails_is_named(run: Run, tmp_path: Path, script: str, said: str) -> None:
    """A layout that does not come ends the command with 4, the reason, and the chart that stood there untouched."""
    (tmp_path / "chart.svg").write_bytes(OLD)
    done = run(*DRAW, "--engine", "dot", **fake_engine(tmp_path, script), TRUSTGRAPH_LAYOUT_SECONDS="1")
    assert (done.returncode, said in done.stderr, "Traceback" in done.stderr) == (4, True, False), done.stderr
    assert (tmp_path / "chart.svg").read_bytes() == OLD


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """Where the disk takes no more, the chart that stood there stays and nothing is left beside it."""
    (tmp_path / "chart.svg").write_bytes(OLD)
    limited = ["bash", "-c", 'ulimit -f 1 && exec "$0" "$@"', sys.executable, *DRAW]
    done = subprocess.run(limited, cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, b"Traceback" in done.stderr) == (5, False), done.stderr
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"chart.svg": OLD}


@pytest.mark.parametrize("stopped_by", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_a_stopped_command_leaves_a_whole_file(tmp_path: Path, stopped_by: signal.Signals) -> None:
    """Whenever a drawing is stopped, the file is the old one or the whole new one."""
    subprocess.run([sys.executable, *DRAW], cwd=tmp_path, check=True, capture_output=True)
    chart = tmp_path / "chart.svg"
    whole = {OLD, chart.read_bytes()}
    for tenths in range(1, 13):
        chart.write_bytes(OLD)
        with subprocess.Popen([sys.executable, *DRAW], cwd=tmp_path, stderr=subprocess.DEVNULL) as process:
            time.sleep(tenths / 10)
            process.send_signal(stopped_by)
        assert chart.read_bytes() in whole


def test_an_interrupted_engine_is_ended(tmp_path: Path) -> None:
    """Ctrl-C while an engine works ends the command with 130, quietly, and the engine with it."""
    variables = os.environ | fake_engine(tmp_path, f"echo $$ > {tmp_path}/pid; exec sleep 60")
    command = [sys.executable, *DRAW, "--engine", "dot"]
    with subprocess.Popen(command, cwd=tmp_path, env=variables, stderr=subprocess.PIPE) as process:
        engine = _number_in(tmp_path / "pid")
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)
    assert (process.returncode, b"Traceback" in errors) == (130, False), errors
    assert _ends(engine)


def _number_in(path: Path) -> int:
    """Return the number in a file as soon as there is one."""
    for _ in range(200):
        if path.exists() and (text := path.read_text(encoding="utf-8").strip()):
            return int(text)
        time.sleep(0.05)
    raise AssertionError(f"{path} was never written")


def _ends(process: int) -> bool:
    """Return whether a process is gone, at the latest in a few seconds."""
    for _ in range(100):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False
