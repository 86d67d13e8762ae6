"""Charts: what a governance chart means, without geometry.

Which boxes stand in which row and band, which line rises, what each label says, the notes and the legend; and how a
chart that no paper holds comes apart.
"""

from __future__ import annotations

from trustgraph.charts.branching import draft as draft
from trustgraph.charts.branching import parts as parts
from trustgraph.charts.charting import chart as chart
from trustgraph.charts.parts import BULLET as BULLET
from trustgraph.charts.parts import Band as Band
from trustgraph.charts.parts import Box as Box
from trustgraph.charts.parts import Chart as Chart
from trustgraph.charts.parts import LegendEntry as LegendEntry
from trustgraph.charts.parts import Line as Line
from trustgraph.charts.splitting import Page as Page
from trustgraph.charts.splitting import Split as Split
from trustgraph.charts.splitting import halves as halves
from trustgraph.charts.splitting import splits as splits
