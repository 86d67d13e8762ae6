"""Lines between bodies or posts, and seats on bodies."""

from trustgraph.frequency import Range
from trustgraph.records.statements import ONE, Meetings, Stated
from trustgraph.vocabulary import Attendance, Force, Kind, Role, Topic


class Relationship(Stated, frozen=True, kw_only=True):
    """A line between two bodies or posts, read as a sentence: subject, kind, target.

    id: Needed only where two lines would have the same key.
    subject: Who acts, by id.
    kind: What passes.
    target: To or on whom, by id.
    topic: What it is about, in a word that compares between papers.
    matter: What it is about in the paper's terms, paraphrased.
    frequency: How often.
    via: Bodies or posts it passes through, by id, in order.
    product: What is handed over, such as an annual report.
    condition: When it applies.
    force: Whether it is a duty, practice, a power, or expected.
    denied: True where the paper says that there is no such line.
    since: The date from which it holds.
    until: The date at which it ends.
    """

    id: str | None = None
    subject: str
    kind: Kind
    target: str
    topic: Topic | None = None
    matter: str | None = None
    frequency: Meetings | None = None
    via: tuple[str, ...] = ()
    product: str | None = None
    condition: str | None = None
    force: Force = Force.PRACTICE
    denied: bool = False
    since: str | None = None
    until: str | None = None


class Membership(Stated, frozen=True, kw_only=True):
    """A seat on a body.

    id: Needed only where two seats would have the same key.
    member: The post or body that sits, by id; left out, the seat is vacant.
    any_of: Those of whom any one may sit, by id.
    body: The body it is a seat on, by id.
    role: What the seat is for: chair, member, adviser, observer and so on.
    seats: How many seats.
    voting: Whether it votes; left out where the paper does not say.
    attendance: Whether its holder always attends, or when required, in rotation or by invitation.
    appointed: How its holder is appointed.
    on_behalf_of: Bodies it represents, by id.
    substitute: Who may attend instead.
    category: The paper's own class of member, such as "non-statutory partner".
    denied: True where the paper says that there is no such seat.
    since: The date from which it holds.
    until: The date at which it ends.
    """

    id: str | None = None
    member: str | None = None
    any_of: tuple[str, ...] = ()
    body: str
    role: Role = Role.MEMBER
    seats: Range = ONE
    voting: bool | None = None
    attendance: Attendance = Attendance.ALWAYS
    appointed: str | None = None
    on_behalf_of: tuple[str, ...] = ()
    substitute: str | None = None
    category: str | None = None
    denied: bool = False
    since: str | None = None
    until: str | None = None
