"""The JSON Schema: it takes what can be read, refuses what is mistyped, and describes every field."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any, ClassVar

import jsonschema
import msgspec
import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from tests.strategies import models
from trustgraph import files
from trustgraph.formats import dumps, load, samples
from trustgraph.formats.cards import TRUTHS
from trustgraph.formats.gathering import COLLECTIONS
from trustgraph.formats.schema import schema, schema_text
from trustgraph.model import Model
from trustgraph.records import Quorum

VALIDATOR = jsonschema.Draft7Validator(schema())


class Editor(yaml.SafeLoader):
    """Reads YAML as an editor does: numbers and true and false by the newer rules, all else as text."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


Editor.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^([-+]?[1-9]\d*|0)$"), list("-+0123456789"))
Editor.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^[-+]?\d*\.?\d+(e[-+]?\d+)?$"), list("-+.0123456789")
)
Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(true|false)$"), list("tf"))


def cards(text: bytes) -> Any:
    """Return the cards of a YAML text as an editor sees them."""
    # safe: it makes nothing but texts, numbers, truths, lists and maps
    return yaml.load(text, Editor)  # noqa: S506


SAMPLE = cards(dumps(load("nottinghamshire-2016")))


def test_the_schema_is_one() -> None:
    """The schema itself keeps to draft-07."""
    jsonschema.Draft7Validator.check_schema(schema())


@pytest.mark.parametrize("name", samples())
def test_a_sample_keeps_to_the_schema(name: str) -> None:
    """A sample as written by hand, and as written by the program, is what the schema describes."""
    from trustgraph.formats import _sample

    for text in (files.read(_sample(name)), dumps(load(name))):
        assert [error.message for error in VALIDATOR.iter_errors(cards(text))] == []


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], max_examples=30)
@given(written=models())
def test_every_model_keeps_to_the_schema(written: Model) -> None:
    """Whatever can be written is what the schema describes."""
    assert [error.message for error in VALIDATOR.iter_errors(cards(dumps(written)))] == []


MISTAKES: dict[str, tuple[tuple[Any, ...], Any]] = {
    "a field of the model": (("tittle",), "x"),
    "a field of a body": (("bodies", "board", "nme"), "x"),
    "a kind of body": (("bodies", "board", "kind"), "bord"),
    "a field of a line": (("bodies", "board", "lines", 0, "mater"), "x"),
    "two kinds of line": (("bodies", "board", "lines", 0, "funds"), "executive"),
    "a role": (("bodies", "board", "members", 0, "role"), "chiar"),
    "a truth": (("bodies", "board", "inside"), "yes"),
    "a range": (("bodies", "board", "count"), "some"),
    "a date": (("since",), "1 April 2016"),
    "an id": (("bodies", "Board"), {"name": "Board"}),
    "an act": (("bodies", "board", "functions", 0, "aprove"), "x"),
    "a list": (("apexes",), "board"),
    "a name left out": (("bodies", "new"), {"kind": "board"}),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_refused(name: str) -> None:
    """What is mistyped does not keep to the schema."""
    mistaken = copy.deepcopy(SAMPLE)
    *path, last = MISTAKES[name][0]
    at = mistaken
    for step in path:
        at = at[step]
    at[last] = MISTAKES[name][1]
    assert not VALIDATOR.is_valid(mistaken)


def fields(shape: Any) -> Iterator[tuple[str, Any]]:
    """Yield each field of each map in a schema, and its shape."""
    if isinstance(shape, dict):
        yield from shape.get("properties", {}).items()
        for inner in shape.values():
            yield from fields(inner)


def test_every_field_is_described() -> None:
    """An editor has something to say of every field."""
    assert [name for name, shape in fields(schema()) if not shape.get("description", "").endswith(".")] == []


def test_the_schema_is_written_as_json() -> None:
    """The file of the schema holds the schema."""
    assert msgspec.json.decode(schema_text()) == schema()


def test_every_truth_is_known_to_the_reader() -> None:
    """The fields that must be true or false are those of the records."""
    kinds: list[type[msgspec.Struct]] = [*COLLECTIONS.values(), Quorum]
    truths = {
        field.name for kind in kinds for field in msgspec.structs.fields(kind) if field.type in (bool, bool | None)
    }
    assert truths == TRUTHS
