"""How a model reads aloud: its records as sentences with their clauses, the outline, one body's terms of reference."""

from __future__ import annotations

from trustgraph.wording.citations import clause as clause
from trustgraph.wording.citations import remark as remark
from trustgraph.wording.citations import said_by as said_by
from trustgraph.wording.facts import doing as doing
from trustgraph.wording.facts import is_picture as is_picture
from trustgraph.wording.facts import silence as silence
from trustgraph.wording.lines import details as details
from trustgraph.wording.lines import predicate as predicate
from trustgraph.wording.lines import said as said
from trustgraph.wording.lines import sentence as sentence
from trustgraph.wording.lines import table as table
from trustgraph.wording.lists import agree as agree
from trustgraph.wording.lists import listed as listed
from trustgraph.wording.lists import prose as prose
from trustgraph.wording.names import agreeing as agreeing
from trustgraph.wording.names import called as called
from trustgraph.wording.names import capital as capital
from trustgraph.wording.names import either as either
from trustgraph.wording.names import is_plural as is_plural
from trustgraph.wording.names import name as name
from trustgraph.wording.names import named as named
from trustgraph.wording.names import names as names
from trustgraph.wording.names import pronoun as pronoun
from trustgraph.wording.names import spelt as spelt
from trustgraph.wording.paragraphs import description as description
from trustgraph.wording.paragraphs import outline as outline
from trustgraph.wording.reference import Terms as Terms
from trustgraph.wording.reference import terms as terms
from trustgraph.wording.seats import chairs as chairs
from trustgraph.wording.seats import held as held
from trustgraph.wording.seats import seat as seat
from trustgraph.wording.seats import sitters as sitters
from trustgraph.wording.seats import total as total
