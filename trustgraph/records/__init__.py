"""The frozen records a model is made of.

Each class documents its fields in its docstring, one line a field; the JSON Schema takes its descriptions
from there. Annotations are not put off to the future: msgspec would read each from its text, at every start.
Ends of lines and seats are ids; dates are YYYY, YYYY-MM or YYYY-MM-DD.
"""

from __future__ import annotations

from trustgraph.records.bodies import Body as Body
from trustgraph.records.bodies import Function as Function
from trustgraph.records.bodies import Identifier as Identifier
from trustgraph.records.bodies import Post as Post
from trustgraph.records.bodies import Quorum as Quorum
from trustgraph.records.columns import Columns as Columns
from trustgraph.records.statements import ONE as ONE
from trustgraph.records.statements import Document as Document
from trustgraph.records.statements import Evidence as Evidence
from trustgraph.records.statements import Meetings as Meetings
from trustgraph.records.statements import Record as Record
from trustgraph.records.statements import Stated as Stated
from trustgraph.records.ties import Membership as Membership
from trustgraph.records.ties import Relationship as Relationship
from trustgraph.records.whole import Acceptance as Acceptance
from trustgraph.records.whole import Claim as Claim
from trustgraph.records.whole import Records as Records
from trustgraph.records.whole import View as View
