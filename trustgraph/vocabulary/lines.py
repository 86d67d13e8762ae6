"""The words of lines: what passes between two, about what, and how binding it is."""

from __future__ import annotations

from enum import StrEnum

from trustgraph.vocabulary.phrases import Phrased, bare


class Family(StrEnum):
    """A family of kinds of line; it decides the style of the line on a chart."""

    ACCOUNTABILITY = "accountability"
    REPORTING = "reporting"
    CHALLENGE = "challenge"
    COMMISSIONING = "commissioning"
    ADVICE = "advice"
    STRUCTURE = "structure"


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
