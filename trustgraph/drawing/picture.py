"""A model drawn: the picture that shows itself in a notebook and saves itself in any format there is a painter for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trustgraph.charts import chart
from trustgraph.drawing.geometry import Drawing
from trustgraph.drawing.layout import layout
from trustgraph.drawing.page import PAPERS
from trustgraph.drawing.svg import paint_svg
from trustgraph.errors import UnknownNameError
from trustgraph.files import write_all
from trustgraph.model import Model
from trustgraph.records import View
from trustgraph.vocabulary import Mark

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Painter = Callable[[Drawing], bytes]

# suffix -> module and function, loaded when it is needed
PAINTERS: Mapping[str, tuple[str, str]] = {
    ".svg": ("svg", "paint_svg_file"),
    ".pdf": ("pages", "paint_pdf"),
    ".png": ("pages", "paint_png"),
    ".html": ("html", "paint_html"),
    ".pptx": ("pptx", "paint_pptx"),
    ".docx": ("docx", "paint_docx"),
    ".drawio": ("drawio", "paint_drawio"),
    ".layout.json": ("geometry_json", "print_geometry"),
    ".dot": ("dot", "print_dot"),
    ".mmd": ("mermaid", "print_mermaid"),
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
        painter = painter or painter_of(suffix)
        if suffix not in PAGEWISE or len(self.pages) < 2:
            return (painter(self),)
        return tuple(painter(self._replace(pages=(page,))) for page in self.pages)

    def on(self, ax: Axes) -> Axes:
        """Paint the picture on a matplotlib Axes, as large as that is now, and return the Axes."""
        from trustgraph.drawing.axes import paint_on

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


def painter_of(suffix: str) -> Painter:
    """Return the painter of a format; raises UnknownNameError for a suffix without one."""
    if suffix not in PAINTERS:
        raise UnknownNameError("format", suffix, PAINTERS)
    module, name = PAINTERS[suffix]
    painter: Painter = getattr(import_module(f"trustgraph.drawing.{module}"), name)
    return painter


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
