"""trustgraph: how public bodies are governed, as a graph that can be drawn and asked.

    import trustgraph as tg

    model = tg.load("nottinghamshire-2016")
    tg.draw(model)

Names are loaded when first used, so that importing trustgraph costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module

# typing alone would double the time Python takes to start
TYPE_CHECKING = False

if TYPE_CHECKING:
    from trustgraph import analysis as analysis
    from trustgraph import plots as plots
    from trustgraph import rules as rules
    from trustgraph.charts import chart as chart
    from trustgraph.comparison.comparing import compare as compare
    from trustgraph.comparison.diffing import diff as diff
    from trustgraph.comparison.scenarios.applying import apply as apply
    from trustgraph.drawing.picture import draw as draw
    from trustgraph.errors import FormatError as FormatError
    from trustgraph.errors import ModelError as ModelError
    from trustgraph.errors import TrustgraphError as TrustgraphError
    from trustgraph.errors import TrustgraphWarning as TrustgraphWarning
    from trustgraph.errors import UnknownNameError as UnknownNameError
    from trustgraph.formats import load as load
    from trustgraph.formats import load_all as load_all
    from trustgraph.formats import samples as samples
    from trustgraph.formats import save as save
    from trustgraph.frequency import Range as Range
    from trustgraph.graph.networks import to_networkx as to_networkx
    from trustgraph.model import Model as Model
    from trustgraph.records import Body as Body
    from trustgraph.records import Claim as Claim
    from trustgraph.records import Document as Document
    from trustgraph.records import Evidence as Evidence
    from trustgraph.records import Function as Function
    from trustgraph.records import Meetings as Meetings
    from trustgraph.records import Membership as Membership
    from trustgraph.records import Post as Post
    from trustgraph.records import Quorum as Quorum
    from trustgraph.records import Relationship as Relationship
    from trustgraph.records import View as View
    from trustgraph.rules import check as check
    from trustgraph.verification import verify as verify
    from trustgraph.views import select as select
    from trustgraph.vocabulary import Family as Family
    from trustgraph.vocabulary import Kind as Kind
    from trustgraph.vocabulary import Role as Role
    from trustgraph.vocabulary import Tier as Tier
    from trustgraph.wording import outline as outline
    from trustgraph.wording import terms as terms

_HOMES = {
    "charts": "chart",
    "comparison.comparing": "compare",
    "comparison.diffing": "diff",
    "comparison.scenarios.applying": "apply",
    "drawing.picture": "draw",
    "errors": "FormatError ModelError TrustgraphError TrustgraphWarning UnknownNameError",
    "formats": "load load_all samples save",
    "frequency": "Range",
    "graph.networks": "to_networkx",
    "model": "Model",
    "records": "Body Claim Document Evidence Function Meetings Membership Post Quorum Relationship View",
    "verification": "verify",
    "rules": "check",
    "views": "select",
    "vocabulary": "Family Kind Role Tier",
    "wording": "outline terms",
}
_MODULES = ("analysis", "plots")
_HOME = {name: home for home, names in _HOMES.items() for name in names.split()}

__version__ = "0.1.0"
__all__ = sorted((*_HOME, *_MODULES))  # noqa: PLE0605  the names above, once


def __getattr__(name: str) -> object:
    if name in _MODULES:
        return import_module(f"trustgraph.{name}")
    if name not in _HOME:
        raise AttributeError(f"module 'trustgraph' has no attribute '{name}'")
    value = getattr(import_module(f"trustgraph.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
