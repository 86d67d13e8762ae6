"""What a statute describes: whom it names, by which signs they are known, and when it is in force."""

from __future__ import annotations

from typing import NamedTuple

from trustgraph import dates
from trustgraph.model import Model


class Sign(NamedTuple):
    """What in a name shows that its bearer is described: a regular expression, whatever the capitals, and why.

    `certain` is false where the name makes it likely only.
    """

    pattern: str
    why: str
    certain: bool = True


class Partner(NamedTuple):
    """Somebody whom a statute describes, such as the chief officer of police.

    `signs` are looked for in the names of bodies, `titles` in those of posts. `exempt` says why it need not be
    represented on the board, `where` is a sign of the areas that have one, and `invited` marks whom the board must
    invite only. `since` and `until` are the dates of the description; none, and it is as old as the statute.
    """

    name: str
    clause: str
    signs: tuple[Sign, ...]
    titles: tuple[Sign, ...] = ()
    since: str | None = None
    until: str | None = None
    exempt: str = ""
    where: str = ""
    invited: bool = False


class Duty(NamedTuple):
    """What a section asks for, and from when until when it is in force."""

    section: str
    since: str
    until: str | None = None


class Statute(NamedTuple):
    """A statute as far as it says who takes part in an arrangement and who sits on its board.

    `texts` says from which texts it was taken and what they lack. `board` names the board it asks for and `board_sign`
    is a regular expression of such names; `arranging` is the duty to make arrangements, `seating` that of the board's
    membership.
    """

    name: str
    title: str
    texts: str
    board: str
    board_sign: str
    arranging: Duty
    seating: Duty
    partners: tuple[Partner, ...]

    def at(self, date: str, *, invited: bool | None = None) -> tuple[Partner, ...]:
        """Return whom it describes at a date, in its order; with `invited`, only those it does or does not invite."""
        return tuple(
            partner
            for partner in self.partners
            if dates.holds(partner.since, partner.until, date) and invited in (None, partner.invited)
        )


def date_of(model: Model) -> str | None:
    """Return the date whose law a model is held against: that of the paper, or when it takes effect, if later."""
    if model.as_at and model.since:
        return model.since if dates.starts_after(model.since, model.as_at) else model.as_at
    return model.as_at or model.since


def moment(model: Model, statute: Statute, duty: Duty, *, as_if_in_force: bool = False) -> str | None:
    """Return the date at which a duty is asked of a model; None where it was not in force, or no date is known.

    With `as_if_in_force` it is then the first date, or the last, at which it was; for a model without a date, the one
    from which the board is asked for.
    """
    date = date_of(model)
    if date is not None and dates.holds(duty.since, duty.until, date):
        return date
    if not as_if_in_force:
        return None
    if date is None:
        return statute.seating.since
    return duty.until if duty.until is not None and dates.starts_after(date, duty.until) else duty.since
