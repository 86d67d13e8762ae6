"""Records, and what every statement of a paper carries."""

import msgspec

from trustgraph.frequency import Range, meetings_per_year
from trustgraph.vocabulary import Basis, Status


# frozen records hold only what was there before them: the garbage collector has no cycles to look for
class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A frozen record whose fields have names; those at their default are left out when it is written."""


class Document(Record, frozen=True, kw_only=True):
    """A paper the model was made from.

    id: Short name other records cite the document by, such as nottinghamshire.
    title: The document's title.
    publisher: Who published it.
    date: When it was published.
    edition: The edition or version it calls itself.
    status: Its standing: draft, option, proposed or adopted.
    url: Where it can be read.
    missing: What is not in the copy that was read, such as a structure diagram.
    """

    id: str
    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    edition: str | None = None
    status: Status | None = None
    url: str | None = None
    missing: tuple[str, ...] = ()


class Evidence(Record, frozen=True, kw_only=True):
    """Where a paper says something.

    document: The document's id; may be left out where the model has one document.
    where: The numbers or headings that lead to the place, such as 12 or "Appendix A > 3.2.2 > Accountability".
    quote: A few words copied exactly, enough to find the place.
    """

    document: str | None = None
    where: str | None = None
    quote: str | None = None


class Stated(Record, frozen=True, kw_only=True):
    """What every statement carries.

    basis: Who says so: stated by the paper, inferred from it, or assumed.
    note: Anything worth knowing that no field holds.
    evidence: Where the paper says it.
    """

    basis: Basis = Basis.STATED
    note: str | None = None
    evidence: tuple[Evidence, ...] = ()


class Meetings(Stated, frozen=True, kw_only=True):
    """How often a body meets, or a line is used.

    text: The paper's own words, such as "bi-monthly".
    per_year: Meetings a year, where it cannot be worked out from the text.
    relative_to: The body whose meetings these are tied to.
    """

    text: str
    per_year: Range | None = None
    relative_to: str | None = None

    @property
    def yearly(self) -> Range | None:
        """Meetings a year: as written, else as worked out from the text; None where unknown."""
        return self.per_year if self.per_year is not None else meetings_per_year(self.text)


ONE = Range(1, 1)
