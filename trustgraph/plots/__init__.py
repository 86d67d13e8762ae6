"""Pictures of what the analyses answer: each a function of a model that returns a matplotlib Figure.

    tg.plots.save(tg.plots.burden(model), "burden.png")

A picture is titled with what it shows, sorted, and readable in grey. Only posts and bodies are named.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from trustgraph.plots.bars import burden as burden
from trustgraph.plots.bars import span as span
from trustgraph.plots.matrices import coverage as coverage
from trustgraph.plots.matrices import functions as functions
from trustgraph.plots.matrices import interlocks as interlocks
from trustgraph.plots.matrices import representation as representation
from trustgraph.plots.saving import SUFFIXES as SUFFIXES
from trustgraph.plots.saving import painted as painted
from trustgraph.plots.saving import save as save

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# the questions that have a picture; each takes a model, and those of its analysis's options that it can show
PLOTS: Mapping[str, Callable[..., Figure]] = {
    "span": span,
    "interlocks": interlocks,
    "burden": burden,
    "representation": representation,
    "functions": functions,
    "coverage": coverage,
}
