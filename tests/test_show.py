"""The verb show: the outline, and what a model says of one body."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from trustgraph.cli import run
from trustgraph.cli.show import show
from trustgraph.formats import load
from trustgraph.wording import outline, terms

SAMPLE = "nottinghamshire-2016"


def shown(*arguments: str) -> Result:
    """Return what the verb prints, and how it ends."""
    return CliRunner().invoke(show, arguments, standalone_mode=False)


def test_the_outline_is_printed_with_an_empty_line_between_bodies() -> None:
    """With --outline the paragraphs of the outline are printed."""
    assert shown(SAMPLE, "--outline").stdout == "\n\n".join(outline(load(SAMPLE))) + "\n"


@pytest.mark.parametrize("body", ["board", "children's trust board", "Nottinghamshire Children's Trust Board"])
def test_one_body_is_printed(body: str) -> None:
    """A body is asked for by its id, its name or an alias."""
    assert shown(SAMPLE, body).stdout == f"{terms(load(SAMPLE), 'board')}\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((SAMPLE, "executve"), "Did you mean 'executive'?"),
        ((SAMPLE, "board", "--outline"), "--outline prints the whole arrangement."),
    ],
)
def test_what_cannot_be_shown(arguments: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    """An unknown body, or a body together with the outline of all, ends with 2 and says how to go on."""
    assert run(["show", *arguments]) == 2
    assert told in capsys.readouterr().err


def test_a_body_of_a_file_is_shown(tmp_path: Path) -> None:
    """The model may be a file, in which nothing is said of the body but its name."""
    (tmp_path / "kent.yaml").write_text("id: kent\nbodies:\n  board: {name: Kent Board}\n", encoding="utf-8")
    assert shown(str(tmp_path / "kent.yaml"), "kent board").stdout.startswith("Kent Board\n\nStanding\n")
