"""Each layout engine draws the same chart."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

pytestmark = pytest.mark.engine


@pytest.mark.parametrize("engine", ["pygraphviz", "dot"])
def test_engines_place_boxes_alike(engine: str, run: Run, tmp_path: Path) -> None:
    """The engines to fall back on put every box where the usual one puts it."""
    usual, other = (_layout(run, tmp_path / f"{name}.layout.json", name) for name in ("graphviz-pure", engine))
    assert other["boxes"] == usual["boxes"] != []


def test_doctor_finds_every_engine(run: Run) -> None:
    """The three engines are found, each with its version."""
    assert "not here" not in run("-m", "trustgraph", "doctor").stdout


def _layout(run: Run, path: Path, engine: str) -> Any:
    """Return the layout of the sample by an engine."""
    done = run("-m", "trustgraph", "draw", "nottinghamshire-2016", str(path), "--engine", engine)
    assert done.returncode == 0, done.stderr
    return json.loads(path.read_text(encoding="utf-8"))
