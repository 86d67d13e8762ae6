"""Rules: each is broken by its one example and kept by the other."""

from __future__ import annotations

from textwrap import dedent

import pytest

import trustgraph as tg
from trustgraph.cli import run as command
from trustgraph.formats import loads
from trustgraph.rules import PACKS
from trustgraph.rules.checking import OWN
from trustgraph.rules.norms import Rule

EVERY = {rule.code: rule for rule in (*tg.rules.RULES, *(each for pack in PACKS.values() for each in pack))}


def example(text: str) -> tg.Model:
    """Return the model of an example."""
    return loads(f"id: example\n{text}".encode(), "example", "yaml")


@pytest.mark.parametrize("rule", EVERY.values(), ids=EVERY)
def test_its_examples(rule: Rule) -> None:
    """One example breaks the rule and the other keeps it."""
    assert [*rule(example(rule.breaks))] != []
    assert [*rule(example(rule.keeps))] == []


@pytest.mark.parametrize("rule", EVERY.values(), ids=EVERY)
def test_what_it_says(rule: Rule) -> None:
    """A norm names its source; a message and a remedy are sentences that name no record by its id."""
    finding = tg.check(example(rule.breaks), [rule])[0]
    assert (finding.code, "Source:" in rule.norm) == (rule.code, True)
    assert all(text[0].isupper() and text.endswith(".") for text in (finding.message, finding.remedy))


def test_codes_are_unique() -> None:
    """No code is given twice."""
    codes = [rule.code for rule in (*tg.rules.RULES, *(each for pack in PACKS.values() for each in pack))]
    assert sorted(set(codes)) == sorted(codes)


@pytest.mark.parametrize("code", [*EVERY, *(rule.code for rule in OWN)])
def test_each_has_a_page(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`explain` prints the norm, its source and both examples, whether the code is in capitals or not."""
    assert command(["explain", code.lower()]) == 0
    page, parts = capsys.readouterr().out, ["Breaks it:", "Keeps it:"] if code in EVERY else []
    assert [text for text in (code, "Source:", *parts) if text not in page] == []


# what is no departure, though it looks like one: the rule, and the cards of a model
SOUND = {
    "a group with two superiors for two occasions": (
        "TG106",
        """
        bodies:
          board: {name: Board}
          forum: {name: Forum}
          group: {name: Group, lines: [{reports_to: board, condition: if asked}, {reports_to: forum, condition: else}]}
        """,
    ),
    "a report that passes through the other superior": (
        "TG106",
        """
        bodies:
          board: {name: Board}
          executive: {name: Executive}
          group: {name: Group, lines: [{reports_to: executive}, {reports_to: board, via: [executive]}]}
        """,
    ),
    "an organisation outside with a governance of its own": (
        "TG106",
        """
        bodies:
          board: {name: Board}
          council: {name: Council, inside: false}
          police: {name: Police, inside: false, lines: [{accountable_to: board}, {accountable_to: council}]}
        """,
    ),
    "an officer to whom a body answers": (
        "TG104",
        """
        apexes: [cabinet]
        bodies:
          cabinet: {name: Cabinet, inside: false}
          council: {name: Council, kind: council, inside: false}
          board: {name: Board, kind: board, lines: [{accountable_to: director}]}
        posts: {director: {title: Director, organisation: council}}
        """,
    ),
    "a workshop of one day": (
        "TG109",
        "bodies: {day: {name: Workshop, time_limited: true, since: 2009-07-20, until: 2009-07-20}}",
    ),
    "partners who challenge one another": (
        "TG204",
        """
        bodies:
          partners:
            name: Partners
            collective: true
            functions: [{deliver: the plan, topic: plan}]
            lines: [{challenges: partners, topic: plan}]
        """,
    ),
    "a group in an arrangement that is scrutinised as a whole": (
        "TG205",
        """
        bodies:
          trust: {name: Trust, kind: trust}
          group: {name: Group, functions: [{deliver: services}]}
          panel: {name: Panel, kind: scrutiny, inside: false, lines: [{scrutinises: trust}]}
        """,
    ),
    "a chair still to be elected": (
        "TG301",
        "bodies: {board: {name: Board, members: [{role: chair, appointed: elected once it is set up}]}}",
    ),
    "a quorum stated for one body of several": (
        "TG306",
        """
        bodies:
          board: {name: Board, quorum: {share: 0.5}, functions: [{decide: priorities}], members: [{member: officer}]}
          group: {name: Group, functions: [{decide: priorities}], members: [{member: officer}]}
        posts: {officer: {title: Officer}}
        """,
    ),
    "a body named in full and in short": (
        "TG507",
        """
        place: Kent
        bodies: {board: {name: Trust Board, aliases: [the Board, TB, Kent Trust Board, Board]}}
        """,
    ),
    "one body after another in the chair": (
        "TG502",
        """
        bodies:
          board:
            name: Board
            members: [{member: leader, role: chair, until: 2009-12}, {member: mayor, role: chair, since: 2010-01}]
        posts: {leader: {title: Leader}, mayor: {title: Mayor}}
        """,
    ),
}


@pytest.mark.parametrize(("code", "cards"), SOUND.values(), ids=SOUND)
def test_what_is_sound(code: str, cards: str) -> None:
    """What no reviewer would raise is not found."""
    assert [*EVERY[code](example(dedent(cards)))] == []


SILENT = """
documents:
  paper:
    title: Report
    missing:
    - the chart at 3.1
    - any Appendix B
    - any Appendix C
    - the terms of reference of the Panel, still in draft (4)
    - the register of risks
posts: {officer: {title: Officer}}
apexes: [council]
bodies:
  council: {name: Council, kind: council, inside: false}
  board: {name: Board, kind: board, members: [{member: officer}], lines: [{accountable_to: council}]}
  panel: {name: Panel, kind: board, members: [{member: officer}]}
"""


@pytest.mark.parametrize(
    ("code", "key", "lacks"),
    [
        ("TG103", "panel", "the terms of reference of the Panel, the chart at 3.1 and others"),
        ("TG301", "panel", "the terms of reference of the Panel, any Appendix B and others"),
        ("TG301", "board", "any Appendix B and any Appendix C"),
    ],
)
def test_what_a_copy_lacks(code: str, key: str, lacks: str) -> None:
    """A finding from silence names the nearest that could tell, and is worth knowing only; a chart tells of lines."""
    (finding,) = (each for each in tg.check(example(SILENT), [EVERY[code]]) if each.keys == (key,))
    assert (finding.severity, finding.message.partition("Our copy lacks ")[2]) == (
        "info",
        f"{lacks}, which could tell.",
    )
