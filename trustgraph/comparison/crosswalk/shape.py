"""The shape of each arrangement: span, depth, layers, orphans, circles, dual account, findings, duplicates and gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from trustgraph import wording
from trustgraph.analysis.accountability.cycles import Circle, cycles
from trustgraph.analysis.accountability.dual import Dual, dual
from trustgraph.analysis.accountability.lines import lines
from trustgraph.analysis.accountability.orphans import Orphan, Standing, Why
from trustgraph.analysis.accountability.span import Span, span
from trustgraph.analysis.structure.functions import Doing, Gap, functions
from trustgraph.comparison.cases import Case
from trustgraph.comparison.cells import Answer, Cell, Ground, Said
from trustgraph.comparison.crosswalk.row import Row
from trustgraph.frequency import Range
from trustgraph.records import ONE, Post
from trustgraph.rules import RULES
from trustgraph.vocabulary import Account, Tier, Topic

_GROUP = "Shape, worked out from what the papers state"
_CIRCLES = {
    Circle.ACCOUNT: "circular account",
    Circle.RECIPROCAL: "reciprocal account, on different topics",
    Circle.SELF: "account to oneself",
    Circle.CHALLENGE: "mutual challenge, which is healthy",
}
_WHY = {
    Why.CIRCLE: "the line runs in a circle",
    Why.OTHER_MATTER: "the line is of another matter",
    Why.POWER_ONLY: "the line may be, and need not",
    Why.ENDS: "the line ends short of one",
}
_GAPS = {
    Gap.TWO_DECIDERS: "several decide on {}",
    Gap.ALL_MONITOR: "all who deal with it monitor {}",
    Gap.NO_DECIDER: "nobody is said to decide on {}",
    Gap.NOBODY_DELIVERS: "nobody is said to deliver, commission or manage anything about {}",
}
# they are decided, assessed or settled
_NEVER_DELIVERED = {Topic.PRIORITIES, Topic.NEEDS, Topic.DISPUTES}


def bodies(case: Case) -> Cell:
    """Return how many bodies, seats and lines of account and report there are."""
    row = case.profile
    answering = sum(not line.denied and line.kind.account is not Account.NONE for _, line in case.lines)
    numbers = (
        _several(Range(row.bodies, row.bodies_most), "body", "bodies"),
        _several(Range(row.seats, row.seats_most), "seat", "seats"),
        _several(Range(answering, answering), "line of account or report", "lines of account or report"),
    )
    counted = case.said(wording.names(numbers), ground=Ground.WORKED_OUT)
    return Cell(Answer.YES, (counted, *_as_one(case, _uncounted(case))))


def _uncounted(case: Case) -> list[str]:
    """Return the bodies that are several, and no number is stated, by id."""
    bodies = (body for body in case.model.bodies if body.inside and body.collective and body.count == ONE)
    return [body.id for body in bodies if body.id not in case.model.inner and body.id not in case.model.context]


def _as_one(case: Case, which: Sequence[str]) -> Iterator[Said]:
    if which:
        number = "counts as one" if len(which) == 1 else "count as one each"
        verb = number if len(which) > 1 or not wording.is_plural(case.model, which[0]) else "count as one"
        yield case.said(f"{case.prose(which)} {verb}: how many there are is not stated", ground=Ground.WORKED_OUT)


def _several(number: Range, one: str, many: str) -> str:
    return f"{number} {one if str(number).split()[-1] == '1' else many}"


def spanning(case: Case) -> Cell:
    """Return how many bodies answer to the board, directly and in all, and to whoever has the most."""
    rows = {row.body: row for row in span(case.model)}
    told = [rows[which] for which in case.of("board") if which in rows]
    if not told:
        return case.unmatched("board")
    most = max(rows.values(), key=lambda row: row.total)
    told += [most] if most.total > told[0].total else []
    spans = [case.said(_spanned(case, row), row.body, ground=Ground.WORKED_OUT) for row in told]
    heads = {row.body for row in told}
    below = [
        which
        for which in _uncounted(case)
        if any(heads.intersection(line.path[1:]) for line in lines(case.model, of=which))
    ]
    return Cell(Answer.YES, (*spans, *_as_one(case, below)))


def _spanned(case: Case, row: Span) -> str:
    who = wording.called(case.model, row.body)
    if not row.total_most and row.total_most is not None:
        return f"nobody is said to answer to {who}"
    number, direct = Range(row.total, row.total_most), Range(row.direct, row.direct_most)
    how = ("directly" if str(number) == "1" else "all directly") if number == direct else f"{direct} of them directly"
    verb = "answers or reports" if str(number) == "1" else "answer or report"
    return f"{number} {verb} to {who}, {how}"


def deep(case: Case) -> Cell:
    """Return how many lines of account lie below the deepest head."""
    number = case.profile.depth
    return _worked(case, f"{number} line{'' if number == 1 else 's'} of account from the lowest to the highest")


def layers(case: Case) -> Cell:
    """Return the tiers in which bodies of the arrangement stand."""
    rows = {body.row for body in case.model.bodies if body.inside and body.id not in case.model.context}
    tiers = [str(tier) for tier in Tier if tier in rows and tier is not Tier.EXTERNAL]
    return _worked(case, f"{len(tiers)}: {wording.names(tiers)}")


def alone(case: Case) -> Cell:
    """Return the bodies without a stated line of account to a head."""
    found = [row for row in case.orphans if row.kind is Standing.ORPHAN]
    if not found:
        return _worked(
            case, "none: every body has a stated line of account", fact="every body has a stated line of account"
        )
    groups: dict[str, list[str]] = {}
    for row in found:
        groups.setdefault(_ending(case, row), []).append(row.body)
    told = [f"{len(found)} without a stated line of account to a final forum"]
    told += [f"{case.prose(bodies)}: {why}" for why, bodies in groups.items()]
    missing = next((row.missing for row in found if row.missing), ())
    told += [f"our copy lacks {missing[0]}, which could tell"] if missing else []
    ids = [row.body for row in found]
    return Cell(Answer.YES, tuple(case.said(text, *ids, ground=Ground.WORKED_OUT) for text in told))


def _ending(case: Case, row: Orphan) -> str:
    """Return where the line of a body without one to a final forum ends, as far as anything is stated."""
    if row.ends_at:
        return f"the line ends at {case.prose(row.ends_at)}"
    own = (line for _, line in case.lines if line.subject == row.body and line.kind.account is not Account.NONE)
    posts = [line.target for line in own if not line.denied and isinstance(case.model[line.target], Post)]
    if posts:
        return f"the line ends at {case.prose(posts)}, a post"
    return "none is stated" if row.why in {Why.NONE_STATED, Why.COPY_INCOMPLETE, None} else _WHY[row.why]


def circles(case: Case) -> Cell:
    """Return the circles of account among the lines that are stated."""
    told = [
        case.said(
            f"{_CIRCLES[row.kind]}: {case.prose(row.bodies)}",
            *(key for step in row.lines for key in step),
            ground=Ground.WORKED_OUT,
        )
        for row in cycles(case.model)
        if row.kind in _CIRCLES
    ]
    return Cell(Answer.YES, tuple(told)) if told else _worked(case, "none among the lines that are stated")


def twofold(case: Case) -> Cell:
    """Return the bodies that answer to several."""
    told = []
    for row in dual(case.model):
        verb = " or ".join(wording.agree(case.model, [row.body], word) for word in ("answers", "reports"))
        text = f"{wording.called(case.model, row.body)} {verb} to {_superiors(case, row)}"
        told.append(case.said(text, *row.lines, ground=Ground.WORKED_OUT))
    return Cell(Answer.YES, tuple(told)) if told else _worked(case, "none among the lines that are stated")


def _superiors(case: Case, row: Dual) -> str:
    """Return the superiors of a body, those last that it reaches through another of them."""
    own = [case.model.lines[key] for key in row.lines]
    through = {line.target: via for line in own for via in line.via if via in row.superiors}
    through = {name: via for name, via in through.items() if all(line.via for line in own if line.target == name)}
    told = [case.prose([name for name in row.superiors if name not in through])]
    told += [f"through {case.prose([via])} to {case.prose([name])}" for name, via in through.items()]
    return ", and ".join(told)


def departures(case: Case) -> Cell:
    """Return the findings, counted by rule."""
    names = {rule.code: rule.name for rule in RULES}
    keys: dict[str, list[str]] = {}
    for finding in case.findings:
        keys.setdefault(finding.code, []).extend(finding.keys)
    counts = Counter(finding.code for finding in case.findings)
    told = [
        Said(f"{counts[code]} × {code} {names.get(code, '')}".rstrip(), tuple(keys[code]), ground=Ground.WORKED_OUT)
        for code in sorted(counts)
    ]
    return Cell(Answer.YES, tuple(told)) if told else _worked(case, "none")


def doubles(case: Case) -> Cell:
    """Return what several bodies decide, and what all watch and nobody else does."""
    return _gaps(case, Gap.TWO_DECIDERS, Gap.ALL_MONITOR)


def gaps(case: Case) -> Cell:
    """Return the matters on which nobody is said to decide, or to deliver."""
    return _gaps(case, Gap.NO_DECIDER, Gap.NOBODY_DELIVERS)


def _gaps(case: Case, *kinds: Gap) -> Cell:
    rows = [row for row in functions(case.model) if row.gap in kinds]
    told = [*_matters(case, [row for row in rows if not row.bodies])]
    for row in rows:
        if row.bodies and row.gap is not None:
            who = (_own(case, row, which) for which in row.bodies)
            text = f"{_GAPS[row.gap].format(Topic(row.matter).phrase)}: {wording.names(who)}"
            told.append(case.said(text, *row.keys, ground=Ground.WORKED_OUT))
    return Cell(Answer.YES, tuple(told)) if told else _worked(case, "none among the functions that are stated")


def _own(case: Case, row: Doing, which: str) -> str:
    """Return a body with what it decides or watches, since that may not be the same thing."""
    pairs = (case.model.functions[key] for key in row.keys if key in case.model.functions)
    matters = [function.matter for body, function in pairs if body.id == which and function.matter]
    return f"{wording.called(case.model, which)}{f' ({wording.names(matters)})' if matters else ''}"


def _matters(case: Case, rows: Iterable[Doing]) -> Iterator[Said]:
    """Yield the matters of which nobody is said to do something, together."""
    matters: dict[Gap, list[str]] = {}
    for row in rows:
        if row.gap is not None and not (row.gap is Gap.NOBODY_DELIVERS and row.matter in _NEVER_DELIVERED):
            matters.setdefault(row.gap, []).append(Topic(row.matter).phrase)
    for gap, found in matters.items():
        yield case.said(_GAPS[gap].format(wording.either(found)), ground=Ground.WORKED_OUT)


def _worked(case: Case, text: str, *keys: str, fact: str = "") -> Cell:
    return Cell(Answer.YES, (case.said(text, *keys, ground=Ground.WORKED_OUT, fact=fact),))


ROWS = (
    Row("bodies", _GROUP, "Bodies, seats and lines", bodies),
    Row("span", _GROUP, "Span of accountability", spanning),
    Row("depth", _GROUP, "Depth", deep),
    Row("layers", _GROUP, "Layers", layers),
    Row("orphans", _GROUP, "Without a line of account to a final forum", alone),
    Row("cycles", _GROUP, "Circles", circles),
    Row("dual", _GROUP, "Answering to several", twofold),
    Row("duplicated", _GROUP, "Decided by several, or watched by all", doubles),
    Row("gaps", _GROUP, "Gaps", gaps),
    Row("findings", _GROUP, "Findings, by rule", departures),
)
