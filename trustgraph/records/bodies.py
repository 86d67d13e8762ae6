"""Bodies and posts."""

from trustgraph.frequency import Range
from trustgraph.records.statements import ONE, Meetings, Record, Stated
from trustgraph.vocabulary import Act, BodyKind, Comparison, Legal, Majority, QuorumBase, Stage, Tier, Topic


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
