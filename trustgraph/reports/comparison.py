"""A comparison as text, Markdown and JSON: the findings, the rows by group, the matches, and the annex."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from textwrap import fill

from trustgraph import dates, wording
from trustgraph.comparison.comparing import Comparison
from trustgraph.comparison.matching import Match
from trustgraph.comparison.sentences import Sentence, Shared
from trustgraph.model import Model
from trustgraph.rules.statute.descriptions import date_of
from trustgraph.tables import WIDTH, Table, marked

SHARED = {
    Shared.ALL: "What all share",
    Shared.NONE: "What none states",
    Shared.ONE: "What only one has",
    Shared.ALL_BUT_ONE: "What one lacks",
}
_COLUMNS = ("Part", "Arrangement", "Bodies", "How sure", "Why")


def title(comparison: Comparison) -> str:
    """Return the title of a comparison: "Calderdale and Suffolk side by side"."""
    return f"{wording.names(comparison.labels)} side by side"


def standing(comparison: Comparison) -> str:
    """Return whether the matches are pinned or still proposals, and what else to heed."""
    number = len(comparison.proposals)
    pinned = (
        f"Provisional: {number} matches of bodies are proposals that nobody has pinned; "
        "the cells that rest on them are as sure as they are."
        if number
        else "All matches of bodies are pinned."
        if any(row.bodies for row in comparison.matches)
        else "No bodies are taken for counterparts."
    )
    moments = tuple(dict.fromkeys(_dated(model) for model in comparison.models))
    if len(moments) == 1:
        return pinned
    return (
        f"{pinned} The arrangements are of different dates ({'; '.join(moments)}), and so perhaps under different law."
    )


def papers(comparison: Comparison) -> Iterator[str]:
    """Yield where each arrangement comes from: its papers, how they stand, of which date."""
    for model, label in zip(comparison.models, comparison.labels, strict=True):
        told = []
        for each in model.documents:
            about = [each.publisher, each.edition, each.status, each.date and dates.spoken(each.date)]
            told.append(", ".join([each.title or each.id, *(str(part) for part in about if part)]))
        yield f"{label}: {'; '.join(told) or 'no paper is named'}."


def _dated(model: Model) -> str:
    date = date_of(model)
    return dates.spoken(date) if date else "no date"


def by_group(comparison: Comparison) -> Iterator[Table]:
    """Yield a table for each group of questions: a row a question, a column an arrangement."""
    pairs = zip(comparison.rows, comparison.cells, strict=True)
    for group, rows in groupby(pairs, key=lambda pair: pair[0].group):
        cells = tuple((row.title, *map(str, across)) for row, across in rows)
        yield Table(group, ("Question", *comparison.labels), cells)


def by_sharing(comparison: Comparison) -> Iterator[tuple[str, tuple[Sentence, ...]]]:
    """Yield each heading with its sentences, in their order."""
    for shared, heading in SHARED.items():
        if found := tuple(each for each in comparison.sentences if each.shared is shared):
            yield heading, found


def matched(comparison: Comparison) -> Table:
    """Return the table of matches: who plays which part, how sure that is, and why."""
    labels = {model.id: label for model, label in zip(comparison.models, comparison.labels, strict=True)}
    models = {model.id: model for model in comparison.models}
    rows = []
    for row in comparison.matches:
        names = tuple(wording.name(models[row.model], which) for which in row.bodies) or "no counterpart"
        rows.append((row.title, labels[row.model], names, sure(row), "; ".join(row.why)))
    return Table("Which bodies are taken for counterparts", _COLUMNS, tuple(rows))


def sure(match: Match) -> str:
    """Return how sure a match is: "likely, 0.85, proposed", "pinned"."""
    if match.pinned or not match.bodies:
        return match.degree
    return f"{match.degree}, {match.sure:.2f}, proposed"


def annex(comparison: Comparison) -> Table:
    """Return what each sentence rests on: the answer, clauses, records and ground of each arrangement."""
    rows = tuple(
        (each.number, footing.label, footing.answer.phrase, footing.clauses, footing.keys, footing.ground)
        for each in comparison.sentences
        for footing in each.rests_on
    )
    columns = ("Sentence", "Arrangement", "Answer", "Clauses", "Records", "Ground")
    return Table("What each sentence rests on", columns, rows)


def as_text(comparison: Comparison) -> str:
    """Return a comparison as plain text: sentences, then each question with a paragraph an arrangement."""
    heading = title(comparison)
    parts = [f"{heading}\n{'=' * len(heading)}\n{_filled(standing(comparison))}"]
    for name, sentences in by_sharing(comparison):
        parts.append("\n".join([name, *(_filled(f"{each.number}. {each.text}") for each in sentences)]))
    for table in by_group(comparison):
        parts.append(f"{table.caption}\n{'-' * len(table.caption)}")
        for question, *cells in table.rows:
            told = (_filled(f"{label}: {cell}") for label, cell in zip(comparison.labels, cells, strict=True))
            parts.append("\n".join([question, *told]))
    return "\n\n".join([*parts, matched(comparison).text(), annex(comparison).text()]) + "\n"


def _filled(text: str) -> str:
    return fill(text, WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)


def as_markdown(comparison: Comparison) -> str:
    """Return a comparison in Markdown: sentences, then a table a group of questions."""
    parts = [f"## {marked(title(comparison))}", marked(standing(comparison))]
    for name, sentences in by_sharing(comparison):
        parts += [f"### {name}", "\n".join(f"{each.number}. {marked(each.text)}" for each in sentences)]
    tables = (*by_group(comparison), matched(comparison), annex(comparison))
    return "\n\n".join([*parts, *(table.markdown() for table in tables)]) + "\n"


def as_json(comparison: Comparison) -> str:
    """Return a comparison as JSON: the models, matches, rows with their cells, and sentences."""
    rows = [
        {
            "id": row.id,
            "group": row.group,
            "title": row.title,
            "cells": [
                {
                    "model": model.id,
                    "answer": cell.answer,
                    "ground": cell.ground,
                    "said": [each._asdict() for each in cell.said],
                }
                for model, cell in zip(comparison.models, cells, strict=True)
            ],
        }
        for row, cells in zip(comparison.rows, comparison.cells, strict=True)
    ]
    told = {
        "models": [
            {"id": model.id, "label": label} for model, label in zip(comparison.models, comparison.labels, strict=True)
        ],
        "matches": [row._asdict() for row in comparison.matches],
        "rows": rows,
        "sentences": [
            each._asdict() | {"rests_on": [footing._asdict() for footing in each.rests_on]}
            for each in comparison.sentences
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
