"""Models in files: what is written is what is read, in either format, with the place of each record."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from tests.small import line, model
from tests.strategies import models
from trustgraph.errors import FormatError, Place, UnknownNameError
from trustgraph.formats import READERS, WRITERS, dumps, load, load_all, loads, samples, save
from trustgraph.model import Model
from trustgraph.records import Body, Evidence, Function, Membership, Post, Relationship
from trustgraph.vocabulary import Act, Kind

CARDS = """\
id: kent
documents: {paper: {title: The paper}}
bodies:
  board:
    name: Board
    count: 3 to 4
    meetings: quarterly
    where: 1
    functions:
    - {approve: the plan, topic: plan, quote: will approve}
    - {act: decide}
    members:
    - {member: chair, role: chair, seats: up to 2}
    lines:
    - {tasks: executive, frequency: {text: monthly, where: 2}}
  executive: {name: Executive, within: }
posts:
  chair: {title: Chair, lines: [{accountable_to: board, evidence: [{where: a}, {where: b}]}]}
views: {first: {kinds: [tasks]}}
"""
EACH_FORMAT = pytest.mark.parametrize("suffix", [".yaml", ".json"])


# the others leave something out, and say so
LOSSLESS = (".yaml", ".yml", ".json")


def read(text: str, suffix: str = ".yaml") -> Model:
    """Return the model that a text holds."""
    return loads(text.encode(), "kent", suffix)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], max_examples=50)
@given(written=models())
def test_a_model_survives_a_format(written: Model) -> None:
    """Whatever a model holds, it is the same model once it was written and read, and is written the same again."""
    for suffix in LOSSLESS:
        data = dumps(written, suffix)
        with warnings.catch_warnings(action="ignore"):
            again = loads(data, "again", suffix)
        assert (again, dumps(again, suffix)) == (written, data)


@pytest.mark.parametrize("name", samples())
@EACH_FORMAT
def test_a_sample_survives_a_format(name: str, suffix: str, tmp_path: Path) -> None:
    """Every sample goes into each format and back, its order kept."""
    save(load(name), tmp_path / f"copy{suffix}")
    assert load(tmp_path / f"copy{suffix}") == load(name)


def test_cards_become_records() -> None:
    """A line stands in its subject's card, a seat in its body's; where and quote are the evidence."""
    kent = read(CARDS)
    cited = Evidence(quote="will approve")
    assert kent.relationships[0].subject == "board"
    assert kent.memberships == (
        Membership(member="chair", body="board", role="chair", seats=kent.memberships[0].seats),
    )
    assert kent.bodies[0].functions[0] == Function(act=Act.APPROVE, topic="plan", matter="the plan", evidence=(cited,))
    assert [str(kent.bodies[0].count), str(kent.memberships[0].seats)] == ["3 to 4", "up to 2"]
    assert [item.where for item in kent.relationships[1].evidence] == ["a", "b"]


PLACES = {"board": 4, "board tasks executive": 15, "chair chair board": 13, "board approve plan": 10, "first": 19}


@pytest.mark.parametrize(("key", "line"), PLACES.items())
def test_a_model_knows_where_its_records_are(key: str, line: int) -> None:
    """Bodies, lines, seats, functions and views keep the line they were written on."""
    assert read(CARDS).places[key].line == line


def test_places_in_json_point_at_the_records() -> None:
    """A record of a JSON file is placed by its opening brace, and the order of lines is theirs in the file."""
    text = '{"id": "kent", "bodies": [\n {"id": "a", "name": "A"},\n {"id": "b", "name": "B"}],\n "relationships": ['
    text += '\n {"subject": "b", "kind": "tasks", "target": "a"},\n {"subject": "a", "kind": "tasks", "target": "b"}]}'
    places = read(text, ".json").places
    assert [places["b"], places["b tasks a"], places["a tasks b"]] == [
        Place("kent", 3, 2),
        Place("kent", 5, 2),
        Place("kent", 6, 2),
    ]


def test_a_changed_model_keeps_its_places() -> None:
    """What is made from a model that was read still knows where its records were written."""
    assert read(CARDS).replace(title="Kent").places["board"] == Place("kent", 4, 3)


SCALARS = ("no", "007", "12:30", "1_000", "0o17", "on", "null", "2015-02-30", "1e999")


@pytest.mark.parametrize("text", SCALARS)
def test_the_field_decides_what_a_scalar_is(text: str) -> None:
    """What YAML would take for a number, a truth or a time stays text where a text is due."""
    assert read(f"id: x\ntitle: {text}\n").title == text


@pytest.mark.parametrize("nothing", ["", "~"])
def test_what_is_left_empty_is_not_given(nothing: str) -> None:
    """An empty value and a tilde leave a field at its default."""
    assert read(f"id: x\nbodies:\n  a: {{name: A, kind: {nothing}, aliases: {nothing}, basis: {nothing}}}\n") == model(
        records=(Body(id="a", name="A"),), id="x"
    )


def test_short_records_are_written_on_one_line() -> None:
    """Flow style serves texts that need no quotes; else a record takes a line for each field."""
    cited = Evidence(where="Terms, 2")
    lines = (line("a tasks b", matter="the plan"), line("a advises b", evidence=(cited,)))
    written = dumps(model(records=lines, id="x")).decode()
    assert "    - {tasks: b, matter: the plan}\n    - advises: b\n      where: Terms, 2\n" in written


def test_long_texts_are_folded() -> None:
    """No line of a written model is longer than 120 characters where words can be parted."""
    written = dumps(model(id="x", note="word " * 99 + "end")).decode()
    assert max(map(len, written.splitlines())) <= 120


@EACH_FORMAT
def test_a_line_of_a_post_survives(suffix: str) -> None:
    """A line whose subject is a post, and one that goes both ways, come back as they were."""
    post = Post(id="chair", title="Chair")
    both = Relationship(subject="b", kind=Kind.WORKS_WITH, target="a")
    written = model("chair accountable_to a", records=(post, both))
    assert loads(dumps(written, suffix), "x", suffix) == written


def test_a_model_is_read_without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML comes without libyaml, what was written is read the same, its own limits on plain texts included."""
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    written = load("nottinghamshire-2016").add(line("board informs nscb", matter="what? why", product="a - b"))
    assert loads(dumps(written), "x") == written


def test_the_order_of_records_is_kept() -> None:
    """Cards are written in the order of the bodies, and lines in theirs."""
    text = read(dumps(model("z tasks a", "a informs z", "z informs a")).decode())
    assert ([body.id for body in text.bodies], list(text.lines)) == (
        ["z", "a"],
        ["z tasks a", "z informs a", "a informs z"],
    )


def test_a_sample_is_found_by_name() -> None:
    """A source without suffix or separator is the name of a sample."""
    assert load("nottinghamshire-2016").id == "nottinghamshire-2016"


def test_an_unknown_sample_is_told_with_the_nearest() -> None:
    """The name of no sample is answered with one that is."""
    with pytest.raises(UnknownNameError, match="Did you mean 'nottinghamshire-2016'"):
        load("notinghamshire-2016")


def test_several_sources_are_loaded_in_order(tmp_path: Path) -> None:
    """Every source becomes a model of its own."""
    for name in ("b", "a"):
        save(model(id=name), tmp_path / f"{name}.json")
    assert [each.id for each in load_all([tmp_path / "b.json", tmp_path / "a.json"])] == ["b", "a"]


def test_several_sources_are_refused_at_once(tmp_path: Path) -> None:
    """The problems of all sources come in one error, whether files cannot be read or contradict themselves."""
    broken, contrary = tmp_path / "broken.yaml", tmp_path / "contrary.yaml"
    broken.write_text("- a\n", encoding="utf-8")
    contrary.write_text("id: x\napexes: [a]\n", encoding="utf-8")
    with pytest.raises(FormatError) as raised:
        load_all([broken, "nottinghamshire-2016", contrary])
    assert [problem.place and problem.place.file for problem in raised.value.problems] == [str(broken), str(contrary)]


def test_a_file_named_without_its_suffix_is_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file of this name lies in the folder, it is told how it is named."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.yaml").touch()
    with pytest.raises(UnknownNameError, match=r"There is a file mine\.yaml here: name it with its suffix\."):
        load("mine")


def test_the_few_samples_are_listed() -> None:
    """The name of no sample, and near none, is answered with those there are."""
    with pytest.raises(UnknownNameError, match=r"The samples are: .*nottinghamshire-2016"):
        load("zzz")


def test_formats_are_told_by_suffix() -> None:
    """Whatever can be written can be read, and a suffix nobody knows is refused with those that are."""
    assert set(READERS) > set(WRITERS) > set(LOSSLESS)
    with pytest.raises(FormatError, match=r"\.yaml"):
        loads(b"", "kent.csv", ".csv")
    with pytest.raises(UnknownNameError):
        dumps(model(), ".csv")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@EACH_FORMAT
def test_marked_encodings_are_read(suffix: str, encoding: str) -> None:
    """UTF-8 with its mark and UTF-16 with its mark hold the model they hold."""
    written = model(id="x", title="Réseau")
    assert loads(dumps(written, suffix).decode().encode(encoding), "x", suffix) == written


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_ends_of_lines_do_not_matter(end: str) -> None:
    """Files from Windows and from old Macs are read like others, and count their lines the same."""
    kent = read(CARDS.replace("\n", end))
    assert (kent, kent.places["board"]) == (read(CARDS), Place("kent", 4, 3))


@pytest.mark.parametrize(
    ("field", "words"),
    [
        (b'"functions": "decide"', "'functions' must be a list."),
        (b'"note\\ud800": "x"', "A body has no field 'note"),
        (b'"kind": "board\\ud800"', "Did you mean 'board'?"),
    ],
)
def test_what_no_body_holds_is_told_in_words(field: bytes, words: str) -> None:
    """A text where a list is due, and half a character in a field's name or in a word, end in no traceback."""
    with pytest.raises(FormatError) as raised:
        loads(b'{"id": "kent", "bodies": [{"id": "board", "name": "Board", ' + field + b"}]}", "kent.json", ".json")
    assert words in str(raised.value)
