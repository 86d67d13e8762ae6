"""Files of rules that are not what they should be: told with file and line, and never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from trustgraph.cli import run as command

MODEL = "id: kent\nbodies:\n  board: {name: Board}\n"
HEAD = "from trustgraph.rules import Breach, rule\n\n"
RULE = HEAD + '@rule("MY101", "warning")\ndef mine(model):\n    """Nothing. Source: the test."""\n    '


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Return a folder with a model."""
    (tmp_path / "kent.yaml").write_text(MODEL, encoding="utf-8")
    return tmp_path


def _checked(folder: Path, source: str | bytes, *options: str) -> int:
    data = source if isinstance(source, bytes) else source.encode()
    (folder / "mine.py").write_bytes(data)
    return command(["check", str(folder / "kent.yaml"), "--rules", str(folder / "mine.py"), "--select", "MY", *options])


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("x = = 1\n", "mine.py:1:5: this is not Python"),
        (HEAD + "import no_such_module\n", "mine.py:3: running it failed: ModuleNotFoundError"),
        (HEAD + "def check(model):\n    pass\n", "mine.py: there is no rule in this file"),
        ("", "mine.py: there is no rule in this file"),
        ("from trustgraph.rules.account import circular_account\n", "mine.py: there is no rule in this file"),
        (HEAD + "raise SystemExit(7)\n", "mine.py:3: running it failed: SystemExit"),
        (HEAD + '@rule("MY101", "grave")\ndef mine(model): pass\n', "mine.py:3: running it failed: ValueError"),
        (RULE.replace("MY101", "TG101") + "return ()\n", "mine.py: the code TG101 is another rule's"),
        (RULE + "return ()\n" + RULE.removeprefix(HEAD).replace("mine", "again") + "return ()\n", "the code MY101"),
        ("def f():\n    f()\nf()\n", "running it failed: RecursionError"),
        (b"\xff\xfe not text", "mine.py"),
        (b"x = 1\x00\n", "mine.py"),
    ],
)
def test_file_that_gives_no_rules(
    files: Path, source: str | bytes, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command leaves with 3, and tells the file and, where there is one, the line."""
    code = _checked(files, source)
    said = capsys.readouterr()
    assert (code, said.out, told in said.err, "Traceback" in said.err) == (3, "", True, False)


@pytest.mark.parametrize(
    ("does", "told"),
    [
        ("raise RuntimeError('no')", "RuntimeError: no."),
        ("return 1", "TypeError"),
        ("return [('board',)]", "no Breach(keys, message, remedy)"),
        ("return ['board']", "no Breach(keys, message, remedy)"),
        ("return [Breach('board', 'One.', 'Two.')]", "with a tuple of keys"),
        ("return [Breach(('board',), None, 'Two.')]", "TypeError"),
        ("return [Breach(('board',), 'One.', 'Two.', severity='grave')]", "ValueError"),
        ("return [Breach((1,), 'One.', 'Two.')]", "TypeError"),
        ("return [Breach(([],), 'One.', 'Two.')]", "TypeError"),
        ("yield Breach((), 'One.', 'Two.'); raise SystemExit", "SystemExit"),
        ("return mine(model)", "RecursionError"),
        ("model.id = 'x'", "AttributeError"),
    ],
)
def test_rule_that_fails_while_it_runs(
    files: Path, does: str, told: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """It is one finding of the check itself, and the command goes on."""
    code = _checked(files, RULE + does + "\n")
    said = capsysbinary.readouterr()
    text = said.out.decode()
    assert ("TG001" in text, told in text, said.err, code) == (True, True, b"", 0)
    assert text.endswith("1 finding: 1 warning.\n")


def test_keys_that_are_not_there_are_let_pass(files: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """A finding may be about what the model has no record of."""
    assert _checked(files, RULE + "yield Breach(('nobody',), 'One.', 'Two.')\n", "--format", "sarif") == 0
    assert b'"One. Two."' in capsysbinary.readouterr().out


def test_what_a_rule_says_cannot_steer_a_terminal(files: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Control characters in a message are shown, line by line."""
    _checked(files, RULE + r"yield Breach(('board',), 'One \x1b[2J.', 'Two.')" + "\n")
    assert b"\x1b" not in capsysbinary.readouterr().out
