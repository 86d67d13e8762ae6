"""The rules of statutes: who is known by which name, on which body, and whether the duty was in force."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

import trustgraph as tg
from tests.small import body, model
from trustgraph.cli.analyse import analyse
from trustgraph.records import Membership, Post
from trustgraph.reports.answers import tabulate
from trustgraph.rules import chosen
from trustgraph.rules.norms import Finding, Severity
from trustgraph.rules.statute import STATUTES
from trustgraph.rules.statute.coverage import Coverage, coverage
from trustgraph.rules.statute.matching import Evidenced
from trustgraph.vocabulary import Attendance, BodyKind, Role

PACK = "children-act-2004"


def found(model: tg.Model | str, code: str, *, pack: str = PACK, as_if: bool = False) -> tuple[Finding, ...]:
    """Return what a rule of a pack finds."""
    read = tg.load(model) if isinstance(model, str) else model
    return tg.check(read, chosen([code], packs=[pack], as_if=as_if))


def board(*seats: Membership, records: tuple[Any, ...] = (), as_at: str = "2010-09") -> tg.Model:
    """Return a model of a Children's Trust Board with these seats."""
    trust_board = tg.Body(id="board", name="Children's Trust Board", kind=BodyKind.BOARD)
    return model(records=(trust_board, *records, *seats), as_at=as_at)


def outside(which: str, /, **fields: Any) -> tg.Body:
    """Return an organisation called by its id."""
    return body(which, inside=False, **fields)


def covered(model: tg.Model, partner: str, on: str | None = "board", *, pack: str = PACK) -> Coverage:
    """Return how somebody is evidenced on a body."""
    return next(row for row in coverage(model, pack=pack) if (row.partner, row.body) == (partner, on))


NAMES = [
    ("Kent County Council", "the local authority"),
    ("Bradford City Council", "the local authority"),
    ("Calderdale Metropolitan Borough Council", "the local authority"),
    ("Council for Voluntary Service", None),
    ("WCC Cabinet", None),
    ("Children, Schools & Young People's Services Scrutiny Committee", None),
    ("Suffolk Police Authority", "the police authority"),
    ("Thames Valley Police", "the chief officer of police"),
    ("West Mercia Constabulary", "the chief officer of police"),
    ("Suffolk Probation Trust", "the local probation board or trust"),
    ("YOS", "the youth offending team"),
    ("YOS Board", None),
    ("Strategic Health Authority", "the Strategic Health Authority"),
    ("Worcestershire PCT", "the Primary Care Trust"),
    ("NHS Suffolk", "the Primary Care Trust"),
    ("NHS Acute Hospital Trusts", None),
    ("NHS Calderdale provider", None),
    ("Nottinghamshire Healthcare NHS Foundation Trust", None),
    ("Connexions", "the providers of Connexions services"),
    ("Suffolk Governors' Forum", "the governing bodies of maintained schools"),
    ("Schools", "the governing bodies of maintained schools"),
    ("Schools Forum", None),
    ("Department for Children, Schools and Families", None),
    ("School improvement partners", None),
    ("Academies", "the proprietors of Academies"),
    ("6th Form Colleges", "the governing bodies of further education colleges"),
    ("Job centre plus", "Jobcentre Plus"),
    ("Pennine 2000", None),
    ("Community Foundation", None),
]


@pytest.mark.parametrize(("name", "partner"), NAMES, ids=[name for name, _ in NAMES])
def test_who_is_known_by_a_name(name: str, partner: str | None) -> None:
    """An organisation fits the description its name shows, and no other."""
    found = board(Membership(member="it", body="board"), records=(outside("it", name=name),))
    rows = [row for row in coverage(found, pack=PACK) if row.body == "board" and row.keys]
    assert [row.partner for row in rows] == ([partner] if partner else [])
    assert all(row.why[0].startswith(f"named '{name}': ") for row in rows)


def test_district_councils_are_asked_for_in_counties_only() -> None:
    """Where the paper names no county council, no district council is missed."""
    county = board(
        records=(outside("kent", name="Kent County Council"), outside("districts", name="District Councils"))
    )
    assert "district councils" in {row.partner for row in coverage(county, pack=PACK)} | {"district councils"}
    assert "district councils" not in {row.partner for row in coverage(board(), pack=PACK)}


SEATS = [
    ("a seat of its own", {"member": "pct"}, Evidenced.SEAT),
    ("for itself and another", {"member": "pct", "on_behalf_of": ("pct", "police")}, Evidenced.SHARED),
    ("by somebody else for several", {"member": "officer", "on_behalf_of": ("pct", "police")}, Evidenced.SHARED),
    ("for it alone", {"member": "officer", "on_behalf_of": ("pct",)}, Evidenced.SEAT),
    ("one of several such", {"member": "pcts"}, Evidenced.SHARED),
    ("as an adviser", {"member": "pct", "role": Role.ADVISER}, Evidenced.POSSIBLE),
    ("when required", {"member": "pct", "attendance": Attendance.WHEN_REQUIRED}, Evidenced.POSSIBLE),
    ("perhaps empty", {"member": "pct", "seats": tg.Range(0, 1)}, Evidenced.POSSIBLE),
    ("vacant", {"on_behalf_of": ("pct",)}, Evidenced.POSSIBLE),
    ("one or another", {"any_of": ("pct", "police")}, Evidenced.POSSIBLE),
    ("either of its own", {"any_of": ("chief", "deputy")}, Evidenced.SEAT),
    ("as one of all", {"member": "everybody"}, Evidenced.SHARED),
    ("as the secretary", {"member": "pct", "role": Role.SECRETARY}, Evidenced.NOT_EVIDENCED),
    ("denied", {"member": "pct", "denied": True}, Evidenced.NOT_EVIDENCED),
]


@pytest.mark.parametrize(("seat", "evidenced"), [row[1:] for row in SEATS], ids=[row[0] for row in SEATS])
def test_what_a_seat_is_evidence_of(seat: dict[str, Any], evidenced: Evidenced) -> None:
    """A seat shows an organisation on a body as far as it is surely its own, or surely shared."""
    records = (
        outside("pct", name="Kent PCT"),
        outside("police", name="Kent Police"),
        outside("pcts", name="Primary Care Trusts", collective=True),
        outside("everybody", name="Relevant partners", collective=True),
        Post(id="officer", title="Officer"),
        Post(id="chief", title="Chief Executive", organisation="pct"),
        Post(id="deputy", title="Deputy", organisation="pct"),
    )
    seats = (Membership(body="board", **seat), Membership(member="police", body="board"))
    found = covered(board(*seats, records=records), "the Primary Care Trust")
    assert found.evidenced is evidenced


def test_one_representative_for_two_is_said() -> None:
    """The seat that covers both parts of Suffolk's health service counts for both, and is said to be shared."""
    row = covered(tg.load("suffolk-2010"), "the Primary Care Trust", "executive")
    assert (row.evidenced, row.keys) == (Evidenced.SHARED, ("nhs-representative member executive",))
    assert row.why[0].endswith("the seat stands for NHS Suffolk and NHS Great Yarmouth & Waveney")


def test_the_health_authority_need_not_be_on_the_board() -> None:
    """The Strategic Health Authority is never missed on a Children's Trust Board."""
    assert "Strategic Health Authority" not in found(board(), "TG603")[0].message
    assert "section 12A(4)" in covered(board(Membership(body="board")), "the Strategic Health Authority").why[0]


def test_whom_suffolk_would_have_to_add() -> None:
    """As if section 12A had been in force, Suffolk's Board lacks evidence of three, for what the paper shows."""
    finding = found("suffolk-2010", "TG603", as_if=True)[0]
    assert finding.keys == ("board", "yos", "connexions", "academies")
    assert "unlawful" not in finding.message


OLDER = ["suffolk-2010", "buckinghamshire-2009", "worcestershire-2008"]


@pytest.mark.parametrize("name", OLDER)
@pytest.mark.parametrize("code", ["TG602", "TG603"])
def test_a_duty_not_in_force_is_said_and_not_asked(name: str, code: str) -> None:
    """Of a paper older than section 12A the finding says so, and nothing else."""
    (finding,) = found(name, code)
    assert (finding.severity, "was not in force in" in finding.message) == (Severity.INFO, True)


def test_a_proposal_is_held_against_the_law_of_its_start() -> None:
    """Worcestershire's paper of 2009 proposes a Trust for April 2010, when the duty was in force."""
    assert found("worcestershire-2010", "TG602") == ()


def test_a_model_without_a_date_cannot_be_judged() -> None:
    """Whether a duty was in force cannot be told of a paper without a date, unless asked as if."""
    assert "bears no date" in found("calderdale-model-1", "TG603")[0].message
    assert "The paper does not evidence a seat" in found("calderdale-model-1", "TG603", as_if=True)[0].message


def test_all_relevant_partners_are_all() -> None:
    """A seat for the relevant partners stands for each of them."""
    assert found("worcestershire-2010", "TG603") == ()


@pytest.mark.parametrize("pack", STATUTES)
@pytest.mark.parametrize("name", tg.samples())
def test_nothing_is_called_unlawful(name: str, pack: str) -> None:
    """What a paper does not state is not evidenced, and not more."""
    messages = [finding.message for finding in found(name, "TG6", pack=pack, as_if=True)]
    assert [text for text in messages if "lawful" in text or "breach" in text or "fail" in text.casefold()] == []


@pytest.mark.parametrize(("as_at", "asked"), [("2014", "clinical commissioning"), ("2023", "integrated care board")])
def test_who_commissions_health_care_depends_on_the_date(as_at: str, asked: str) -> None:
    """A Health and Wellbeing Board has the commissioners of its time."""
    boards = (tg.Body(id="board", name="Health and Wellbeing Board", kind=BodyKind.BOARD),)
    assert asked in found(model(records=boards, as_at=as_at), "TG612", pack="hwb-2012")[0].message


@pytest.mark.parametrize("statute", STATUTES.values(), ids=STATUTES)
def test_a_pack_says_from_which_texts_it_is(statute: Any) -> None:
    """What was read, and what that text lacks, is said."""
    assert "not" in statute.texts or "without" in statute.texts


def asked(*arguments: str) -> Result:
    """Return what the verb prints, and how it ends."""
    return CliRunner().invoke(analyse, arguments, standalone_mode=False)


def test_coverage_is_a_question() -> None:
    """The rows have the fields of Coverage, whole arrangement included."""
    rows = json.loads(asked("suffolk-2010", "coverage", "--pack", PACK, "--format", "json").stdout)
    assert [*rows[0]] == [*Coverage._fields]
    assert {row["body"] for row in rows} >= {None, "board", "executive"}


def test_coverage_is_a_matrix() -> None:
    """In words it has a row for each partner and a column for each body where any is."""
    text = asked("suffolk-2010", "coverage", "--pack", PACK, "--format", "md").stdout
    assert "| Jobcentre Plus | seat | not evidenced |" in text


def test_coverage_needs_a_pack() -> None:
    """Without a pack it is said which option is needed; another's pack is no pack."""
    assert "needs --pack" in str(asked("suffolk-2010", "coverage").exception)
    with pytest.raises(tg.UnknownNameError, match="children-act-2004"):
        tabulate("coverage", [tg.load("suffolk-2010")], pack="childrens-act-2004")
