"""Words that are read aloud."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Phrased(StrEnum):
    """A closed word that knows how it reads within a sentence: as it is, unless it says otherwise."""

    phrase: str

    def __new__(cls, word: str, phrase: str | None = None) -> Self:
        phrased = str.__new__(cls, word)
        phrased._value_, phrased.phrase = word, word.replace("_", " ") if phrase is None else phrase
        return phrased


def bare(phrase: str) -> str:
    """Return a phrase with its verb in the bare form: "reports to" gives "report to", "is part of" "be part of"."""
    verb, _, rest = phrase.partition(" ")
    if verb in {"is", "has"}:
        verb = "be" if verb == "is" else "have"
    elif verb.endswith(("ches", "shes", "sses")):
        verb = verb[:-2]
    else:
        verb = verb.removesuffix("s")
    return f"{verb} {rest}".rstrip()
