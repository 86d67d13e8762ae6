"""Plot: a matplotlib Figure that shows itself in a notebook, where nothing of pyplot is at work."""

from __future__ import annotations

from typing import Any

from matplotlib.figure import Figure

from trustgraph.plots.saving import painted


class Plot(Figure):
    """A figure whose label says what it shows."""

    def _repr_mimebundle_(self, **_: Any) -> dict[str, bytes | str]:
        return {"image/png": painted(self, ".png", dpi=96), "text/plain": str(self.get_label())}

    def __repr__(self) -> str:
        return f"<Plot: {self.get_label()}>"
