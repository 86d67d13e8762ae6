"""Elements of a page, made as a tree: whatever a name holds, it is text or the value of an attribute."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from trustgraph.characters import visible


def add(parent: ET.Element, tag: str, text: str = "", /, **attributes: str) -> ET.Element:
    """Return a new element at the end of another; `class_` is the attribute class, `data_body` is data-body."""
    named = {name.rstrip("_").replace("_", "-"): visible(value) for name, value in attributes.items()}
    element = ET.SubElement(parent, tag, named)
    element.text = visible(text) or None
    return element


def link(parent: ET.Element, name: str, which: str) -> None:
    """Add a link to the terms of reference of a body or post."""
    add(parent, "a", name, href=f"#terms-{which}", dir="auto")


def lead_on(element: ET.Element, text: str) -> None:
    """Write on behind what an element already holds."""
    element[-1].tail = visible(text)
