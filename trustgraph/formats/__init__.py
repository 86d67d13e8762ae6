"""Models in files: YAML cards and JSON records, read with the place of every mistake, written without loss."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from trustgraph import files
from trustgraph.errors import FormatError, ModelError, Place, Problem, UnknownNameError, suggestion
from trustgraph.formats.appearances import warn_of_lookalikes
from trustgraph.formats.limits import Limits, usual_limits
from trustgraph.memory import collection_paused
from trustgraph.model import Model

# pathlib takes as long to import as a small model to read
if TYPE_CHECKING:
    from pathlib import Path

# the module of each format and the function in it, imported when first used: a file is of one format
READERS: Mapping[str, tuple[str, str]] = {
    ".yaml": ("yamlcards", "read_yaml"),
    ".yml": ("yamlcards", "read_yaml"),
    ".json": ("jsonrecords", "read_json"),
    ".dot": ("graphs", "read_dot"),
    ".gv": ("graphs", "read_dot"),
    ".graphml": ("graphml", "read_graphml"),
}
WRITERS: Mapping[str, tuple[str, str]] = {
    ".yaml": ("cardtext", "write_yaml"),
    ".yml": ("cardtext", "write_yaml"),
    ".json": ("jsonrecords", "write_json"),
    ".graphml": ("graphml", "write_graphml"),
}
_FEW = 10


def load(source: str | Path, *, limits: Limits | None = None) -> Model:
    """Return the model in a file, or the shipped sample of this name, knowing where its records were written.

    Raises FormatError where something cannot be read, else ModelError where records contradict one another,
    either with every problem and its place; UnknownNameError where no sample has the name.
    """
    # a name with neither dot nor separator is a sample's
    if isinstance(source, str) and {*source}.isdisjoint("./\\"):
        source = _sample(source)
    limits = limits or usual_limits()
    return loads(files.read(source, limits.bytes), str(source), files.suffix(source), limits=limits)


def loads(data: bytes, name: str, format: str = ".yaml", *, limits: Limits | None = None) -> Model:  # noqa: A002
    """Return the model in the bytes of a file; `format` is a suffix such as ".yaml", `name` what messages call it."""
    if _suffix(format) not in READERS:
        message = f"a file that ends in '{format}' cannot be read as a model." if format else "the file has no suffix."
        raise FormatError([Problem(message, f"Name one that ends in {', '.join(READERS)}.", Place(name))])
    with collection_paused():
        model: Model = _imported(READERS[_suffix(format)])(data, name, limits or usual_limits())
    warn_of_lookalikes(model)
    return model


def load_all(sources: Iterable[str | Path], *, limits: Limits | None = None) -> list[Model]:
    """Return the models of several sources, in order; raises FormatError with the problems of all of them."""
    models: list[Model] = []
    problems: list[Problem] = []
    for source in sources:
        try:
            models.append(load(source, limits=limits))
        except (FormatError, ModelError) as error:
            problems += error.problems
    if problems:
        raise FormatError(problems)
    return models


def save(model: Model, path: str | Path) -> None:
    """Write the model to a file, whole or not at all, in the format of its suffix; comments are not kept.

    Raises OutputError where that cannot be.
    """
    files.write(path, dumps(model, files.suffix(path)))


def dumps(model: Model, format: str = ".yaml") -> bytes:  # noqa: A002
    """Return the bytes of a file that holds the model; `format` is a suffix such as ".yaml"."""
    if _suffix(format) not in WRITERS:
        raise UnknownNameError("format", format, WRITERS)
    data: bytes = _imported(WRITERS[_suffix(format)])(model)
    return data


def samples() -> list[str]:
    """Return the names of the models that ship with trustgraph, in order of the alphabet."""
    return sorted(path.stem for path in shelf().glob("*.yaml"))


def _imported(home: tuple[str, str]) -> Any:
    """Return a function by its module among the formats and its name."""
    module, name = home
    return getattr(import_module(f"{__name__}.{module}"), name)


def _suffix(format: str) -> str:  # noqa: A002
    """Return the suffix of a format, whether or not it was given with its dot."""
    return f".{format.lower().removeprefix('.')}"


def _sample(name: str) -> Path:
    path = shelf() / f"{name}.yaml"
    if not path.is_file():
        known = samples()
        raise UnknownNameError("sample", name, hint=_beside(name) or suggestion(name, known) or _listed(known))
    return path


def _beside(name: str) -> str:
    """Return what to say of a model file in the working folder that has this name but for its suffix."""
    from pathlib import Path

    found = next((name + suffix for suffix in READERS if Path(name + suffix).is_file()), None)
    return f"There is a file {found} here: name it with its suffix." if found else ""


def _listed(known: list[str]) -> str:
    return f"The samples are: {', '.join(known)}." if len(known) <= _FEW else 'List them with "trustgraph models".'


def shelf() -> Path:
    """Return the folder of the samples: inside the package once installed, beside it in a working copy."""
    from pathlib import Path

    package = Path(__file__).parent.parent
    inside = package / "sample_models"
    return inside if inside.is_dir() else package.parent / "sample_models"
