"""A made-up arrangement as large as a model gets, as text."""

from __future__ import annotations

import json
from collections import defaultdict

BODIES = 20_000
LINES = 26_000
_KINDS = ("board", "executive", "delivery_group", "sub_group", "organisation")


def as_yaml(*, lines: bool = False) -> str:
    """Return the YAML of the bodies, and of their lines too where asked for."""
    own: dict[str, list[str]] = defaultdict(list)
    for subject, kind, target in _lines() if lines else ():
        own[subject].append(f"    - {{{kind}: {target}}}\n")
    cards = [
        f"  {body}:\n    name: {name}\n    kind: {kind}\n    tier: operational\n"
        + ("    lines:\n" + "".join(own[body]) if own[body] else "")
        for body, name, kind in _bodies()
    ]
    return "id: large\nbodies:\n" + "".join(cards)


def as_json(*, lines: bool = False) -> str:
    """Return the JSON of the bodies, and of their lines too where asked for."""
    bodies = [{"id": body, "name": name, "kind": kind, "tier": "operational"} for body, name, kind in _bodies()]
    drawn = [{"subject": subject, "kind": kind, "target": target} for subject, kind, target in _lines() if lines]
    return json.dumps({"id": "large", "bodies": bodies} | ({"relationships": drawn} if lines else {}))


def _bodies() -> list[tuple[str, str, str]]:
    return [(f"body-{n}", f"Body {n} of the arrangement", _KINDS[n % len(_KINDS)]) for n in range(BODIES)]


def _lines() -> list[tuple[str, str, str]]:
    """Return a line of report from each body but the first, and advice from some across the tree."""
    up = [(f"body-{n}", "reports_to", f"body-{(n - 1) // 3}") for n in range(1, BODIES)]
    across = [(f"body-{3 * n}", "advises", f"body-{3 * n + 1}") for n in range(LINES - len(up))]
    return up + across
