"""Options set side by side with their base."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

import trustgraph as tg
from tests.small import body, model
from trustgraph.comparison.appraisal import Appraisal, Option, appraise
from trustgraph.comparison.scenarios import Add, Change, Merge, Remove, Scenario, Step, apply
from trustgraph.comparison.verdicts import Verdict
from trustgraph.records import Claim, Meetings, Membership, Post
from trustgraph.rules.claims import against
from trustgraph.vocabulary import Expectation, Stance

Run = Callable[..., CompletedProcess[str]]
OPTIONS = ("-m", "trustgraph", "options")
CALDERDALE = ("calderdale-model-1", "calderdale-members-apart", "calderdale-one-board")
NOTTINGHAMSHIRE = ("nottinghamshire-two-executives", "nottinghamshire-one-executive")
MONTHLY = Meetings(text="monthly")
CLAIMS = tuple(
    Claim(id=each.value.replace("_", "-"), text=each.value, stance=Stance.BENEFIT, expects=each)
    for each in (Expectation.FEWER_BODIES, Expectation.FEWER_MEETINGS)
)
BASE = model(
    records=(body("one", kind="board", meetings=MONTHLY), body("other", kind="board", meetings=MONTHLY)), claims=CLAIMS
)


def appraisals(base: str, *names: str) -> tuple[Appraisal, ...]:
    """Return the appraisal of samples."""
    model = tg.load(base)
    return appraise(model, [Option(apply(model, name)) for name in names])


def verdicts(appraisal: Appraisal) -> dict[str, Verdict]:
    """Return the verdicts by claim."""
    return {each.claim.id: each.verdict for each in appraisal.claims}


def test_calderdale_claims_what_is_not_so_until_members_are_apart() -> None:
    """That members are apart is contradicted by the base, and supported where the scenario makes it so."""
    base, apart, one = appraisals(*CALDERDALE)
    found = [verdicts(each)["members-apart"] for each in (base, apart, one)]
    assert found == [Verdict.CONTRADICTED, Verdict.SUPPORTED, Verdict.NOT_TESTABLE]


def test_a_verdict_has_its_clauses() -> None:
    """What a verdict rests on is cited, after the claim's own clause."""
    base, *_ = appraisals(*CALDERDALE)
    (row,) = (each for each in base.claims if each.claim.id == "members-apart")
    assert ("DCS" in row.why, row.clauses[0], len(row.clauses) > 1) == (True, "Risks", True)


def test_what_is_not_said_is_not_testable() -> None:
    """A claim that expects nothing of a model, and one on which the paper is silent, cannot be tested."""
    _, one = appraisals(*NOTTINGHAMSHIRE)
    found = verdicts(one)
    assert [found["duplicated-business"], found["fewer-meetings"]] == [Verdict.NOT_TESTABLE] * 2
    assert found["fewer-executives"] is Verdict.SUPPORTED


def test_a_whole_model_is_an_option() -> None:
    """Of a model of its own, what succeeds is compared with what it succeeds."""
    two, one = tg.load_all(["nottinghamshire-two-executives", "nottinghamshire-2016"])
    assert verdicts(appraise(two, [Option(one, told_anew=True)])[1])["less-duplicated-business"] is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("step", "bodies", "meetings"),
    [
        (Merge(bodies=("one", "other"), into="one"), "supported", "supported"),
        (Remove(keys=("other",)), "supported", "supported"),
        (Merge(bodies=("one", "other"), into="one", fields={"meetings": "fortnightly"}), "supported", "contradicted"),
        (Change(key="one", fields={"meetings": "quarterly"}), "contradicted", "supported"),
        (Change(key="one", fields={"meetings": None}), "contradicted", "not testable"),
        (Change(key="one", fields={"meetings": "at least 6 times a year"}), "contradicted", "not testable"),
        (Change(key="one", fields={"note": "x"}), "contradicted", "contradicted"),
        (Add(records=(body("third", kind="board", meetings=MONTHLY),)), "contradicted", "contradicted"),
    ],
)
def test_fewer_than_the_base(step: Step, bodies: str, meetings: str) -> None:
    """Fewer bodies and fewer meetings are tested against the base."""
    made = apply(BASE, Scenario(id="option", steps=(step,)))
    found = verdicts(appraise(BASE, [Option(made)])[1])
    assert (found["fewer-bodies"], found["fewer-meetings"]) == (bodies, meetings)


def test_findings_gained_and_lost() -> None:
    """The findings of an option that the base does not have are gained, the others' lost; the base has neither."""
    base, apart, _ = appraisals(*CALDERDALE)
    assert (base.gained, base.lost, apart.gained) == ((), (), ())
    assert [each.code for each in apart.lost] == ["TG503"]


def test_the_page_of_options(run: Run) -> None:
    """The command prints a sentence an option, the figures and the claims."""
    done = run(*OPTIONS, *CALDERDALE)
    told = " ".join(done.stdout.split())
    assert (done.returncode, done.stderr) == (0, "")
    assert "Members apart: ten bodies where there were ten; no findings gained and one lost" in told


@pytest.mark.parametrize(("kind", "start"), [("md", "## Options for"), ("html", "<!DOCTYPE html>"), ("json", "[")])
def test_formats(run: Run, tmp_path: Path, kind: str, start: str) -> None:
    """The options are printed in each format, to a file where one is named."""
    assert run(*OPTIONS, *NOTTINGHAMSHIRE, "--format", kind, "-o", "out").returncode == 0
    assert (tmp_path / "out").read_text(encoding="utf-8").startswith(start)


def test_json(run: Run) -> None:
    """The JSON has an object for each arrangement, the base first."""
    told = json.loads(run(*OPTIONS, *NOTTINGHAMSHIRE, "--format", "json").stdout)
    assert [each["id"] for each in told] == [*NOTTINGHAMSHIRE]
    assert {"profile", "shared", "widest", "gained", "lost", "claims"} <= told[0].keys()


def test_unknown_scenario(run: Run) -> None:
    """A name that no scenario has is told of, with the nearest."""
    done = run(*OPTIONS, "calderdale-model-1", "calderdale-one-bord")
    assert (done.returncode, "Did you mean 'calderdale-one-board'?" in done.stderr) == (2, True)


def test_problems_of_all_scenarios(run: Run) -> None:
    """What is wrong with several scenarios is told at once."""
    done = run(*OPTIONS, "suffolk-2010", "calderdale-one-board", "nottinghamshire-one-executive")
    assert (done.returncode, done.stderr.count("The scenario is for")) == (3, 2)


def test_the_overlay_is_drawn(run: Run, tmp_path: Path) -> None:
    """A diff draws both versions in one chart, with what is added and removed marked."""
    done = run("-m", "trustgraph", "diff", *NOTTINGHAMSHIRE[:1], "nottinghamshire-2016", "--draw", "both.svg")
    picture = (tmp_path / "both.svg").read_text(encoding="utf-8")
    assert (done.returncode, "Help and" in picture, "removed" in picture, "added" in picture) == (1, True, True, True)


def test_an_overlay_in_no_format(run: Run) -> None:
    """A picture in a format there is none of is refused before anything is read."""
    assert run("-m", "trustgraph", "diff", "x.yaml", "y.yaml", "--draw", "both.xyz").returncode == 2


def test_changes_show_themselves() -> None:
    """In a notebook what changes is a table with a caption."""
    changes = tg.diff(BASE, apply(BASE, Scenario(id="option", steps=(Remove(keys=("other",)),))))
    assert "<caption>What changes from small to option</caption>" in changes._repr_html_()
    assert repr(changes) == "<Changes from small to option: 1>"


@pytest.mark.parametrize(
    ("expectation", "told", "absent"),
    [
        (Expectation.NO_SHARED_MEMBERS, "sits on", False),
        (Expectation.DELEGATED_AUTHORITY, "that anybody delegates", True),
        (Expectation.FEWER_BODIES, "", False),
    ],
)
def test_what_speaks_against_a_claim(expectation: Expectation, told: str, absent: bool) -> None:
    """A claim is tested by itself: what speaks against it is a clause with its records, or nothing does."""
    post = Post(id="director", title="Director")
    seats = (Membership(member="director", body=which) for which in ("one", "other"))
    found = against(model(records=(body("one"), body("other"), post, *seats)), expectation)
    assert (told in found.told, found.absent) == (True, absent) if told else found is None
