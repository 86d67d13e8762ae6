"""Scenarios: what would be done to an arrangement, read from a file and carried out."""

from __future__ import annotations

from trustgraph.comparison.scenarios.applying import apply as apply
from trustgraph.comparison.scenarios.reading import is_scenario as is_scenario
from trustgraph.comparison.scenarios.reading import scenarios as scenarios
from trustgraph.comparison.scenarios.steps import Add as Add
from trustgraph.comparison.scenarios.steps import Change as Change
from trustgraph.comparison.scenarios.steps import Merge as Merge
from trustgraph.comparison.scenarios.steps import Move as Move
from trustgraph.comparison.scenarios.steps import Remove as Remove
from trustgraph.comparison.scenarios.steps import Reseat as Reseat
from trustgraph.comparison.scenarios.steps import Scenario as Scenario
from trustgraph.comparison.scenarios.steps import Step as Step
