"""Random models that hold together, for properties that must hold of every model."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from hypothesis import strategies as st

from trustgraph.frequency import Range
from trustgraph.model import Model
from trustgraph.records import (
    Acceptance,
    Body,
    Claim,
    Document,
    Evidence,
    Function,
    Identifier,
    Meetings,
    Membership,
    Post,
    Quorum,
    Relationship,
    View,
)
from trustgraph.vocabulary import (
    Act,
    Attendance,
    Basis,
    BodyKind,
    Comparison,
    Expectation,
    Family,
    Force,
    Kind,
    Legal,
    Majority,
    QuorumBase,
    Role,
    Stage,
    Stance,
    Status,
    Tier,
    Topic,
)

# what YAML gives a meaning to, what nobody sees, and words it takes for something else
_AWKWARD = "\n\t :#,[]{}'\"~&*!|>%@`-?\\=é–’\xa0\u200b\u2028\ufeff\x85👩‍👩‍👧אב"
_WORDS = ("no", "~", "007", "null", "12:30", "1e9", "true", "- a", "a: b", "a #b", "=", "<<", "0x1f", "2015-11-30", "")


_LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")
_LONG = st.lists(st.text("Ab',:é-", min_size=3, max_size=9), min_size=20, max_size=30).map(" ".join)
_TEXTS = st.text(_LETTERS | st.sampled_from(_AWKWARD), max_size=12) | st.sampled_from(_WORDS) | _LONG
_NAMES = _TEXTS.filter(str.strip)
_IDS = st.sampled_from(["kent", "no", "007", "null", "1e9", "y", "a-1"])
_BODIES = ("board", "no", "executive", "007", "null", "a-1")
_POSTS = ("chair", "y", "1e9")


def texts() -> st.SearchStrategy[str]:
    """Return texts that may stand in a model, awkward ones among them."""
    return _TEXTS


def models(*, largest: int = 6) -> st.SearchStrategy[Model]:
    """Return models of up to so many bodies."""
    sizes = st.tuples(st.integers(0, min(largest, len(_BODIES))), st.integers(0, len(_POSTS)), st.integers(0, 2))
    return sizes.flatmap(lambda size: _models(*size))


@cache
def _models(bodies: int, posts: int, documents: int) -> st.SearchStrategy[Model]:
    """Return models of so many bodies, posts and documents; made once, since making strategies takes long."""
    inner, offices = list(_BODIES[:bodies]), list(_POSTS[:posts])
    papers = ["paper", "true"][:documents]
    cites = _cites(papers)
    return st.builds(
        Model,
        id=_IDS,
        **dict.fromkeys(("title", "place", "version", "note"), _maybe(_TEXTS)),
        **_spans(),
        as_at=_maybe(_dates()),
        documents=st.tuples(*map(_document, papers)),
        apexes=_some(inner),
        bodies=st.tuples(*(_body(name, inner[:number], inner + offices, cites) for number, name in enumerate(inner))),
        posts=st.tuples(*(_post(name, inner, cites) for name in offices)),
        relationships=_lines(inner + offices, inner, cites).map(tuple) if inner or offices else st.just(()),
        memberships=_seats(inner + offices, inner, cites).map(tuple) if inner else st.just(()),
        claims=_several(_claims(cites), most=2, key=lambda claim: claim.id).map(tuple),
        views=_several(_views(inner + offices), most=2, key=lambda view: view.id).map(tuple),
        accepted=st.lists(_acceptances(), max_size=1).map(tuple),
    )


def _maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


def _several(values: st.SearchStrategy[Any], *, most: int, key: Callable[[Any], Any]) -> st.SearchStrategy[Any]:
    return st.lists(values, max_size=most, unique_by=key)


def _some(names: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(names), max_size=2).map(tuple) if names else st.just(())


def _one(names: list[str]) -> st.SearchStrategy[str | None]:
    return _maybe(st.sampled_from(names)) if names else st.none()


def _dates() -> st.SearchStrategy[str]:
    days = st.dates().map(str)
    return days | days.map(lambda day: day[:7]) | days.map(lambda day: day[:4])


def _spans() -> dict[str, st.SearchStrategy[Any]]:
    early, late = st.integers(1, 1999).map("{:04}".format), st.integers(2000, 9999).map("{}-12-31".format)
    return {"since": _maybe(early), "until": _maybe(late)}


def _ranges() -> st.SearchStrategy[Range]:
    pairs = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(sorted)
    return pairs.map(lambda pair: Range(*pair)) | st.integers(0, 9).map(Range)


def _cites(documents: list[str]) -> dict[str, st.SearchStrategy[Any]]:
    """Return what every statement carries, citing these documents."""
    cited: st.SearchStrategy[str | None] = st.sampled_from(documents) if documents else st.none()
    cited = cited | st.none() if len(documents) == 1 else cited
    evidence = st.builds(Evidence, document=cited, where=_maybe(_TEXTS), quote=_maybe(_TEXTS))
    return {
        "basis": st.sampled_from(Basis),
        "note": _maybe(_TEXTS),
        "evidence": st.lists(evidence, max_size=2).map(tuple),
    }


def _document(name: str) -> st.SearchStrategy[Document]:
    plain = dict.fromkeys(("title", "publisher", "edition", "url"), _maybe(_TEXTS))
    missing = st.lists(_TEXTS, max_size=2).map(tuple)
    return st.builds(
        Document,
        id=st.just(name),
        **plain,
        date=_maybe(_dates()),
        status=_maybe(st.sampled_from(Status)),
        missing=missing,
    )


def _meetings(bodies: list[str], cites: dict[str, Any]) -> st.SearchStrategy[Meetings | None]:
    return _maybe(
        st.builds(Meetings, text=_TEXTS, per_year=_maybe(_ranges()), relative_to=_one(bodies), **cites)
        | st.builds(Meetings, text=st.sampled_from(["quarterly", "bi-monthly", "", "no"]))
    )


def _quorums(names: list[str], cites: dict[str, Any]) -> st.SearchStrategy[Quorum]:
    return st.builds(
        Quorum,
        number=_maybe(st.integers(0, 20)),
        share=_maybe(st.floats(0, 1)),
        comparison=st.sampled_from(Comparison),
        of=st.sampled_from(QuorumBase),
        requires=_some(names),
        if_not=_maybe(_TEXTS),
        carries=_maybe(st.sampled_from(Majority)),
        casting_vote=_maybe(st.booleans()),
        **cites,
    )


def _functions(bodies: list[str], cites: dict[str, Any]) -> st.SearchStrategy[Any]:
    made = st.builds(
        Function,
        act=st.sampled_from(Act),
        topic=_maybe(st.sampled_from(Topic)),
        matter=_maybe(_TEXTS),
        on_behalf_of=_some(bodies),
        **cites,
    )
    return _several(made, most=2, key=lambda function: (function.act, function.topic or Topic.OTHER))


def _body(name: str, outer: list[str], names: list[str], cites: dict[str, Any]) -> st.SearchStrategy[Body]:
    return st.builds(
        Body,
        id=st.just(name),
        name=_NAMES,
        aliases=st.lists(_TEXTS, max_size=2).map(tuple),
        kind=_maybe(st.sampled_from(BodyKind)),
        tier=_maybe(st.sampled_from(Tier)),
        inside=st.booleans(),
        within=_one(outer),
        collective=st.booleans(),
        members_of=_one(outer),
        count=_ranges(),
        levels=st.lists(st.integers(0, 9), max_size=2).map(tuple),
        stage=_maybe(st.sampled_from(Stage)),
        legal=_maybe(st.sampled_from(Legal)),
        time_limited=_maybe(st.booleans()),
        meetings=_meetings(outer, cites),
        quorum=_maybe(_quorums(names, cites)),
        functions=_functions(outer, cites).map(tuple),
        identifiers=st.lists(st.builds(Identifier, scheme=_TEXTS, code=_TEXTS), max_size=1).map(tuple),
        **_spans(),
        **cites,
    )


def _post(name: str, bodies: list[str], cites: dict[str, Any]) -> st.SearchStrategy[Post]:
    plain = {"organisation": _one(bodies), "level": _maybe(st.integers(0, 9)), "holder": _maybe(_TEXTS)}
    return st.builds(Post, id=st.just(name), title=_NAMES, **plain, **cites)


def _lines(names: list[str], bodies: list[str], cites: dict[str, Any]) -> st.SearchStrategy[Any]:
    made = st.builds(
        Relationship,
        subject=st.sampled_from(names),
        kind=st.sampled_from(Kind),
        target=st.sampled_from(names),
        topic=_maybe(st.sampled_from(Topic)),
        matter=_maybe(_TEXTS),
        frequency=_meetings(bodies, cites),
        via=_some(names),
        product=_maybe(_TEXTS),
        condition=_maybe(_TEXTS),
        force=st.sampled_from(Force),
        denied=st.booleans(),
        **_spans(),
        **cites,
    )
    return _several(made, most=6, key=lambda line: (frozenset((line.subject, line.target)), line.kind))


def _seats(names: list[str], bodies: list[str], cites: dict[str, Any]) -> st.SearchStrategy[Any]:
    made = st.builds(
        Membership,
        member=_one(names),
        any_of=_some(names),
        body=st.sampled_from(bodies),
        role=st.sampled_from(Role),
        seats=_ranges(),
        voting=_maybe(st.booleans()),
        attendance=st.sampled_from(Attendance),
        appointed=_maybe(_TEXTS),
        on_behalf_of=_some(bodies),
        substitute=_maybe(_TEXTS),
        category=_maybe(_TEXTS),
        denied=st.booleans(),
        **_spans(),
        **cites,
    )
    return _several(made, most=6, key=lambda seat: (seat.body, seat.role))


def _claims(cites: dict[str, Any]) -> st.SearchStrategy[Claim]:
    expects = _maybe(st.sampled_from(Expectation))
    return st.builds(Claim, id=_IDS, text=_TEXTS, stance=st.sampled_from(Stance), expects=expects, **cites)


def _views(names: list[str]) -> st.SearchStrategy[View]:
    return st.builds(
        View,
        id=_IDS,
        title=_maybe(_TEXTS),
        subtitle=_maybe(_TEXTS),
        tiers=st.lists(st.sampled_from(Tier), max_size=2).map(tuple),
        families=st.lists(st.sampled_from(Family), max_size=2).map(tuple),
        kinds=st.lists(st.sampled_from(Kind), max_size=2).map(tuple),
        around=_one(names),
        steps=st.integers(0, 3),
        as_at=_maybe(_dates()),
        stated_only=st.booleans(),
        show_posts=st.booleans(),
        order=_some(names),
        hide=_some(names),
    )


def _acceptances() -> st.SearchStrategy[Acceptance]:
    return st.builds(Acceptance, rule=_TEXTS, subject=_TEXTS, reason=_TEXTS, until=_maybe(_dates()))
