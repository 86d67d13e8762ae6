"""The self-assessment: each answer on the samples as read against the papers."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

import trustgraph as tg
from tests.small import model
from trustgraph.cli.check import check
from trustgraph.rules.checklists import CHECKLISTS, Answer, assess
from trustgraph.rules.checklists.asking import Verdict

SUFFOLK = CHECKLISTS["suffolk"]
NUMBERS = (
    "1.1 1.2 1.3 1.4 2.1 2.2 2.3 2.4 2.5 3.1 3.2 3.3 4.1 4.2 4.3 5.1 5.2 5.3 6.1 6.2 6.3 6.4 7.1 7.2 7.3 7.4 7.5 8.1 "
    "9.1 9.2 10.1 10.2 10.3"
).split()
# what each paper answers; what is not here it does not state
READ = {
    "buckinghamshire-2009": {"partly": "1.1 2.1 2.2 2.4 3.1 3.3 4.2 5.1 5.3 6.1 9.1"},
    "calderdale-model-1": {"yes": "6.1", "partly": "2.2 2.4 3.1 4.2 5.1 5.2"},
    "nottinghamshire-2016": {"yes": "6.3", "partly": "2.1 2.2 2.4 3.1 4.1 4.2 5.1 5.3"},
    "nottinghamshire-two-executives": {"partly": "2.4"},
    "suffolk-2010": {
        "yes": "1.1 2.3 3.1 3.3 4.1 4.2 6.1 6.3 7.4 9.1",
        "no": "7.2 10.1",
        "partly": "2.1 2.2 2.4 2.5 3.2 5.1 5.2 5.3 6.2 6.4 7.3 8.1",
        "not_applicable": "1.4 4.3 10.2 10.3",
    },
    "worcestershire-2008": {"yes": "3.1", "partly": "1.1 2.1 2.2 2.3 2.4 4.1"},
    "worcestershire-2010": {"yes": "1.1 6.1", "partly": "2.1 2.4 3.1 4.1 4.2 5.1 5.2", "not_applicable": "1.4"},
}


def answers(name: str) -> tuple[Answer, ...]:
    """Return what a sample answers."""
    return assess(tg.load(name), SUFFOLK)


def test_the_numbers_are_kept() -> None:
    """Each question stands under its own number, from 1.1 to 10.3."""
    assert [question.number for question in SUFFOLK.questions] == NUMBERS


@pytest.mark.parametrize("name", READ)
def test_each_answer_is_that_of_the_paper(name: str) -> None:
    """The model answers what the paper does."""
    found: dict[str, list[str]] = {}
    for row in answers(name):
        found.setdefault(row.answer, []).append(row.number)
    found.pop(Verdict.NOT_STATED)
    assert found == {verdict: numbers.split() for verdict, numbers in READ[name].items()}


def test_every_sample_is_read() -> None:
    """No sample is left out."""
    assert sorted(READ) == sorted(tg.samples())


@pytest.mark.parametrize("name", READ)
def test_each_answer_has_its_evidence(name: str) -> None:
    """What is answered rests on records with clauses, or on the model's own dates; silence rests on nothing."""
    rows = answers(name)
    assert [row.number for row in rows if bool(row.keys) != bool(row.clauses)] == []
    told = [row.number for row in rows if row.answer is not Verdict.NOT_STATED and not row.keys]
    assert told in ([], ["4.1"])
    assert not any(row.keys for row in rows if row.answer is Verdict.NOT_STATED)


def test_what_suffolks_comments_say_is_cited() -> None:
    """Answers of Suffolk's own cite the comment in its checklist."""
    cited = {row.number: row.clauses for row in answers("suffolk-2010")}
    for number in ("2.5", "6.4", "7.2", "7.3", "7.4", "8.1", "10.1"):
        assert f"Appendix C, {number}" in cited[number]


def test_an_empty_model_states_nothing() -> None:
    """A model without records answers nothing, and that is not to say no."""
    assert {row.answer for row in assess(model(), SUFFOLK)} == {Verdict.NOT_STATED}


def asked(*arguments: str) -> Result:
    """Return what the verb prints, and how it ends."""
    return CliRunner().invoke(check, arguments, standalone_mode=False)


@pytest.mark.parametrize("kind", ["text", "md", "html"])
def test_it_is_printed_in_words(kind: str) -> None:
    """Each question stands there with its number, its answer and why."""
    text = asked("suffolk-2010", "--checklist", "suffolk", "--format", kind).stdout
    assert all(word in text for word in ("10.3", "Answer", "Savings are claimed."))


def test_as_json_it_has_all_fields() -> None:
    """JSON is a list of the answers of each model."""
    rows = json.loads(asked("suffolk-2010", "calderdale-model-1", "--checklist", "suffolk", "--format", "json").stdout)
    assert [*rows[0]] == ["model", *Answer._fields]
    assert len(rows) == 2 * len(NUMBERS)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--checklist", "sufolk"], "Did you mean 'suffolk'"),
        (["--checklist", "suffolk", "--pack", "hwb-2012"], "--pack goes with rules"),
        (["--checklist", "suffolk", "--format", "sarif"], "--format sarif goes with rules"),
        (["--as-if-in-force"], "name its pack with --pack"),
    ],
)
def test_options_that_do_not_go_together(arguments: list[str], said: str) -> None:
    """What cannot be asked is told with what could."""
    assert said in str(asked("suffolk-2010", *arguments).exception)
