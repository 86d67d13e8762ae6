"""What a governance graph can be asked: each question is a pure function of a model.

Select first (`select(model, view)`): a function answers for the whole of the model it is given. Rows come as
tuples of NamedTuples, with ids and keys rather than names, in the model's order unless the function says
otherwise, and go straight into a data frame.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from trustgraph.analysis.accountability.cycles import cycles as cycles
    from trustgraph.analysis.accountability.delegations import delegations as delegations
    from trustgraph.analysis.accountability.dual import dual as dual
    from trustgraph.analysis.accountability.failures import failures as failures
    from trustgraph.analysis.accountability.lines import lines as lines
    from trustgraph.analysis.accountability.orphans import orphans as orphans
    from trustgraph.analysis.accountability.span import span as span
    from trustgraph.analysis.challenges.challenge import challenge as challenge
    from trustgraph.analysis.membership.burden import burden as burden
    from trustgraph.analysis.membership.interlocks import interlocks as interlocks
    from trustgraph.analysis.membership.quorum import quorum as quorum
    from trustgraph.analysis.membership.representation import representation as representation
    from trustgraph.analysis.structure.functions import functions as functions
    from trustgraph.analysis.structure.profile import profile as profile

# what each question is about; a question is imported when first asked for, since to import all takes longer than to ask
_HOMES = {
    "accountability": "cycles delegations dual failures lines orphans span",
    "challenges": "challenge",
    "membership": "burden interlocks quorum representation",
    "structure": "functions profile",
}
_HOME = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = sorted(_HOME)  # noqa: PLE0605  the names above, once


def __getattr__(name: str) -> Any:
    """Return the function that answers a question."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    answer = getattr(import_module(f"{__name__}.{_HOME[name]}.{name}"), name)
    globals()[name] = answer
    return answer


def __dir__() -> list[str]:
    """Return the names of the questions."""
    return [*__all__]
