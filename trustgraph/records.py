"""The frozen records a model is made of.

Each class documents its fields in its docstring, one line a field; the JSON Schema takes its descriptions
from there. Ends of lines and seats are ids; dates are YYYY, YYYY-MM or YYYY-MM-DD.
"""

from __future__ import annotations

import msgspec

from trustgraph.frequency import Range, meetings_per_year
from trustgraph.vocabulary import (
    Act,
    Attendance,
    Basis,
    BodyKind,
    Comparison,
    Expectation,
    Family,
    Force,
    Kind,
    Legal,
    Majority,
    QuorumBase,
    Role,
    Stage,
    Stance,
    Status,
    Style,
    Tier,
    Topic,
)

ONE = Range(1, 1)


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
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


class Quorum(Stated, frozen=True, kw_only=True):
    """How many must be there for a meeting to count, and what carries a decision.

    number: The number that must be there.
    share: The share that must be there, from 0 to 1.
    comparison: Whether that figure suffices (at_least) or must be passed (more_than).
    of: What the figure is counted of: members, voting seats, or seats filled.
    requires: Posts or bodies that must be present, by id.
    if_not: What happens where there is no quorum.
    carries: Whose majority carries a decision: of those present, of votes cast, or of all.
    casting_vote: Whether the chair has a casting vote.
    """

    number: int | None = None
    share: float | None = None
    comparison: Comparison = Comparison.AT_LEAST
    of: QuorumBase = QuorumBase.MEMBERS
    requires: tuple[str, ...] = ()
    if_not: str | None = None
    carries: Majority | None = None
    casting_vote: bool | None = None


class Function(Stated, frozen=True, kw_only=True):
    """What a body does about a matter.

    act: What it does: decide, direct, approve, advise, commission, monitor, deliver and so on.
    topic: The matter in a word that compares between papers.
    matter: The matter in the paper's terms, paraphrased.
    on_behalf_of: Bodies it acts for, by id.
    """

    act: Act
    topic: Topic | None = None
    matter: str | None = None
    on_behalf_of: tuple[str, ...] = ()


class Identifier(Record, frozen=True, kw_only=True):
    """A code by which others know a body.

    scheme: Who gives the code, such as ONS or ODS.
    code: The code.
    """

    scheme: str
    code: str


class Body(Stated, frozen=True, kw_only=True):
    """A board, executive, group, partnership or organisation.

    id: Short name other records use, in small letters, digits and hyphens; it never changes.
    name: The name as the paper prints it.
    aliases: Other names and abbreviations the paper uses for it.
    kind: What sort of body it is.
    tier: The row of the chart it stands in; left out, its kind decides.
    inside: Whether it is part of the arrangement; false for organisations and separate bodies.
    within: The collective body it is one of, by id.
    collective: Whether the name stands for several bodies.
    members_of: For a collective such as "every partner": the body whose members are meant, by id.
    count: How many such bodies there are, where one record stands for several alike.
    levels: The levels of officers who may sit, such as [2, 3].
    stage: Where it is in its life: proposed, shadow, active or dissolved.
    legal: Its legal nature.
    time_limited: Whether it is set up for a limited time.
    meetings: How often it meets.
    quorum: How many must be there, and what carries a decision.
    functions: What it does.
    identifiers: Codes by which others know it.
    since: The date from which it exists in this form.
    until: The date at which it ends.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: BodyKind | None = None
    tier: Tier | None = None
    inside: bool = True
    within: str | None = None
    collective: bool = False
    members_of: str | None = None
    count: Range = ONE
    levels: tuple[int, ...] = ()
    stage: Stage | None = None
    legal: Legal | None = None
    time_limited: bool | None = None
    meetings: Meetings | None = None
    quorum: Quorum | None = None
    functions: tuple[Function, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    since: str | None = None
    until: str | None = None

    @property
    def row(self) -> Tier:
        """The tier the body stands in: as written, else by its kind; external where it is outside."""
        if self.tier is not None:
            return self.tier
        if not self.inside:
            return Tier.EXTERNAL
        return self.kind.tier if self.kind is not None else Tier.OPERATIONAL


class Post(Stated, frozen=True, kw_only=True):
    """An office somebody holds. Posts are recorded, never persons.

    id: Short name other records use; bodies and posts share one set of ids.
    title: The title as the paper prints it.
    organisation: The body the post belongs to, by id.
    level: The officer's level in the organisation, 1 the chief executive's.
    holder: A word without meaning that two posts share where one person holds both.
    """

    id: str
    title: str
    organisation: str | None = None
    level: int | None = None
    holder: str | None = None

    @property
    def name(self) -> str:
        """The title, so that a post and a body are named alike."""
        return self.title


class Relationship(Stated, frozen=True, kw_only=True):
    """A line between two bodies or posts, read as a sentence: subject, kind, target.

    id: Needed only where two lines would have the same key.
    subject: Who acts, by id.
    kind: What passes.
    target: To or on whom, by id.
    topic: What it is about, in a word that compares between papers.
    matter: What it is about in the paper's terms, paraphrased.
    frequency: How often.
    via: Bodies or posts it passes through, by id, in order.
    product: What is handed over, such as an annual report.
    condition: When it applies.
    force: Whether it is a duty, practice, a power, or expected.
    denied: True where the paper says that there is no such line.
    since: The date from which it holds.
    until: The date at which it ends.
    """

    id: str | None = None
    subject: str
    kind: Kind
    target: str
    topic: Topic | None = None
    matter: str | None = None
    frequency: Meetings | None = None
    via: tuple[str, ...] = ()
    product: str | None = None
    condition: str | None = None
    force: Force = Force.PRACTICE
    denied: bool = False
    since: str | None = None
    until: str | None = None


class Membership(Stated, frozen=True, kw_only=True):
    """A seat on a body.

    id: Needed only where two seats would have the same key.
    member: The post or body that sits, by id; left out, the seat is vacant.
    any_of: Those of whom any one may sit, by id.
    body: The body it is a seat on, by id.
    role: What the seat is for: chair, member, adviser, observer and so on.
    seats: How many seats.
    voting: Whether it votes; left out where the paper does not say.
    attendance: Whether its holder always attends, or when required, in rotation or by invitation.
    appointed: How its holder is appointed.
    on_behalf_of: Bodies it represents, by id.
    substitute: Who may attend instead.
    category: The paper's own class of member, such as "non-statutory partner".
    denied: True where the paper says that there is no such seat.
    since: The date from which it holds.
    until: The date at which it ends.
    """

    id: str | None = None
    member: str | None = None
    any_of: tuple[str, ...] = ()
    body: str
    role: Role = Role.MEMBER
    seats: Range = ONE
    voting: bool | None = None
    attendance: Attendance = Attendance.ALWAYS
    appointed: str | None = None
    on_behalf_of: tuple[str, ...] = ()
    substitute: str | None = None
    category: str | None = None
    denied: bool = False
    since: str | None = None
    until: str | None = None


class View(Record, frozen=True, kw_only=True):
    """What part of a model to look at, and how to head its chart.

    id: Short name the view is asked for by; never "all".
    title: The chart's title.
    subtitle: The line under the title.
    tiers: Only bodies of these tiers.
    families: Only lines of these families.
    kinds: Only lines of these kinds.
    around: Only bodies near this one, by id.
    steps: How many lines away from it a body may be.
    as_at: Only what holds at this date.
    stated_only: Only what the paper states.
    show_posts: Whether posts with lines of their own are drawn.
    order: Bodies in the order they should stand from left to right, by id.
    hide: Bodies left out, by id.
    style: Whether boxes list who sits on their bodies (seats) or only lines are drawn (lines).
    clauses: Whether each line carries the clause that states it.
    unfold: Whether the bodies within a collective are drawn, not only noted.
    """

    id: str = ""
    title: str | None = None
    subtitle: str | None = None
    tiers: tuple[Tier, ...] = ()
    families: tuple[Family, ...] = ()
    kinds: tuple[Kind, ...] = ()
    around: str | None = None
    steps: int = 1
    as_at: str | None = None
    stated_only: bool = False
    show_posts: bool = True
    order: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()
    style: Style = Style.LINES
    clauses: bool = False
    unfold: bool = False


class Claim(Stated, frozen=True, kw_only=True):
    """What a paper says its arrangement is for, or risks.

    id: Short name of the claim.
    text: The claim in own words.
    stance: Whether it is a benefit, a risk or an aim.
    expects: What would have to be true of the model; left out where that cannot be tested.
    """

    id: str
    text: str
    stance: Stance
    expects: Expectation | None = None


class Acceptance(Record, frozen=True, kw_only=True):
    """A finding that is let stand, and why.

    rule: The rule's code, such as TG103.
    subject: The key of the record it is about.
    reason: Why it is let stand.
    until: The date after which it is to be looked at again.
    """

    rule: str
    subject: str
    reason: str
    until: str | None = None


class Records(Record, frozen=True, kw_only=True, dict=True):
    """The records of one arrangement as they were written, not yet checked against one another.

    id: Short name of the model, in small letters, digits and hyphens.
    title: What the arrangement is called.
    place: The area it serves.
    version: The model's own version.
    as_at: The date the arrangement is described as at.
    since: The date it takes effect.
    until: The date it ends.
    documents: The papers it was made from.
    apexes: The bodies at which lines of account end, by id.
    bodies: Boards, executives, groups, partnerships and organisations.
    posts: Offices that hold seats or lines.
    relationships: The lines between bodies or posts.
    memberships: The seats on bodies.
    claims: What the papers claim for the arrangement.
    views: The charts the model declares; the first is drawn unless another is asked for.
    accepted: Findings that are let stand, with reasons.
    note: Anything worth knowing that no field holds.
    """

    id: str
    title: str | None = None
    place: str | None = None
    version: str | None = None
    as_at: str | None = None
    since: str | None = None
    until: str | None = None
    documents: tuple[Document, ...] = ()
    apexes: tuple[str, ...] = ()
    bodies: tuple[Body, ...] = ()
    posts: tuple[Post, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    memberships: tuple[Membership, ...] = ()
    claims: tuple[Claim, ...] = ()
    views: tuple[View, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
    note: str | None = None
