"""trustgraph models."""

from __future__ import annotations

import click

from trustgraph.cli.terminal import say
from trustgraph.formats import load, samples


@click.command(short_help="List the sample models that come with trustgraph.")
def models() -> None:
    """List the sample models: the name to call each by, and its title."""
    names = samples()
    width = max(map(len, names), default=0)
    for name in names:
        say(f"{name:<{width}}  {load(name).title or ''}".rstrip())
