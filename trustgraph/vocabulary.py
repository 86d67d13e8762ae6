"""The closed words of a governance model, and what each means to the code.

Each word is a `StrEnum` member that carries its meaning, so that no second table is keyed by it anywhere
else. The hard pairs (is it `tasks` or `directs`?) are settled in the README's chapter on the vocabulary.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Family(StrEnum):
    """A family of kinds of line; it decides the style of the line on a chart."""

    ACCOUNTABILITY = "accountability"
    REPORTING = "reporting"
    CHALLENGE = "challenge"
    COMMISSIONING = "commissioning"
    ADVICE = "advice"
    STRUCTURE = "structure"


class Phrased(StrEnum):
    """A closed word that knows how it reads within a sentence: as it is, unless it says otherwise."""

    phrase: str

    def __new__(cls, word: str, phrase: str | None = None) -> Self:
        phrased = str.__new__(cls, word)
        phrased._value_, phrased.phrase = word, word.replace("_", " ") if phrase is None else phrase
        return phrased


def bare(phrase: str) -> str:
    """Return a phrase with its verb in the bare form: "reports to" gives "report to", "is part of" "be part of"."""
    verb, _, rest = phrase.partition(" ")
    if verb in {"is", "has"}:
        verb = "be" if verb == "is" else "have"
    elif verb.endswith(("ches", "shes", "sses")):
        verb = verb[:-2]
    else:
        verb = verb.removesuffix("s")
    return f"{verb} {rest}".rstrip()


class Account(StrEnum):
    """Whether a line is one of account: strictly (it can be judged), broadly (it explains), or not."""

    STRICT = "strict"
    BROAD = "broad"
    NONE = "none"


class Kind(StrEnum):
    """What a line means, read as a sentence: subject, kind, target.

    `phrase` reads from the subject ("reports to"), `passive` from the target ("receives reports from"; the other
    end stands at "…", else at the end). `about` leads to the matter ("reports to the Board on impact").
    `rise` orders boxes of one tier on a chart: 1 the target stands above the subject, -1 below, 0 the
    line orders nothing.
    """

    phrase: str
    passive: str
    family: Family
    rise: int
    account: Account
    about: str

    def __new__(
        cls,
        word: str,
        phrase: str,
        passive: str,
        family: Family,
        rise: int,
        account: Account = Account.NONE,
        about: str = "on",
    ) -> Kind:
        kind = str.__new__(cls, word)
        kind._value_ = word
        kind.phrase, kind.passive, kind.family, kind.rise, kind.account = phrase, passive, family, rise, account
        kind.about = about
        return kind

    @property
    def bare(self) -> str:
        """The phrase after a modal verb: "report to", "be accountable to"."""
        return bare(self.phrase)

    @property
    def verb(self) -> str:
        """The kind in a word, for a label: "reports", "recommends", "tasks"."""
        return self.value.replace("_", " ").removesuffix(" to")

    ACCOUNTABLE_TO = (
        "accountable_to",
        "is accountable to",
        "holds … to account",
        Family.ACCOUNTABILITY,
        1,
        Account.STRICT,
        "for",
    )
    REPORTS_TO = ("reports_to", "reports to", "receives reports from", Family.REPORTING, 1, Account.BROAD)
    ESCALATES_TO = ("escalates_to", "escalates to", "settles what is escalated by", Family.REPORTING, 0)
    CHALLENGES = ("challenges", "challenges", "is challenged by", Family.CHALLENGE, 0)
    SCRUTINISES = ("scrutinises", "scrutinises", "is scrutinised by", Family.CHALLENGE, 0)
    MONITORS = ("monitors", "monitors", "is monitored by", Family.CHALLENGE, 0)
    COMMISSIONS = ("commissions", "commissions", "is commissioned by", Family.COMMISSIONING, 0, Account.NONE, "for")
    DELEGATES_TO = ("delegates_to", "delegates powers to", "has powers delegated by", Family.COMMISSIONING, -1)
    TASKS = ("tasks", "tasks", "is tasked by", Family.COMMISSIONING, -1, Account.NONE, "with")
    DIRECTS = ("directs", "directs", "is directed by", Family.COMMISSIONING, -1)
    APPROVES = ("approves", "approves proposals from", "needs approval from", Family.COMMISSIONING, 0)
    FUNDS = ("funds", "funds", "is funded by", Family.COMMISSIONING, 0, Account.NONE, "for")
    ESTABLISHES = ("establishes", "establishes", "is established by", Family.COMMISSIONING, -1, Account.NONE, "for")
    ADVISES = ("advises", "advises", "is advised by", Family.ADVICE, 0)
    RECOMMENDS_TO = (
        "recommends_to",
        "makes recommendations to",
        "receives recommendations from",
        Family.ADVICE,
        0,
    )
    CONSULTS = ("consults", "consults", "is consulted by", Family.ADVICE, 0)
    INFORMS = ("informs", "informs", "is informed by", Family.ADVICE, 0)
    SUPPORTS = ("supports", "supports", "is supported by", Family.ADVICE, 0, Account.NONE, "with")
    PART_OF = ("part_of", "is part of", "includes", Family.STRUCTURE, 1, Account.NONE, "as")
    COORDINATES = ("coordinates", "coordinates", "is coordinated by", Family.STRUCTURE, 0)
    WORKS_WITH = ("works_with", "works with", "works with", Family.STRUCTURE, 0)
    SUCCEEDS = ("succeeds", "succeeds", "is succeeded by", Family.STRUCTURE, 0, Account.NONE, "in")


class Tier(StrEnum):
    """A row of the chart, from the top down; external bodies stand beside the rows."""

    STRATEGIC = "strategic"
    EXECUTIVE = "executive"
    COMMISSIONING = "commissioning"
    OPERATIONAL = "operational"
    EXTERNAL = "external"


class BodyKind(StrEnum):
    """What sort of body it is; `tier` is where it stands unless the record says otherwise.

    `challenger` marks the bodies constituted to challenge, which stand beside the row they speak to.
    """

    tier: Tier
    challenger: bool

    def __new__(cls, word: str, tier: Tier, challenger: bool = False) -> BodyKind:
        kind = str.__new__(cls, word)
        kind._value_, kind.tier, kind.challenger = word, tier, challenger
        return kind

    @property
    def noun(self) -> str:
        """The kind in a sentence: "advisory group", "scrutiny body"."""
        return f"{self.value.replace('_', ' ')}{' body' if self is BodyKind.SCRUTINY else ''}"

    TRUST = ("trust", Tier.STRATEGIC)
    BOARD = ("board", Tier.STRATEGIC)
    EXECUTIVE = ("executive", Tier.EXECUTIVE)
    COMMITTEE = ("committee", Tier.STRATEGIC)
    COMMISSIONING_GROUP = ("commissioning_group", Tier.COMMISSIONING)
    PARTNERSHIP = ("partnership", Tier.STRATEGIC)
    ADVISORY_GROUP = ("advisory_group", Tier.OPERATIONAL)
    DELIVERY_GROUP = ("delivery_group", Tier.OPERATIONAL)
    TASK_GROUP = ("task_group", Tier.OPERATIONAL)
    SUB_GROUP = ("sub_group", Tier.OPERATIONAL)
    UNIT = ("unit", Tier.OPERATIONAL)
    SAFEGUARDING_BOARD = ("safeguarding_board", Tier.EXTERNAL, True)
    SCRUTINY = ("scrutiny", Tier.EXTERNAL, True)
    COUNCIL = ("council", Tier.EXTERNAL)
    ORGANISATION = ("organisation", Tier.EXTERNAL)
    TEAM = ("team", Tier.OPERATIONAL)
    FORUM = ("forum", Tier.OPERATIONAL)


class Role(StrEnum):
    """What a seat is for.

    `votes` says whether such a seat votes where the paper does not say; `member` whether who holds it is a member,
    whom a quorum counts.
    """

    votes: bool | None
    member: bool

    def __new__(cls, word: str, votes: bool | None, member: bool = False) -> Role:
        role = str.__new__(cls, word)
        role._value_, role.votes, role.member = word, votes, member
        return role

    @property
    def sits(self) -> bool:
        """Whether such a seat counts as one of the body's: who supports or attends takes none."""
        return self not in {Role.SECRETARY, Role.SUPPORT, Role.IN_ATTENDANCE}

    CHAIR = ("chair", None, True)
    VICE_CHAIR = ("vice_chair", None, True)
    MEMBER = ("member", None, True)
    ADVISER = ("adviser", None)
    PARTICIPANT = ("participant", False)
    OBSERVER = ("observer", False)
    IN_ATTENDANCE = ("in_attendance", False)
    LEAD = ("lead", None, True)
    SECRETARY = ("secretary", None)
    SUPPORT = ("support", None)
    DEPUTY = ("deputy", None)


class Topic(Phrased):
    """What a line or a function is about, in words that compare between papers."""

    PLAN = ("plan", "the plan")
    PRIORITIES = "priorities"
    RESOURCES = "resources"
    COMMISSIONING = "commissioning"
    PERFORMANCE = "performance"
    SAFEGUARDING = "safeguarding"
    WORKFORCE = ("workforce", "the workforce")
    NEEDS = "needs"
    PARTICIPATION = "participation"
    COMMUNICATION = "communication"
    RISK = "risk"
    DISPUTES = "disputes"
    AREA_AGREEMENT = ("area_agreement", "the area agreement")
    OTHER = ("other", "other matters")


class Act(Phrased):
    """What a body does about a matter."""

    DECIDE = ("decide", "decides")
    DIRECT = ("direct", "directs")
    APPROVE = ("approve", "approves")
    ADVISE = ("advise", "advises on")
    COMMISSION = ("commission", "commissions")
    MONITOR = ("monitor", "monitors")
    DELIVER = ("deliver", "delivers")
    COORDINATE = ("coordinate", "coordinates")
    REVIEW = ("review", "reviews")
    CHAMPION = ("champion", "champions")
    HOLD = ("hold", "holds")
    ANSWER_FOR = ("answer_for", "answers for")
    PREPARE = ("prepare", "prepares")
    PUBLISH = ("publish", "publishes")
    ASSESS = ("assess", "assesses")
    ENGAGE = ("engage", "engages")
    RESOLVE = ("resolve", "resolves")
    MANAGE = ("manage", "manages")


class Force(StrEnum):
    """How binding a line is. A power, or what awaits a law, never completes a line of account.

    `modal` stands before the verb when the line is read aloud.
    """

    modal: str
    completes: bool

    def __new__(cls, word: str, modal: str, completes: bool) -> Force:
        force = str.__new__(cls, word)
        force._value_, force.modal, force.completes = word, modal, completes
        return force

    DUTY = ("duty", "must", True)
    PRACTICE = ("practice", "", True)
    POWER = ("power", "may", False)
    EXPECTED = ("expected", "is expected to", False)


class Basis(StrEnum):
    """Who says so: the paper, the modeller from the paper, or the modeller alone."""

    STATED = "stated"
    INFERRED = "inferred"
    ASSUMED = "assumed"


class Stage(Phrased):
    """Where a body is in its life."""

    PROPOSED = "proposed"
    SHADOW = ("shadow", "in shadow form")
    ACTIVE = "active"
    DISSOLVED = "dissolved"


class Legal(Phrased):
    """The legal nature of a body."""

    STATUTORY = ("statutory", "a statutory body")
    PARTNERSHIP = ("partnership", "a partnership")
    CORPORATE = ("corporate", "a body corporate")
    COMMITTEE = ("committee", "a committee")
    VOLUNTARY = ("voluntary", "a voluntary body")
    INFORMAL = ("informal", "an informal body")


class Status(StrEnum):
    """The standing of a document."""

    DRAFT = "draft"
    OPTION = "option"
    PROPOSED = "proposed"
    ADOPTED = "adopted"


class Attendance(Phrased):
    """How far a seat binds its holder to every meeting."""

    ALWAYS = ("always", "")
    WHEN_REQUIRED = "when_required"
    ROTATION = ("rotation", "in rotation")
    INVITED = ("invited", "by invitation")


class Comparison(StrEnum):
    """How a quorum's figure is read."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"


class QuorumBase(Phrased):
    """What a quorum is a share or a number of."""

    MEMBERS = ("members", "the members")
    VOTING = ("voting", "the voting members")
    FILLED = ("filled", "the seats filled")


class Majority(Phrased):
    """Whose majority carries a decision."""

    PRESENT = ("present", "those present")
    CAST = ("cast", "the votes cast")
    ALL = ("all", "all the members")


class Stance(StrEnum):
    """Whether a paper claims a benefit, admits a risk, or states an aim."""

    BENEFIT = "benefit"
    RISK = "risk"
    AIM = "aim"


class Expectation(StrEnum):
    """What would have to be true of the model for a claim to hold."""

    NO_SHARED_MEMBERS = "no_shared_members"
    FEWER_BODIES = "fewer_bodies"
    FEWER_MEETINGS = "fewer_meetings"
    ONE_MEETING_EACH = "one_meeting_each"
    DELEGATED_AUTHORITY = "delegated_authority"
    CLEAR_ACCOUNT = "clear_account"
    INDEPENDENT_CHALLENGE = "independent_challenge"


class Style(StrEnum):
    """What a chart shows of its bodies: how they are joined, or who sits on them too."""

    LINES = "lines"
    SEATS = "seats"


class Mark(StrEnum):
    """What a comparison or a finding says of a box or line; `sign` tells it without colour."""

    sign: str

    def __new__(cls, word: str, sign: str) -> Mark:
        mark = str.__new__(cls, word)
        mark._value_, mark.sign = word, sign
        return mark

    ADDED = ("added", "+")
    REMOVED = ("removed", "−")
    CHANGED = ("changed", "≠")
    FOUND = ("found", "!")
