"""Each sample model is as it was when its quotations were last looked up in its papers.

Where TRUSTGRAPH_SOURCES names the folder of the papers they are looked up again. After a change to a sample:
trustgraph verify sample_models/*.yaml --record tests/verified.json
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from trustgraph.formats import load, samples
from trustgraph.verification import verify
from trustgraph.verification.seals import Seal, digest, read_seals, seal

RECORD = Path(__file__).with_name("verified.json")
SOURCES = os.environ.get("TRUSTGRAPH_SOURCES")


@pytest.mark.parametrize("name", samples())
def test_sample_is_as_it_was_verified(name: str) -> None:
    """A sample says what it said, and its papers hold what they held, when it was verified."""
    model, kept = load(name), read_seals(RECORD).get(name)
    found = verify(model, SOURCES) if SOURCES else ()
    now = seal(model, SOURCES) if SOURCES else Seal(digest(model), kept.papers if kept else {})
    assert (found, kept) == ((), now)


def test_only_samples_are_recorded() -> None:
    """The record holds the samples that there are, and no other model."""
    assert sorted(read_seals(RECORD)) == samples()
