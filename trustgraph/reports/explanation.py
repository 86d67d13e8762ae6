"""What a rule asks for: its norm, its source, an example that breaks it and one that keeps it."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import indent

from trustgraph.rules.norms import Rule
from trustgraph.tables import Table


def explanation(rule: Rule) -> str:
    """Return the page of a rule as text; it is Markdown too."""
    parts = [f"{rule.code} {rule.name} ({rule.severity})", rule.norm]
    for heading, example in (("Breaks it:", rule.breaks), ("Keeps it:", rule.keeps)):
        if example:
            parts += [heading, indent(example, "    ")]
    return "\n\n".join(parts) + "\n"


def rules_table(rules: Iterable[Rule]) -> Table:
    """Return the rules by code, with what they ask in a line."""
    rows = tuple(
        (rule.code, rule.severity, rule.name, rule.norm.partition("\n\n")[0].replace("\n", " ")) for rule in rules
    )
    return Table("Rules", ("Code", "Severity", "Name", "Norm"), rows)
