"""trustgraph doctor."""

from __future__ import annotations

import platform
import re
import sys
from importlib.metadata import PackageNotFoundError, version

import click

from trustgraph import __version__
from trustgraph.cli.terminal import say
from trustgraph.drawing.engines import Engine, engines
from trustgraph.drawing.metrics import FONTS

PACKAGES = ("click", "msgspec", "PyYAML", "graphviz", "typst", "networkx", "pydot", "matplotlib", "fonttools")


@click.command(short_help="Print versions, layout engines and fonts.")
def doctor() -> int:
    """Print what trustgraph runs on: versions, layout engines in the order they are tried, and fonts.

    Leaves with 4 where there is no layout engine.
    """
    say(f"trustgraph  {__version__}")
    say(f"Python      {platform.python_version()} on {platform.platform()}, text as {sys.getfilesystemencoding()}")
    for package in PACKAGES:
        say(f"{package:<12}{_version(package)}")
    found = engines()
    say("Layout engines, in the order they are tried:")
    for engine in found:
        say(f"  {engine.name:<14}{_where(engine)}")
    say("Fonts, bundled:")
    for font in FONTS.values():
        say(f"  {font.name}")
    return 0 if any(engine.path for engine in found) else 4


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not here"


def _where(engine: Engine) -> str:
    if engine.path is None:
        return "not here"
    # an engine says its name, and that of what it is built on, around its version
    number = re.search(r"\d+(?:\.\d+)+", engine.version)
    return f"{number[0] if number else 'version unknown'}, {engine.path}"
