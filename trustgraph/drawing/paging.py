"""A chart on as many pages as it needs: one where a paper holds it, else its key chart and pages of its bodies."""

from __future__ import annotations

from collections.abc import Callable

from trustgraph.charts import Chart, Page, Split, draft, halves, parts, splits
from trustgraph.drawing.geometry import Layout
from trustgraph.drawing.page import PAPERS, chunks, is_paper, renumbered, worded

# ways to choose what stays on the key, before the chart is given up
_KEYS = 5
_FEWEST, _MOST = 8, 24
# how many pages a body may be drawn on, in the mean
_OFTEN = 4

_FULL = "This page is too full for A3 with type of 8 points. The table of relationships has all its lines."

Lay = Callable[[Chart], Layout]


def paginate(chart: Chart, paper: str, orientation: str | None, lay: Lay) -> tuple[Layout, ...]:
    """Return the pages of a chart, each laid out by `lay` on A4 or A3, or one as large as it needs for paper "none".

    Where only the notes are too many for the page, they follow on pages of their own.
    """
    whole = lay(chart)
    if paper == "none" or is_paper(whole):
        return (whole,)
    if pages := _noted(chart, whole, lay):
        return pages
    # where everything is joined to everything, nothing comes apart
    several = [split for split in splits(chart, _capacity(whole)) if split.pages and _tells(chart, split)]
    for split in dict.fromkeys([*several[: _KEYS - 1], *several[-1:]]):
        if pages := _split(chart, split, lay):
            return pages
    sentence = (
        f"{len(chart.boxes):,} bodies and {len(chart.lines):,} lines do not fit A3 with type of 8 points, and do not "
        "come apart into pages that do. Choose a tier, a family of lines, or a body to look around."
    )
    return (worded(chart, [sentence], paper, orientation),)


def _capacity(page: Layout) -> int:
    """Return how many boxes a paper is likely to hold, by the room they took on a page larger than any."""
    shares = PAPERS["A3"][0] * PAPERS["A3"][1] / (page.width * page.height)
    # the fewer boxes, the less room their lines take
    return max(_FEWEST, min(_MOST, round(1.6 * len(page.boxes) * shares)))


def _tells(chart: Chart, split: Split) -> bool:
    """Return whether pages show more of a chart than the same bodies over and over."""
    return sum(len(draft(chart, page).boxes) for page in split.pages) <= _OFTEN * len(chart.boxes)


def _noted(chart: Chart, whole: Layout, lay: Lay) -> tuple[Layout, ...]:
    """Return the page of a chart and those of its notes, nothing where the notes are not what is too much."""
    notes = chunks(chart.notes)
    wide, high = _extent(whole)
    if not notes or min(wide, high) > PAPERS["A3"][0] or max(wide, high) > PAPERS["A3"][1]:
        return ()
    total = len(notes) + 1
    page = lay(chart._replace(notes=("The notes are on page 2.",), pages=total))
    if not is_paper(page):
        return ()
    bare = chart._replace(subtitle=f"Notes · {chart.subtitle}".removesuffix(" · "), pages=total)
    texts = (bare._replace(page=number, outline=told) for number, told in enumerate(notes, 2))
    return (page, *(worded(text, text.outline, "A4", "portrait") for text in texts))


def _extent(page: Layout) -> tuple[float, float]:
    """Return how wide and high the boxes of a page reach."""
    across = [edge for box in page.boxes for edge in (box.x, box.x + box.width)]
    down = [edge for box in page.boxes for edge in (box.y, box.y + box.height)]
    return max(across) - min(across), max(down) - min(down)


def _split(chart: Chart, split: Split, lay: Lay) -> tuple[Layout, ...]:
    """Return the pages of a split chart, made finer until each fits; nothing where its key does not."""
    if not is_paper(lay(parts(chart, split)[0])):
        return ()
    fitting = [each for page in split.pages for each in _fitting(chart, page, lay)]
    key, *others = parts(chart, split._replace(pages=tuple(page for page, _ in fitting)))
    pages = [lay(key), *(renumbered(page, part) for (_, page), part in zip(fitting, others, strict=True))]
    if not is_paper(pages[0]):
        return ()
    return tuple(page if is_paper(page) else _too_full(part) for page, part in zip(pages, (key, *others), strict=True))


def _fitting(chart: Chart, page: Page, lay: Lay) -> list[tuple[Page, Layout]]:
    """Return a page, or where it is too full the pages it comes apart into."""
    laid = lay(draft(chart, page))
    several = () if is_paper(laid) else halves(chart, page)
    return [each for half in several for each in _fitting(chart, half, lay)] or [(page, laid)]


def _too_full(part: Chart) -> Layout:
    """Return a page that says in words what it has no room to draw."""
    return worded(part, [_FULL], "A4", "portrait")
