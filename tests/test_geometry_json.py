"""The geometry as JSON: the shape other programs rely on."""

from __future__ import annotations

import json

from tests.sketches import COMB, rich_drawing, small_drawing
from trustgraph.drawing.geometry_json import print_geometry


def test_one_page_is_one_object() -> None:
    """Page, boxes, lines, labels and bands are written as they are placed."""
    assert json.loads(print_geometry(small_drawing())) == {
        "page": {"width": 300, "height": 240},
        "boxes": [
            {"id": "board", "x": 80, "y": 40, "width": 130, "height": 36, "text": ["Board", "Board"], "font_size": 10},
            {"id": "executive", "x": 80, "y": 150, "width": 130, "height": 36, "text": ["Executive"], "font_size": 10},
        ],
        "lines": [{"keys": ["executive reports_to board"], "paths": [[[145, 150], [145, 76]]]}],
        "labels": [
            {
                "key": "executive reports_to board",
                "text": "Board",
                "x": 125,
                "y": 106.5,
                "width": 40,
                "height": 13,
            }
        ],
        "bands": [{"name": "Board", "x": 20, "y": 30, "width": 260, "height": 170}],
    }


def test_several_pages_are_a_list() -> None:
    """A page each, in order."""
    drawing = small_drawing()
    pages = json.loads(print_geometry(drawing._replace(pages=drawing.pages * 2)))
    assert [page["page"]["width"] for page in pages] == [300, 300]


def test_a_comb_is_one_entry_with_a_path_a_key() -> None:
    """Lines drawn as one keep their own paths."""
    entry = json.loads(print_geometry(rich_drawing()))["lines"][-1]
    assert entry["keys"] == ["quality reports_to team", "forum reports_to team", "finance reports_to team"]
    assert entry["paths"] == [[list(point) for point in path] for path in COMB]


def test_a_line_of_two_relationships_has_its_path_twice() -> None:
    """There are as many paths as keys."""
    drawing = small_drawing()
    placed = drawing.pages[0].lines[0]
    both = placed._replace(lines=(placed.lines[0]._replace(keys=("one", "two")),))
    entry = json.loads(print_geometry(drawing._replace(pages=(drawing.pages[0]._replace(lines=(both,)),))))["lines"][0]
    assert (entry["keys"], len(entry["paths"])) == (["one", "two"], 2)
