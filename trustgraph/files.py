"""Files: read once and whole, written whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from errno import EDQUOT, EFBIG, ENAMETOOLONG, ENOSPC, EROFS
from pathlib import Path

from trustgraph.errors import FormatError, OutputError, Place, Problem, suggestion

LIMIT = 20_000_000
_STALE_SECONDS = 3600
_WHAT = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISSOCK, "a socket"),
)


def read(path: str | Path, limit: int = LIMIT) -> bytes:
    """Return the file's bytes, read once; raises FormatError for what is not a readable file of at most `limit` bytes."""
    path = Path(path)
    try:
        # a pipe would block for ever: its kind is looked at before it is opened
        status = path.stat()
        for is_such, what in _WHAT:
            if is_such(status.st_mode):
                raise _unreadable(path, f"this is {what}, not a file.", "Name a model file.")
        if status.st_size > limit:
            raise _too_big(path, status.st_size, limit)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise _missing(path) from None
    except PermissionError:
        raise _unreadable(path, "the file may not be read.", "Ask its owner, or look at its permissions.") from None
    except (OSError, ValueError) as error:
        raise _unreadable(path, f"the file cannot be read ({_reason(error)}).") from None
    if len(data) > limit:
        raise _too_big(path, len(data), limit)
    return data


def write(path: str | Path, data: bytes) -> None:
    """Write one file whole or not at all; raises OutputError."""
    write_all({path: data})


def write_all(outputs: Mapping[str | Path, bytes]) -> None:
    """Write several files, replacing none before all are safely on the disk; raises OutputError."""
    waiting: list[tuple[str, str]] = []
    current: str | Path = ""
    try:
        for current, data in outputs.items():
            with _plainly(current):
                target = os.path.realpath(current)
                _refuse_target(current, target)
                waiting.append((_stage(target, data), target))
        for (staged, target), current in zip(waiting, outputs, strict=True):
            with _plainly(current):
                os.replace(staged, target)
                sync_folder(os.path.dirname(target))
    finally:
        for staged, _ in waiting:
            with suppress(OSError):
                os.unlink(staged)


def sync_folder(folder: str) -> None:
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
    """Return the name of a temporary file beside the target that holds the data, on the disk."""
    folder, name = os.path.split(target)
    _remove_stale(folder, name)
    # a long name leaves room for the ending
    handle, staged = tempfile.mkstemp(prefix=f".{name[:200]}.", suffix=".tmp", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(staged, _mode(target))
    except BaseException:
        with suppress(OSError):
            os.unlink(staged)
        raise
    return staged


def _mode(target: str) -> int:
    try:
        return stat.S_IMODE(os.stat(target).st_mode)
    except FileNotFoundError:
        # the only way to learn the mask is to set it
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _remove_stale(folder: str, name: str) -> None:
    """Remove what a killed run left behind an hour ago or more."""
    with suppress(OSError):
        for entry in list(os.scandir(folder)):
            if entry.name.startswith(f".{name[:200]}.") and entry.name.endswith(".tmp"):
                with suppress(OSError):
                    if entry.stat(follow_symlinks=False).st_mtime < time.time() - _STALE_SECONDS:
                        os.unlink(entry.path)


def _refuse_target(path: str | Path, target: str) -> None:
    folder = os.path.dirname(target)
    if os.path.isdir(target):
        raise OutputError(f"{path}: this is a folder. Name a file in it.")
    if os.path.exists(target) and not os.path.isfile(target):
        raise OutputError(f"{path}: this is not an ordinary file. Name another.")
    if not os.path.isdir(folder):
        parent = os.path.dirname(str(path))
        # a name too long makes every question about it a "no"
        with _plainly(path), suppress(FileNotFoundError, NotADirectoryError):
            os.stat(folder)
        raise OutputError(f'{path}: the folder {parent} is not there. Make the folder first: mkdir "{parent}"')


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


def _missing(path: Path) -> FormatError:
    if path.is_symlink():
        return _unreadable(path, f"the link leads to {os.readlink(path)}, which is not there.", "Mend the link.")
    remedy = ""
    with suppress(OSError):
        remedy = suggestion(path.name, sorted(entry.name for entry in os.scandir(path.parent)))
    return _unreadable(path, "there is no such file.", remedy or "Look at the spelling and the folder.")


def _too_big(path: Path, size: int, limit: int) -> FormatError:
    message = f"the file is larger ({size:,} bytes) than the limit of {limit:,} bytes."
    return _unreadable(path, message, "Raise the limit if it truly is a model.")


def _unreadable(path: Path, message: str, remedy: str = "") -> FormatError:
    return FormatError([Problem(message, remedy, Place(str(path)))])
