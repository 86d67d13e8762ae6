"""Every question of every sample, in every format."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

import trustgraph as tg
from tests.small import body, line, model
from trustgraph.records import Membership, Post, Quorum
from trustgraph.reports.answers import QUESTIONS, question, tabulate
from trustgraph.reports.report import Report
from trustgraph.vocabulary import Basis, Topic

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
SAMPLES = {name: tg.load(name) for name in tg.samples()}
NAMED = (
    "profile cycles orphans span lines failures dual challenge delegations interlocks burden quorum representation "
    "functions"
).split()
PAIRS = [(name, asked) for name in SAMPLES for asked in NAMED]


def answered(sample: str, name: str) -> Report:
    """Return the answer of a sample in words."""
    asked = QUESTIONS[name]
    return asked.report(SAMPLES[sample], asked.answer(SAMPLES[sample]))


@pytest.mark.parametrize("name", NAMED)
def test_the_readme_names_the_fields(name: str) -> None:
    """The table of the README has exactly the fields of the rows, in their order."""
    (row,) = re.findall(rf"^\| `{name}` \| (.*) \|$", README, re.MULTILINE)
    assert tuple(re.findall(r"`(\w+)`", row)) == QUESTIONS[name].row._fields


def test_there_are_fourteen_questions() -> None:
    """Each question is a function of the analyses, by its name."""
    assert all(getattr(tg.analysis, name) is QUESTIONS[name].answer for name in NAMED)


@pytest.mark.parametrize(("sample", "name"), PAIRS)
def test_every_answer_reads_aloud(sample: str, name: str) -> None:
    """An answer is one or more full sentences, without ids, empty brackets or doubled marks."""
    sentences = answered(sample, name).sentences
    assert all(sentence[:1].upper() == sentence[:1] and sentence[-1] in ".:" for sentence in sentences)
    assert not re.search(r"  |\(\)|\.\.|, ,|; ;|\bNone\b(?! runs)|_| \.", " ".join(sentences))


@pytest.mark.parametrize(("sample", "name"), [pair for pair in PAIRS if pair[1] != "profile"])
def test_every_answer_says_something(sample: str, name: str) -> None:
    """Where there is nothing, that is said."""
    assert answered(sample, name).sentences


@pytest.mark.parametrize(("sample", "name"), PAIRS)
def test_no_sentence_is_said_twice(sample: str, name: str) -> None:
    """What holds of several is said once."""
    sentences = answered(sample, name).sentences
    assert len(set(sentences)) == len(sentences)


@pytest.mark.parametrize(("sample", "name"), PAIRS)
def test_every_answer_prints(sample: str, name: str) -> None:
    """Text, Markdown and HTML hold the same title; no table of an answer is empty."""
    report = answered(sample, name)
    assert report.text().startswith(report.title)
    assert report.markdown().startswith("## ")
    assert report._repr_html_().count("<section>") == 1
    assert all(table.rows for table in report.tables)


@pytest.mark.parametrize(("sample", "name"), PAIRS)
def test_json_has_the_fields_of_the_named_tuples(sample: str, name: str) -> None:
    """JSON is a list of objects with exactly the fields of the rows."""
    rows = json.loads(tabulate(name, [SAMPLES[sample]]).without("model").json())
    assert len(rows) == len(QUESTIONS[name].answer(SAMPLES[sample]))
    assert all(tuple(row) == QUESTIONS[name].row._fields for row in rows)


@pytest.mark.parametrize(("sample", "name"), PAIRS)
def test_csv_has_a_row_each(sample: str, name: str) -> None:
    """CSV has the fields as its headings, and as many rows as the answer."""
    head, *rows = csv.reader(io.StringIO(tabulate(name, [SAMPLES[sample]]).csv(), newline=""))
    assert tuple(head) == ("model", *QUESTIONS[name].row._fields)
    assert len(rows) == len(QUESTIONS[name].answer(SAMPLES[sample]))


@pytest.mark.parametrize("name", NAMED)
def test_an_empty_model_is_answered(name: str) -> None:
    """Of nothing each question has an answer that prints."""
    asked = QUESTIONS[name]
    report = asked.report(model(), asked.answer(model()))
    assert (bool(report.text()), bool(report.sentences or report.tables)) == (True, True)


def test_models_stack() -> None:
    """Several models are one table, told apart by its first column."""
    table = tabulate("profile", SAMPLES.values())
    assert [row[0] for row in table.rows] == [sample.id for sample in SAMPLES.values()]


def test_the_long_form() -> None:
    """A row with three orphans' ends, or a dual's two lines, becomes a row each; shorter lists are followed by None."""
    small = model("a reports_to b", "a reports_to c")
    table = tabulate("dual", [small], long=True)
    assert [(row["superiors"], row["meet_at"]) for row in table.records()] == [("b", None), ("c", None)]


def test_a_list_that_is_empty_is_one_row_in_the_long_form() -> None:
    """Nothing is lost for want of an element."""
    small = model("a reports_to a")
    assert len(tabulate("orphans", [small], long=True).rows) == 1


def test_what_an_analysis_takes() -> None:
    """A question knows its options, and passes them on."""
    assert question("span").options == ("topic", "strict", "lift")
    (row,) = tabulate("lines", [model("a reports_to b", apexes=("b",))], of="a").records()
    assert row["path"] == ("a", "b")


def test_no_such_question() -> None:
    """An unknown question names the nearest."""
    with pytest.raises(tg.UnknownNameError, match=r"no question named .orphan.\. Did you mean .orphans."):
        question("orphan")


def quorate(**fields: Any) -> str:
    """Return in words what the quorum of a board of one police officer and two councillors is."""
    board = body("board", quorum=Quorum(number=2, **fields))
    others = (body("council", inside=False), body("police", inside=False))
    seats = (Membership(member="council", body="board", seats=tg.Range(2, 2), voting=True),)
    seats += (Membership(member="police", body="board"),)
    return question("quorum").told(model(records=(board, *others, *seats))).markdown()


def test_what_carries_is_told_with_whose_majority() -> None:
    """Where the paper names no majority, what would carry is told as what the word means."""
    assert "with no more than these, two votes can carry a decision." in quorate(carries="present")
    assert "with no more than these, two votes can carry a decision by a majority of those present." in quorate()


def test_what_is_open_of_an_organisation_is_said_to_be() -> None:
    """It is told what one can do, and that it is open of another whose vote is not stated."""
    told = quorate()
    assert "On the Board, Council alone can prevent a quorum by staying away" in told
    assert "What another organisation could do alone on the Board is left open." in told


@pytest.mark.parametrize(
    ("collective", "told"), [(False, "That is a look at oneself"), (True, "They challenge one another as peers")]
)
def test_a_challenge_of_oneself(collective: bool, told: str) -> None:
    """Peers under one name challenge one another; a body that monitors itself does not."""
    report = question("challenge").told(
        model("groups monitors groups", records=(body("groups", collective=collective),))
    )
    assert f"{told}, so that independence is not asked." in report.sentences[0]


def told(name: str, *sentences: str, records: tuple[Any, ...] = (), **options: Any) -> str:
    """Return in words the answer of lines that all stand in paragraph 4, with an apex where one is called top."""
    cited = tuple(line(each, evidence=(tg.Evidence(where="4"),)) for each in sentences)
    known = {record.id for record in records if isinstance(record, tg.Body)}
    known.update(end for each in cited for end in (each.subject, each.target))
    small = model(records=(*cited, *records), apexes=("top",) if "top" in known else ())
    return " ".join(question(name).told(small, **options).sentences)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, "Account here includes reporting; 50% of its lines are stated by the paper."),
        ({"strict": True}, "Account here leaves out reporting; 100% of its lines are stated by the paper."),
    ],
)
@pytest.mark.parametrize("name", ["cycles", "orphans", "span", "lines", "failures", "dual", "delegations"])
def test_every_answer_about_account_says_what_counts(name: str, options: dict[str, Any], expected: str) -> None:
    """Whether reporting is account, and what share of its lines the paper states, is told with each answer."""
    inferred = line("b reports_to top", basis=Basis.INFERRED)
    assert told(name, "a accountable_to b", records=(inferred,), **options).endswith(expected)


def test_circles_of_other_lines_are_not_about_account() -> None:
    """What counts as account is not told of circles of advice."""
    families = (tg.Family.ADVICE,)
    assert told("cycles", "a advises b", families=families) == (
        "None of these lines runs in a circle from one body to another."
    )


@pytest.mark.parametrize(
    ("name", "lines", "expected"),
    [
        ("span", ("a reports_to b",), "One body answers directly to B (para 4)."),
        ("span", ("a reports_to b", "c reports_to d"), "B and D have one body each that answers directly (para 4)."),
        ("orphans", ("a reports_to b",), "A answers in a line (para 4) that ends at B, for which"),
        ("orphans", ("a reports_to b",), "At the head, with no line of account beyond: B."),
        (
            "orphans",
            ("a reports_to b", "b reports_to a"),
            "A and B answer in a line (para 4) that only runs in a circle",
        ),
        ("orphans", ("a reports_to top",), "as far as the paper states: A (para 4)."),
        ("failures", ("a reports_to b", "b reports_to top"), "Without B, no line of account is left to A (para 4)."),
        ("delegations", ("a delegates_to b", "b reports_to a"), "B answers back directly, by report (para 4)."),
        ("delegations", ("a delegates_to b", "b reports_to c"), "B answers to C (para 4), and not"),
        ("cycles", ("a reports_to b",), "No line of account runs in a circle from one body to another."),
    ],
)
def test_sentences_have_their_clauses(name: str, lines: tuple[str, ...], expected: str) -> None:
    """What an answer rests on can be looked up, and of several bodies that stand alike each is told for itself."""
    assert expected in told(name, *lines)


@pytest.mark.parametrize(
    ("name", "denied", "no"),
    [
        ("orphans", "a reports_to b", "A does not report to B (para 9)."),
        ("delegations", "a delegates_to b", "A does not delegate powers to B (para 9)."),
        ("challenge", "a scrutinises b", "A does not scrutinise B (para 9)."),
    ],
)
def test_what_the_paper_denies_is_told_as_a_no(name: str, denied: str, no: str) -> None:
    """A denial is another answer than silence, and has its clause."""
    records = (body("a"), body("b"), line(denied, denied=True, evidence=(tg.Evidence(where="9"),)))
    assert no in told(name, records=records)


def test_a_head_is_not_said_to_have_a_line() -> None:
    """Where all others answer, the head is excepted; of nothing nothing is said."""
    assert told("orphans", "a accountable_to top").startswith("Every body of the arrangement but the head has a stated")
    assert told("orphans").startswith("The arrangement has no bodies.")


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Quorum(number=2), "Board needs two there; with no more"),
        (Quorum(share=0.5), "How many make a quorum of the Board, for which the paper has a rule, is left open."),
    ],
)
def test_a_quorum_of_members_who_are_not_listed(rule: Quorum, expected: str) -> None:
    """A body whose members the paper does not list is not said to have none, nor to have no quorum."""
    assert expected in told("quorum", records=(body("board", quorum=rule),))


def test_reciprocal_account_is_no_circle_on_one_topic() -> None:
    """That each answers to the other on its own topic is not denied by the sentence before."""
    records = (line("a reports_to b", topic=Topic.RISK), line("b reports_to a", topic=Topic.PLAN))
    said = told("cycles", records=records)
    assert said.startswith("No line of account runs in a circle from one body to another on one topic. Each answers")


def test_a_name_for_several_is_said_to_count_as_one() -> None:
    """A collective on two bodies is one label, which is said of shared seats and of meetings."""
    unions = body("unions", inside=False, collective=True)
    seats = tuple(Membership(member="unions", body=name) for name in ("one", "two"))
    records = (body("one"), body("two"), unions, *seats)
    for name in ("interlocks", "burden"):
        assert "One name for several counts as one: Unions." in told(name, records=records)


def test_nobody_speaks_in_a_vacant_seat() -> None:
    """A seat kept for an organisation that nobody holds is not said to be others speaking for it."""
    schools, heads = body("schools", inside=False), body("heads", inside=False)
    clerk = Post(id="clerk", title="Clerk")
    seats = (
        Membership(body="board", on_behalf_of=("schools",)),
        Membership(body="board", member="clerk", on_behalf_of=("heads",)),
    )
    said = told("representation", records=(body("board"), schools, heads, clerk, *seats))
    assert said == "Only others speak for Heads. Nobody holds the seat for Schools."


def test_tables_of_who_does_what_and_who_sits_where_have_clauses() -> None:
    """Each row of these tables says where it is stated."""
    for name in ("functions", "representation"):
        (table,) = answered("nottinghamshire-2016", name).tables
        assert all(row[-1] for row in table.rows)
