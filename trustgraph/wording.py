"""How records read aloud: sentences with their clauses, and the outline of an arrangement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trustgraph.model import Model
from trustgraph.records import Membership, Post, Relationship, Stated
from trustgraph.vocabulary import Basis, Role, bare


def name(model: Model, which: str) -> str:
    """Return how a body or post is called in a sentence; a post with its organisation where it has one."""
    record = model[which]
    if isinstance(record, Post) and record.organisation is not None:
        return f"{record.title} ({model[record.organisation].name})"
    return record.name


def names(texts: Iterable[str]) -> str:
    """Return a list as prose: "a, b and c"."""
    *most, last = [*texts] or [""]
    return f"{', '.join(most)} and {last}" if most else last


def clause(model: Model, record: Stated) -> str:
    """Return where a statement is made: "para 12; para 13", with the document's title where there are several."""
    places = []
    for evidence in record.evidence:
        document = model.document(evidence)
        titled = document is not None and len(model.documents) > 1
        where = [place(evidence.where)] if evidence.where else []
        where += [(document.title or document.id)] if titled and document is not None else []
        places.append(", ".join(where))
    return "; ".join(dict.fromkeys(place for place in places if place))


def place(where: str) -> str:
    """Return a path of numbers and headings as it is read: "para 12", "Appendix A, 3.2.2, Accountability"."""
    first, *others = where.split(" > ")
    return ", ".join([f"para {first}" if first.isdecimal() else first, *others])


def remark(model: Model, record: Stated) -> str:
    """Return the brackets after a statement: its clause, and who says so where the paper does not."""
    inside = "; ".join(part for part in (said_by(record), clause(model, record)) if part)
    return f" ({inside})" if inside else ""


def predicate(model: Model, line: Relationship, *, passive: bool = False, it: str | None = None) -> str:
    """Return a line without its subject: "reports to the Board quarterly, on impact (para 12)".

    `passive` reads it from the target; `it` takes the place of the other end's name.
    """
    other = it or name(model, line.subject if passive else line.target)
    plural = _is_plural(model, line.target if passive else line.subject)
    force, denied = line.force.modal, line.denied
    if denied:
        verb = f"{'do' if plural else 'does'} not {bare(line.kind.passive if passive else line.kind.phrase)}"
    elif force and not passive:
        verb = f"{force} {line.kind.bare}"
    else:
        verb = agreeing(line.kind.passive if passive else line.kind.phrase, plural)
    tail = f" ({force})" if force and passive and not denied else ""
    return f"{verb} {other}{tail}{details(model, line)}{remark(model, line)}"


def agreeing(phrase: str, plural: bool) -> str:
    """Return a phrase with its verb agreeing with its subject: "reports to", or "report to" where plural."""
    if not plural:
        return phrase
    text = bare(phrase)
    return f"are{text[2:]}" if (text + " ").startswith("be ") else text


def _is_plural(model: Model, which: str) -> bool:
    return getattr(model[which], "collective", False)


def details(model: Model, line: Relationship) -> str:
    """Return what qualifies a line: matter, product, frequency, route and condition."""
    parts = []
    if line.matter or line.topic:
        parts.append(f" on {line.matter or str(line.topic).replace('_', ' ')}")
    if line.product:
        parts.append(f" with {line.product}")
    if line.frequency is not None:
        parts.append(f", {line.frequency.text}")
    if line.via:
        parts.append(f", through {names(name(model, which) for which in line.via)}")
    if line.condition:
        parts.append(f", {line.condition}")
    return "".join(parts)


def sentence(model: Model, line: Relationship) -> str:
    """Return a line as a sentence: "The Executive reports to the Board (para 12)."."""
    return f"{name(model, line.subject)} {predicate(model, line)}."


def seat(model: Model, membership: Membership) -> str:
    """Return a seat as a phrase: "Chief Inspector (Police), chair (Appendix B)"."""
    who = [membership.member] if membership.member else [*membership.any_of]
    text = " or ".join(name(model, which) for which in who) or "vacant seat"
    if str(membership.seats) != "1":
        text += f", {membership.seats} seats"
    if membership.role is not Role.MEMBER:
        text += f", {str(membership.role).replace('_', ' ')}"
    if membership.on_behalf_of:
        text += f", for {names(name(model, which) for which in membership.on_behalf_of)}"
    return ("not " if membership.denied else "") + text + remark(model, membership)


def outline(model: Model) -> tuple[str, ...]:
    """Return the arrangement as sentences, one a body that has anything to say, in the model's order."""
    outgoing: dict[str, list[Relationship]] = {}
    incoming: dict[str, list[Relationship]] = {}
    for line in model.relationships:
        outgoing.setdefault(line.subject, []).append(line)
        if line.target != line.subject:
            incoming.setdefault(line.target, []).append(line)
    chaired = chairs(model)
    sentences = []
    for record in model.by_id.values():
        said = [predicate(model, line) for line in outgoing.get(record.id, ())]
        said += [predicate(model, line, passive=True) for line in incoming.get(record.id, ())]
        said = [*_facts(model, record.id, chaired.get(record.id, [])), *said]
        if said:
            sentences.append(f"{name(model, record.id)} {'; '.join(said)}.")
    return tuple(sentences)


def _facts(model: Model, which: str, chaired: Iterable[Membership]) -> Iterator[str]:
    """Yield what a body says of itself: who chairs it and how often it meets."""
    record = model[which]
    if isinstance(record, Post) or which in model.context:
        return
    plural = _is_plural(model, which)
    for chair in chaired:
        who = " or ".join(name(model, sitter) for sitter in sitters(chair))
        yield f"{agreeing('is', plural)} chaired by {who}{remark(model, chair)}"
    if record.meetings is not None:
        yield f"{agreeing('meets', plural)} {record.meetings.text}{remark(model, record.meetings)}"
    if outer := record.within:
        yield f"{agreeing('is', plural)} {'among' if plural else 'one of'} {model[outer].name}{remark(model, record)}"


def chairs(model: Model) -> dict[str, list[Membership]]:
    """Return, by body, the seats from which it is chaired, as far as the paper says who sits in them."""
    chaired: dict[str, list[Membership]] = {}
    for membership in model.memberships:
        if membership.role is Role.CHAIR and not membership.denied and sitters(membership):
            chaired.setdefault(membership.body, []).append(membership)
    return chaired


def sitters(membership: Membership) -> tuple[str, ...]:
    """Return who may sit in a seat, by id: its member, else any of several; nobody where it is vacant."""
    return (membership.member,) if membership.member else membership.any_of


def table(model: Model) -> tuple[tuple[str, str, str, str, str], ...]:
    """Return one row a line: who, what, to whom, about what, and the clause."""
    return tuple(_row(model, line) for line in model.relationships)


def _row(model: Model, line: Relationship) -> tuple[str, str, str, str, str]:
    plural = _is_plural(model, line.subject)
    what = agreeing(line.kind.phrase, plural)
    if line.denied:
        what = f"{'do' if plural else 'does'} not {line.kind.bare}"
    elif line.force.modal:
        what = f"{line.force.modal} {line.kind.bare}"
    about = details(model, line).strip(" ,").removeprefix("on ")
    where = "; ".join(part for part in (clause(model, line), said_by(line)) if part)
    return name(model, line.subject), what, name(model, line.target), about, where


def said_by(record: Stated) -> str:
    """Return who says so where it is not the paper: "inferred", "assumed", else ""."""
    return "" if record.basis is Basis.STATED else str(record.basis)
