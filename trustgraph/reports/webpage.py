"""A page of HTML of its own: its style stands in it, and it asks the network for nothing."""

from __future__ import annotations

from trustgraph.tables import Table, escaped


def webpage(title: str, inside: str, *styles: str) -> str:
    """Return a page with this inside its main part, in the style of all pages and in these besides, by file name."""
    # costs what it imports, and most reports are printed
    from importlib.resources import files

    folder = files("trustgraph.reports")
    style = "".join(folder.joinpath(name).read_text(encoding="utf-8") for name in ("page.css", *styles))
    head = (
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escaped(title)}</title>\n<style>\n{style}</style>"
    )
    body = f'<a class="skip" href="#main">Skip to the main part</a>\n<main id="main">\n{inside}\n</main>'
    return f'<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n'


def scrolled(table: Table) -> str:
    """Return a table in a frame of its own, which a keyboard can scroll."""
    return scrolling(table.caption, table.html())


def scrolling(name: str, table: str) -> str:
    """Return the HTML of a table in a frame of this name."""
    return f'<div class="wide" role="region" aria-label="{escaped(name)}" tabindex="0">\n{table}\n</div>'
