"""Rules: each is broken by its one example and kept by the other."""

from __future__ import annotations

import pytest

import trustgraph as tg
from trustgraph.formats import loads
from trustgraph.rules import PACKS
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
