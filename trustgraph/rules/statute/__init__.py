"""The rules of statutes, as packs chosen by name: who takes part in an arrangement, and who sits on its board.

A duty is asked of a model at the model's date, and where it was not in force then that is all the finding says, unless
the rule is asked as if. What a paper does not state is "not evidenced": that is never to say that it is not so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from trustgraph.errors import UnknownNameError
from trustgraph.model import Model
from trustgraph.rules.norms import Breach, Rule
from trustgraph.rules.statute import childrens_trusts, public_services, wellbeing_boards
from trustgraph.rules.statute.children_act import CHILDREN_ACT
from trustgraph.rules.statute.descriptions import Statute
from trustgraph.rules.statute.public_services import FUTURE_GENERATIONS_ACT
from trustgraph.rules.statute.wellbeing_boards import HEALTH_AND_CARE_ACT

_MODULES = (
    (CHILDREN_ACT, childrens_trusts),
    (HEALTH_AND_CARE_ACT, wellbeing_boards),
    (FUTURE_GENERATIONS_ACT, public_services),
)
STATUTES = {statute.name: statute for statute, _ in _MODULES}
STATUTE_RULES = {
    statute.name: tuple(
        sorted((each for each in vars(module).values() if isinstance(each, Rule)), key=lambda each: each.code)
    )
    for statute, module in _MODULES
}


def statute_of(pack: str) -> Statute:
    """Return the statute of a pack; raises UnknownNameError."""
    if pack not in STATUTES:
        raise UnknownNameError("pack", pack, STATUTES)
    return STATUTES[pack]


def as_if_in_force(rule: Rule) -> Rule:
    """Return a statute's rule that is asked of a model as if its duty had been in force at the model's date."""

    def find(model: Model) -> Iterator[Breach]:
        return iter(cast("Any", rule.find)(model, as_if_in_force=True))

    return rule._replace(find=find)
