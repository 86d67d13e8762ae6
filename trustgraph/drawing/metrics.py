"""The widths of the bundled fonts' characters, kept in a small file since reading a font takes longer than a layout.

After a change of fonts, `python -m trustgraph.drawing.metrics` writes the file anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

FOLDER = Path(__file__).parent / "fonts"
FONTS = {"regular": FOLDER / "LiberationSans-Regular.ttf", "bold": FOLDER / "LiberationSans-Bold.ttf"}
METRICS = FOLDER / "metrics.txt"


def read_metrics(text: str) -> dict[str, dict[int, float]]:
    """Return for each style the width of each character as a share of the font size."""
    metrics: dict[str, dict[int, float]] = {style: {} for style in FONTS}
    for line in text.splitlines():
        style, em, first, *widths = line.split()
        metrics[style].update({int(first) + step: int(width) / int(em) for step, width in enumerate(widths)})
    return metrics


def write_metrics() -> str:
    """Return the metrics of both fonts as text: a line a run of characters, style, em, first character, widths."""
    return "\n".join(line for style, path in FONTS.items() for line in _runs(style, path)) + "\n"


def _runs(style: str, path: Path) -> Iterator[str]:
    from fontTools.ttLib import TTFont

    with TTFont(path, lazy=True) as font:
        em, advances = font["head"].unitsPerEm, font["hmtx"].metrics
        widths: Mapping[int, int] = {mark: advances[glyph][0] for mark, glyph in font.getBestCmap().items()}
    run: list[int] = []
    for mark in sorted(widths):
        if run and mark != run[-1] + 1:
            yield _line(style, em, run, widths)
            run = []
        run.append(mark)
    yield _line(style, em, run, widths)


def _line(style: str, em: int, run: list[int], widths: Mapping[int, int]) -> str:
    return " ".join([style, str(em), str(run[0]), *(str(widths[mark]) for mark in run)])


if __name__ == "__main__":
    METRICS.write_text(write_metrics(), encoding="utf-8", newline="\n")
