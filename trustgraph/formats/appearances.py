"""What the eye cannot tell in a file: characters nobody sees, and names that only look alike."""

from __future__ import annotations

import re
import unicodedata
import warnings
from collections.abc import Iterable, Iterator
from operator import attrgetter

from trustgraph.characters import HIDDEN, code
from trustgraph.errors import Place, TrustgraphWarning
from trustgraph.formats.text import place_at
from trustgraph.model import Model
from trustgraph.records import Body, Post

_MOST = 100
# Cyrillic and Greek letters as the Latin ones they look like
_LATIN = str.maketrans(
    "авекмнорстухіѕјԁӏԛԝһαβεικνορτυχωγηϲϳ",
    "abekmhopctyxisjdlqwhabeikvoptuxwyncj",
)


def warn_of_hidden(text: str, name: str) -> None:
    """Warn of the characters in a file's text that nobody sees."""
    if not text.isascii():
        found = (match for match, _ in zip(re.finditer(HIDDEN, text), range(_MOST), strict=False))
        _warn(
            f"{place_at(text, match.start(), name)}: here stands {code(match[0])}, which nobody sees. "
            "Take it out unless it is meant."
            for match in found
        )


def warn_of_trimmed(places: Iterable[Place]) -> None:
    """Warn of texts that had no-break spaces at their ends."""
    _warn(f"{place}: the no-break space at the end of this text was left out." for place in places)


def warn_of_cut(places: Iterable[Place]) -> None:
    """Warn of comments that look like the rest of a text."""
    _warn(
        f"{place}: what follows this '#' is a comment and is not read. Put the text in quotes if it belongs to it."
        for place in places
    )


def warn_of_lookalikes(model: Model) -> None:
    """Warn of bodies, and of posts in one organisation, whose names differ and look alike."""
    _warn(_lookalikes(model))


def _lookalikes(model: Model) -> Iterator[str]:
    names = [*map(attrgetter("name"), model.bodies), *map(attrgetter("title"), model.posts)]
    # nearly always all names are plain and differ
    listed = "\n".join(names)
    if listed.isascii() and len(set(listed.casefold().split("\n"))) == len(names):
        return
    first: dict[tuple[str, str | None], Body | Post] = {}
    for record in model.by_id.values():
        around = record.organisation if isinstance(record, Post) else None
        other = first.setdefault((_folded(record.name), around), record)
        if other.name != record.name:
            yield (
                f"{model.places[record.id]}: '{record.name}' ({record.id}) looks like '{other.name}' ({other.id}). "
                "Write them alike if they are one, and make them one record."
            )


def _folded(name: str) -> str:
    if name.isascii():
        return name.casefold()
    return unicodedata.normalize("NFKC", name).casefold().translate(_LATIN)


def _warn(messages: Iterable[str]) -> None:
    for message in messages:
        # the file is to blame and no line of the program
        warnings.warn(message, TrustgraphWarning, stacklevel=6)
