"""Files: read once and whole, written whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
import time
from pathlib import Path

import pytest

from trustgraph import files
from trustgraph.errors import FormatError, OutputError

posix = pytest.mark.xfail(sys.platform == "win32", reason="Windows has no such thing", strict=False)


def test_what_was_written_is_read(tmp_path: Path) -> None:
    """The bytes that were written come back."""
    files.write(tmp_path / "a.svg", b"<svg/>")
    assert files.read(tmp_path / "a.svg") == b"<svg/>"


def test_nothing_is_left_beside_a_written_file(tmp_path: Path) -> None:
    """No temporary file stays."""
    files.write(tmp_path / "a.svg", b"<svg/>")
    assert [path.name for path in tmp_path.iterdir()] == ["a.svg"]


@posix
def test_a_written_file_keeps_its_mode(tmp_path: Path) -> None:
    """Who may read a file stays as it was when it is written again."""
    (tmp_path / "a.svg").touch(mode=0o640)
    files.write(tmp_path / "a.svg", b"")
    assert stat.S_IMODE((tmp_path / "a.svg").stat().st_mode) == 0o640


@posix
def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    """A new file may be read by whoever may read the others its owner makes."""
    files.write(tmp_path / "new.svg", b"")
    (tmp_path / "usual").touch()
    assert (tmp_path / "new.svg").stat().st_mode == (tmp_path / "usual").stat().st_mode


@posix
def test_the_mask_of_modes_is_never_touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What other threads write meanwhile keeps to the mask: it is not lifted for a moment to learn it."""
    monkeypatch.delattr(os, "umask")
    files.write(tmp_path / "a.svg", b"<svg/>")
    assert (tmp_path / "a.svg").read_bytes() == b"<svg/>"


@posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What a link leads to is written, and the link stays."""
    (tmp_path / "real.svg").write_bytes(b"old")
    (tmp_path / "link.svg").symlink_to("real.svg")
    files.write(tmp_path / "link.svg", b"new")
    assert ((tmp_path / "link.svg").is_symlink(), (tmp_path / "real.svg").read_bytes()) == (True, b"new")


def test_of_several_files_none_is_replaced_where_one_cannot_be(tmp_path: Path) -> None:
    """All outputs are replaced, or none."""
    (tmp_path / "a.svg").write_bytes(b"old")
    (tmp_path / "b.svg").mkdir()
    with pytest.raises(OutputError):
        files.write_all({tmp_path / "a.svg": b"new", tmp_path / "b.svg": b"new"})
    assert sorted((path.name, path.is_file() and path.read_bytes()) for path in tmp_path.iterdir()) == [
        ("a.svg", b"old"),
        ("b.svg", False),
    ]


def test_old_leavings_are_removed(tmp_path: Path) -> None:
    """What a killed run left an hour ago goes; what another run may be writing now stays."""
    old, young, strange = (tmp_path / name for name in (".a.svg.1.tmp", ".a.svg.2.tmp", ".b.svg.1.tmp"))
    for path in (old, young, strange):
        path.touch()
    for path in (old, strange):
        os.utime(path, (time.time() - 4000,) * 2)
    files.write(tmp_path / "a.svg", b"")
    assert [path.exists() for path in (old, young, strange)] == [False, True, True]


def test_folders_are_left_alone_where_they_cannot_be_synchronised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A platform that cannot synchronise a folder writes the file all the same."""
    monkeypatch.delattr(os, "O_DIRECTORY", raising=False)
    files.write(tmp_path / "a.svg", b"<svg/>")
    assert (tmp_path / "a.svg").read_bytes() == b"<svg/>"


def test_a_missing_file_is_told_with_its_neighbour(tmp_path: Path) -> None:
    """Where a file is missing, one of nearly the same name is offered."""
    (tmp_path / "kent.yaml").touch()
    with pytest.raises(FormatError, match=r"kemt.yaml: there is no such file. Did you mean 'kent.yaml'\?"):
        files.read(tmp_path / "kemt.yaml")


def test_a_file_is_measured_before_it_is_read(tmp_path: Path) -> None:
    """A file over the limit is refused, however little of it is on the disk."""
    with (tmp_path / "big.yaml").open("wb") as file:
        file.truncate(10**12)
    with pytest.raises(FormatError, match="larger"):
        files.read(tmp_path / "big.yaml")


def test_a_folder_is_named_in_one_plain_sentence(tmp_path: Path) -> None:
    """What is no file is called what it is, and nothing more."""
    with pytest.raises(FormatError) as raised:
        files.read(tmp_path)
    assert str(raised.value) == f"{tmp_path}: this is a folder, not a file. Name a model file."


def test_a_number_is_no_path(tmp_path: Path) -> None:
    """A number is not taken for a file that is open already, which reading it would close."""
    with (tmp_path / "a.json").open("wb") as file:
        with pytest.raises(TypeError):
            files.read(file.fileno())  # type: ignore[arg-type]
        assert not file.closed


@pytest.mark.parametrize(("name", "suffix"), [("a.JSON", ".json"), ("a.", ""), ("a.b/c", ""), (".json", "")])
def test_the_suffix_of_a_name(name: str, suffix: str) -> None:
    """A dot at the end or the beginning of a name makes no suffix."""
    assert files.suffix(name) == suffix
