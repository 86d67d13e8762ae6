"""All records of one arrangement, with its views, claims and accepted findings."""

from trustgraph.records.bodies import Body, Post
from trustgraph.records.statements import Document, Record, Stated
from trustgraph.records.ties import Membership, Relationship
from trustgraph.vocabulary import Expectation, Family, Kind, Stance, Style, Tier


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


class Records(Record, frozen=True, kw_only=True, dict=True, gc=True):
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
