"""trustgraph rules."""

from __future__ import annotations

import click

from trustgraph.cli.terminal import say


@click.command(short_help="List the rules.")
@click.option("--pack", "packs", multiple=True, metavar="NAME", help="The rules of a statute too.")
def rules(packs: tuple[str, ...]) -> None:
    """List the rules that `trustgraph check` applies, and the packs it can apply besides."""
    from trustgraph.reports.explanation import rules_table
    from trustgraph.rules import PACKS, chosen
    from trustgraph.rules.statute import STATUTES

    say(rules_table(chosen(packs=packs)).text())
    say(f"\nPacks: {', '.join(PACKS) or 'none'}.")
    for statute in (STATUTES[name] for name in packs if name in STATUTES):
        say(f"\n{statute.title}, as far as it was read: {statute.texts}")
