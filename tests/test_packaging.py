"""What is in the wheel, which machines it can be installed on, and what must never be in a file of ours."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Run

ROOT = Path(__file__).parents[1]
OURS = ("trustgraph", "sample_models", "tests", "notebooks", "docs", ".ci", "README.md", "pyproject.toml")

MACHINE_PATH = re.compile(r"(?:/(?:work|home|Users)/|[A-Z]:\\Users\\)\w")
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.\w+)+|(?<!\d)(?:\+44|0)[ ()]*\d{2,4}[ ()-]+\d{3,4}[ -]?\d{3,4}(?!\d)")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that holds what is in the wheel built from the unpacked source distribution."""
    folder = tmp_path_factory.mktemp("build")
    _build(ROOT, "sdist", folder)
    shutil.unpack_archive(next(folder.glob("*.tar.gz")), folder, filter="data")
    _build(next(folder.glob("trustgraph-*/")), "wheel", folder)
    shutil.unpack_archive(next(folder.glob("*.whl")), folder / "wheel", "zip")
    return folder / "wheel"


def _build(source: Path, target: str, folder: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(folder)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)


@pytest.mark.parametrize(
    "name",
    [
        "trustgraph/py.typed",
        "trustgraph/drawing/page.css",
        "trustgraph/drawing/page.js",
        "trustgraph/drawing/fonts/LiberationSans-Regular.ttf",
        "trustgraph/drawing/fonts/OFL.txt",
        "trustgraph/sample_models/nottinghamshire-2016.yaml",
    ],
)
def test_wheel_holds(wheel: Path, name: str) -> None:
    """The wheel built from the source distribution holds fonts, licence, the web page's parts, types and samples."""
    assert (wheel / name).is_file()


def test_wheel_holds_nothing_else_at_the_top(wheel: Path) -> None:
    """Installing trustgraph puts no second package beside it."""
    assert [path.name for path in sorted(wheel.iterdir())] == ["trustgraph", "trustgraph-0.1.0.dist-info"]


def test_wheel_holds_every_sample(wheel: Path) -> None:
    """The wheel holds the samples of the checkout, byte for byte."""
    assert _held(wheel / "trustgraph" / "sample_models") == _held(ROOT / "sample_models")


def _held(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder and what is in it, by path."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_wheel_finds_its_samples(wheel: Path, run: Run) -> None:
    """The package as installed from the wheel loads the sample that ships in it."""
    script = "import trustgraph as tg; print(tg.__file__, len(tg.load('nottinghamshire-2016').bodies) > 0)"
    done = run("-c", script, PYTHONPATH=str(wheel))
    assert done.stdout.split() == [str(wheel / "trustgraph" / "__init__.py"), "True"], done.stderr


def test_checkout_finds_its_samples(run: Run) -> None:
    """The package in a checkout loads the samples that stand beside it."""
    script = "import trustgraph as tg; print(len(tg.load('nottinghamshire-2016').bodies) > 0)"
    assert run("-c", script, PYTHONPATH=str(ROOT)).stdout.strip() == "True"


@pytest.mark.network
@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    "platforms",
    [["win_amd64"], ["macosx_11_0_arm64"], ["macosx_10_13_x86_64"], ["manylinux_2_28_x86_64", "manylinux_2_17_x86_64"]],
    ids=["Windows", "Mac with Apple silicon", "Mac with Intel", "Linux"],
)
def test_every_dependency_is_a_wheel(platforms: list[str], tmp_path: Path) -> None:
    """Nobody needs a compiler: every core dependency and all they need come as wheels for the oldest Python."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    tags = [word for platform in platforms for word in ("--platform", platform)]
    version = ["--implementation", "cp", "--python-version", "3.11", "--only-binary", ":all:"]
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--dest", str(tmp_path)]
    done = subprocess.run(
        [*pip, *version, *tags, *project["dependencies"]], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr


def test_no_file_names_a_machine() -> None:
    """No file holds a path that only one machine has."""
    found = [f"{path}: {match[0]}" for path, text in _texts() for match in MACHINE_PATH.finditer(text)]
    assert not found


def test_no_sample_holds_an_address() -> None:
    """No sample holds an e-mail address or a telephone number."""
    samples = (path for path in (ROOT / "sample_models").rglob("*") if path.is_file())
    assert [match for path in samples for match in ADDRESS.findall(path.read_text(encoding="utf-8"))] == []


def _texts() -> Iterator[tuple[Path, str]]:
    """Yield each text file of ours with what is in it."""
    for top in OURS:
        paths = [ROOT / top, *(ROOT / top).rglob("*")]
        for path in paths:
            if path.is_file() and path.suffix not in {".pyc", ".ttf", ".png", ".pdf"}:
                yield path.relative_to(ROOT), path.read_text(encoding="utf-8", errors="replace")
