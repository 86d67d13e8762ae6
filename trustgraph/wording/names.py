"""What bodies and posts are called, on their own and within a sentence, and how they are found by name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from trustgraph.errors import UnknownNameError
from trustgraph.frequency import WORDS, Range
from trustgraph.model import Model
from trustgraph.records import ONE, Body, Post
from trustgraph.vocabulary import BodyKind, bare

# a name that ends in one of these stands with "the": the Board, but Kent Police
_BODIES = frozenset(
    "agency alliance assembly authority board body cabinet commission committee department executive forum group hub "
    "network panel partnership service team trust unit".split()
)
_OFFICES = frozenset(
    "adviser chair chairman clerk commander commissioner consultant coordinator deputy director executive governor "
    "head holder inspector lead leader manager mayor member officer principal rep representative secretary "
    "superintendent treasurer".split()
)
_DETERMINERS = frozenset("a all an any each every its one some the their".split())
_PLURALS = frozenset("children parents partners people staff".split())


def name(model: Model, which: str) -> str:
    """Return the name of a body, or of a post with its organisation in brackets where it has one."""
    record = model[which]
    if isinstance(record, Post) and record.organisation is not None:
        return f"{record.title} ({model[record.organisation].name})"
    return record.name


def called(model: Model, which: str, *, by: str | None = None) -> str:
    """Return how a body or post is called within a sentence: "the Executive", "the Leader of Kent Council".

    `by` is the body that is spoken of: a post of its own is "its Independent Chair".
    """
    record = model[which]
    if _is_determined(record.name):
        text = within(record.name)
    elif isinstance(record, Post) and by is not None and record.organisation == by:
        return f"{'their' if is_plural(model, by) else 'its'} {own_title(model, record)}"
    else:
        article = _article(model, record)
        text = f"{article} {record.name}" if article else record.name
    return text + (_belonging(model, record) if isinstance(record, Post) else "")


def within(text: str) -> str:
    """Return a name as it stands within a sentence: "an Independent Chair", but "Independent Chair"."""
    first, space, rest = text.partition(" ")
    return first.casefold() + space + rest if _is_determined(text) else text


def _is_determined(text: str) -> bool:
    """Return whether a name of several words begins with an article or the like."""
    first, _, rest = text.partition(" ")
    return bool(rest) and first.casefold() in _DETERMINERS


def titled(model: Model, which: str, *, on: str | None = None) -> str:
    """Return how a body or post stands in a list: "Leader, Kent Council"; "Leader" on the list `on` of that council."""
    record = model[which]
    organisation = _organisation(model, record) if isinstance(record, Post) and record.organisation != on else None
    return f"{record.name}, {organisation.name}" if organisation is not None else record.name


def own_title(model: Model, post: Post) -> str:
    """Return the title of a post without the body it is a post of: "Chair" of "Chair of the Board"."""
    body = model.by_id.get(post.organisation or "")
    known = (body.name, *body.aliases) if isinstance(body, Body) else ()
    ends = (f"{link}{name}" for name in known for link in (" of the ", " of a ", " of ", ", "))
    return next((post.title.removesuffix(end) for end in ends if post.title.endswith(end)), post.title)


def _belonging(model: Model, post: Post) -> str:
    """Return where a post belongs within a sentence, unless its title says it: " of Kent Police"."""
    organisation = _organisation(model, post)
    if organisation is None:
        return ""
    text = called(model, organisation.id)
    return f" at {text}" if " of " in post.title and text == organisation.name else f" of {text}"


def _organisation(model: Model, post: Post) -> Body | None:
    """Return the body a post belongs to, unless the post's title names it."""
    organisation = model.by_id.get(post.organisation or "")
    if not isinstance(organisation, Body):
        return None
    known = (each.casefold().removesuffix("s") for each in (organisation.name, *organisation.aliases))
    return None if any(each in post.title.casefold() for each in known) else organisation


def _article(model: Model, record: Body | Post) -> str:
    """Return "the", "a" for one of several such as "Member of the Board", or "" for a proper name."""
    if is_plural(model, record.id) or (isinstance(record, Body) and record.kind is BodyKind.COUNCIL):
        return ""
    if isinstance(record, Body):
        # "the Probation Service", but "Kent Hospitals Trust"
        heads = _BODIES - {"trust"} if record.kind is BodyKind.ORGANISATION else _BODIES
        # "the Children, Schools and Families Committee"
        last = _words(record.name)[-1:] if ", " in record.name else []
        return "the" if heads & {_head(record.name), *last} else ""
    words = _words(record.title)
    if words and words[0] in {"member", "rep", "representative"}:
        return "a"
    return "the" if record.title.isupper() or any(word in _OFFICES for word in words) else ""


def is_plural(model: Model, which: str) -> bool:
    """Return whether a name takes its verb in the plural: "the groups report", "every partner reports"."""
    record = model[which]
    if isinstance(record, Post):
        # the office comes before what it is an office of: "Managers, Children's Trust", "Director, Schools"
        offices = [word for word in _words(record.title) if word.removesuffix("s") in _OFFICES]
        return _is_many(offices[0] if offices else _head(record.title))
    return (record.collective or record.count != ONE) and _is_many(_head(record.name))


def _is_many(noun: str) -> bool:
    return noun in _PLURALS or (noun.endswith("s") and not noun.endswith("ss") and len(noun) > len("dcs"))


def _head(text: str) -> str:
    """Return the noun a name is built on, in small letters: "group" of "Steering Group for Health (SGH)"."""
    words = _words(re.split(r" (?:at|for|from|in|of|on|to|with|within) |[,(/:]| [–-] ", text)[0])
    return words[-1] if words and words[0] not in _DETERMINERS - {"the"} else ""


def _words(text: str) -> list[str]:
    return re.findall(r"[\w'’]+", text.casefold().replace("co-", "co"))


def pronoun(model: Model, which: str, *, subject: bool = False) -> str:
    """Return "it" or "them", as the subject "It" or "They"; of a post, its holder."""
    plural = is_plural(model, which)
    if isinstance(model[which], Post):
        holder = "holders" if plural else "holder"
        return f"The {holder}" if subject else f"the {holder}"
    if subject:
        return "They" if plural else "It"
    return "them" if plural else "it"


def agreeing(phrase: str, plural: bool) -> str:
    """Return a phrase with its verb agreeing with its subject: "reports to", or "report to" where plural."""
    if not plural:
        return phrase
    text = bare(phrase)
    return f"are{text[2:]}" if (text + " ").startswith("be ") else text


def among(model: Model, body: Body) -> str:
    """Return how a body stands to the one it is within: "is one of the Groups", "is within the Partnership"."""
    plural, outer = is_plural(model, body.id), body.within or body.id
    verb = ("are among" if plural else "is one of") if is_plural(model, outer) else agreeing("is within", plural)
    return f"{verb} {called(model, outer)}"


def names(texts: Iterable[str]) -> str:
    """Return a list as prose: "a, b and c"."""
    *most, last = [*texts] or [""]
    return f"{', '.join(most)} and {last}" if most else last


def either(texts: Iterable[str]) -> str:
    """Return a list as prose after a denial: "a, b or c"."""
    *most, last = [*texts] or [""]
    return f"{', '.join(most)} or {last}" if most else last


def spelt(number: int | Range) -> str:
    """Return a number as prose has it, in words up to ten: "three", "at least two", "12"."""
    return re.sub(
        r"\d+", lambda match: WORDS[int(match[0])] if int(match[0]) in range(1, 11) else match[0], str(number)
    )


def capital(text: str) -> str:
    """Return a text as the start of a sentence."""
    return text[:1].upper() + text[1:]


def named(model: Model, text: str) -> Body | Post:
    """Return the body or post of this id, else of this name, else of this alias, whether in capitals or not.

    Raises UnknownNameError where nothing has the name, or several have it.
    """
    if text in model:
        return model[text]
    found = [record for record in model.by_id.values() if _folded(record.name) == _folded(text)]
    found = found or [body for body in model.bodies if _folded(text) in map(_folded, body.aliases)]
    if len(found) == 1:
        return found[0]
    if found:
        ids = " or ".join(f"'{record.id}'" for record in found)
        raise UnknownNameError("one body or post", text, hint=f"Several have the name; say {ids}.")
    aliases = (alias for body in model.bodies for alias in body.aliases)
    raise UnknownNameError("body or post", text, [*model, *(record.name for record in model.by_id.values()), *aliases])


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split()).removeprefix("the ")
