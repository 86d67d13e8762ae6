"""Files that are broken, hostile or merely mistaken: each is refused at its place, with what to do."""

from __future__ import annotations

import os
import sys
import tracemalloc
from pathlib import Path
from typing import NamedTuple

import pytest

from trustgraph.errors import FormatError, ModelError, TrustgraphWarning
from trustgraph.formats import load, loads
from trustgraph.formats.limits import Limits, usual_limits


class Bad(NamedTuple):
    """A file that cannot be a model: the line and column of a problem, and words of the message."""

    data: bytes | str
    place: str
    words: str
    suffix: str = ".yaml"
    error: type[Exception] = FormatError


def body(text: str) -> str:
    """Return a model of one body with these fields, which begin on line 3 at column 9."""
    return f"id: x\nbodies:\n  a: {{name: A, {text}}}\n"


EMPTY = "the file is empty. Start with"
BAD = {
    # what the file is
    "empty": Bad("", "", EMPTY),
    "only comments": Bad("# later\n", "", EMPTY),
    "null": Bad("null\n", "", EMPTY),
    "empty JSON": Bad("", "1:1", "breaks off where a value is due", ".json"),
    "workbook": Bad(b"PK\x03\x04...", "1:1", "This is an Excel, Word or zip file"),
    "old workbook": Bad(b"\xd0\xcf\x11\xe0...", "1:1", "an old Excel or Word file"),
    "web page": Bad("<!DOCTYPE html><html>", "1:1", "This is a web page"),
    "PDF": Bad("%PDF-1.7", "1:1", "This is a PDF"),
    # characters
    "Windows-1252": Bad(b"id: x\ntitle: R\xe9seau\n", "2:9", 'it says "title: Réseau"'),
    "cut UTF-16": Bad("id: x".encode("utf-16")[:-1], "1:1", "begins as UTF-16"),
    "NUL": Bad("id: x\ntitle: a\0b\n", "2:9", "U+0000 cannot appear in a text. Delete it."),
    "control character": Bad("id: x\ntitle: a\x01b\n", "2:9", "U+0001 cannot appear"),
    "noncharacter": Bad("id: x\ntitle: a\ufffeb\n", "2:9", "U+FFFE cannot appear"),
    "escaped control character": Bad('id: x\ntitle: "a\\x01b"\n', "2:8", "U+0001 cannot", error=ModelError),
    "lone surrogate in JSON": Bad('{"id": "x", "title": "\\ud800"}', "1:22", "U+D800 cannot", ".json", ModelError),
    "backspace in JSON": Bad('{"id": "x", "title": "\\b"}', "1:22", "U+0008 cannot", ".json", ModelError),
    "tab": Bad("id: x\nbodies:\n\ta: {name: A}\n", "3:1", "Indent with spaces."),
    # YAML broken off or misspelt
    "open quote": Bad('id: x\ntitle: "Kent\n', "3:1", "The text that starts at 2:8 has no closing quote."),
    "open brace": Bad("id: x\nbodies: {a: {name: A}\n", "3:1", "The '{' that starts at 2:9 is not closed"),
    "comment that hides a brace": Bad(
        "id: x\nbodies:\n  a: {name: Exec #2, kind: board}\n  b: {name: B}\n",
        "3:18",
        "What follows this '#' is a comment, so that the '{' that starts at 3:6 is not closed. Put the text in quotes.",
    ),
    "comment that hides a bracket": Bad("id: x\napexes: [a #1]\n", "2:12", "so that the '[' that starts at 2:9"),
    "open brace beside a comment": Bad("id: x\nbodies: {a: {name: A} # {\n", "3:1", "The '{' that starts at 2:9"),
    "open bracket": Bad("id: x\napexes: [a, b\n", "3:1", "The '[' that starts at 2:9 is not closed"),
    "half a key": Bad("id: x\ntitle: y\nbod", "4:1", "The key that starts at 3:1 has no colon"),
    "colon in a text": Bad("id: x\ntitle: Kent: a plan\n", "2:12", "Put the text in quotes"),
    "text that begins with a sign": Bad("id: x\ntitle: @kent\n", "2:8", "cannot begin with '@'"),
    "asterisk": Bad("id: x\ntitle: * Kent\n", "2:8", "A text cannot begin with '*'. Put the text in quotes."),
    "ampersand in braces": Bad(body("note: & B"), "3:22", "A text cannot begin with '&'. Put the text in quotes."),
    "exclamation mark in braces": Bad(body("note: !x"), "3:22", "A text cannot begin with '!'."),
    "bar": Bad("id: x\ntitle: |x\n", "2:8", "A text cannot begin with '|'."),
    "hyphen": Bad("id: x\ntitle: - x\n", "2:8", "A text cannot begin with '-'."),
    "percent": Bad("id: x\ntitle: %kent\n", "2:8", "cannot begin with '%'"),
    "wrong indent": Bad("id: x\nbodies:\n  a:\n    name: A\n   kind: board\n", "5:4", "does not line up"),
    "unknown escape": Bad('id: x\ntitle: "a\\qb"\n', "2:10", "\\ that means nothing"),
    # YAML that is refused
    "duplicate key": Bad("id: x\ntitle: a\ntitle: b\n", "3:1", "'title' is written twice, on lines 2 and 3."),
    "duplicate body": Bad("id: x\nbodies:\n  a: {name: A}\n  a: {name: B}\n", "4:3", "twice, on lines 3 and 4"),
    "duplicate field": Bad(body("name: B"), "3:16", "'name' is written twice, on line 3."),
    "alias": Bad("id: x\ntitle: *a\n", "2:8", "The alias '*a' is not supported. Write the value out."),
    "anchor": Bad("id: &a x\n", "1:5", "The anchor '&a' is not supported."),
    "alias to itself": Bad("id: x\napexes: &a [*a]\n", "2:9", "anchor"),
    "alias as a key": Bad("id: x\n*a : b\n", "2:1", "A key is a single word."),
    "merge key": Bad("id: x\nbodies:\n  a:\n    <<: {name: A}\n", "4:5", "has no field '<<'"),
    "tag": Bad("id: !!python/object/apply:os.system [x]\n", "1:5", "python/object/apply:os.system' is not supported"),
    "second document": Bad("id: x\n---\nid: y\n", "2:1", "the second starts on line 2"),
    "list": Bad("- id: x\n", "1:1", "A model is a map of fields"),
    "text": Bad("kent\n", "1:1", "A model is a map of fields"),
    "list as a key": Bad("id: x\n? [a, b]\n: c\n", "2:3", "A key is a single word."),
    "deep brackets": Bad("id: x\napexes: " + "[" * 1_000_000, "2:72", "nested more than 64 deep"),
    "deep braces": Bad("id: x\nbodies: " + "{a: " * 1_000_000, "2:261", "nested more than 64 deep"),
    "deep hyphens": Bad("id: x\napexes:\n" + "- " * 1_000_000, "3:127", "nested more than 64 deep"),
    "deep questions": Bad("? " * 1_000_000, "1:3", "A key is a single word."),
    "deep JSON": Bad('{"id": "x", "apexes": ' + "[" * 1_000_000, "1:86", "nested more than 64 deep", ".json"),
    "long text": Bad("id: x\ntitle: " + "a" * 20_001, "2:8", "longer than 20,000 characters"),
    # JSON
    "duplicate key in JSON": Bad('{"id": "x",\n"id": "y"}', "2:1", "'id' is written twice, on lines 1 and 2.", ".json"),
    "duplicate key beside a default": Bad('{"id": "x", "title": null, "title": null}', "1:28", "twice", ".json"),
    "NaN": Bad('{"id": NaN}', "1:8", "'NaN' is not a number in JSON", ".json"),
    "infinity": Bad('{"id": -Infinity}', "1:8", "'-Infinity' is not a number", ".json"),
    "truncated JSON": Bad('{"id": "x", "bodies": [', "1:24", "breaks off where a value or ] is due", ".json"),
    "comma at the end": Bad('{"id": "x",}', "1:12", "where a field's name in double quotes is due", ".json"),
    "no comma": Bad('{"id": "x" "title": "y"}', "1:12", "where a comma or the closing bracket is due", ".json"),
    "single quotes": Bad("{'id': 'x'}", "1:2", "Here is '''", ".json"),
    "open quote in JSON": Bad('{"id": "x', "1:8", "no closing quote", ".json"),
    "two values": Bad('{"id": "x"} {}', "1:13", "Something follows the end", ".json"),
    "JSON list": Bad("[]", "1:1", "A model is a map of fields", ".json"),
    "JSON bytes": Bad(b'{"id": "x",\n "title": "R\xe9seau"}', "2:13", "Réseau", ".json"),
    "wide number": Bad(
        '{"id": "x", "posts": [{"id": "p", "title": "P", "level": 1e999}]}', "1:58", "too large", ".json"
    ),
    "long number in JSON": Bad(
        '{"id": "x", "posts": [{"id": "p", "title": "P", "level": ' + "9" * 5000 + "}]}", "1:58", "too large", ".json"
    ),
    "text for a number in JSON": Bad(
        '{"id": "x", "posts": [{"id": "p", "title": "P", "level": "2"}]}', "1:58", "must be a whole number", ".json"
    ),
    # fields
    "unknown field": Bad("id: x\ntitel: a\n", "2:1", "A model has no field 'titel'. Did you mean 'title'?"),
    "unknown field of a body": Bad(body("nme: B"), "3:16", "A body has no field 'nme'. Did you mean 'name'?"),
    "field of a line in a body": Bad(
        "id: x\nbodies:\n  a:\n    name: A\n    lines:\n    - tasks: a\n    matter: b\n",
        "7:5",
        "A body has no field 'matter'. It is a field of a line; indent it under one.",
    ),
    "field of a seat in a body": Bad(body("voting: true"), "3:16", "It is a field of a seat; indent it under one."),
    "field of a line in a post": Bad(
        "id: x\nposts:\n  a: {title: A, product: b}\n", "3:17", "It is a field of a line; indent it under one."
    ),
    "missing name": Bad("id: x\nbodies:\n  a: {kind: board}\n", "3:3", "A body needs 'name'."),
    "empty name": Bad("id: x\nbodies:\n  a: {name: }\n", "3:3", "A body needs 'name'."),
    "blank name": Bad("id: x\nbodies:\n  a: {name: ' '}\n", "3:13", "The name of 'a' is empty.", error=ModelError),
    "missing id": Bad("title: x\n", "1:1", "A model needs 'id'."),
    "wrong word": Bad(body("kind: bord"), "3:22", "'bord' is no word for 'kind'. Did you mean 'board'?"),
    "wrong word far from all": Bad(body("tier: top"), "3:22", "Write one of: strategic, executive"),
    "list for a text": Bad(body("note: [a]"), "3:22", "'note' must be a text."),
    "text for a list": Bad(body("aliases: a"), "3:25", "'aliases' must be a list."),
    "text for a map": Bad(body("quorum: half"), "3:24", "A quorum must be a map of fields."),
    "yes": Bad(body("inside: yes"), "3:24", "'inside' must be true or false, not 'yes'."),
    "one for true": Bad(body("inside: 1"), "3:24", "'inside' must be true or false, not '1'."),
    "word for a number": Bad(body("levels: [2, two]"), "3:28", "'levels' must be a whole number, not 'two'."),
    "long number": Bad(body("levels: [" + "9" * 5000 + "]"), "3:25", "must be a whole number"),
    "negative number": Bad(body("levels: [-1]"), "3:25", "below 0", error=ModelError),
    "no number": Bad(body("quorum: {share: nan}"), "3:32", "between 0 and 1", error=ModelError),
    "endless number": Bad(body("quorum: {share: 1e999}"), "3:32", "must be a number"),
    "range": Bad(body("count: some"), "3:23", "Write 3, 3 to 4, up to 4 or at least 6."),
    "range upside down": Bad(body("count: {least: 4, most: 3}"), "3:23", "smaller number first", error=ModelError),
    "comma in braces": Bad(body("note: Children, Families and Schools"), "3:32", "Put the text in quotes."),
    "comma before a word like a field": Bad(body("quote: by the Leader, Council"), "3:38", "A comma ends a text"),
    "misspelt field left empty": Bad(body("not: "), "3:16", "A body has no field 'not'. Did you mean 'note'?"),
    "empty item": Bad(
        "id: x\nbodies:\n  a:\n    name: A\n    aliases:\n    -\n", "6:6", "An item of 'aliases' is empty."
    ),
    "id in a card": Bad(body("id: b"), "3:16", "The id is the key of the card."),
    "card that is a text": Bad("id: x\nbodies: {a: Board}\n", "2:10", "A body must be a map of fields."),
    "section that is a list": Bad("id: x\nbodies: [a]\n", "2:9", "'bodies' must be a map, each body under its id."),
    "field that is a map": Bad("id: {a: b}\n", "1:1", "'id' must not be a map."),
    "flat lists in YAML": Bad("id: x\nrelationships: []\n", "2:1", "in the card of their body, under 'lines'"),
    "line without a kind": Bad(body("lines: [{matter: x}]"), "3:24", "A line needs its kind as a key"),
    "line with a misspelt kind": Bad(body("lines: [{report_to: a}]"), "3:25", "Did you mean 'reports_to'?"),
    "line with two kinds": Bad(body("lines: [{tasks: a, funds: a}]"), "3:35", "One line is 'tasks' and 'funds'."),
    "line to several": Bad(
        body("lines: [{reports_to: [a, b]}]"), "3:37", "A line leads to one body or post. Write a line for each body."
    ),
    "where beside evidence": Bad(body("where: a, evidence: []"), "3:16", "'where' stands beside 'evidence'."),
    # between records
    "dangling target": Bad(
        "id: x\nbodies:\n  board: {name: B}\n  exec: {name: E, lines: [{tasks: baord}]}\n",
        "4:35",
        "No body or post has the id 'baord'. Did you mean 'board'?",
        error=ModelError,
    ),
    "post where a body is due": Bad(
        "id: x\nbodies: {a: {name: A, within: p}}\nposts: {p: {title: P}}\n", "2:31", "a body is due", error=ModelError
    ),
    "seat of nobody": Bad(body("members: [{member: b}]"), "3:35", "No body or post has the id 'b'.", error=ModelError),
    "body and post of one id": Bad(
        "id: x\nbodies: {a: {name: A}}\nposts:\n  a: {title: P}\n", "4:3", "The first is on line 2.", error=ModelError
    ),
    "id in capitals": Bad("id: x\nbodies: {A: {name: A}}\n", "2:10", "Write 'a'.", error=ModelError),
    "two equal lines": Bad(
        body("lines: [{tasks: a}, {tasks: a}]"), "3:36", "Two lines read 'a tasks a'. The first is on", error=ModelError
    ),
    "body within itself": Bad(body("within: a"), "3:24", "'a' within 'a'", error=ModelError),
    "no such document": Bad(body("document: b, where: 1"), "3:26", "No document has the id 'b'.", error=ModelError),
    "which document": Bad(
        "id: x\ndocuments: {a: {}, b: {}}\nbodies:\n  c: {name: C, where: 1}\n",
        "4:16",
        "one of: a, b",
        error=ModelError,
    ),
    "view called all": Bad("id: x\nviews: {all: {}}\n", "2:9", "No view can be called 'all'.", error=ModelError),
    "day that cannot be": Bad("id: x\nsince: 2023-02-30\n", "2:8", "February 2023 has 28 days", error=ModelError),
    "month that cannot be": Bad("id: x\nsince: 2024-13-01\n", "2:8", "months run from 01 to 12", error=ModelError),
    "year that cannot be": Bad("id: x\nas_at: 0000\n", "2:8", "years start at 0001", error=ModelError),
    "ambiguous date": Bad("id: x\nas_at: 12/03/2009\n", "2:8", "Write 2016, 2016-04 or", error=ModelError),
    "end before start": Bad(body("since: 2016, until: 2015"), "3:36", "before it starts", error=ModelError),
}


def refused(bad: Bad) -> FormatError | ModelError:
    """Return the error a file is refused with."""
    data = bad.data if isinstance(bad.data, bytes) else bad.data.encode("utf-8", "surrogatepass")
    with pytest.raises(bad.error) as caught:
        loads(data, "bad", bad.suffix)
    assert isinstance(caught.value, FormatError | ModelError)
    return caught.value


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_at_its_place(name: str) -> None:
    """One problem is at the expected place, and says the expected words."""
    bad = BAD[name]
    start = f"bad:{bad.place}: " if bad.place else "bad: "
    told = [str(problem) for problem in refused(bad).problems]
    assert [text for text in told if text.startswith(start) and bad.words in text], told


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_with_a_remedy(name: str) -> None:
    """Each problem has a place, says how it is mended, and blames nobody."""
    for problem in refused(BAD[name]).problems:
        assert problem.place is not None
        assert problem.message[-1] in ".?"
        assert problem.remedy
        assert not {"invalid", "illegal", "please", "oops"} & set(str(problem).casefold().split())


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_soon(name: str) -> None:
    """No bad file takes 200 megabytes."""
    tracemalloc.start()
    refused(BAD[name])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 200_000_000


TWENTY = """\
id: Kent
tittle: y
as_at: 12/03/2009
documents: {d: {status: draftt}}
apexes: [bord]
bodies:
  board:
    nme: Board
    kind: bord
    inside: yes
    levels: [2, x]
    count: about 3
    aliases: one
    functions:
    - {approv: x, topic: plann}
    members:
    - {member: chiar}
    - {membr: chair, seats: 3 to 1}
    lines:
    - {reports_too: board}
    - {tasks: executiv}
    - {matter: x}
  executive: {name: Executive, since: 2016-31}
posts:
  executive: {title: x}
  chair: {title: y, level: two}
views: {all: {}}
"""


def test_all_problems_are_told_at_once() -> None:
    """A file with many mistakes is refused with each of them once, in the order of the file."""
    problems = refused(Bad(TWENTY, "", "")).problems
    places = [problem.place for problem in problems]
    assert len(problems) == 23
    assert places == sorted(set(places), key=lambda place: place and (place.line, place.column))


def test_what_refers_to_a_broken_record_is_not_blamed() -> None:
    """A line to a body that could not be read is no second problem."""
    text = "id: x\nbodies:\n  a: {name: A, lines: [{tasks: b}]}\n  b: {nme: B}\n"
    assert [problem.message for problem in refused(Bad(text, "", "")).problems] == ["A body has no field 'nme'."]


def test_an_empty_file_is_one_problem() -> None:
    """Where there is nothing, nothing else is missed."""
    assert len(refused(BAD["empty"]).problems) == 1


def test_what_follows_a_break_is_not_missed() -> None:
    """Where a file cannot be read to its end, nothing is said of what may stand in the rest."""
    text = 'id: x\nbodies:\n  a: {name: A, lines: [{tasks: b}]}\n  b: {name: "B}\n'
    assert len(refused(Bad(text, "", "")).problems) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "id: x\nbodies:\n  a: {name: Cabinet}\n  b: {name: Cаbinet}\n",
            "bad:4:3: 'Cаbinet' (b) looks like 'Cabinet' (a).",
        ),
        ("id: x\nbodies:\n  a: {name: Cabinet}\n  b: {name: CABINET}\n", "bad:4:3: 'CABINET' (b) looks like"),
        ("id: x\nbodies:\n  a: {name: Board\xa0}\n", "bad:3:13: the no-break space at the end"),
        ("id: x\ntitle: Ke\u200bnt\n", "bad:2:10: here stands U+200B, which nobody sees."),
        ("id: x\ntitle: Ke\u202ent\n", "bad:2:10: here stands U+202E"),
        ("id: x\ntitle: Exec #1 group\n", "bad:2:13: what follows this '#' is a comment and is not read."),
        ("id: x\nbodies:\n  a: {name: Exec  #2\n    }\n", "bad:3:19: what follows this '#'"),
    ],
)
def test_what_the_eye_cannot_tell_is_warned_of(text: str, words: str) -> None:
    """Look-alike names and hidden characters stop nothing and are told of with their place."""
    with pytest.warns(TrustgraphWarning) as caught:
        loads(text.encode(), "bad")
    assert [words in str(warning.message) for warning in caught] == [True]


@pytest.mark.parametrize("text", ["Kent # the county", "Kent#1", "'Kent #1'", "Kent\n#1 more", "|-\n  Kent #1"])
def test_an_ordinary_comment_is_not_warned_of(text: str, recwarn: pytest.WarningsRecorder) -> None:
    """A comment that keeps its distance, and a sign within a text, are what they look like."""
    loads(f"id: x\ntitle: {text}\n".encode(), "x")
    assert not recwarn.list


def test_limits_can_be_raised() -> None:
    """A limit that is named in a message can be raised."""
    text = "id: x\ntitle: " + "a" * 30_000
    assert len(loads(text.encode(), "x", limits=Limits(text=40_000)).title or "") == 30_000


def test_limits_can_be_raised_from_outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file over the limit is told with the variable that lets it be read, and then is."""
    (tmp_path / "big.yaml").write_text("id: x\n" + "# a comment of no use\n" * 1_000_000, encoding="utf-8")
    with pytest.raises(FormatError, match=r"limit of 20,000,000 bytes\. Set TRUSTGRAPH_INPUT_MB=23 if"):
        load(tmp_path / "big.yaml")
    monkeypatch.setenv("TRUSTGRAPH_INPUT_MB", "23")
    assert load(tmp_path / "big.yaml").id == "x"


def test_more_values_are_read_from_larger_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """The variable that lets larger files be read lets them hold more values in proportion."""
    monkeypatch.setenv("TRUSTGRAPH_INPUT_MB", "40")
    assert (usual_limits().bytes, usual_limits().values) == (40_000_000, 1_000_000)


@pytest.mark.parametrize("size", ["many", "-3", "1.5"])
def test_a_limit_that_is_no_number_is_told(monkeypatch: pytest.MonkeyPatch, size: str) -> None:
    """What stands in the variable and is no number of megabytes is named."""
    monkeypatch.setenv("TRUSTGRAPH_INPUT_MB", size)
    with pytest.raises(FormatError, match=f"TRUSTGRAPH_INPUT_MB is '{size}', which is no whole number."):
        loads(b"id: x", "x")


def test_too_many_values_are_refused() -> None:
    """A file of more values than the limit is refused, with the limit named."""
    with pytest.raises(FormatError, match="more than 10 values"):
        loads(b"id: x\napexes: [" + b"a, " * 20 + b"a]", "x", limits=Limits(values=10))


def sources(folder: Path) -> dict[str, Path]:
    """Return what is no readable file, by what is said of it."""
    (folder / "folder.yaml").mkdir()
    os.mkfifo(folder / "pipe.yaml")
    (folder / "link.yaml").symlink_to("nowhere.yaml")
    (folder / "circle.yaml").symlink_to("circle.yaml")
    return {
        "this is a folder": folder / "folder.yaml",
        "this is a pipe": folder / "pipe.yaml",
        "the link leads to nowhere.yaml": folder / "link.yaml",
        "too many levels": folder / "circle.yaml",
        "this is a device": Path("/dev/zero"),
        "there is no such file": folder / "kent.yaml",
        "too long": folder / ("x" * 300 + ".yaml"),
        "null": folder / "a\0.yaml",
    }


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices are POSIX's")
@pytest.mark.parametrize("number", range(8))
def test_what_is_no_file_is_refused_at_once(tmp_path: Path, number: int) -> None:
    """Folders, pipes, devices, broken links and missing files are named, and nothing waits for them."""
    words, path = list(sources(tmp_path).items())[number]
    with pytest.raises(FormatError, match=words):
        load(path)


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """The size is looked at first, and the limit is named."""
    with (tmp_path / "big.yaml").open("wb") as file:
        file.truncate(10**11)
    with pytest.raises(FormatError, match="limit of 20,000,000 bytes"):
        load(tmp_path / "big.yaml")


def test_reading_runs_and_opens_nothing() -> None:
    """Whatever is in a file, reading it starts no process and opens no connection or file."""
    seen: list[str] = []
    watching = True

    def watch(event: str, _: tuple[object, ...]) -> None:
        if watching and event.startswith(("open", "socket", "subprocess", "os.")):
            seen.append(event)

    sys.addaudithook(watch)
    for bad in BAD.values():
        refused(bad)
    watching = False
    assert seen == []


SEEDED = """\
id: Kent Trust
as_at: 2016-02-30
since: 12/03/2009
documents: {paper: {title: Paper, status: propsed}}
bodies:
  board: {name: Board, kind: bord}
  board: {name: Other}
  executive: {name: Executive, tier: executve, since: 2012, until: 2010}
  group:
    nme: Group
  panel:
    name: Panel
    lines:
    - {reports_to: baord, matter: delivery, and risk}
    - {reprts_to: board}
    - {reports_to: board, tasks: board}
    members:
    - {member: nobody, role: char, voting: yes, seats: lots}
posts:
  leader: {title: Leader, organisation: council, level: first}
views: {all: {title: Everything}}
apexes: board
colour: blue
"""
SEEDED_PLACES = (
    "1:5 2:8 3:8 4:43 6:30 7:3 8:38 8:68 10:5 14:20 14:45 15:8 16:27 18:16 18:30 18:44 18:56 20:41 20:57 21:9 22:9 23:1"
)


def test_a_file_with_mistakes_everywhere() -> None:
    """One run tells every mistake there is, at its place, and none that is not there."""
    with pytest.raises(FormatError) as raised:
        loads(SEEDED.encode(), "kent.yaml")
    assert [
        f"{problem.place.line}:{problem.place.column}" for problem in raised.value.problems
    ] == SEEDED_PLACES.split()
