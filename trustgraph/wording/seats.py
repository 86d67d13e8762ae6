"""Seats read aloud: who chairs a body, who sits on it as what, and how many seats there are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from trustgraph.frequency import Range
from trustgraph.model import Model
from trustgraph.records import ONE, Membership, Post
from trustgraph.vocabulary import Role
from trustgraph.wording.citations import Part, Statement, stated
from trustgraph.wording.lines import in_force, refusing
from trustgraph.wording.names import agreeing, called, capital, is_plural, name, names, own_title, spelt, titled


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


def total(seats: Iterable[Membership]) -> Range:
    """Return how many seats these are in all, as far as it is known."""
    ranges = [membership.seats for membership in seats]
    known = [each.most for each in ranges if each.most is not None]
    return Range(sum(each.least for each in ranges), sum(known) if len(known) == len(ranges) else None)


def in_words(seats: Iterable[Membership]) -> str:
    """Return how many seats these are in words: "one seat", "at least nine seats"."""
    number = total(seats)
    return f"{spelt(number)} {'seat' if str(number).split()[-1] == '1' else 'seats'}"


def counted(model: Model, seated: Iterable[Membership]) -> Iterator[Statement]:
    """Yield each seat that the paper denies a body, and how many it has, without the subject."""
    seated = [*seated]
    yield from (denied(model, seat) for seat in seated if seat.denied)
    filled = [seat for seat in seated if not seat.denied and seat.role.sits]
    if any(seat.role is not Role.CHAIR for seat in filled):
        verb = agreeing("has", is_plural(model, filled[0].body))
        yield Statement(f"{verb} {in_words(filled)}")


def chaired(model: Model, seat: Membership) -> Statement:
    """Return who chairs a body, without the subject: "is chaired by the Leader, Kent Council, elected yearly"."""
    plural = is_plural(model, seat.body)
    who = " or ".join(
        called(model, which, by=seat.body) for which in sitters(seat) if not is_its_chair(model, seat, which)
    )
    verb = "is not chaired" if seat.denied else "is chaired"
    text = f"{agreeing(verb, plural)} by {who}" if who else f"{agreeing('has', plural)} a chair"
    return stated(model, seat, text + "".join(f", {part}" for part in _terms(model, seat)))


def is_its_chair(model: Model, seat: Membership, which: str) -> bool:
    """Return whether a post is that of the body's chair and nothing else."""
    record = model[which]
    own = isinstance(record, Post) and record.organisation == seat.body and own_title(model, record)
    return own in {"Chair", "Chairs"}


def denied(model: Model, seat: Membership) -> Statement:
    """Return a seat that the paper denies, without the subject: "does not have the Leader as a member"."""
    if seat.role is Role.CHAIR and sitters(seat):
        return chaired(model, seat)
    who = " or ".join(called(model, which, by=seat.body) for which in sitters(seat)) or "a vacant seat"
    verb = "do not have" if is_plural(model, seat.body) else "does not have"
    return stated(model, seat, f"{verb} {who} {_as(model, seat)}")


def held(model: Model, seat: Membership, who: str) -> Statement:
    """Return what one who may sit in a seat does there: "chairs the Board", "sits on the Board as an adviser"."""
    plural = is_plural(model, who)
    words, role = ("chairs", "") if seat.role is Role.CHAIR else ("sits on", f" {_as(model, seat)}")
    verb = refusing(words, plural) if seat.denied else agreeing(words, plural)
    others = names(called(model, other) for other in sitters(seat) if other != who)
    text = f"{verb} {called(model, seat.body)}{role}" + (f", or else {others} may" if others else "")
    return stated(model, seat, ", ".join([text, *_terms(model, seat)]))


def _as(model: Model, seat: Membership) -> str:
    """Return in which capacity somebody sits: "as a member", "as advisers", "in attendance"."""
    if seat.role is Role.IN_ATTENDANCE:
        return "in attendance"
    who = sitters(seat)
    if seat.seats != ONE or (who and is_plural(model, who[0])):
        return f"as {several(seat.role)}"
    role = str(seat.role).replace("_", " ")
    return f"as {role}" if seat.role is Role.SUPPORT else f"as {'an' if role[0] in 'aeiou' else 'a'} {role}"


def several(role: Role) -> str:
    """Return the word for those who hold such seats: "members", "deputies", "in attendance"."""
    word = str(role).replace("_", " ")
    if role in {Role.IN_ATTENDANCE, Role.SUPPORT}:
        return word
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"


def seat(model: Model, membership: Membership, shared: Collection[str] = ()) -> Statement:
    """Return a seat as it stands in a list, without the terms all there share: "Leader, Kent Council, two seats"."""
    who = sitters(membership)
    called = (
        [name(model, each) for each in who]
        if len(who) > 1
        else [titled(model, each, on=membership.body) for each in who]
    )
    parts = [" or ".join(called) or "vacant"]
    if membership.seats == Range():
        parts.append("any number")
    elif membership.seats not in {ONE, Range(0, 0)}:
        parts.append(in_words([membership]))
    parts += (term for term in _terms(model, membership) if term not in shared)
    return stated(model, membership, ", ".join(parts))


def _terms(model: Model, seat: Membership) -> Iterator[str]:
    """Yield on which terms a seat is held."""
    own = {getattr(model[which], "organisation", None) for which in sitters(seat)}
    if others := [which for which in seat.on_behalf_of if which not in own]:
        # a post that is listed with its organisation sits for another besides
        besides = any(titled(model, which) != model[which].name for which in sitters(seat))
        yield f"{'also for' if besides else 'for'} {names(called(model, which) for which in others)}"
    if seat.voting is not None and seat.voting is not seat.role.votes:
        yield "with a vote" if seat.voting else "without a vote"
    if seat.attendance.phrase:
        yield seat.attendance.phrase
    if seat.appointed:
        yield seat.appointed
    if seat.substitute:
        yield f"{seat.substitute} may stand in"
    if span := in_force(seat.since, seat.until):
        yield span


def membership(model: Model, seated: Iterable[Membership]) -> tuple[Part, ...]:
    """Return who sits in these seats of a body: its vice-chairs, then each class of member; its chair is left out."""
    classes: dict[str, list[Membership]] = {}
    for each in sorted(seated, key=lambda seat: seat.role is not Role.VICE_CHAIR):
        if each.role is not Role.CHAIR and not each.denied:
            own = each.category if each.role is not Role.VICE_CHAIR else None
            classes.setdefault(own or each.role, []).append(each)
    return tuple(_class(model, label, held) for label, held in classes.items())


def _class(model: Model, label: str, held: list[Membership]) -> Part:
    """Return a class of members under the paper's own word for it, else its role, with the terms that all share."""
    if isinstance(label, Role):
        label = several(label) if len(held) > 1 or held[0].seats.most not in {0, 1} else label.replace("_", " ")
    shared = [term for term in _terms(model, held[0]) if all(term in _terms(model, each) for each in held[1:])]
    shared = shared if len(held) > 1 else []
    heading = f"{label} ({', '.join(shared)})" if shared else label
    return Part(capital(heading), tuple(seat(model, each, shared) for each in held))
