"""What a governance graph can be asked: each question is a pure function of a model.

Select first (`select(model, view)`): a function answers for the whole of the model it is given. Rows come as
tuples of NamedTuples, with ids and keys rather than names, in the model's order unless the function says
otherwise, and go straight into a data frame.
"""

from __future__ import annotations

from trustgraph.analysis.burden import burden as burden
from trustgraph.analysis.challenge import challenge as challenge
from trustgraph.analysis.cycles import cycles as cycles
from trustgraph.analysis.delegations import delegations as delegations
from trustgraph.analysis.dual import dual as dual
from trustgraph.analysis.failures import failures as failures
from trustgraph.analysis.functions import functions as functions
from trustgraph.analysis.interlocks import interlocks as interlocks
from trustgraph.analysis.lines import lines as lines
from trustgraph.analysis.orphans import orphans as orphans
from trustgraph.analysis.profile import profile as profile
from trustgraph.analysis.quorum import quorum as quorum
from trustgraph.analysis.representation import representation as representation
from trustgraph.analysis.span import span as span
