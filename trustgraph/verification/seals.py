"""What was verified, kept: hashes of models and of the papers they were verified against."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import msgspec

from trustgraph import files
from trustgraph.errors import FormatError, Place, Problem
from trustgraph.formats import dumps
from trustgraph.model import Model
from trustgraph.verification.papers import read_papers


class Seal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The SHA-256 of a model's JSON, so that comments may change, and of each paper, by document."""

    model: str
    papers: dict[str, str]


def seal(model: Model, sources: str | Path) -> Seal:
    """Return the seal of a model and of those of its papers that are in a folder."""
    papers = read_papers(sources, (document.id for document in model.documents))
    return Seal(digest(model), {name: sha256(papers[name]).hexdigest() for name in sorted(papers)})


def digest(model: Model) -> str:
    """Return the hash of what a model says, whatever its file looks like."""
    return sha256(dumps(model, ".json")).hexdigest()


def read_seals(path: str | Path) -> dict[str, Seal]:
    """Return the seals in a file, by the id of the model; raises FormatError."""
    try:
        return msgspec.json.decode(files.read(path), type=dict[str, Seal])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        message, remedy = "this is no record of verified models.", "Name another file, or delete this one."
        raise FormatError([Problem(message, remedy, Place(str(path)))]) from None


def write_seals(path: str | Path, seals: dict[str, Seal]) -> None:
    """Write seals to a file in the order of the alphabet, whole or not at all; raises OutputError."""
    data = msgspec.json.encode({name: seals[name] for name in sorted(seals)})
    files.write(path, msgspec.json.format(data, indent=2) + b"\n")
