"""trustgraph check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from trustgraph.cli.printing import deliver, kind_of, print_options
from trustgraph.cli.source import read_models, refuse_itself
from trustgraph.cli.terminal import tell
from trustgraph.cli.viewing import check_picture, check_view_options, view_of, view_options
from trustgraph.vocabulary import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trustgraph.model import Model
    from trustgraph.rules.checklists.asking import Checklist
    from trustgraph.rules.norms import Finding, Rule

FORMATS = ("text", "json", "md", "html", "sarif")
# the options that choose rules, by name
_OF_RULES = {"select": "selected", "ignore": "ignored", "pack": "packs", "rules": "files", "draw": "picture"}


@click.command(short_help="Say where an arrangement departs from good governance.")
@click.argument("sources", metavar="MODEL...", nargs=-1, required=True)
@click.option("--select", "selected", multiple=True, metavar="CODE", help="Only these rules, such as TG1 or TG203.")
@click.option("--ignore", "ignored", multiple=True, metavar="CODE", help="Not these rules.")
@click.option(
    "--pack", "packs", multiple=True, metavar="NAME", help="A statute's rules too, such as children-act-2004."
)
@click.option("--as-if-in-force", is_flag=True, help="With --pack: as if the statute had been in force.")
@click.option("--checklist", metavar="NAME", help="Answer a self-assessment instead, such as suffolk.")
@click.option("--rules", "files", multiple=True, metavar="FILE.py", help="Rules of your own, from a Python file.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    default="error",
    show_default=True,
    help="Leave with 1 where a finding is as grave as this.",
)
@view_options("everything")
@print_options(FORMATS)
@click.option(
    "--draw", "picture", metavar="OUT", help="Draw the chart too, with what findings point at marked: .svg, .pdf, .png."
)
def check(sources: tuple[str, ...], kind: str | None, out: str | None, fail_on: str, **options: Any) -> int:
    """Check each MODEL against the rules, and print what it departs from with clauses and remedies."""
    from trustgraph.rules import check as check_model
    from trustgraph.rules import chosen
    from trustgraph.views import select

    kind = kind_of(kind, out, FORMATS)
    check_view_options(options)
    _check_picture(sources, options["picture"])
    checklist = _checklist(kind, options)
    packs, own, as_if = options["packs"], map(Path, options["files"]), options["as_if_in_force"]
    rules = chosen(options["selected"], options["ignored"], packs, own, as_if=as_if)
    whole = read_models(sources)
    models = [select(model, view_of(model, options["view_name"] or "all", options)) for model in whole]
    findings = [] if checklist else [check_model(model, rules) for model in models]
    text = _answered(kind, models, checklist) if checklist else _printed(kind, models, findings, rules)
    deliver(text.encode(), out)
    if options["picture"]:
        _draw(whole[0], findings[0], options)
    # a pipeline reads its own verdict out of SARIF
    return 0 if kind == "sarif" else _verdict(findings, fail_on)


def _check_picture(sources: tuple[str, ...], picture: str | None) -> None:
    """Raise UsageError for a picture that cannot be, before anything is read."""
    check_picture(picture)
    if picture is not None:
        if len(sources) > 1:
            raise click.UsageError("--draw draws one model: name one MODEL.")
        refuse_itself(sources[0], picture)


def _draw(model: Model, findings: Sequence[Finding], options: dict[str, Any]) -> None:
    """Draw the model with what the findings that are not accepted point at marked; the rest of them is no mark."""
    from trustgraph.drawing.picture import draw

    keys = dict.fromkeys(key for each in findings if each.accepted is None for key in each.keys)
    drawable = {*model, *model.lines, *model.seats, *model.functions}
    marks = {key: Mark.FOUND for key in keys if key in drawable}
    written = draw(model, view_of(model, options["view_name"], options), marks=marks).save(options["picture"])
    tell(f"Wrote {', '.join(map(str, written))}.")


def _checklist(kind: str, options: dict[str, Any]) -> Checklist | None:
    """Return the checklist that is asked for; raises UsageError for options that go with rules only."""
    from trustgraph.rules.checklists import checklist_of

    if options["as_if_in_force"] and not options["packs"]:
        raise click.UsageError("--as-if-in-force is asked of a statute: name its pack with --pack.")
    if options["checklist"] is None:
        return None
    used = [f"--{name}" for name, option in _OF_RULES.items() if options[option]]
    if used or kind == "sarif":
        raise click.UsageError(f"--checklist: {(used or ['--format sarif'])[0]} goes with rules, not with questions.")
    return checklist_of(options["checklist"])


def _answered(kind: str, models: Sequence[Model], checklist: Checklist) -> str:
    from trustgraph.reports import assessments
    from trustgraph.reports.report import page
    from trustgraph.rules.checklists import assess

    pairs = [(model, assess(model, checklist)) for model in models]
    reports = [assessments.assessment_report(model, checklist, answers) for model, answers in pairs]
    match kind:
        case "text":
            return "\n\n".join(report.text() for report in reports) + "\n"
        case "json":
            return assessments.as_json(pairs)
        case "md":
            return "\n\n".join(report.markdown() for report in reports) + "\n"
        case _:
            return page("Self-assessment", reports)


def _verdict(findings: Sequence[Sequence[Finding]], fail_on: str) -> int:
    """Return 1 where a finding that is not accepted is as grave as it must not be, else 0."""
    from trustgraph.rules.norms import Severity

    if fail_on == "never":
        return 0
    limit = Severity(fail_on).rank
    return int(any(each.accepted is None and each.severity.rank <= limit for found in findings for each in found))


def _printed(kind: str, models: Sequence[Model], findings: Sequence[Sequence[Finding]], rules: Sequence[Rule]) -> str:
    from trustgraph.reports import findings as reports

    pairs = [*zip(models, findings, strict=True)]
    match kind:
        case "text":
            return "\n\n".join(reports.printed(model, found) for model, found in pairs) + "\n"
        case "json":
            return reports.as_json(pairs, rules)
        case "sarif":
            from trustgraph.reports.sarif import sarif

            return sarif(pairs, rules)
        case "md":
            return "\n\n".join(reports.findings_report(model, found).markdown() for model, found in pairs) + "\n"
        case _:
            return reports.as_html(pairs)
