"""The command, by its name or as python -m trustgraph."""

from __future__ import annotations

import gc
from typing import NoReturn


def main() -> NoReturn:
    """Run the command, and leave with the code that tells how it went."""
    # nearly all that is made stays to the end: looking through it for cycles again and again finds nothing
    gc.set_threshold(100_000)
    # what is imported stays too
    from trustgraph import cli

    cli.main()


if __name__ == "__main__":
    main()
