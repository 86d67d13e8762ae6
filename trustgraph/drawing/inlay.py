"""A page of a drawing inlaid in a web page: its bodies are links, its lines are read aloud as sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from xml.etree import ElementTree as ET

from trustgraph.characters import visible
from trustgraph.charts import Chart, LegendEntry, Line
from trustgraph.drawing.elements import add
from trustgraph.drawing.geometry import Drawing, Layout, PlacedBand, PlacedBox, PlacedLabel, PlacedSample, Point
from trustgraph.drawing.strokes import number, rounded, straightened
from trustgraph.drawing.svg import paint_svg
from trustgraph.records import Body

_MARGIN = 6.0
_SAMPLE = (40.0, 12.0)


def inlaid(drawing: Drawing, page: Layout) -> ET.Element:
    """Return the boxes, lines and bands of a page as an SVG element without the words around them.

    A body is a link to its terms of reference; what can be hidden says in data- attributes of which tier, family and
    basis it is, and which bodies it joins. Under the lines lies an unseen trace of each, to mark a way with.
    """
    root = _parsed(drawing, page._replace(texts=(), samples=()))
    left, top, width, height = extent(page)
    root.attrib |= {
        "viewBox": " ".join(map(number, (left, top, width, height))),
        "width": f"{number(width)}pt",
        "height": f"{number(height)}pt",
        "role": "group",
        "aria-label": visible(f"Chart: {drawing.chart.title}"),
    }
    groups = {group.get("id"): group for group in root.iter("g") if group.get("id")}
    for box in page.boxes:
        _tie(drawing, root, groups[f"body-{box.box.id}"], box)
        if (ring := groups.get(f"ring-{box.box.id}")) is not None:
            # it goes with its body
            ends = f"{box.box.id}:{box.box.id}"
            ring.attrib |= {"aria-hidden": "true", "data-basis": box.box.basis, "data-ends": ends}
    for order, line in enumerate(page.lines, 1):
        group = groups[f"line-{order}"]
        group.set("role", "img")
        group.insert(0, ET.Element("title"))
        group[0].text = visible(" ".join(said for one in line.lines for said in one.said))
        group.attrib |= _facets(line.lines)
    labels = [group for group in root.iter("g") if "data-key" in group.attrib and "id" not in group.attrib]
    for group, label in zip(labels, page.labels, strict=True):
        group.attrib |= {"aria-hidden": "true"} | _facets(label.lines)
    at = next((at for at, child in enumerate(root) if child in groups.values()), 0)
    root[at:at] = [*_traces(page)]
    return root


def sample(drawing: Drawing, entry: LegendEntry) -> ET.Element:
    """Return the short line in front of a legend entry, which its words explain."""
    width, height = _SAMPLE
    placed = PlacedSample(entry, Point(2, height / 2), Point(width - 2, height / 2))
    bare = drawing._replace(chart=Chart(id=drawing.chart.id, title=""))
    root = _parsed(bare, Layout(width, height, samples=(placed,)))
    root.set("aria-hidden", "true")
    return root


def printed_sample(drawing: Drawing, entry: LegendEntry) -> str:
    """Return the short line in front of a legend entry as it stands in a page that is written as text."""
    return ET.tostring(sample(drawing, entry), encoding="unicode")


def extent(page: Layout) -> tuple[float, float, float, float]:
    """Return left, top, width and height of what is drawn on a page, without the words around it."""
    plates: list[PlacedBox | PlacedLabel | PlacedBand] = [*page.boxes, *page.labels, *page.bands]
    points = [Point(plate.x, plate.y) for plate in plates]
    points += [Point(plate.x + plate.width, plate.y + plate.height) for plate in plates]
    points += [point for line in page.lines for path in line.paths for point in path]
    left, top = min(point.x for point in points) - _MARGIN, min(point.y for point in points) - _MARGIN
    right, bottom = max(point.x for point in points) + _MARGIN, max(point.y for point in points) + _MARGIN
    return left, top, right - left, bottom - top


def _parsed(drawing: Drawing, page: Layout) -> ET.Element:
    """Return the picture of a page as elements of a web page, which need no namespace."""
    picture = paint_svg(drawing._replace(pages=(page,)), paper=False)
    root = ET.fromstring(picture)  # noqa: S314  our own picture
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    for child in [child for child in root if child.tag in {"title", "desc"}]:
        root.remove(child)
    return root


def _tie(drawing: Drawing, root: ET.Element, group: ET.Element, placed: PlacedBox) -> None:
    """Put the group of a box into a link to the terms of reference of its body."""
    box, record = placed.box, drawing.model[placed.box.id]
    anchor = ET.Element("a", {"id": group.attrib.pop("id"), "href": f"#terms-{box.id}"})
    anchor.attrib |= {
        "aria-label": visible(", ".join([box.caption, *box.details])),
        "data-body": box.id,
        "data-tier": record.row if isinstance(record, Body) else "",
        "data-basis": box.basis,
    }
    root[[*root].index(group)] = anchor
    anchor.append(group)


def _facets(lines: Sequence[Line]) -> dict[str, str]:
    """Return what lines drawn as one are hidden and marked by: family and basis, which they share, ends and keys."""
    ends = " ".join(f"{line.subject}:{line.target}" for line in lines)
    keys = visible_keys(key for line in lines for key in line.keys)
    return {"data-family": lines[0].family, "data-basis": lines[0].basis, "data-ends": ends, "data-key": keys}


def _traces(page: Layout) -> Iterator[ET.Element]:
    for line in page.lines:
        for one, path in zip(line.lines, line.paths, strict=True):
            keys = visible_keys(one.keys)
            yield ET.Element("path", {"class": "trace", "d": rounded(straightened(path)), "data-key": keys})


def visible_keys(keys: Iterable[str]) -> str:
    """Return keys of lines as one attribute, a line a key."""
    return "\n".join(map(visible, keys))


def add_legend(parent: ET.Element, drawing: Drawing) -> None:
    """Add what each style of line means; the box to tick, which hides a family, is for the script to show."""
    if not drawing.chart.legend:
        return
    group = add(parent, "fieldset", class_="legend")
    add(group, "legend", "Lines")
    seen = set()
    for entry in drawing.chart.legend:
        label = add(group, "label")
        if entry.family not in seen and entry.mark is None:
            add(label, "input", type="checkbox", checked="", hidden="", data_hides_family=entry.family)
        seen.add(entry.family)
        label.append(sample(drawing, entry))
        add(label, "span", entry.text)
