"""The command: what goes to which stream, and with which code it leaves."""

from __future__ import annotations

import itertools
import json
import os
import re
import struct
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner

from trustgraph.cli import VERBS
from trustgraph.cli.doctor import doctor
from trustgraph.formats import load, samples

MODEL = """\
id: kent
bodies:
  board: {name: Kent Board, kind: board, meetings: quarterly}
  executive: {name: Kent Executive, kind: executive, lines: [{reports_to: board, matter: risk}]}
"""


@pytest.fixture
def kent(tmp_path: Path) -> Path:
    """Return the file of a small model."""
    path = tmp_path / "kent.yaml"
    path.write_text(MODEL, encoding="utf-8")
    return path


def trustgraph(
    *arguments: str | Path, cwd: Path, stdin: bytes = b"", **variables: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "trustgraph", *map(str, arguments)],
        cwd=cwd,
        input=stdin,
        env=os.environ | variables,
        capture_output=True,
        check=False,
    )


def test_every_verb_is_listed_with_its_own_words() -> None:
    """The list of verbs says of each what the verb says of itself."""
    for name, summary in VERBS.items():
        verb = getattr(import_module(f"trustgraph.cli.{name}"), name)
        assert (verb.name, verb.short_help) == (name, summary)


@pytest.mark.parametrize("suffix", ["svg", "pdf", "png", "dot", "mmd", "layout.json"])
def test_draw_writes_every_format(kent: Path, suffix: str) -> None:
    """Drawing writes the file that was named and says so on standard error."""
    done = trustgraph("draw", kent, f"out.{suffix}", cwd=kent.parent)
    assert (done.returncode, done.stdout) == (0, b"")
    assert (kent.parent / f"out.{suffix}").stat().st_size > 100
    assert f"Wrote out.{suffix}" in done.stderr.decode()


def test_draw_to_standard_output(kent: Path) -> None:
    """With - as the output the picture goes to standard output."""
    done = trustgraph("draw", kent, "-", "--to", "svg", cwd=kent.parent)
    assert done.returncode == 0
    assert b"<svg" in done.stdout


def test_draw_takes_a_model_from_standard_input(tmp_path: Path) -> None:
    """With - as the model it is read from standard input, YAML or JSON."""
    done = trustgraph("draw", "-", "out.mmd", cwd=tmp_path, stdin=MODEL.encode())
    assert done.returncode == 0
    assert "Kent Board" in (tmp_path / "out.mmd").read_text(encoding="utf-8")


def test_alt_prints_the_outline(kent: Path) -> None:
    """The text alternative is the chart in sentences."""
    done = trustgraph("draw", kent, "--alt", cwd=kent.parent)
    assert done.stdout.decode().splitlines() == [
        "Strategic tier: the Kent Board; executive tier: the Kent Executive.",
        "The Kent Board meets quarterly; receives reports from the Kent Executive on risk.",
        "The Kent Executive reports to the Kent Board on risk.",
    ]


def test_options_narrow_the_view(kent: Path) -> None:
    """Only what the options ask for is drawn."""
    trustgraph("draw", kent, "out.layout.json", "--tier", "strategic", "--title", "Kent", cwd=kent.parent)
    page = json.loads((kent.parent / "out.layout.json").read_text(encoding="utf-8"))
    assert [box["id"] for box in page["boxes"]] == ["board"]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["draw", "kent.yaml", "out.gif"], 2, "no format '.gif'"),
        (["draw", "kent.yaml"], 2, "Name the file to draw into"),
        (["draw", "kent.yaml", "out.svg", "--view", "appendix"], 2, "no view named 'appendix'"),
        (["draw", "kent.yaml", "out.svg", "--around", "bord"], 2, "Did you mean 'board'?"),
        (["draw", "kent.yaml", "out.svg", "--as-at", "2016-02-30"], 2, "February 2016 has 29 days"),
        (["draw", "kent.yaml", "nowhere/out.svg"], 5, "nowhere"),
        (["draw", "kent.yaml", "out.svg", "--engine", "neato"], 2, "'graphviz-pure', 'pygraphviz', 'dot'"),
        (["draw", "kent.yaml", "out.svg", "--steps", "2"], 2, "--around"),
        (["draw", "kant.yaml", "out.svg"], 3, "kent.yaml"),
        (["show", "nottinghamshire-2061"], 2, "Did you mean 'nottinghamshire-2016'?"),
        (["convert", "kent.yaml", "-"], 2, "--to yaml, --to json or --to graphml"),
        (["convert", "kent.yaml", "kent.docx"], 2, ".docx"),
        (["init", "kent.yaml"], 5, "there already"),
        (["init", "kent.txt"], 2, "ends in .yaml"),
        (["paint"], 2, "paint"),
        (["shw"], 2, "Did you mean 'show'?"),
    ],
)
def test_what_cannot_be_done_is_said(kent: Path, arguments: list[str], code: int, words: str) -> None:
    """Each mistake has its exit code, says what happened, and prints no traceback."""
    done = trustgraph(*arguments, cwd=kent.parent)
    assert (done.returncode, done.stdout) == (code, b"")
    assert words in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_all_problems_of_a_file_are_printed(tmp_path: Path) -> None:
    """Each problem stands on a line of its own with file, line and column; the code is 3."""
    (tmp_path / "bad.yaml").write_text("id: x\nbodies:\n  a: {nme: A}\n  b: {name: B, lines: [{reports_to: c}]}\n")
    done = trustgraph("show", "bad.yaml", cwd=tmp_path)
    assert done.returncode == 3
    assert [line.split(": ")[0] for line in done.stderr.decode().splitlines()][:1] == ["bad.yaml:3:7"]
    assert "bad.yaml:4:37" in done.stderr.decode()


def test_show_says_who_meets_and_who_answers(kent: Path) -> None:
    """The summary gives bodies, meetings and lines in words."""
    words = trustgraph("show", kent, cwd=kent.parent).stdout.decode()
    assert "Kent Board: meets quarterly" in words
    assert "The Kent Executive reports to the Kent Board on risk." in words


def test_models_lists_the_samples(tmp_path: Path) -> None:
    """Every sample is listed by the name it is called by."""
    listed = trustgraph("models", cwd=tmp_path).stdout.decode().splitlines()
    assert [line.split()[0] for line in listed] == list(samples())


def test_init_writes_a_model_that_draws(tmp_path: Path) -> None:
    """What init writes loads, draws, and names the schema beside it."""
    assert trustgraph("init", "My Trust.yaml", cwd=tmp_path).returncode == 0
    text = (tmp_path / "My Trust.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=trustgraph.schema.json\n")
    assert json.loads((tmp_path / "trustgraph.schema.json").read_text(encoding="utf-8"))["$schema"].endswith(
        "draft-07/schema#"
    )
    assert load(tmp_path / "My Trust.yaml").id == "my-trust"
    assert trustgraph("draw", "My Trust.yaml", "out.svg", cwd=tmp_path).stderr == b"Wrote out.svg.\n"


def test_convert_keeps_the_model(tmp_path: Path) -> None:
    """A model goes to JSON and back to YAML without loss."""
    trustgraph("convert", "nottinghamshire-2016", "there.json", cwd=tmp_path)
    trustgraph("convert", "there.json", "back.yaml", cwd=tmp_path)
    assert load(tmp_path / "back.yaml") == load("nottinghamshire-2016")


def test_doctor_names_an_engine(tmp_path: Path) -> None:
    """The doctor says which layout engine is used."""
    done = trustgraph("doctor", cwd=tmp_path)
    assert done.returncode == 0
    assert "graphviz-pure" in done.stdout.decode()


def test_escape_sequences_are_shown(tmp_path: Path) -> None:
    """What could steer a terminal, or turn the reading direction, is printed as its code."""
    bodies = {"a": "\\e[31mRed", "b": "Left\\u202Eright", "c": "[bold]c"}
    cards = "".join(f'  {key}: {{name: "{name}"}}\n' for key, name in bodies.items() if key != "a")
    (tmp_path / "odd.yaml").write_text(f"id: odd\nbodies:\n{cards}", encoding="utf-8")
    done = trustgraph("show", "odd.yaml", cwd=tmp_path)
    assert "LeftU+202Eright" in done.stdout.decode()
    assert "[bold]c" in done.stdout.decode()
    assert "\u202e" not in done.stdout.decode() + done.stderr.decode()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_consoles_that_are_not_utf8(tmp_path: Path, encoding: str) -> None:
    """A name the console cannot show is printed as codes, and nothing breaks."""
    (tmp_path / "odd.yaml").write_text("id: odd\nbodies:\n  a: {name: 'Bwrdd ŵ – 東'}\n", encoding="utf-8")
    done = trustgraph("show", "odd.yaml", cwd=tmp_path, PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Bwrdd " in done.stdout


def test_a_reader_that_goes_away(kent: Path) -> None:
    """Where whoever read the output has gone, the command ends quietly with 141."""
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as gone:
        done = subprocess.run(
            [sys.executable, "-m", "trustgraph", "show", str(kent)], stdout=gone, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell closes the output")
def test_a_closed_output(kent: Path) -> None:
    """Where there is no standard output at all, the command still ends well."""
    command = f'"{sys.executable}" -m trustgraph show "{kent}" >&-'
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (["convert", "kent.yaml", "kent.yaml"], "kent.yaml"),
        (["convert", "kent.yaml", "./kent.yaml"], "kent.yaml"),
        (["convert", "kent.layout.json", "kent.layout.json"], "kent.layout.json"),
        (["draw", "kent.layout.json", "kent.layout.json"], "kent.layout.json"),
    ],
)
def test_a_model_is_never_written_over_itself(kent: Path, arguments: list[str], name: str) -> None:
    """Where the output is the model's own file nothing is written, and the code is 2."""
    trustgraph("convert", "kent.yaml", "kent.layout.json", cwd=kent.parent)
    before = (kent.parent / name).read_bytes()
    done = trustgraph(*arguments, cwd=kent.parent)
    assert (done.returncode, (kent.parent / name).read_bytes()) == (2, before)
    assert "the model itself" in done.stderr.decode()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (MODEL, ""),
        (f"# By the board\n{MODEL}", "note: comments are not kept: kent.json has none of those of kent.yaml.\n"),
    ],
    ids=["without", "with"],
)
def test_convert_says_what_it_wrote_and_what_it_left_out(kent: Path, text: str, told: str) -> None:
    """Converting names the file it wrote, and tells of comments where there are some to lose."""
    kent.write_text(text, encoding="utf-8")
    done = trustgraph("convert", "kent.yaml", "kent.json", cwd=kent.parent)
    assert done.stderr.decode() == f"Wrote kent.json.\n{told}"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize(
    "verb", ["show kent.yaml", "draw kent.yaml - --to svg", "draw kent.yaml --alt", "schema", "--help"]
)
def test_a_full_output(kent: Path, verb: str) -> None:
    """Where standard output takes no more, one line says so, and the code is 5."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "trustgraph", *verb.split()],
            cwd=kent.parent,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr) == (5, b"standard output: no space left.\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_messages_nobody_can_read(kent: Path) -> None:
    """Where standard error takes no more, the work is done all the same."""
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "trustgraph", "draw", "kent.yaml", "out.mmd"]
        done = subprocess.run(command, cwd=kent.parent, stderr=full, check=False)
    assert (done.returncode, (kent.parent / "out.mmd").exists()) == (0, True)


def test_doctor_copes_with_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that is not installed is listed as such."""
    monkeypatch.setattr("trustgraph.cli.doctor.PACKAGES", ("click", "absent"))
    done = CliRunner().invoke(doctor, standalone_mode=False)
    assert "absent      not here\n" in done.stdout


def test_doctor_gives_the_number_of_a_version_once(tmp_path: Path) -> None:
    """An engine that is here has a line of its name, one number and its path."""
    lines = trustgraph("doctor", cwd=tmp_path).stdout.decode().splitlines()
    engine = next(line for line in lines if line.startswith("  graphviz-pure"))
    assert re.fullmatch(r"  graphviz-pure +\d+\.\d+\.\d+, \S.*graphviz-pure(\.exe)?", engine, re.IGNORECASE)


@pytest.mark.parametrize(
    "options",
    ["--paper a4", "--tier Strategic", "--family REPORTING", "--engine Graphviz-Pure", "--around board --steps 0"],
)
def test_options_whose_case_does_not_matter(kent: Path, options: str) -> None:
    """What is chosen from a list may be written with capitals or without."""
    done = trustgraph("draw", kent, "out.svg", *options.split(), cwd=kent.parent)
    assert (done.returncode, done.stderr) == (0, b"Wrote out.svg.\n")


@pytest.mark.parametrize(
    ("options", "out", "reason"),
    [
        ("--around leader", "out.svg", "no line joins Leader to a body here"),
        ("--around leader", "out.mmd", "no line joins Leader to a body here"),
        ("--tier external", "out.svg", "no body is left"),
    ],
)
def test_a_chart_without_bodies_says_why(kent: Path, options: str, out: str, reason: str) -> None:
    """Where nothing is left to draw a note says so, for formats with and without a layout."""
    kent.write_text(f"{MODEL}posts:\n  leader: {{title: Leader}}\n", encoding="utf-8")
    done = trustgraph("draw", kent, out, *options.split(), cwd=kent.parent)
    assert (done.returncode, done.stderr.decode().splitlines()[1]) == (
        0,
        f"note: there is nothing to draw: {reason}. Choose differently with --view, --tier, --family or --around.",
    )


@pytest.mark.parametrize(
    ("bodies", "lines", "limit"),
    [(151, 0, "150 bodies"), (26, 601, "600 lines"), (151, 601, "150 bodies and 600 lines")],
)
def test_the_limit_that_was_passed_is_named(tmp_path: Path, bodies: int, lines: int, limit: str) -> None:
    """A chart that is too large says which limit it passed."""
    cards = [{"id": f"b{number}", "name": f"Body {number}"} for number in range(bodies)]
    ends = itertools.islice(itertools.permutations(range(bodies), 2), lines)
    records = [{"subject": f"b{start}", "kind": "advises", "target": f"b{end}"} for start, end in ends]
    model = {"id": "large", "bodies": cards, "relationships": records}
    (tmp_path / "large.json").write_text(json.dumps(model), encoding="utf-8")
    told = trustgraph("draw", "large.json", "out.svg", cwd=tmp_path).stderr.decode()
    assert f"(the limit is {limit})" in told


@pytest.mark.parametrize(
    ("suffix", "shown"),
    [
        ("pdf", "each is printed as □. An .svg keeps them."),
        ("png", "each is printed as □. An .svg keeps them."),
        pytest.param(
            "docx",
            "in its PNG each is printed as □. In its SVG and its text each is shown in a font of the",
            marks=pytest.mark.office,
        ),
        pytest.param("pptx", "each is shown in a font of the reader's own, if one has it.", marks=pytest.mark.office),
        ("svg", "each is shown in a font of the reader's own, if one has it."),
        ("html", "each is shown in a font of the reader's own, if one has it."),
        ("drawio", "each is shown in a font of the reader's own, if one has it."),
    ],
)
def test_characters_the_font_lacks_are_named(tmp_path: Path, suffix: str, shown: str) -> None:
    """Every format that is a picture says which characters our font has not, and what is seen in their place."""
    (tmp_path / "far.yaml").write_text("id: far\nbodies:\n  board: {name: Board 中 😀}\n", encoding="utf-8")
    told = trustgraph("draw", "far.yaml", f"out.{suffix}", cwd=tmp_path).stderr.decode()
    assert f"note: the font has no U+4E2D and U+1F600; {shown}" in told


def test_a_png_has_as_many_dots_as_asked(tmp_path: Path) -> None:
    """At 36 dots an inch a page of A4 is 298 by 421 pixels, or turned."""
    trustgraph("draw", "nottinghamshire-two-executives", "chart.png", "--dpi", "36", cwd=tmp_path)
    header = (tmp_path / "chart.png").read_bytes()[16:24]
    assert sorted(struct.unpack(">II", header)) == [298, 421]


@pytest.mark.parametrize(
    ("options", "text"),
    [("--style seats", "Leader"), ("--clauses", "(para 7)"), ("--unfold", "Inner Group"), ("", "delivery")],
)
def test_how_a_chart_is_dressed(tmp_path: Path, options: str, text: str) -> None:
    """Seats, clauses and the bodies within a collective are drawn where they are asked for."""
    (tmp_path / "dressed.yaml").write_text(DRESSED, encoding="utf-8")
    drawn = trustgraph("draw", "dressed.yaml", "-", "--to", "dot", *options.split(), cwd=tmp_path).stdout.decode()
    plain = trustgraph("draw", "dressed.yaml", "-", "--to", "dot", cwd=tmp_path).stdout.decode()
    assert text in drawn
    assert (text in plain) is not bool(options)


def test_what_does_not_fit_a4_is_said(tmp_path: Path) -> None:
    """A note says that the page is A3, or that there are several, and how to draw less."""
    large = ["id: large", "bodies:", "  board: {name: Board, kind: board}"]
    large += [f"  b{at}: {{name: Group {at}, lines: [{{reports_to: board, matter: matter {at}}}]}}" for at in range(40)]
    (tmp_path / "large.yaml").write_text("\n".join(large), encoding="utf-8")
    told = trustgraph("draw", "large.yaml", "out.svg", cwd=tmp_path).stderr.decode()
    assert "note: the chart does not fit A" in told
    assert "--paper none" in told or "its page is A3" in told


DRESSED = """\
id: dressed
documents: {paper: {title: Paper}}
bodies:
  board: {name: Board, kind: board, members: [{member: leader}]}
  groups: {name: Groups, lines: [{reports_to: board, matter: delivery, where: 7}]}
  inner: {name: Inner Group, within: groups}
posts: {leader: {title: Leader}}
"""

SEATED = """\
id: one
bodies:
  board:
    name: Board
    members: [{member: leader, role: chair}, {member: police, seats: at least 2}, {member: leader, denied: true}]
  group: {name: Group, members: [{member: leader, seats: 1}]}
  panel: {name: Panel, members: [{member: police, seats: at least 1}]}
  forum: {name: Forum, members: [{member: leader, seats: 1 to 2}, {member: police}]}
  police: {name: Police, inside: false, functions: [{approve: the plan}]}
posts: {leader: {title: Leader}}
"""


@pytest.mark.parametrize(
    "line",
    [
        "  Board: chaired by Leader; at least 3 seats",
        "  Group: 1 seat",
        "  Panel: at least 1 seat",
        "  Forum: 2 to 3 seats",
        "5 bodies, 1 post, 0 lines, at least 7 seats, 1 function",
    ],
)
def test_show_counts_as_one_speaks(tmp_path: Path, line: str) -> None:
    """Seats are added up as far as the paper says, and one of a thing is not called several."""
    (tmp_path / "one.yaml").write_text(SEATED, encoding="utf-8")
    assert line in trustgraph("show", "one.yaml", cwd=tmp_path).stdout.decode().splitlines()


def test_show_has_no_empty_headings(tmp_path: Path) -> None:
    """Without bodies or lines their headings are left out."""
    (tmp_path / "none.yaml").write_text("id: none\n", encoding="utf-8")
    words = trustgraph("show", "none.yaml", cwd=tmp_path).stdout.decode().splitlines()
    assert words == ["none", "", "0 bodies, 0 posts, 0 lines, 0 seats, 0 functions"]
