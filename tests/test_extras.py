"""What needs a package that is not installed says which, and what stands is left as it is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.sketches import small_drawing
from trustgraph.drawing.docx import paint_docx
from trustgraph.drawing.picture import Painter
from trustgraph.drawing.pptx import paint_pptx
from trustgraph.errors import MissingExtraError

# as if nobody had installed them
WITHOUT = """
import sys
sys.modules.update(docx=None, pptx=None)
from trustgraph.cli import main
sys.argv[1:] = {arguments!r}
main()
"""


@pytest.mark.parametrize(("painter", "package"), [(paint_pptx, "pptx"), (paint_docx, "docx")])
def test_office_files_need_the_office_extra(painter: Painter, package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what to install."""
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtraError, match=r'needs the office extra: pip install "trustgraph\[office\]"'):
        painter(small_drawing())


@pytest.mark.parametrize("name", ["chart.pptx", "chart.docx"])
def test_the_command_says_which_extra_it_needs(name: str, run: Run, tmp_path: Path) -> None:
    """It leaves with 2, says so in one line, and writes nothing."""
    ended = run("-c", WITHOUT.format(arguments=["draw", "nottinghamshire-two-executives", name]))
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == 'this needs the office extra: pip install "trustgraph[office]"\n'
    assert list(tmp_path.iterdir()) == []


def test_a_comparison_in_word_needs_the_office_extra(run: Run, tmp_path: Path) -> None:
    """It leaves with 2, says so in one line, and writes nothing."""
    arguments = ["compare", "nottinghamshire-2016", "suffolk-2010", "--rows", "chair", "-o", "comparison.docx"]
    ended = run("-c", WITHOUT.format(arguments=arguments))
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == 'this needs the office extra: pip install "trustgraph[office]"\n'
    assert list(tmp_path.iterdir()) == []
