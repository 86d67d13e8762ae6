"""What tells of a person, in any text of a model."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.small import body
from trustgraph.model import Model
from trustgraph.records import Claim, Document
from trustgraph.verification import Fault, verify
from trustgraph.verification.persons import telling


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Tel 01905 000000", "a telephone number"),
        ("(020) 0000 0000", "a telephone number"),
        ("+44 (0)1905 000000", "a telephone number"),
        ("someone@example.org", "an e-mail address"),
        ("Mr Nobody", "a title with a name"),
        ("Cllr. A. Nobody", "a title with a name"),
        ("Dr O’Nobody-Else", "a title with a name"),
        ("the Rev Nobody", "a title with a name"),
        ("Councillors Nobody and Noone", "a title with a name"),
    ],
)
def test_what_tells_of_a_person(text: str, what: str) -> None:
    """Telephone numbers, e-mail addresses and titles with a name are seen."""
    assert what in [each for each, _ in telling(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Councillor Representative",
        "Councillor Vice-Chair",
        "District Councillors",
        "Lord Mayor",
        "the Lord Lieutenant's office",
        "GP Representative",
        "01/04/2016",
        "01.04.2016 to 02.05.2017",
        "2016-04-01",
        "PSA 10 & 11",
        "£01,000,000,000",
        "E10000024",
        "2009 2010 2011 2012",
        "the Councillor. The Board",
        "Dr GP",
    ],
)
def test_what_tells_of_nobody(text: str) -> None:
    """Posts, dates, codes and sums of money are let pass."""
    assert list(telling(text)) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Model of Mr Nobody"},
        {"documents": (Document(id="paper", publisher="Mr Nobody"),)},
        {"bodies": (body("board", basis="inferred", aliases=("the group of Mr Nobody",)),)},
        {"claims": (Claim(id="calm", text="Mr Nobody is calm", stance="aim", basis="inferred"),)},
        {"note": "by Mr Nobody"},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_any_text_may_tell_of_a_person(changes: dict[str, object], tmp_path: Path) -> None:
    """Every text of a model is looked at."""
    (found,) = verify(Model(**{"id": "kent", **changes}), tmp_path)
    assert (found.fault, found.message) == (Fault.PERSONAL, '"Mr Nobody" looks like a title with a name.')
