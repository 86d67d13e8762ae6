"""trustgraph explain."""

from __future__ import annotations

import click

from trustgraph.cli.terminal import say


@click.command(short_help="Explain a rule, with examples.")
@click.argument("code", metavar="RULE")
def explain(code: str) -> None:
    """Print what RULE asks for and why: its norm, its source, an example that breaks it and one that keeps it."""
    from trustgraph.errors import UnknownNameError
    from trustgraph.reports.explanation import explanation
    from trustgraph.rules import PACKS, chosen
    from trustgraph.rules.checking import OWN

    rules = {rule.code: rule for rule in (*OWN, *chosen(packs=PACKS))}
    if code.upper() not in rules:
        raise UnknownNameError("rule", code, rules)
    say(explanation(rules[code.upper()]).rstrip())
