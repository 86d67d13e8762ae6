"""The programs that lay out graphs. This is the one module of drawing that starts processes."""

from __future__ import annotations

import math
import os
import shutil
import signal
import subprocess
import sys
import sysconfig
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO, NamedTuple

from trustgraph.errors import RenderError

ENGINES = ("graphviz-pure", "pygraphviz", "dot")
SECONDS = 30.0
SECONDS_VARIABLE = "TRUSTGRAPH_LAYOUT_SECONDS"
MEMORY = 1 << 30
LARGEST_ANSWER = 64 << 20

_WITH_PYGRAPHVIZ = """
import sys
import pygraphviz
graph = pygraphviz.AGraph(string=sys.stdin.read())
sys.stdout.buffer.write(graph.draw(format="plain", prog="dot"))
"""
_INSTALL = "Install one with 'pip install graphviz-pure', or install Graphviz from graphviz.org."
_SMALLER = "Draw less with --tier, --family or --around"


class Engine(NamedTuple):
    """A program that can lay out graphs; `path` is None where it is not installed."""

    name: str
    path: Path | None
    version: str


def engines() -> tuple[Engine, ...]:
    """Return every engine known, in the order in which they are tried, with its path and version where found."""
    return tuple(Engine(name, path := _path(name), _version(name, path) if path else "") for name in ENGINES)


def find_engine(name: str | None = None) -> Engine:
    """Return the engine to run, the first that is installed unless one is named; its version is not asked for."""
    if name is not None and name not in ENGINES:
        raise RenderError(f"there is no layout engine '{name}'. Choose one of {', '.join(ENGINES)}.")
    for candidate in (name,) if name else ENGINES:
        if (path := _path(candidate)) is not None:
            return Engine(candidate, path, "")
    missing = f"the layout engine {name} is not installed" if name else "no layout engine is installed"
    raise RenderError(f"{missing}. {_INSTALL}")


def _path(name: str) -> Path | None:
    if name == "pygraphviz":
        # importlib.util costs what it imports, and few have pygraphviz
        from importlib.util import find_spec

        spec = find_spec(name)
        return Path(spec.origin) if spec and spec.origin else None
    here = sysconfig.get_path("scripts") if name == "graphviz-pure" else None
    found = (shutil.which(name, path=here) if here else None) or shutil.which(name)
    return Path(found) if found else None


def _version(name: str, path: Path) -> str:
    if name == "pygraphviz":
        from importlib.metadata import version

        return version(name)
    try:
        with _start([str(path), "-V"]) as process:
            answer, errors = process.communicate(timeout=10)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return (errors or answer).decode("utf-8", "replace").strip()


def _command(engine: Engine) -> list[str]:
    # pygraphviz brings Graphviz as a library, without a dot to run
    return [sys.executable, "-c", _WITH_PYGRAPHVIZ] if engine.name == "pygraphviz" else [str(engine.path), "-Tplain"]


def positions(engine: Engine, source: str, count: int) -> list[float]:
    """Return the place across, in points, of the nodes n0, n1, ... of a DOT text."""
    answer = run(_command(engine), source.encode(), engine.name)
    found: dict[int, float] = {}
    for line in answer.decode("utf-8", "replace").splitlines():
        words = line.split(maxsplit=3)
        if len(words) == 4 and words[0] == "node" and words[1][:1] == "n" and words[1][1:].isdecimal():
            # whole points, since engines differ in the digits they print
            found[int(words[1][1:])] = _whole(_number(words[2]) * 72)
    if not all(math.isfinite(found.get(node, math.nan)) for node in range(count)):
        lost = sum(not math.isfinite(found.get(node, math.nan)) for node in range(count))
        raise RenderError(f"{engine.name} gave no place for {lost} of {count} parts of the chart. {_INSTALL}")
    return [found[node] for node in range(count)]


def _whole(length: float) -> float:
    return float(round(length)) if math.isfinite(length) else math.nan


def _number(word: str) -> float:
    try:
        return float(word)
    except ValueError:
        return math.nan


def run(command: list[str], text: bytes, name: str) -> bytes:
    """Return what a program, called by its name in messages, prints when given a text.

    The program and its children are ended when it takes longer than the limit or the user interrupts.
    """
    seconds = time_limit()
    try:
        process = _start(command)
    except OSError as error:
        raise RenderError(f"{name} could not be started: {error.strerror or error}. {_INSTALL}") from error
    late = threading.Event()
    timer = threading.Timer(seconds, _end_late, (process, late))
    with process:
        try:
            limit_memory(process.pid, MEMORY)
            timer.start()
            answer, errors = _talk(process, text)
        finally:
            timer.cancel()
            end_group(process)
    if late.is_set():
        longer = f"or raise the limit by setting {SECONDS_VARIABLE} to more seconds"
        raise RenderError(f"{name} took longer than {seconds:g} seconds. {_SMALLER}, {longer}.")
    if len(answer) > LARGEST_ANSWER:
        raise RenderError(f"{name} printed more than {LARGEST_ANSWER >> 20} MB. Choose another --engine.")
    if process.returncode < 0 or not answer.strip():
        reason = errors.decode("utf-8", "replace").strip().partition("\n")[0]
        said = f", saying '{reason}'" if reason else ""
        raise RenderError(f"{name} {_ending(process.returncode)}{said}. {_SMALLER}, or choose another --engine.")
    return answer


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    if sys.platform == "win32":
        group = subprocess.CREATE_NEW_PROCESS_GROUP
        return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=environment(), creationflags=group)
    # a session of its own, so that the program can be ended together with its children
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=environment(), start_new_session=True)


def _end_late(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    end_group(process)


def _talk(process: subprocess.Popen[bytes], text: bytes) -> tuple[bytes, bytes]:
    """Return the answer, as far as it may be long, and the first complaints; the pipes are served side by side."""
    if not (process.stdin and process.stdout and process.stderr):
        return b"", b""
    complaints: list[bytes] = []
    talkers = [
        threading.Thread(target=_feed, args=(process.stdin, text), daemon=True),
        threading.Thread(target=_listen, args=(process.stderr, complaints), daemon=True),
    ]
    for talker in talkers:
        talker.start()
    answer = process.stdout.read(LARGEST_ANSWER + 1)
    if len(answer) > LARGEST_ANSWER:
        end_group(process)
    process.wait()
    for talker in talkers:
        talker.join(timeout=1)
    return answer, b"".join(complaints[:1])


def _feed(pipe: IO[bytes], text: bytes) -> None:
    # a program that ends early has its pipe closed; what it printed tells the rest
    with suppress(OSError, ValueError), pipe:
        pipe.write(text)


def _listen(pipe: IO[bytes], heard: list[bytes]) -> None:
    with suppress(OSError, ValueError):
        while chunk := pipe.read(4096):
            if not heard:
                heard.append(chunk)


def time_limit() -> float:
    """Return how many seconds an engine may take: 30, or what the environment variable says."""
    try:
        seconds = float(os.environ.get(SECONDS_VARIABLE, ""))
    except ValueError:
        return SECONDS
    return seconds if seconds > 0 and math.isfinite(seconds) else SECONDS


def environment() -> dict[str, str]:
    """Return the environment without what makes dot exit or load plugins."""
    return {
        name: value for name, value in os.environ.items() if name not in {"GV_FILE_PATH", "SERVER_NAME", "GVBINDIR"}
    }


def limit_memory(pid: int, limit: int) -> bool:
    """Return whether the platform could limit the memory of a process; where it cannot, the time limit stands alone."""
    try:
        import resource

        resource.prlimit(pid, resource.RLIMIT_AS, (limit, limit))
    except (ImportError, AttributeError, OSError, ValueError):
        return False
    return True


def end_group(process: subprocess.Popen[bytes]) -> None:
    """End a process and all its children."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except AttributeError:
        process.kill()
    except OSError:
        # the group is gone already
        pass


def _ending(code: int) -> str:
    if code >= 0:
        return "gave no layout"
    try:
        return f"crashed ({signal.Signals(-code).name})"
    except ValueError:
        return f"crashed (signal {-code})"
