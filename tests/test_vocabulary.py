"""The closed words, and what each means to the code."""

from __future__ import annotations

from enum import StrEnum

import pytest

from trustgraph import vocabulary
from trustgraph.vocabulary import Account, BodyKind, Family, Force, Kind, Role, Tier

WORDS = [
    item for item in vars(vocabulary).values() if isinstance(item, type) and issubclass(item, StrEnum) and len(item)
]


@pytest.mark.parametrize("words", WORDS, ids=lambda words: words.__name__)
def test_a_word_is_its_name_in_small_letters(words: type[StrEnum]) -> None:
    """What is written in a file is the member's name, and can be a key without quotes."""
    assert [word.value for word in words] == [word.name.lower() for word in words]


@pytest.mark.parametrize("kind", Kind)
def test_a_kind_reads_from_both_ends(kind: Kind) -> None:
    """Every kind can be said of its subject and of its target."""
    assert all(words and words == words.strip().lower() for words in (kind.phrase, kind.passive))


@pytest.mark.parametrize("family", Family)
def test_a_family_has_kinds(family: Family) -> None:
    """No family is empty."""
    assert [kind for kind in Kind if kind.family is family]


def test_only_two_kinds_are_lines_of_account() -> None:
    """To answer is strict account and to report is broad; nothing else is account."""
    assert {kind: kind.account for kind in Kind if kind.account is not Account.NONE} == {
        Kind.ACCOUNTABLE_TO: Account.STRICT,
        Kind.REPORTS_TO: Account.BROAD,
    }


def test_few_kinds_order_boxes() -> None:
    """What is answered to stands above, what is set to work stands below; challenge and advice order nothing."""
    assert {kind.value: kind.rise for kind in Kind if kind.rise} == {
        "accountable_to": 1,
        "reports_to": 1,
        "part_of": 1,
        "delegates_to": -1,
        "tasks": -1,
        "directs": -1,
        "establishes": -1,
    }


def test_challengers_stand_outside() -> None:
    """A body constituted to challenge has no row of its own."""
    assert {kind.tier for kind in BodyKind if kind.challenger} == {Tier.EXTERNAL}


def test_a_voice_without_a_vote() -> None:
    """Participants, observers and those in attendance do not vote; of others the paper must say."""
    assert {role for role in Role if role.votes is False} == {Role.PARTICIPANT, Role.OBSERVER, Role.IN_ATTENDANCE}


def test_a_power_completes_no_line_of_account() -> None:
    """What may be done, and what awaits a law, is not yet account."""
    assert [force for force in Force if not force.completes] == [Force.POWER, Force.EXPECTED]
