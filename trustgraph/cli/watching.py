"""Work done anew whenever a model's file is saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import click

from trustgraph.cli.terminal import complain, tell
from trustgraph.errors import MissingExtraError, TrustgraphError

# in milliseconds: how long a file must lie still, how long saves may follow one another, and when to look anyway
_STILL, _FLURRY, _LOOK = 100, 1_000, 1_000


def check_watched(source: str) -> None:
    """Raise UsageError for a model that is no file, MissingExtraError where nothing can watch one."""
    path = Path(source)
    if source == "-":
        raise click.UsageError("--watch needs a file that is saved again, which standard input is not.")
    if path.name == source and not path.suffix:
        raise click.UsageError(f"{source}: --watch needs a file of yours, and a sample is none.")
    if not path.is_file():
        raise click.UsageError(f"{source}: there is no such file to watch.")
    try:
        import watchfiles  # noqa: F401
    except ImportError:
        raise MissingExtraError("watch") from None


def keep_doing(work: Callable[[], None], source: str) -> NoReturn:
    """Work now and whenever the file is saved, until interrupted; where that fails, say why and wait for a save."""
    done = None
    for _ in _moments(Path(source)):
        if (state := _state(Path(source))) == done:
            continue
        done = state
        try:
            work()
        except MissingExtraError:
            raise
        except TrustgraphError as error:
            complain(error)
            tell("Nothing is written before it is mended.")
    raise KeyboardInterrupt


def _moments(path: Path) -> Iterator[None]:
    """Yield at once, then when something happened to the file, and now and again where nobody tells of that."""
    from watchfiles import watch

    yield
    tell(f"Watching {path}; Ctrl-C ends it.")
    # editors save by putting a new file in the place of the old one: what stays is the folder
    folders = {path.parent, path.resolve().parent}
    names = {path.name, path.resolve().name}
    moments = watch(
        *sorted(folders),
        watch_filter=lambda _, changed: Path(changed).name in names,
        step=_STILL,
        debounce=_FLURRY,
        rust_timeout=_LOOK,
        yield_on_timeout=True,
        recursive=False,
    )
    for _ in moments:
        yield


def _state(path: Path) -> tuple[int, ...] | None:
    """Return what changes when a file is saved, None where it is not there."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
