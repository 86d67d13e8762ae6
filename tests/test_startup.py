"""What starting up loads, and where it works."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run

SLOW = "fontTools graphviz matplotlib networkx numpy openpyxl pandas pydot typst yaml".split()
LOADED = "import sys; print(sorted(set(sys.modules) & set({slow!r})))"
POSIX_ONLY = ("fcntl", "grp", "pwd", "resource", "termios")


def test_importing_loads_nothing_slow(run: Run) -> None:
    """`import trustgraph` leaves every package it may need later alone."""
    done = run("-c", "import trustgraph; " + LOADED.format(slow=[*SLOW, "click", "msgspec"]))
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_help_loads_nothing_slow(run: Run) -> None:
    """The help is printed without a file format or a drawing library."""
    script = """
import atexit, sys
atexit.register(lambda: print(sorted(set(sys.modules) & set({slow!r})), file=sys.stderr))
sys.argv = ["trustgraph", "--help"]
from trustgraph.cli import main
main()
"""
    done = run("-c", script.format(slow=SLOW))
    assert (done.returncode, done.stderr.strip()) == (0, "[]")


def test_asking_loads_little(run: Run, tmp_path: Path) -> None:
    """A question of a JSON file is answered without what only other questions, formats and mistakes need."""
    file = tmp_path / "kent.json"
    file.write_text('{"id": "kent", "bodies": [{"id": "board", "name": "Board"}]}', encoding="utf-8")
    script = """
import atexit, sys
before = set(sys.modules)
atexit.register(lambda: print(sorted((set(sys.modules) - before) & set({slow!r})), file=sys.stderr))
sys.argv = ["trustgraph", "analyse", {file!r}, "span"]
from trustgraph.__main__ import main
main()
"""
    slow = [*SLOW, "calendar", "csv", "difflib", "html", "json", "pathlib", "tempfile"]
    slow.append("trustgraph.analysis.membership.quorum")
    done = run("-c", script.format(slow=slow, file=str(file)))
    assert (done.returncode, done.stderr.strip()) == (0, "[]")


@pytest.mark.parametrize(
    ("options", "variables"),
    [
        (["-O"], {}),
        (["-OO"], {}),
        (["-W", "error"], {}),
        (["-I"], {}),
        (["-X", "utf8=0"], {}),
        (["-X", "utf8=0"], {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}),
        (["-X", "utf8=0"], {"PYTHONIOENCODING": "cp1252"}),
        ([], {"PYTHONHASHSEED": "7"}),
    ],
)
def test_commands_work_however_python_is_started(run: Run, options: list[str], variables: dict[str, str]) -> None:
    """A summary of the sample is printed, and nothing else, whatever Python's options and the console's encoding."""
    done = run(*options, "-m", "trustgraph", "show", "nottinghamshire-2016", **variables)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("seed", ["1", "2"])
def test_same_bytes_whatever_the_order_of_sets(run: Run, seed: str) -> None:
    """What is printed does not hang on the order in which Python keeps a set."""
    first = run("-m", "trustgraph", "show", "nottinghamshire-2016", PYTHONHASHSEED="0")
    again = run("-m", "trustgraph", "show", "nottinghamshire-2016", PYTHONHASHSEED=seed)
    assert first.stdout == again.stdout != ""


def test_every_module_imports_without_what_only_linux_has(run: Run) -> None:
    """No module needs the POSIX part of the standard library to be imported."""
    script = f"""
import importlib, pkgutil, subprocess, sys
sys.modules.update(dict.fromkeys({POSIX_ONLY!r}))
import trustgraph
for module in pkgutil.walk_packages(trustgraph.__path__, "trustgraph."):
    importlib.import_module(module.name)
"""
    done = run("-c", script)
    assert (done.returncode, done.stderr) == (0, "")
