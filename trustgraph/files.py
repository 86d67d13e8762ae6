"""Files: read once and whole, written whole or not at all."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from errno import EDQUOT, EFBIG, ENAMETOOLONG, ENOSPC, EROFS
from typing import TYPE_CHECKING

from trustgraph.errors import FormatError, OutputError, Place, Problem, suggestion

# pathlib brings urllib with it, and takes as long to import as a small model to read
if TYPE_CHECKING:
    from pathlib import Path

MB = 1_000_000
LIMIT = 20 * MB
# the variable of the environment that raises it
INPUT_MB = "TRUSTGRAPH_INPUT_MB"
_STALE_SECONDS = 3600
# on Windows, ends of lines stay as they are
_NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
_WHAT = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISSOCK, "a socket"),
)


def read(path: str | Path, limit: int = LIMIT) -> bytes:
    """Return the file's bytes, read once; raises FormatError for what is no readable file of at most `limit` bytes."""
    # a number is no path, but would be taken for a file that is open
    path = os.fspath(path)
    try:
        # a pipe would block for ever: its kind is looked at before it is opened
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            raise _unreadable(path, f"this is {_kind(status.st_mode)}, not a file.", "Name a model file.")
        if status.st_size > limit:
            raise _too_big(path, status.st_size, limit)
        with open(path, "rb") as file:
            data = file.read(limit + 1)
    except FormatError:
        # a ValueError itself, and already in words
        raise
    except FileNotFoundError:
        raise _missing(path) from None
    except PermissionError:
        raise _unreadable(path, "the file may not be read.", "Ask its owner, or look at its permissions.") from None
    except (OSError, ValueError) as error:
        raise _unreadable(path, f"the file cannot be read ({_reason(error)}).") from None
    if len(data) > limit:
        raise _too_big(path, len(data), limit)
    return data


def suffix(path: str | Path) -> str:
    """Return how a file's name ends, in small letters: ".yaml"; "" where it has no suffix."""
    return os.path.splitext(path)[1].rstrip(".").lower()


def write(path: str | Path, data: bytes) -> None:
    """Write one file whole or not at all; raises OutputError."""
    write_all({path: data})


def write_all(outputs: Mapping[str | Path, bytes]) -> None:
    """Write several files, replacing none before all are safely on the disk; raises OutputError."""
    waiting: list[tuple[str, str, str | Path]] = []
    try:
        for path, data in outputs.items():
            with _plainly(path):
                # a link stays a link: what it leads to is replaced
                target = os.path.realpath(path)
                _refuse_target(path, target)
                waiting.append((_stage(target, data), target, path))
        for staged, target, path in waiting:
            with _plainly(path):
                os.replace(staged, target)
                sync_folder(os.path.dirname(target))
    finally:
        for staged, _, _ in waiting:
            with suppress(OSError):
                os.unlink(staged)


def sync_folder(folder: str | Path) -> None:
    """Ask that a folder's entries be on the disk, where the platform can."""
    flags = getattr(os, "O_DIRECTORY", None)
    if flags is None:
        return
    # some file systems open a folder and then refuse to synchronise it; the file itself is safe by then
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | flags)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _stage(target: str, data: bytes) -> str:
    """Return a temporary file beside the target that holds the data, on the disk."""
    _remove_stale(target)
    staged = os.path.join(os.path.dirname(target), f"{_prefix(target)}{os.urandom(8).hex()}.tmp")
    mode = _mode(target)
    # the mask applies by itself to a new file
    handle = os.open(staged, _NEW, 0o666 if mode is None else 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            os.chmod(staged, mode)
    except BaseException:
        with suppress(OSError):
            os.unlink(staged)
        raise
    return staged


def _prefix(target: str) -> str:
    # a long name leaves room for the ending
    return f".{os.path.basename(target)[:200]}."


def _mode(target: str) -> int | None:
    """Return who may do what with the file that is there, if one is."""
    try:
        return stat.S_IMODE(os.stat(target).st_mode)
    except FileNotFoundError:
        return None


def _remove_stale(target: str) -> None:
    """Remove what a killed run left behind an hour ago or more."""
    with suppress(OSError):
        for entry in list(os.scandir(os.path.dirname(target))):
            if entry.name.startswith(_prefix(target)) and entry.name.endswith(".tmp"):
                with suppress(OSError):
                    if entry.stat(follow_symlinks=False).st_mtime < time.time() - _STALE_SECONDS:
                        os.unlink(entry.path)


def _refuse_target(path: str | Path, target: str) -> None:
    """Refuse what cannot be replaced by a file."""
    try:
        mode = os.stat(target).st_mode
    except FileNotFoundError:
        if not os.path.isdir(os.path.dirname(target)):
            parent = os.path.dirname(path) or "."
            message = f'{path}: the folder {parent} is not there. Make the folder first: mkdir "{parent}"'
            raise OutputError(message) from None
        return
    if stat.S_ISDIR(mode):
        raise OutputError(f"{path}: this is a folder. Name a file in it.")
    if not stat.S_ISREG(mode):
        raise OutputError(f"{path}: this is {_kind(mode)}, not an ordinary file. Name another.")


def _kind(mode: int) -> str:
    return next((what for is_such, what in _WHAT if is_such(mode)), "something else")


@contextmanager
def _plainly(path: str | Path) -> Iterator[None]:
    """Tell of an operating system's refusal in plain words."""
    try:
        yield
    except OutputError:
        raise
    except PermissionError:
        raise OutputError(f"{path}: this may not be written. Choose a folder of your own.") from None
    except (OSError, ValueError) as error:
        raise OutputError(f"{path}: {_refusal(error)}") from None


def _refusal(error: OSError | ValueError) -> str:
    number = error.errno if isinstance(error, OSError) else None
    if number in (ENOSPC, EDQUOT):
        return "no space left on the disk; what stood there still stands. Free some and try again."
    if number == EFBIG:
        return "the file would be larger than is allowed here; no space left under that limit."
    if number == EROFS:
        return "the disk can only be read. Choose another folder."
    if number == ENAMETOOLONG:
        return "the path is too long. Choose a shorter name."
    return f"the file cannot be written ({_reason(error)})."


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) and error.strerror else str(error)).lower()


def _missing(path: str | Path) -> FormatError:
    if os.path.islink(path):
        return _unreadable(path, f"the link leads to {os.readlink(path)}, which is not there.", "Mend the link.")
    remedy = ""
    with suppress(OSError):
        remedy = suggestion(os.path.basename(path), sorted(os.listdir(os.path.dirname(path) or ".")))
    return _unreadable(path, "there is no such file.", remedy or "Look at the spelling and the folder.")


def _too_big(path: str | Path, size: int, limit: int) -> FormatError:
    message = f"the file is larger ({size:,} bytes) than the limit of {limit:,} bytes."
    return _unreadable(path, message, f"Set {INPUT_MB}={-(-size // MB)} if it truly is a model.")


def _unreadable(path: str | Path, message: str, remedy: str = "") -> FormatError:
    return FormatError([Problem(message, remedy, Place(str(path)))])
