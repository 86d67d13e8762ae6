"""The steps of a scenario made of what a file says of them, and everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from trustgraph.comparison.scenarios.steps import VERBS, Add, Change, Merge, Move, Remove, Reseat, Step
from trustgraph.errors import Problem, suggestion
from trustgraph.formats.cards import SECTIONS, Cards
from trustgraph.formats.gathering import Gathering
from trustgraph.formats.marks import Written
from trustgraph.records import Record

EXAMPLE = "Write '- remove: ID' or '- merge: [ID, ID]'."
_REVISING: dict[str, type[Change | Move | Reseat]] = {"change": Change, "move": Move, "reseat": Reseat}


class Making:
    """Makes steps; `written` tells how each, and each record of one, was written, by what `id()` says of it.

    What is wrong is collected in `problems`, the ids of records that could not be read in `unread`.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.unread: set[str] = set()
        self.written: dict[int, Written] = {}

    def note(self, written: Written, message: str, remedy: str) -> None:
        """Add a problem at the place of what was written, once."""
        problem = Problem(message, remedy, written.place)
        if problem not in self.problems:
            self.problems.append(problem)

    def made(self, written: Written) -> Iterator[Step]:
        """Yield the steps of a list, as far as they can be read."""
        if not isinstance(written.value, list):
            self.note(written, "'steps' must be a list, a hyphen before each step.", EXAMPLE)
            return
        for number in range(len(written.value)):
            at = written.inside((number,))
            if (verb := self._verb(at)) is not None and (step := self._step(verb, at)) is not None:
                self.written[id(step)] = at
                yield step

    def _verb(self, written: Written) -> str | None:
        """Return what a step does; None where that is not said, or twice."""
        value: dict[str, Any] = written.value if isinstance(written.value, dict) else {}
        verbs = [key for key in value if key in VERBS]
        if len(verbs) == 1:
            return verbs[0]
        if verbs:
            message = f"One step is '{verbs[0]}' and '{verbs[1]}'."
            self.note(written.inside((verbs[1],), of_key=True), message, "Make two steps of it.")
            return None
        for key in value:
            if remedy := suggestion(key, VERBS):
                self.note(written.inside((key,), of_key=True), f"'{key}' is nothing a step can do.", remedy)
                return None
        self.note(written, f"A step begins with what it does: {', '.join(VERBS)}.", EXAMPLE)
        return None

    def _step(self, verb: str, written: Written) -> Step | None:
        fields = {name: value for name, value in written.value.items() if name != verb}
        what = written.inside((verb,))
        match verb:
            case "add":
                self._refuse(fields, verb, written)
                return Add(records=tuple(self._records(what)))
            case "remove":
                self._refuse(fields, verb, written)
                return Remove(keys=self._ids(verb, what))
            case "merge":
                return self._merge(fields, written)
        if not isinstance(what.value, str):
            self.note(what, f"'{verb}' takes the id or key of one record.", f"Write '- {verb}: ID'.")
            return None
        if not fields:
            self.note(written, f"It does not say what '{verb}' makes of '{what.value}'.", "Add a field and its value.")
            return None
        return _REVISING[verb](key=what.value, fields=fields)

    def _merge(self, fields: dict[str, Any], written: Written) -> Step | None:
        bodies = self._ids("merge", written.inside(("merge",)))
        into = fields.pop("into", None)
        if not isinstance(into, str):
            remedy = "Add 'into: ID', of one of them or of a new body."
            self.note(written.inside(("into",)), "It does not say what they become.", remedy)
            return None
        return Merge(bodies=bodies, into=into, fields=fields)

    def _refuse(self, fields: dict[str, Any], verb: str, written: Written) -> None:
        """Note what stands beside a verb that takes nothing else."""
        for name in fields:
            at = written.inside((name,), of_key=True)
            self.note(at, f"'{verb}' takes no field '{name}'.", "Indent it under its card, or take it out.")

    def _ids(self, verb: str, written: Written) -> tuple[str, ...]:
        """Return a list of ids, of which one may stand alone."""
        found = [written.value] if isinstance(written.value, str) else written.value
        if not isinstance(found, list) or not found:
            self.note(written, f"'{verb}' takes a list of ids.", f"Write '- {verb}: [ID, ID]'.")
            return ()
        for number, each in enumerate(found):
            if not isinstance(each, str):
                self.note(written.inside((number,)), f"An item of '{verb}' is no id.", "Write one id.")
        return tuple(each for each in found if isinstance(each, str))

    def _records(self, written: Written) -> Iterator[Record]:
        """Yield the records of cards, as a model has them; a card of lines and seats alone is no new body."""
        gathered = Gathering(written.name, strict=False, keep=True)
        cards = Cards(gathered)
        for section in self._keys(written, f"Write one of: {', '.join(SECTIONS)}."):
            within = written.inside((section,))
            mark = written.inside((section,), of_key=True).mark
            if section not in SECTIONS:
                cards.take_card(section, mark, section, within)
                continue
            for name in self._keys(within, f"Write '{section}: {{ID: {{...}}}}'."):
                card = within.inside((name,)).at(within.inside((name,), of_key=True).mark)
                if section in ("bodies", "posts") and card.value and {*card.value} <= {"lines", "members"}:
                    self._more(cards, name, card)
                else:
                    cards.take_card(section, mark, name, card)
        cards.finish(whole=False)
        self.problems += gathered.explainer.problems
        self.unread |= gathered.unread
        for collection, records in gathered.records.items():
            for number, record in enumerate(records):
                self.written[id(record)] = gathered.written[collection, number]
                yield record

    def _keys(self, written: Written, remedy: str) -> list[str]:
        """Return the keys of a map; of what is none, none."""
        if not isinstance(written.value, dict):
            self.note(written, "A map is due here.", remedy)
            return []
        return [*written.value]

    def _more(self, cards: Cards, name: str, card: Written) -> None:
        """Take lines and seats of a body or post that is there already."""
        if "lines" in card.value:
            cards.take_lines(card.value["lines"], name, card)
        if "members" in card.value:
            cards.take_members(card.value["members"], name, card)
