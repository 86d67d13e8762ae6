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
from trustgraph.model import Model
from trustgraph.rules import (
    account,
    chairs,
    challenge,
    checking,
    claims,
    consistency,
    evidence,
    meetings,
    membership,
    names,
    quotations,
    scrutiny,
    superiors,
    terms,
)
from trustgraph.rules.norms import Breach as Breach
from trustgraph.rules.norms import Findings, Rule
from trustgraph.rules.norms import Severity as Severity
from trustgraph.rules.norms import rule as rule
from trustgraph.rules.own import read_rules
from trustgraph.rules.statute import STATUTE_RULES, as_if_in_force


def rules_of(module: ModuleType) -> tuple[Rule, ...]:
    """Return the rules that a module makes, by code."""
    return tuple(sorted((each for each in vars(module).values() if isinstance(each, Rule)), key=lambda each: each.code))


_FAMILIES = (
    *(account, superiors, terms),
    *(challenge, scrutiny),
    *(chairs, membership, meetings),
    evidence,
    *(names, claims, consistency),
)
RULES = tuple(sorted((each for module in _FAMILIES for each in rules_of(module)), key=lambda each: each.code))
PACKS: dict[str, tuple[Rule, ...]] = {**STATUTE_RULES, "sample-models": rules_of(quotations)}


def check(model: Model, rules: Iterable[Rule] = RULES) -> Findings:
    """Return what a model departs from, the gravest first, then by code and in the model's order.

    What the model accepts is among them, with its reason. A rule that fails is a finding itself, and the others run.
    Raises TypeError for what is no rule.
    """
    return checking.check(model, rules)


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
        rules += map(as_if_in_force, PACKS[name]) if as_if and name in STATUTE_RULES else PACKS[name]
    for path in files:
        rules += read_rules(path, {each.code for each in rules})
    selected, ignored = tuple(selected), tuple(ignored)
    for code in (*selected, *ignored):
        if not _is_among(code, rules):
            raise UnknownNameError("rule", code, (rule.code for rule in rules), hint=_hint(code))
    kept = [each for each in rules if (not selected or _is_one(each, selected)) and not _is_one(each, ignored)]
    return tuple(sorted(kept, key=lambda each: each.code))


def _is_one(rule: Rule, codes: Iterable[str]) -> bool:
    """Return whether a rule is one of these, or of a family among them."""
    return any(_is_among(code, [rule]) for code in codes)


def _is_among(code: str, rules: Iterable[Rule]) -> bool:
    return bool(code) and any(rule.code.casefold().startswith(code.casefold()) for rule in rules)


def _hint(code: str) -> str:
    """Return where a rule is that was not chosen from, or ""."""
    if _is_among(code, checking.OWN):
        return "The check itself finds it, whichever rules are applied."
    pack = next((name for name, rules in PACKS.items() if _is_among(code, rules)), None)
    return f"It is of a pack: add --pack {pack}." if pack else ""
