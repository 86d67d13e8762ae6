"""The geometry of a slide's shapes as DrawingML: boxes with rounded corners, and paths with rounded bends."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from trustgraph.drawing.geometry import Point
from trustgraph.drawing.plates import Area
from trustgraph.drawing.strokes import corners

_EMU = 12700
_QUARTER = 5_400_000
# the sites that any box has: above, left, below, right
_SITE_NAMES = (("hc", "t"), ("l", "vc"), ("hc", "b"), ("r", "vc"))


def emu(points: float) -> str:
    """Return a length in the unit of slides."""
    return str(round(points * _EMU))


def add(parent: ET.Element, tag: str, /, **attributes: str) -> ET.Element:
    """Return a new element at the end of another."""
    return ET.SubElement(parent, tag, attributes)


def add_box(properties: ET.Element, area: Area, radius: float, sites: Sequence[tuple[float, float]] = ()) -> None:
    """Give a shape rounded corners, and sites for lines beside those that any box has, as shares of its size."""
    share = min(round(100_000 * radius / max(min(area.width, area.height), 0.01)), 50_000)
    if sites:
        _add_sited_box(properties, share, sites)
        return
    geometry = add(add(properties, "a:prstGeom", prst="roundRect"), "a:avLst")
    add(geometry, "a:gd", name="adj", fmla=f"val {share}")


def add_paths(properties: ET.Element, paths: Sequence[Sequence[Point]], area: Area) -> None:
    """Give a shape these paths, open and their bends rounded."""
    geometry = _add_custom(properties)
    add(geometry, "a:rect", l="0", t="0", r="r", b="b")
    size = {"w": emu(area.width), "h": emu(area.height)}
    drawn = add(add(geometry, "a:pathLst"), "a:path", **size, fill="none")
    for path in paths:
        _add_point(add(drawn, "a:moveTo"), path[0], area)
        for start, bend, end in corners(path):
            _add_point(add(drawn, "a:lnTo"), start, area)
            curve = add(drawn, "a:quadBezTo")
            _add_point(curve, bend, area)
            _add_point(curve, end, area)
        _add_point(add(drawn, "a:lnTo"), path[-1], area)


def _add_sited_box(properties: ET.Element, share: int, sites: Sequence[tuple[float, float]]) -> None:
    """Draw a rounded box by the formulas of the program's own, so that it looks the same when it is made larger."""
    guides = {"corner": f"*/ ss {share} 100000", "inner": "+- r 0 corner", "lower": "+- b 0 corner"}
    names = list(_SITE_NAMES)
    for order, (across, down) in enumerate(sites):
        guides |= {f"x{order}": f"*/ w {round(across * 100_000)} 100000"}
        guides |= {f"y{order}": f"*/ h {round(down * 100_000)} 100000"}
        names.append((f"x{order}", f"y{order}"))
    geometry = _add_custom(properties, guides, names)
    add(geometry, "a:rect", l="l", t="t", r="r", b="b")
    drawn = add(add(geometry, "a:pathLst"), "a:path")
    add(add(drawn, "a:moveTo"), "a:pt", x="l", y="corner")
    for turn, (x, y) in enumerate((("inner", "t"), ("r", "lower"), ("corner", "b"), ("", ""))):
        angles = {"stAng": str((turn + 2) % 4 * _QUARTER), "swAng": str(_QUARTER)}
        add(drawn, "a:arcTo", wR="corner", hR="corner", **angles)
        if x:
            add(add(drawn, "a:lnTo"), "a:pt", x=x, y=y)
    add(drawn, "a:close")


def _add_custom(
    properties: ET.Element, guides: dict[str, str] | None = None, sites: Sequence[tuple[str, str]] = ()
) -> ET.Element:
    geometry = add(properties, "a:custGeom")
    add(geometry, "a:avLst")
    formulas = add(geometry, "a:gdLst")
    for name, formula in (guides or {}).items():
        add(formulas, "a:gd", name=name, fmla=formula)
    add(geometry, "a:ahLst")
    glue = add(geometry, "a:cxnLst")
    for x, y in sites:
        add(add(glue, "a:cxn", ang="0"), "a:pos", x=x, y=y)
    return geometry


def _add_point(parent: ET.Element, point: Point, area: Area) -> None:
    add(parent, "a:pt", x=emu(point.x - area.x), y=emu(point.y - area.y))
