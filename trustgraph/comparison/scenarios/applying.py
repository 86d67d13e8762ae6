"""apply: an arrangement after a scenario."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from trustgraph.comparison.scenarios.drafts import Draft
from trustgraph.comparison.scenarios.effects import carry_out
from trustgraph.comparison.scenarios.reading import read_scenario
from trustgraph.comparison.scenarios.steps import Scenario, Step
from trustgraph.contradictions import contradictions
from trustgraph.errors import FormatError, ModelError, Place, Problem
from trustgraph.model import Model
from trustgraph.records import Columns

# what an arrangement after a scenario has of that before
_OWN = ("place", "version", "as_at", "since", "until", "accepted", "note")


def apply(model: Model, scenario: Scenario | str | Path) -> Model:
    """Return the arrangement that a scenario, or the file or shipped scenario of this name, makes of a model.

    What the scenario says without citing a paper is assumed, and so marked. Raises ModelError with all that is wrong
    with its steps, FormatError where what is wrong is how the file is written.
    """
    if isinstance(scenario, Scenario):
        made, problems = _outcome(model, scenario, ())
        if problems:
            raise ModelError(problems)
        return made
    read, misread, unread = read_scenario(scenario)
    made, problems = _outcome(model, read, unread)
    if misread:
        raise FormatError(_ordered([*misread, *problems]))
    if problems:
        raise ModelError(_ordered(problems))
    return made


def _outcome(model: Model, scenario: Scenario, unread: Collection[str]) -> tuple[Model, list[Problem]]:
    """Return the arrangement after the scenario and what is wrong; where anything is, the arrangement before."""
    draft = Draft(model, unread)
    problems = [*_wrong_base(model, scenario)]
    for step in scenario.steps:
        carry_out(step, draft, scenario)
    problems += [_placed(scenario, step, problem) for step, problem in draft.problems]
    own = {name: getattr(model, name) for name in _OWN}
    records = draft.records(id=scenario.id, title=scenario.title or model.title, apexes=draft.apexes, **own)
    problems += [_blamed(scenario, draft, problem) for problem in contradictions(Columns(records), draft.unread)]
    if problems:
        return model, problems
    made = Model(**{name: getattr(records, name) for name in records.__struct_fields__})
    return made.at(_places(model, draft, scenario)).beside(model.context & made.by_id.keys()), []


def _wrong_base(model: Model, scenario: Scenario) -> Iterator[Problem]:
    if scenario.base not in (None, model.id):
        message = f"The scenario is for '{scenario.base}', not for '{model.id}'."
        written = scenario.written(scenario)
        place = written.inside(("base",)).place if written else None
        yield Problem(message, "Name that model, or leave 'base' out.", place, ("base",) if place is None else ())


def _placed(scenario: Scenario, step: Step, problem: Problem) -> Problem:
    """Return a problem that names its step, and the place where that was written."""
    number = next(number for number, each in enumerate(scenario.steps) if each is step)
    message = f"Step '{step.verb}': {problem.message}"
    if problem.place is not None:
        return problem._replace(message=message)
    written = scenario.written(step)
    if written is None:
        return problem._replace(message=message, path=("steps", number, *problem.path))
    return problem._replace(message=message, place=written.inside(problem.path).place, path=())


def _blamed(scenario: Scenario, draft: Draft, problem: Problem) -> Problem:
    """Return a contradiction with the step that it comes from, and its place there."""
    maker = draft.maker(problem)
    if maker is None:
        written = scenario.written(scenario)
        return problem._replace(place=written.inside(problem.path).place, path=()) if written else problem
    if maker.origin is not None and (added := scenario.written(maker.origin)) is not None:
        return _placed(scenario, maker.step, problem._replace(place=added.inside(problem.path[2:]).place, path=()))
    if problem.unknown in draft.gone:
        message = f"'{problem.unknown}' is taken away, but {_named(draft, problem)} still names it."
        problem = problem._replace(message=message, remedy="Change or remove that first.")
    return _placed(scenario, maker.step, problem._replace(path=problem.path[2:]))


def _named(draft: Draft, problem: Problem) -> str:
    """Return what to call the record that a contradiction is in."""
    record = draft.at(problem.path)
    section = str(problem.path[0])
    key = next((key for key, each in draft.keyed(section).items() if each is record), None) if record else None
    return f"'{key or section}'"


def _places(model: Model, draft: Draft, scenario: Scenario) -> dict[str, Place]:
    """Return where the records were written: those of the model where it was read from, those added in the scenario."""
    places: dict[str, Place] = {}
    for section in draft.sections:
        for key, record in draft.keyed(section).items():
            maker = draft.makers.get(id(record))
            written = scenario.written(maker.origin) if maker and maker.origin else None
            if written is not None:
                places[key] = written.place
            elif key in model.places:
                places[key] = model.places[key]
    return places


def _ordered(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems by their place in the file, each once."""
    return sorted(dict.fromkeys(problems), key=lambda each: (each.place or ("",))[1:3])
