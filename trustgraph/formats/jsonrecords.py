"""A model read from JSON and written as JSON: the records as they are, in flat lists."""

from __future__ import annotations

from array import array
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from trustgraph.errors import FormatError, ModelError
from trustgraph.formats.appearances import warn_of_hidden
from trustgraph.formats.gathering import COLLECTIONS, Gathering, model_of
from trustgraph.formats.limits import Limits
from trustgraph.formats.marks import Written
from trustgraph.formats.text import decode
from trustgraph.model import Model
from trustgraph.records import Records

if TYPE_CHECKING:
    from trustgraph.formats.jsontext import Scanner


def read_json(data: bytes, name: str, limits: Limits) -> Model:
    """Return the model of a JSON file; raises FormatError or ModelError with every problem and its place.

    Of the limits, only that on bytes and on nesting bear on JSON.
    """
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        data = decode(data, name).encode()
    data = data.removeprefix(BOM_UTF8)
    try:
        records = msgspec.json.decode(data, type=Records)
        if not _each_key_once(data, records):
            raise _refusal(data, name, limits)
        model = model_of(records, _Late(data, name), name)
    # a text that is not UTF-8 and nesting without end come out as errors of their own
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, ModelError):
        raise _refusal(data, name, limits) from None
    if not data.isascii():
        warn_of_hidden(data.decode(), name)
    return model


def write_json(model: Model) -> bytes:
    """Return the model as JSON, its fields in the order of the records, those at their default left out."""
    return msgspec.json.format(msgspec.json.encode(model), indent=2) + b"\n"


class _Late:
    """The records of a file whose places are looked for when first asked for."""

    def __init__(self, data: bytes, name: str) -> None:
        self._data, self._name = data, name

    @property
    def starts(self) -> Mapping[str, array[int]]:
        """Where each record starts, by collection."""
        return _gather(_scanner(self._data.decode(), self._name, 64), self._name)[0].starts


def _each_key_once(data: bytes, records: Records) -> bool:
    """Return whether no map of the file has a key twice.

    The records written anew have every text and, unless a key came twice or gave a field its default, every key;
    so they have as many quotes. Only where the counts differ are the keys looked at.
    """
    # nearly no file holds a backslash, and one byte is found at once
    plain = b"\\" not in data or b"\\u0022" not in data
    if plain and data.count(b'"') == msgspec.json.encode(records).count(b'"'):
        return True
    # few files need the look
    import json

    twice = False

    def look(pairs: list[tuple[str, Any]]) -> None:
        nonlocal twice
        twice = twice or len(pairs) != len({key for key, _ in pairs})

    json.loads(data, object_pairs_hook=look)
    return not twice


def _scanner(text: str, name: str, depth: int) -> Scanner:
    # few files are read slowly, for their places
    from trustgraph.formats.jsontext import Scanner

    return Scanner(text, name, depth)


def _gather(scanner: Scanner, name: str, *, keep: bool = False) -> tuple[Gathering, Records | None]:
    written, gathered = scanner.scan(), Gathering(name, strict=True, keep=keep)
    if not isinstance(written.value, dict):
        if scanner.whole:
            gathered.explainer.note(written, "A model is a map of fields.", 'Write {"id": "kent", "bodies": [...]}.')
        return gathered, None
    gathered.top = written
    for field in COLLECTIONS:
        items = written.value.get(field, [])
        if isinstance(items, list):
            for item, mark in zip(items, written.marks.get(id(items), []), strict=False):
                gathered.add(field, item, Written(item, mark, written.marks, name))
        else:
            gathered.explainer.note(written.inside((field,)), f"'{field}' must be a list.", "Write [{...}, {...}].")
    top = {key: value for key, value in written.value.items() if key not in COLLECTIONS}
    return gathered, gathered.finish(top, whole=scanner.whole)


def _refusal(data: bytes, name: str, limits: Limits) -> FormatError | ModelError:
    """Read once more, slowly, so that every problem can be told with its place."""
    scanner = _scanner(decode(data, name), name, limits.depth)
    gathered, records = _gather(scanner, name, keep=True)
    return gathered.refusal(scanner.problems, records, whole=scanner.whole and isinstance(gathered.top.value, dict))
