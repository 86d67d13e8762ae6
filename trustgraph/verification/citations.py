"""Whether a citation holds: its words stand in the paper, under the clause it names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from trustgraph.records import Evidence
from trustgraph.verification.sections import Path, Sections, path
from trustgraph.verification.sources import Source, folded, step

# what happened, and how to mend it
Told = tuple[str, str]
WORDS = 8
_PLACES = 3
# how a paragraph is called that bears only its number
_CALLED = re.compile(r"(?:para|paras|paragraph|section|clause|item)\.? ", re.IGNORECASE)


class Paper:
    """A paper that is cited, known by the name of its file."""

    def __init__(self, name: str, text: str, cited: Iterable[Evidence]) -> None:
        self._name, self._source = name, Source(text)
        self._sections = Sections(self._source, {path(each.where): None for each in cited if each.where})

    def fault(self, evidence: Evidence) -> Told | None:
        """Return what is wrong with evidence that cites the paper, if anything is."""
        quote, where = evidence.quote or "", evidence.where
        if (number := len(quote.split())) > WORDS:
            return f"{_quoted(quote)} has {number} words.", f"Quote at most {WORDS}, enough to find the place."
        text = folded(quote)
        spots = list(self._source.spots(text))
        if quote and not spots:
            return f"{_quoted(quote)} stands nowhere in {self._name}.", "Copy the words exactly, from one place."
        if not where:
            what = _quoted(quote) if quote else "its evidence"
            return f"{what} has no clause{self._standing(spots)}.", "Add 'where'."
        steps = path(where)
        if not self._sections[steps]:
            return self._astray(steps, spots)
        if quote and not any(self._sections.hold(steps, spot, spot + len(text)) for spot in spots):
            lines = self._lines(section.start for section in self._sections[steps])
            message = f"{_quoted(quote)} does not stand under {where}, {lines}"
            return f"{message}{self._standing(spots)}.", "Say under what it stands."
        return None

    def _astray(self, steps: Path, spots: list[int]) -> Told:
        """Return what is wrong with a path that leads nowhere."""
        depth = next(depth for depth in range(len(steps)) if not self._sections[steps[: depth + 1]])
        within = f"within {' > '.join(steps[:depth])} " if depth else ""
        message = f"no line of {self._name} {within}starts with '{steps[depth]}'{self._standing(spots)}."
        called = _CALLED.match(steps[depth])
        if called and self._source.occurrences(number := step(steps[depth][called.end() :])):
            return message, f"Write '{number}', as it stands there."
        return message, "Write the number or heading as it stands there."

    def _standing(self, spots: list[int]) -> str:
        """Return where the quotation stands, for a message: "; it stands at line 48, under 13"."""
        if not spots:
            return ""
        under = " > ".join(self._sections.under(spots[0]))
        return f"; it stands at {self._lines(spots)}" + (f", under {under}" if under else "")

    def _lines(self, places: Iterable[int]) -> str:
        lines = [*dict.fromkeys(str(self._source.line(place)) for place in places)][:_PLACES]
        return f"line{'s' if len(lines) > 1 else ''} {', '.join(lines)}"


def _quoted(text: str) -> str:
    return f'"{text}"'
