"""Layout engines that are missing, broken, slow or greedy."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from trustgraph.charts import Box, Chart, Line
from trustgraph.drawing import engines as programs
from trustgraph.drawing.engines import SECONDS_VARIABLE, run
from trustgraph.drawing.layout import layout
from trustgraph.errors import RenderError
from trustgraph.vocabulary import Family

CHART = Chart(
    "small",
    "Small",
    boxes=(Box("board", "Board"), Box("executive", "Executive", row=1)),
    lines=(Line(("k",), "executive", "board", Family.REPORTING),),
)


def python(script: str) -> list[str]:
    """Return the command of an engine that is nothing but a few lines of Python."""
    return [sys.executable, "-c", script]


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("", "gave no layout"),
        ("import sys; sys.exit('syntax error')", "saying 'syntax error'"),
        ("import os, signal; os.kill(os.getpid(), getattr(signal, 'SIGSEGV', 9))", "crashed|gave no layout"),
        ("import sys\nwhile True: sys.stdout.write('x' * 100_000)", "printed more than 64 MB"),
    ],
)
def test_a_broken_engine_is_named(script: str, message: str) -> None:
    """An engine that gives nothing, crashes or prints without end is one RenderError that says so."""
    with pytest.raises(RenderError, match=message):
        run(python(script), b"graph {}", "dot")


def test_an_engine_may_close_its_ears() -> None:
    """An engine that reads nothing of a long question may still answer."""
    assert run(python("print('node')"), b"x" * 5_000_000, "dot").strip() == b"node"


def test_an_engine_may_complain_at_length() -> None:
    """An engine that fills its error stream does not block."""
    assert run(python("import sys; sys.stderr.write('x' * 5_000_000); print('node')"), b"", "dot").strip() == b"node"


def test_an_engine_that_hangs_is_ended_with_its_children(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """At the limit the engine and what it started are ended, and the message says how to raise the limit."""
    monkeypatch.setenv(SECONDS_VARIABLE, "1")
    sign = tmp_path / "alive"
    child = f"import time, pathlib; time.sleep(2.5); pathlib.Path({str(sign)!r}).touch()"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    with pytest.raises(RenderError, match=f"longer than 1 seconds.*--tier.*{SECONDS_VARIABLE}"):
        run(python(parent), b"", "dot")
    time.sleep(2)
    assert not sign.exists()


def test_an_engine_that_cannot_be_started_is_named(tmp_path: Path) -> None:
    """A file that is no program is a RenderError that says how to install one."""
    broken = tmp_path / "dot"
    broken.write_text("no program", encoding="utf-8")
    with pytest.raises(RenderError, match=re.escape("pip install graphviz-pure")):
        run([str(broken)], b"", "dot")


def test_no_engine_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing is installed the message says what to install."""
    monkeypatch.setattr(programs, "_path", lambda _: None)
    with pytest.raises(RenderError, match=r"no layout engine is installed\. Install one with 'pip install"):
        layout(CHART)


def test_an_engine_nobody_knows() -> None:
    """An unknown engine is named with those that are known."""
    with pytest.raises(RenderError, match=r"no layout engine 'sfdp'\. Choose one of graphviz-pure, pygraphviz, dot"):
        layout(CHART, engine="sfdp")


@pytest.mark.parametrize("answer", [b"graph 1 1 1\nnode n0 1 1", b"node n0 nan 1 1 1\nnode n1 1 1 1 1", b"garbage"])
def test_half_an_answer_is_refused(monkeypatch: pytest.MonkeyPatch, answer: bytes) -> None:
    """An answer that lacks a box or has it nowhere is not drawn."""
    monkeypatch.setattr(programs, "run", lambda *_: answer)
    with pytest.raises(RenderError, match=r"no place for [12] of 2 parts"):
        layout(CHART)


def test_memory_limit_is_left_out_where_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the platform cannot limit memory the program runs all the same."""
    monkeypatch.setitem(sys.modules, "resource", None)
    assert not programs.limit_memory(os.getpid(), 1 << 40)
    assert len(layout(CHART)[0].boxes) == 2


def test_a_process_is_ended_where_there_are_no_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the platform has no process groups the process alone is ended."""
    monkeypatch.delattr(os, "killpg", raising=False)
    with subprocess.Popen(python("import time; time.sleep(60)")) as process:
        programs.end_group(process)
    assert process.returncode != 0


def test_the_environment_cannot_stop_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Variables that make dot refuse to work are kept from it."""
    monkeypatch.setenv("GV_FILE_PATH", "/nowhere")
    monkeypatch.setenv("SERVER_NAME", "web")
    assert len(layout(CHART)[0].boxes) == 2


@pytest.mark.parametrize(("text", "seconds"), [("", 30), ("5", 5), ("-1", 30), ("soon", 30), ("inf", 30)])
def test_time_limit(monkeypatch: pytest.MonkeyPatch, text: str, seconds: float) -> None:
    """The variable sets the limit where it holds a number of seconds."""
    monkeypatch.setenv(SECONDS_VARIABLE, text)
    assert programs.time_limit() == seconds
