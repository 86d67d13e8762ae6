"""Lines read aloud: as sentences, from either end, and as rows of a table."""

from __future__ import annotations

import re

from trustgraph import dates
from trustgraph.model import Model
from trustgraph.records import Relationship
from trustgraph.vocabulary import Kind, bare
from trustgraph.wording.citations import clause, remark, said_by
from trustgraph.wording.names import agreeing, called, capital, is_plural, name, names

# how often said by what is handed over: "reports to the Board through regular reports"
_HANDED_OVER = r"\b(briefings?|feedback|minutes|reports?|returns?|reviews?|updates?)$"
_SINGLE = r"\b(briefing|paper|plan|report|return|review|statement|strategy|summary|update)$"


def sentence(model: Model, line: Relationship) -> str:
    """Return a line as a sentence: "The Executive reports to the Board (para 12)."."""
    return f"{capital(called(model, line.subject))} {predicate(model, line)}."


def predicate(model: Model, line: Relationship, *, passive: bool = False) -> str:
    """Return a line without its subject: "reports to the Board on impact, quarterly (para 12)".

    `passive` reads it from the target.
    """
    return f"{said(model, line, passive=passive)}{remark(model, line)}"


def said(model: Model, line: Relationship, *, passive: bool = False) -> str:
    """Return what a line says of its subject, or `passive` of its target, without the clause."""
    of, other = (line.target, line.subject) if passive else (line.subject, line.target)
    words = verb(model, line, passive=passive)
    text = itself(model, of, words) if of == other else called(model, other, by=of)
    return f"{completed(words, text)}{details(model, line, passive=passive)}"


def itself(model: Model, which: str, verb: str) -> str:
    """Return the pronoun for what a body does to itself: "itself", "themselves", "work with one another"."""
    if not is_plural(model, which):
        return "itself"
    return "one another" if verb.endswith(" with") else "themselves"


def completed(verb: str, other: str) -> str:
    """Return a verb with the other end in its place: "holds the Executive to account"."""
    return verb.replace("…", other) if "…" in verb else f"{verb} {other}"


def verb(model: Model, line: Relationship, *, passive: bool = False) -> str:
    """Return the verb of a line: "reports to", "may task", "does not challenge", "are expected to be directed by"."""
    plural = is_plural(model, line.target if passive else line.subject)
    words = line.kind.passive if passive else line.kind.phrase
    if handed := _handed_over(line, passive=passive):
        # its "…" is not the place of the other end
        words = words.replace("powers" if line.kind is Kind.DELEGATES_TO else "reports", handed.replace("…", "..."))
    if line.force.modal:
        first, _, rest = agreeing(line.force.modal, plural).partition(" ")
        return " ".join(part for part in (first, "not" if line.denied else "", rest, bare(words)) if part)
    return refusing(words, plural) if line.denied else agreeing(words, plural)


def _handed_over(line: Relationship, *, passive: bool) -> str:
    """Return what a line's phrase names as handed over: "delegates decisions to", "receives an annual report from"."""
    if line.kind is Kind.DELEGATES_TO:
        return line.matter or ""
    if line.kind is not Kind.REPORTS_TO or not passive:
        return ""
    often = line.frequency.text if line.frequency is not None else ""
    return _article(line.product or "") or (often if often.endswith(" reports") else "")


def refusing(words: str, plural: bool) -> str:
    """Return a phrase denied: "does not report to", "is not part of", "do not include"."""
    if words.startswith("is "):
        return f"{'are' if plural else 'is'} not {words[3:]}"
    return f"{'do' if plural else 'does'} not {bare(words)}"


def details(model: Model, line: Relationship, *, passive: bool = False) -> str:
    """Return what qualifies a line, as far as its phrase does not say it: matter, product, how often, by whom, when."""
    handed = _handed_over(line, passive=passive)
    parts = [_about(line)] if line.matter != handed or not handed else []
    product = _article(line.product or "")
    if product and product != handed:
        parts.append(f" through {product}" if line.kind is Kind.REPORTS_TO else f", with {product}")
    often = line.frequency.text if line.frequency is not None else ""
    if often and often != handed and often not in product:
        parts.append(f" through {often}" if re.search(_HANDED_OVER, often) else f", {often}")
    parts += [f", through {names(called(model, which) for which in line.via)}"] if line.via else []
    parts += [f", {line.condition}"] if line.condition else []
    parts += [f", {span}"] if (span := in_force(line.since, line.until)) else []
    return "".join(parts)


def _article(product: str) -> str:
    """Return what is handed over with an article where it needs one: "an annual report", "minutes"."""
    if re.search(_SINGLE, product) and product.partition(" ")[0] not in {"a", "an", "its", "the", "their"}:
        return f"{'an' if product[0] in 'aeiouAEIOU' else 'a'} {product}"
    return product


def _about(line: Relationship) -> str:
    matter = line.matter or (line.topic.phrase if line.topic else "")
    if not matter or matter.startswith("to "):
        return f" {matter}".rstrip()
    return f" {line.kind.about} {matter}"


def in_force(since: str | None, until: str | None) -> str:
    """Return when something holds: "from April 2010 until 2012", or "" where no date is given."""
    if since and since == until:
        return f"on {dates.spoken(since)}" if since.count("-") == 2 else f"in {dates.spoken(since)}"
    spans = [f"from {dates.spoken(since)}"] if since else []
    return " ".join([*spans, *([f"until {dates.spoken(until)}"] if until else [])])


def table(model: Model) -> tuple[tuple[str, str, str, str, str], ...]:
    """Return one row a line: who, what, to whom, about what, and the clause."""
    return tuple(_row(model, line) for line in model.relationships)


def _row(model: Model, line: Relationship) -> tuple[str, str, str, str, str]:
    about = details(model, line).strip(" ,").removeprefix(f"{line.kind.about} ")
    where = "; ".join(part for part in (clause(model, line), said_by(line)) if part)
    return name(model, line.subject), verb(model, line), name(model, line.target), about, where
