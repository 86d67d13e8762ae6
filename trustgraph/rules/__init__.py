"""The norms a sound arrangement keeps to, and where a paper departs from them.

A rule is a function of a model, one a norm; `RULES` are those that always apply, `PACKS` those of a statute,
each chosen by name. Codes are for ever: TG0 the check itself, TG1 account, TG2 challenge, TG3 membership, TG4
evidence, TG5 consistency, TG6 statute.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

from trustgraph.errors import UnknownNameError
from trustgraph.rules import account, challenge, superiors, terms
from trustgraph.rules.norms import Rule
from trustgraph.rules.own import read_rules
from trustgraph.rules.statute import STATUTE_RULES, as_if_in_force


def rules_of(module: ModuleType) -> tuple[Rule, ...]:
    """Return the rules that a module makes, by code."""
    return tuple(sorted((each for each in vars(module).values() if isinstance(each, Rule)), key=lambda each: each.code))


_FAMILIES = (account, superiors, terms, challenge)
RULES = tuple(sorted((each for module in _FAMILIES for each in rules_of(module)), key=lambda each: each.code))
PACKS: dict[str, tuple[Rule, ...]] = STATUTE_RULES


def chosen(
    selected: Iterable[str] = (),
    ignored: Iterable[str] = (),
    packs: Iterable[str] = (),
    files: Iterable[Path] = (),
    *,
    as_if: bool = False,
) -> tuple[Rule, ...]:
    """Return the rules that are asked for, by code: those that always apply, of packs, and of one's own files.

    A code may be a whole family, such as TG1. With `as_if` a statute's rules are asked as if it had been in force.
    Raises UnknownNameError for a code or pack there is none of, FormatError for a file that holds no rules.
    """
    rules = list(RULES)
    for name in packs:
        if name not in PACKS:
            raise UnknownNameError("pack", name, PACKS)
        rules += map(as_if_in_force, PACKS[name]) if as_if else PACKS[name]
    for path in files:
        rules += read_rules(path)
    selected, ignored = tuple(selected), tuple(ignored)
    for code in (*selected, *ignored):
        if not any(rule.code.startswith(code.upper()) for rule in rules):
            raise UnknownNameError("rule", code, (rule.code for rule in rules))
    kept = [rule for rule in rules if not selected or _is_among(rule, selected)]
    return tuple(sorted((rule for rule in kept if not _is_among(rule, ignored)), key=lambda each: each.code))


def _is_among(rule: Rule, codes: Iterable[str]) -> bool:
    return any(rule.code.startswith(code.upper()) for code in codes)
