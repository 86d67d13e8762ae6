"""The geometry of a drawing as JSON, for tests and other programs; lengths in points, origin top left, y down."""

from __future__ import annotations

import json
from typing import Any

from trustgraph.drawing.geometry import Drawing, Layout, PlacedLine


def print_geometry(drawing: Drawing) -> bytes:
    """Return every page's boxes, lines, labels and bands as JSON: one object, or a list where pages are several."""
    pages = [_page(page) for page in drawing.pages]
    return (json.dumps(pages[0] if len(pages) == 1 else pages, ensure_ascii=False, indent=1) + "\n").encode()


def _page(page: Layout) -> dict[str, Any]:
    return {
        "page": _rounded(width=page.width, height=page.height),
        "boxes": [
            {
                "id": box.box.id,
                **_rounded(x=box.x, y=box.y, width=box.width, height=box.height),
                "text": [*box.name, *box.details],
                **_rounded(font_size=box.font_size),
            }
            for box in page.boxes
        ],
        "lines": [_line(line) for line in page.lines],
        "labels": [
            {
                "key": label.line.keys[0],
                "text": " ".join(label.text),
                **_rounded(x=label.x, y=label.y, width=label.width, height=label.height),
            }
            for label in page.labels
        ],
        "bands": [
            {"name": band.name, **_rounded(x=band.x, y=band.y, width=band.width, height=band.height)}
            for band in page.bands
        ],
    }


def _line(placed: PlacedLine) -> dict[str, Any]:
    """Return lines drawn as one, with a path for each key: a line that stands for two relationships has it twice."""
    pairs = [(key, path) for line, path in zip(placed.lines, placed.paths, strict=True) for key in line.keys]
    paths = [[[round(point.x, 2), round(point.y, 2)] for point in path] for _, path in pairs]
    return {"keys": [key for key, _ in pairs], "paths": paths}


def _rounded(**lengths: float) -> dict[str, float]:
    return {name: round(length, 2) for name, length in lengths.items()}
