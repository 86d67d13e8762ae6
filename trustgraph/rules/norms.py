"""Rule: a norm of good governance, and what finds the departures from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from inspect import cleandoc
from typing import NamedTuple

from trustgraph.errors import Place
from trustgraph.model import Model
from trustgraph.tables import Table


class Severity(StrEnum):
    """What a finding means to a reader, the gravest first.

    error: the arrangement cannot work as written; warning: a reviewer would raise it; info: it is worth knowing.
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


class Breach(NamedTuple):
    """One departure from a norm, as a rule finds it.

    `keys` are the records it is about, the most concerned first: ids of bodies, posts, documents and claims, keys of
    lines, seats and functions. `message` is a full clause with names, `remedy` says what to do. `absent` marks what
    follows from the paper's silence only: it is at most worth knowing where the copy read lacks what could break it,
    and `pictured` says whether a chart could. `severity` is given where it differs from the rule's.
    """

    keys: tuple[str, ...]
    message: str
    remedy: str
    absent: bool = False
    severity: Severity | None = None
    pictured: bool = True


class Rule(NamedTuple):
    """A norm, its code, how grave a departure is, and an example that breaks it and one that keeps it.

    `norm` is the text of the norm with its source; `breaks` and `keeps` are models in YAML.
    """

    code: str
    severity: Severity
    name: str
    norm: str
    breaks: str
    keeps: str
    find: Callable[[Model], Iterable[Breach]]

    def __call__(self, model: Model) -> Iterator[Breach]:
        """Yield the departures of a model."""
        return iter(self.find(model))


class Finding(NamedTuple):
    """A departure from a rule, with where it is written and the clauses it rests on.

    `accepted` is the reason for which the model lets it stand, else None. `fingerprint` stays the same while the
    records concerned keep their keys.
    """

    code: str
    severity: Severity
    message: str
    remedy: str
    keys: tuple[str, ...]
    clauses: tuple[str, ...]
    places: tuple[Place, ...]
    accepted: str | None
    fingerprint: str


class Findings(tuple[Finding, ...]):
    """Findings as they are found, which show themselves in a notebook as a table."""

    __slots__ = ()

    def __repr__(self) -> str:
        return self.table().text()

    def _repr_html_(self) -> str:
        return self.table().html()

    def table(self) -> Table:
        """Return the findings, one a row: rule, severity, what is found, its clauses, and what to do."""
        rows = tuple((each.code, each.severity, _accepted(each), "; ".join(each.clauses), each.remedy) for each in self)
        return Table("Findings", ("Rule", "Severity", "Finding", "Clauses", "What to do"), rows)


def _accepted(finding: Finding) -> str:
    return f"{finding.message} Accepted: {finding.accepted}" if finding.accepted else finding.message


def rule(
    code: str, severity: Severity | str, *, breaks: str = "", keeps: str = ""
) -> Callable[[Callable[[Model], Iterable[Breach]]], Rule]:
    """Return what makes a rule of a function; its docstring is the norm, with its source.

    The two examples are the cards of a model, without its id: the first must break the rule, the second keep it.
    """

    def made(find: Callable[[Model], Iterable[Breach]]) -> Rule:
        name = find.__name__.replace("_", " ")
        norm = cleandoc(find.__doc__ or "")
        return Rule(code, Severity(severity), name, norm, cleandoc(breaks), cleandoc(keeps), find)

    return made
