"""What the tests share."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# the same examples every run: a test that fails for one reader fails for all
settings.register_profile("trustgraph", deadline=None, derandomize=True)
settings.load_profile("trustgraph")

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return a function that runs Python in an empty folder, with these arguments and environment variables."""

    def python(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=tmp_path,
            env=os.environ | variables,
            encoding="utf-8",
            errors="backslashreplace",
            capture_output=True,
            check=False,
        )

    return python
