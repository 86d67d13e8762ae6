"""Scenario files that hold anything but a scenario."""

from __future__ import annotations

from pathlib import Path

import pytest

import trustgraph as tg
from trustgraph.comparison.scenarios import apply
from trustgraph.errors import FormatError, ModelError, TrustgraphError

BASE = tg.load("calderdale-model-1")
HEAD = "id: x\nsteps:\n"

# what is written, and what is said of it after the name of the file
CASES = [
    ("", "the file is empty"),
    ("[]", "1:1: A model is a map"),
    ("id: x\n", "1:1: A scenario needs 'steps'. Add 'steps'."),
    ("steps: []\n", "1:1: A scenario needs 'id'. Add 'id'."),
    ("id:\nsteps: []\n", "The id is empty"),
    ("id: X Y\nsteps: []\n", "1:5: The id 'X Y' may only hold"),
    ("id: [x]\nsteps: []\n", "1:5: 'id' must be a text"),
    ("id: {a: b}\nsteps: []\n", "'id' must be a text"),
    ("id: x\nsteps: {remove: board}\n", "'steps' must be a list"),
    ("id: x\nsteps: remove\n", "2:8: 'steps' must be a list"),
    ("id: x\nstps: []\nsteps: []\n", "2:1: A scenario has no field 'stps'. Did you mean 'steps'?"),
    ("id: x\nsteps: []\nbodies: {a: {name: A}}\n", "3:1: A scenario has no field 'bodies'. Put it under a step"),
    ("id: x\nid: y\nsteps: []\n", "2:1:"),
    (f"{HEAD}- remove board\n", "3:3: A step begins with what it does: add, remove"),
    (f"{HEAD}- \n", "A step begins with what it does"),
    (f"{HEAD}- remov: board\n", "3:3: 'remov' is nothing a step can do. Did you mean 'remove'?"),
    (f"{HEAD}- {{remove: board, move: x}}\n", "3:19: One step is 'remove' and 'move'."),
    (f"{HEAD}- remove:\n", "'remove' takes a list of ids"),
    (f"{HEAD}- remove: [[board]]\n", "3:12: An item of 'remove' is no id."),
    (f"{HEAD}- remove: bord\n", "3:11: Step 'remove': No record has the id 'bord'. Did you mean 'board'?"),
    (f"{HEAD}- remove: board\n  note: x\n", "4:3: 'remove' takes no field 'note'."),
    (f"{HEAD}- merge: [board, executive]\n", "It does not say what they become"),
    (f"{HEAD}- merge: [board, dcs]\n  into: board\n", "3:18: Step 'merge': No body has the id 'dcs'"),
    (f"{HEAD}- merge: [board, board]\n  into: board\n", "3:10: Step 'merge': It takes two bodies to merge."),
    (f"{HEAD}- change: [board]\n  note: x\n", "3:11: 'change' takes the id or key of one record."),
    (f"{HEAD}- change: board\n", "3:3: It does not say what 'change' makes of 'board'."),
    (f"{HEAD}- change: board\n  kind: bord\n", "4:9: Step 'change': 'bord' is no word for 'kind'."),
    (f"{HEAD}- change: board\n  meetigs: monthly\n", "4:3: Step 'change': A body has no field 'meetigs'."),
    (f"{HEAD}- change: board\n  within: nowhere\n", "4:11: Step 'change': No body has the id 'nowhere'."),
    (f"{HEAD}- move: themes reports_to executive\n  target: [board]\n", "4:11: Step 'move': A line leads to one body"),
    (f"{HEAD}- reseat: dcs chair board\n  member: dsc\n", "4:11: Step 'reseat': No body or post has the id 'dsc'."),
    (f"{HEAD}- add: x\n", "3:8: A map is due here."),
    (f"{HEAD}- add: {{bodies: x}}\n", "3:17: A map is due here."),
    (f"{HEAD}- add: {{bodes: {{}}}}\n", "no field 'bodes'. Did you mean 'bodies'?"),
    (f"{HEAD}- add: {{bodies: {{new: {{nam: N}}}}}}\n", "A body has no field 'nam'. Did you mean 'name'?"),
    (f"{HEAD}- add: {{bodies: {{new: x}}}}\n", "A body must be a map of fields."),
    (
        f"{HEAD}- add: {{bodies: {{bord: {{members: [{{member: dcs}}]}}}}}}\n",
        "has the id 'bord'. Did you mean 'board'?",
    ),
    (f"{HEAD}- add: {{bodies: {{board: {{name: B}}}}}}\n", "Step 'add': Two records have the id 'board'."),
    (f"{HEAD}- add: {{bodies: {{n: {{name: N, within: m}}}}}}\n", "3:39: Step 'add': No body has the id 'm'."),
    (f"{HEAD}- &a {{remove: board}}\n- *a\n", "The anchor '&a' is not supported."),
    (f"{HEAD}- !x {{remove: board}}\n", "The tag '!x' is not supported."),
    (f"{HEAD}- remove: {'[' * 100}\n", "nested more than 64 deep"),
    (f"{HEAD}- remove: '{'x' * 30_000}'\n", "longer than 20,000 characters"),
    (f"{HEAD}- remove: [board\n", "4:"),
    (f"{HEAD}- remove: board\n---\nid: y\n", "one document only"),
    ("PK\x03\x04", "an Excel, Word or zip file"),
    ("%PDF", "This is a PDF"),
]


def told(tmp_path: Path, text: str) -> str:
    """Return what is said of a scenario."""
    path = tmp_path / "x.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises((FormatError, ModelError)) as raised:
        apply(BASE, path)
    return str(raised.value)


@pytest.mark.parametrize(("text", "said"), CASES)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    """Each mistake is told in words, with the line and column it stands at."""
    assert said in told(tmp_path, text)


def test_mistakes_of_every_sort_at_once(tmp_path: Path) -> None:
    """Unknown fields, verbs, ids and words are told of in one run, in the order of the file."""
    text = f"titel: T\n{HEAD}- remove: [bord, lscp]\n- mrege: x\n- change: board\n  kind: bord\n  knd: x\n"
    lines = told(tmp_path, text).splitlines()
    assert [line.rpartition("x.yaml:")[2][:4] for line in lines] == ["1:1:", "4:12", "4:18", "5:3:", "7:9:", "8:3:"]


def test_what_follows_from_a_mistake_is_not_told(tmp_path: Path) -> None:
    """What names a body that could not be read or made is no mistake of its own."""
    text = (
        f"{HEAD}- merge: [board, executiv]\n  into: joint\n  name: Joint\n- change: joint\n  kind: board\n"
        "- add: {bodies: {unit: {nam: Unit}}}\n- change: unit\n  kind: unit\n"
    )
    assert len(told(tmp_path, text).splitlines()) == 2


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    """A file that is not UTF-8 is told by the byte."""
    path = tmp_path / "x.yaml"
    path.write_bytes(HEAD.encode() + b"- remove: caf\xe9\n")
    with pytest.raises(FormatError, match="is not UTF-8"):
        apply(BASE, path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """A scenario that is not there is told of."""
    with pytest.raises(TrustgraphError, match=r"none\.yaml"):
        apply(BASE, tmp_path / "none.yaml")


def test_many_steps(tmp_path: Path) -> None:
    """A thousand steps, each wrong, are all told of."""
    assert len(told(tmp_path, HEAD + "- remove: nothing-at-all\n" * 1_000).splitlines()) == 1_000
