"""A model drawn: the picture that shows itself in a notebook and saves itself in any format there is a painter for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trustgraph.charts import chart
from trustgraph.drawing.axes import paint_on
from trustgraph.drawing.docx import paint_docx
from trustgraph.drawing.dot import print_dot
from trustgraph.drawing.drawio import paint_drawio
from trustgraph.drawing.geometry import Drawing
from trustgraph.drawing.geometry_json import print_geometry
from trustgraph.drawing.html import paint_html
from trustgraph.drawing.layout import layout
from trustgraph.drawing.mermaid import print_mermaid
from trustgraph.drawing.page import PAPERS
from trustgraph.drawing.pages import paint_pdf, paint_png
from trustgraph.drawing.pptx import paint_pptx
from trustgraph.drawing.svg import paint_svg, paint_svg_file
from trustgraph.errors import UnknownNameError
from trustgraph.files import write_all
from trustgraph.model import Model
from trustgraph.records import View
from trustgraph.vocabulary import Mark

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Painter = Callable[[Drawing], bytes]

PAINTERS: Mapping[str, Painter] = {
    ".svg": paint_svg_file,
    ".pdf": paint_pdf,
    ".png": paint_png,
    ".html": paint_html,
    ".pptx": paint_pptx,
    ".docx": paint_docx,
    ".drawio": paint_drawio,
    ".layout.json": print_geometry,
    ".dot": print_dot,
    ".mmd": print_mermaid,
}
# one file a page; the others hold all pages in one
PAGEWISE = (".svg", ".png")
# printed from the chart alone
UNPLACED = (".dot", ".mmd")


class Picture(Drawing):
    """A drawing that shows itself in a notebook and saves itself."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<Picture: {self.chart.title}, {len(self.chart.boxes)} bodies, {len(self.chart.lines)} lines>"

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"image/svg+xml": paint_svg(self).decode(), "text/plain": "\n".join(self.chart.outline)}

    def _repr_pretty_(self, printer: Any, _: bool) -> None:
        # a notebook prints a tuple in its own way unless it is told another
        printer.text("\n".join(self.chart.outline))

    def paint(self, suffix: str, painter: Painter | None = None) -> tuple[bytes, ...]:
        """Return the files of a format: one a page for .svg and .png, else one; raises UnknownNameError."""
        if painter is None:
            if suffix not in PAINTERS:
                raise UnknownNameError("format", suffix, PAINTERS)
            painter = PAINTERS[suffix]
        if suffix not in PAGEWISE or len(self.pages) < 2:
            return (painter(self),)
        return tuple(painter(self._replace(pages=(page,))) for page in self.pages)

    def on(self, ax: Axes) -> Axes:
        """Paint the picture on a matplotlib Axes, as large as that is now, and return the Axes."""
        return paint_on(self, ax)

    def save(self, path: str | Path, *, painter: Painter | None = None) -> tuple[Path, ...]:
        """Write the picture in the format of the suffix, and return the files written.

        Several pages of SVG or PNG become NAME-1.svg and so on; all are written or none.
        Raises UnknownNameError for a suffix without a painter, OutputError where a file cannot be written.
        """
        path = Path(path)
        files = self.paint(suffix_of(path), painter)
        if len(files) == 1:
            paths = [path]
        else:
            paths = [path.with_name(f"{path.stem}-{number}{path.suffix}") for number in range(1, len(files) + 1)]
        write_all(dict(zip(paths, files, strict=True)))
        return tuple(paths)


def suffix_of(path: Path) -> str:
    """Return the suffix that decides a file's format, ".layout.json" being one."""
    return ".layout.json" if path.name.endswith(".layout.json") else path.suffix.lower()


def draw(
    model: Model,
    view: View | str | None = None,
    *,
    paper: str = "A4",
    orientation: str | None = None,
    engine: str | None = None,
    marks: Mapping[str, Mark | str] | None = None,
) -> Picture:
    """Return the picture of a view of a model, or of the view of this id.

    Where none is given it is the first view the model declares, else everything.
    `paper` is "A4" (A3 where that is too small, several pages where A3 is), "A3" or "none" (one page as large as the
    chart needs); `orientation` is "portrait", "landscape" or, where left out, whichever fits better; `engine` one of
    the layout engines, or the first that is there. `marks` are those of `chart`: what is "added", "removed", "changed"
    or "found", by key. Raises UnknownNameError for a view, paper, orientation, key or mark there is not, RenderError
    where the layout fails.
    """
    for what, name, known in (
        ("paper", paper, (*PAPERS, "none")),
        ("orientation", orientation, (None, "portrait", "landscape")),
    ):
        if name not in known:
            raise UnknownNameError(what, str(name), (each for each in known if each))
    seen = view if isinstance(view, View) else model.view(view)
    drawn = chart(model, seen, marks=marks)
    return Picture(model, drawn, layout(drawn, paper=paper, orientation=orientation, engine=engine), seen)
