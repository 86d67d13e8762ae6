"""The closed words of a governance model, and what each means to the code.

Each word is a `StrEnum` member that carries its meaning, so that no second table is keyed by it anywhere
else. The hard pairs (is it `tasks` or `directs`?) are settled in the README's chapter on the vocabulary.
"""

from __future__ import annotations

from trustgraph.vocabulary.bodies import Act as Act
from trustgraph.vocabulary.bodies import BodyKind as BodyKind
from trustgraph.vocabulary.bodies import Legal as Legal
from trustgraph.vocabulary.bodies import Stage as Stage
from trustgraph.vocabulary.bodies import Tier as Tier
from trustgraph.vocabulary.lines import Account as Account
from trustgraph.vocabulary.lines import Family as Family
from trustgraph.vocabulary.lines import Force as Force
from trustgraph.vocabulary.lines import Kind as Kind
from trustgraph.vocabulary.lines import Topic as Topic
from trustgraph.vocabulary.papers import Basis as Basis
from trustgraph.vocabulary.papers import Expectation as Expectation
from trustgraph.vocabulary.papers import Stance as Stance
from trustgraph.vocabulary.papers import Status as Status
from trustgraph.vocabulary.phrases import Phrased as Phrased
from trustgraph.vocabulary.phrases import bare as bare
from trustgraph.vocabulary.pictures import Mark as Mark
from trustgraph.vocabulary.pictures import Style as Style
from trustgraph.vocabulary.seats import Attendance as Attendance
from trustgraph.vocabulary.seats import Comparison as Comparison
from trustgraph.vocabulary.seats import Majority as Majority
from trustgraph.vocabulary.seats import QuorumBase as QuorumBase
from trustgraph.vocabulary.seats import Role as Role
