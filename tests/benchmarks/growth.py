"""How time and memory grow with the number of bodies: each size in a process of its own.

`python -m tests.benchmarks.growth FILE` loads a model, asks it four questions and prints what each took.
"""

from __future__ import annotations

import json
import subprocess
import sys
from math import log
from pathlib import Path
from time import process_time

from tests.benchmarks.governance import as_json

SIZES = (10_000, 100_000)
MILLION = 1_000_000
_EXPONENT, _GIGABYTES = 1.3, 3
_ASKED = ("load", "cycles", "orphans", "span", "profile")


def growth(folder: Path, *, million: bool) -> int:
    """Print seconds and peak memory at each size and return how many limits are missed."""
    print("\n" + " ".join(f"{title:>9}" for title in ("bodies", *_ASKED, "together", "peak")))
    together = {}
    missed = 0
    for bodies in (*SIZES, MILLION) if million else SIZES:
        file = folder / "growing.json"
        file.write_text(as_json(bodies), encoding="utf-8")
        command = [sys.executable, "-m", "tests.benchmarks.growth", str(file)]
        took = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        peak = took.pop("peak")
        together[bodies] = sum(took.values())
        cells = " ".join(f"{seconds:>9.2f}" for seconds in took.values())
        over = peak > _GIGABYTES
        missed += over
        verdict = "  missed" if over else ""
        print(f"{bodies:>9,} {cells} {together[bodies]:>9.2f} {peak:>6.2f} GB{verdict}", flush=True)
    least, most = min(together), max(together)
    exponent = log(together[most] / together[least]) / log(most / least)
    verdict = f"  missed: {_EXPONENT} at most" if exponent > _EXPONENT else ""
    print(f"time grows with the number of bodies to the power {exponent:.2f}{verdict}")
    return missed + (exponent > _EXPONENT)


def main(file: str) -> None:
    """Print as JSON the seconds that each question took, and the most memory held, in gigabytes."""
    from trustgraph import analysis
    from trustgraph.formats import load
    from trustgraph.formats.limits import Limits

    start = process_time()
    model = load(file, limits=Limits(bytes=1 << 30))
    took = {"load": process_time() - start}
    for ask in (analysis.cycles, analysis.orphans, analysis.span, analysis.profile):
        start = process_time()
        ask(model)
        took[ask.__name__] = process_time() - start
    print(json.dumps(took | {"peak": _peak()}))


def _peak() -> float:
    """Return the most memory this process has held, in gigabytes."""
    status = Path("/proc/self/status")
    if status.exists():
        # what resource tells on Linux counts the process that started this one
        (line,) = (line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024 / 1e9
    # not on every system
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e9


if __name__ == "__main__":
    main(*sys.argv[1:])
