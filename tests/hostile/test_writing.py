"""Faults while a file is written: what stood there still stands, and the message says what to do."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from trustgraph import files
from trustgraph.errors import OutputError

WRITE = "import sys, trustgraph.files as files; files.write(sys.argv[1], b'new' * 700_000)"
# a limit on the size of files stands for a full disk
FULL = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
FULL += "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits, devices and signals are POSIX's")


def targets(folder: Path) -> dict[str, Path]:
    """Return what cannot be written, by what is said of it."""
    (folder / "folder").mkdir()
    os.mkfifo(folder / "pipe")
    return {
        "this is a folder": folder / "folder",
        "this is a pipe": folder / "pipe",
        "this is a device": Path("/dev/full"),
        "Make the folder first: mkdir": folder / "nowhere" / "a.svg",
        "the path is too long": folder / ("x" * 300 + ".svg"),
        "embedded null": folder / "a\0.svg",
    }


@pytest.mark.parametrize("number", range(6))
def test_what_cannot_be_written_is_told_plainly(tmp_path: Path, number: int) -> None:
    """Folders, pipes, devices, missing folders and endless names are refused with what to do."""
    words, path = list(targets(tmp_path).items())[number]
    with pytest.raises(OutputError, match=words):
        files.write(path, b"new")


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """Where there is no space, the old file is whole, no other is left, and the message says so."""
    (tmp_path / "a.svg").write_bytes(b"old")
    done = subprocess.run(
        [sys.executable, "-c", FULL + WRITE, str(tmp_path / "a.svg")], capture_output=True, check=False
    )
    assert b"no space left" in done.stderr
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.svg", b"old")]


@pytest.mark.parametrize("delay", [0.0, 0.02, 0.04, 0.06, 0.08, 0.1])
def test_a_killed_run_leaves_the_old_file_or_the_new(tmp_path: Path, delay: float) -> None:
    """Whenever the program is killed, the file is the old one or the new one."""
    (tmp_path / "a.svg").write_bytes(b"old")
    loop = WRITE.replace("files.write", "print(flush=True)\nwhile True: files.write")
    with subprocess.Popen([sys.executable, "-c", loop, str(tmp_path / "a.svg")], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(delay)
        process.kill()
    assert (tmp_path / "a.svg").read_bytes() in (b"old", b"new" * 700_000)


def test_a_reader_never_sees_half_a_file(tmp_path: Path) -> None:
    """Two writers and a reader: whatever is read is whole."""
    path = tmp_path / "a.svg"
    contents = [letter * 300_000 for letter in (b"a", b"b")]
    files.write(path, contents[0])
    seen: list[bytes] = []
    writers = [
        threading.Thread(target=lambda data=data: [files.write(path, data) for _ in range(20)]) for data in contents
    ]
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        seen.append(path.read_bytes())
    assert set(seen) <= set(contents)


def test_a_folder_that_may_not_be_written_is_told_plainly(tmp_path: Path) -> None:
    """Where a folder may only be read, the message says to choose another."""
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    # whoever may write anywhere becomes nobody first
    powerless = "import os, tempfile, trustgraph.files\nos.getuid() or os.setuid(65534)\n"
    done = subprocess.run(
        [sys.executable, "-c", powerless + WRITE, str(closed / "a.svg")], capture_output=True, check=False
    )
    assert b"this may not be written. Choose a folder of your own." in done.stderr
