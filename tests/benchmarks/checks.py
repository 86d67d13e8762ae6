"""How long checking a large arrangement takes, against the analyses that its rules rest on.

Run it: python -m tests.benchmarks.checks. It leaves with 1 where a limit is missed.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from time import perf_counter

from tests.benchmarks.governance import as_json
from trustgraph import analysis
from trustgraph.formats import loads
from trustgraph.model import Model
from trustgraph.rules import RULES, checking

BODIES = 100_000
LIMIT = 6
# what the structural rules ask: those of account, challenge and membership
STRUCTURAL = ("TG1", "TG2", "TG3")
ANALYSES: tuple[Callable[[Model], object], ...] = (
    analysis.cycles,
    lambda model: analysis.cycles(model, lift=True),
    analysis.orphans,
    analysis.delegations,
    analysis.dual,
    analysis.failures,
    analysis.challenge,
    analysis.quorum,
    analysis.burden,
)


def main() -> int:
    """Print what both take, and their ratio; return 1 where it is beyond the limit."""
    missed = False
    for dense in (False, True):
        model = loads(as_json(BODIES, dense=dense).encode(), "large.json", "json").at({})
        rules = [rule for rule in RULES if rule.code.startswith(STRUCTURAL)]
        # the first run looks up what a model looks up once
        _seconds(lambda: analysis.profile(model))  # noqa: B023
        rest = _seconds(lambda: [ask(model) for ask in ANALYSES])  # noqa: B023
        check = _seconds(lambda: checking.check(model, rules))  # noqa: B023
        missed = missed or check > LIMIT * rest
        print(f"{'dense' if dense else 'tidy'}: {check:.1f} s / {rest:.1f} s = {check / rest:.1f} (limit {LIMIT})")
    return int(missed)


def _seconds(run: Callable[[], object]) -> float:
    gc.collect()
    start = perf_counter()
    run()
    return perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
