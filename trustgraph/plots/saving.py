"""Figures as files: PNG and SVG, the same bytes for the same figure."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from trustgraph.errors import RenderError
from trustgraph.files import write

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SUFFIXES = (".png", ".svg")


def painted(figure: Figure, suffix: str, dpi: int = 200) -> bytes:
    """Return a figure as PNG or SVG, without the time of day; raises RenderError for another format."""
    import matplotlib as mpl

    if suffix not in SUFFIXES:
        raise RenderError(f"no plot as '{suffix}'. Use {' or '.join(SUFFIXES)}.")
    title = figure.get_label()
    png = suffix == ".png"
    metadata = {"Title": title, "Software": None} if png else {"Title": title, "Date": None, "Creator": "trustgraph"}
    out = io.BytesIO()
    # what SVG calls its parts is drawn at random unless something is set
    with mpl.rc_context({"svg.hashsalt": "trustgraph"}):
        figure.savefig(out, format=suffix[1:], dpi=dpi, metadata=metadata)
    return out.getvalue()


def save(figure: Figure, out: str | Path) -> None:
    """Write a figure to a .png or .svg file, whole or not at all; raises RenderError for another format."""
    write(out, painted(figure, Path(out).suffix.casefold()))
