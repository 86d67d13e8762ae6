"""The papers that models were made from: a folder of plain texts, each named by its document's id."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from trustgraph import files
from trustgraph.errors import FormatError, Place, Problem, suggestion

_REMEDY = "Save the paper there as plain text in UTF-8."


def read_papers(folder: str | Path, names: Iterable[str]) -> dict[str, bytes]:
    """Return the bytes of the papers of these names, those that are there; each is UTF-8.

    Raises FormatError where the folder cannot be read, or with every paper that cannot.
    """
    folder = Path(folder)
    there = _entries(folder)
    papers: dict[str, bytes] = {}
    problems: list[Problem] = []
    for name in names:
        file = folder / f"{name}.txt"
        if file.name not in there:
            continue
        try:
            papers[name] = files.read(file)
            papers[name].decode()
        except UnicodeDecodeError as error:
            line = papers[name].count(b"\n", 0, error.start) + 1
            problems.append(Problem("this line is not UTF-8.", _REMEDY, Place(str(file), line)))
        except FormatError as error:
            problems += (problem._replace(remedy=_REMEDY) for problem in error.problems)
    if problems:
        raise FormatError(problems)
    return papers


def absence(folder: str | Path, name: str) -> tuple[str, str]:
    """Return what to say of a paper that is not in the folder: what happened, and how to mend it."""
    near = suggestion(f"{name}.txt", sorted(_entries(Path(folder))))
    return f"there is no {name}.txt in {folder}.", near or "Save the paper's text there, named by the document's id."


def _entries(folder: Path) -> set[str]:
    """Return the names of what is in a folder."""
    try:
        return {entry.name for entry in folder.iterdir()}
    except FileNotFoundError:
        message = "there is no such folder."
    except NotADirectoryError:
        message = "this is a file, not a folder."
    except (OSError, ValueError) as error:
        # a path may hold what no name can
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        message = f"the folder cannot be read ({reason.lower()})."
    raise FormatError([Problem(message, "Name the folder of the papers' texts.", Place(str(folder)))])
