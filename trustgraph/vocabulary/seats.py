"""The words of seats: what each is for, how far it binds, and what carries a decision."""

from __future__ import annotations

from enum import StrEnum

from trustgraph.vocabulary.phrases import Phrased


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
