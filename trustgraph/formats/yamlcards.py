"""A model read from YAML cards."""

from __future__ import annotations

from trustgraph.errors import FormatError, ModelError
from trustgraph.formats.appearances import warn_of_cut, warn_of_hidden, warn_of_trimmed
from trustgraph.formats.cards import Cards
from trustgraph.formats.events import Reader
from trustgraph.formats.gathering import Gathering, model_of
from trustgraph.formats.limits import Limits
from trustgraph.formats.marks import place
from trustgraph.formats.text import decode
from trustgraph.model import Model


def read_yaml(data: bytes, name: str, limits: Limits) -> Model:
    """Return the model of a YAML file; raises FormatError or ModelError with every problem and its place."""
    text = decode(data, name)
    reader, gathered = Reader(text, name, limits), Gathering(name, strict=False)
    cards = Cards(gathered)
    reader.read(cards)
    records = cards.finish(whole=reader.whole)
    if records is None or reader.problems or gathered.explainer.problems:
        raise _refusal(text, name, limits)
    try:
        model = model_of(records, gathered, name)
    except ModelError:
        raise _refusal(text, name, limits) from None
    warn_of_hidden(text, name)
    warn_of_trimmed(place(mark, name) for mark in reader.trimmed)
    warn_of_cut(place(mark, name) for mark in reader.cut)
    return model


def _refusal(text: str, name: str, limits: Limits) -> FormatError | ModelError:
    """Read once more, keeping all that was written, so that every problem can be told with its place."""
    reader, gathered = Reader(text, name, limits), Gathering(name, strict=False, keep=True)
    cards = Cards(gathered)
    reader.read(cards)
    return gathered.refusal(reader.problems, cards.finish(whole=reader.whole), whole=reader.whole)
