"""The colours of charts and plots: four strong ones and greys.

Those of the UK Government Analysis Function's palette, teal and orange deepened until a line stands out 3:1 and a word
4.5:1 from what is behind it.
"""

from __future__ import annotations

NAVY = "#12436D"
TEAL = "#1A7A72"
PLUM = "#801650"
RUST = "#B5470F"
SLATE = "#44546A"
GREY = "#5B6675"

INK = "#14202E"
PAPER = "#FFFFFF"
BAND = "#F2F5F9"
RULE = "#C3CCD8"


def lighter(colour: str, share: float) -> str:
    """Return a colour mixed with white; `share` is that of white, 0 to 1."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * share):02X}" for part in parts)
