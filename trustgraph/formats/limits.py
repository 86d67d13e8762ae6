"""How much a file may hold, so that no hostile one takes all there is."""

from __future__ import annotations

import os
from typing import NamedTuple

from trustgraph.errors import FormatError, Place, Problem
from trustgraph.files import INPUT_MB, LIMIT, MB


class Limits(NamedTuple):
    """How much a file may hold: bytes, levels of nesting, values, and characters in one text."""

    bytes: int = LIMIT
    depth: int = 64
    values: int = 500_000
    text: int = 20_000


def usual_limits() -> Limits:
    """Return the limits of a file whose reader asks for none of its own; raises FormatError.

    The environment raises that on bytes, and with it, in proportion, that on values.
    """
    usual = Limits()
    given = os.environ.get(INPUT_MB)
    if not given:
        return usual
    if not (given.isascii() and given.isdigit() and len(given) < 10):
        message = f"{INPUT_MB} is '{given}', which is no whole number."
        raise FormatError([Problem(message, f"Set it to a number of megabytes: {INPUT_MB}=40.", Place("environment"))])
    size = max(int(given) * MB, usual.bytes)
    return usual._replace(bytes=size, values=usual.values * size // usual.bytes)
