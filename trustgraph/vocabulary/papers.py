"""The words of papers: who says a thing, and what a paper claims."""

from __future__ import annotations

from enum import StrEnum


class Basis(StrEnum):
    """Who says so: the paper, the modeller from the paper, or the modeller alone."""

    STATED = "stated"
    INFERRED = "inferred"
    ASSUMED = "assumed"


class Status(StrEnum):
    """The standing of a document."""

    DRAFT = "draft"
    OPTION = "option"
    PROPOSED = "proposed"
    ADOPTED = "adopted"


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
