"""`tollbook read`: reports in, claims and tolls out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tollbook.cli import as_of as knowing
from tollbook.cli.marking import CHOICES, Marking, Wanted

if TYPE_CHECKING:
    from tollbook.claim import TollClaim
    from tollbook.cli.outlet import Outlet
    from tollbook.document import Unreadable
    from tollbook.incident import Report


class Format(StrEnum):
    """How to write what was found."""

    CARD = "card"
    HISTORY = "history"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    CLAIMS = "claims"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What is shown of what was read, and in which order.

    `left_out` are claims read too doubtfully, by document; it fills while reports go by.
    """

    names: bool
    doubtful_first: bool
    left_out: "Mapping[str, Sequence[TollClaim]]"


EXAMPLES = """
Examples:

\b
  tollbook read reports/
  tollbook read flash.txt --published 2024-09-17 --publisher "Oker Daily"
  curl -s https://example.org/report.html | tollbook read -
  tollbook read feed.jsonl --format csv > claims.csv
  tollbook read feed.jsonl --format csv --doubtful-first > to-check.csv
  tollbook read reports/ --surer-than 0.6
  tollbook read reports/ --as-of 2024-09-18
  tollbook read reports/ --format history
  tollbook read reports/ --annotator llm --endpoint http://localhost:11434/v1
    --model NAME

With --annotator llm the full text of each report is sent to the endpoint, and
nowhere else; its key, if it wants one, is read from TOLLBOOK_LLM_KEY.

Exit status: 0 everything was read; 1 some inputs could not be read, or not by
the annotator asked for, each named on standard error; 2 the command line is
wrong, or the endpoint cannot be used.
"""


def read(
    paths: Annotated[
        list[str],
        typer.Argument(
            help="Files (.txt .md .html .json .jsonl) or folders; - for standard input.",
            metavar="PATH|-…",
            show_default=False,
        ),
    ],
    published: Annotated[
        str | None,
        typer.Option(help="When they were published, where they do not say (ISO 8601)."),
    ] = None,
    publisher: Annotated[
        str | None, typer.Option(help="The outlet, where they do not say.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="The headline, where they do not say.")] = None,
    as_of: Annotated[
        str | None, typer.Option(help=knowing.HELP, metavar="DATE", show_default=False)
    ] = None,
    form: Annotated[
        Format,
        typer.Option(
            "--format",
            help="card: for people; history: how each toll was told, day by day; json: "
            "everything, one object; jsonl: a line per document; "
            "csv: a row per claim; claims: offsets only, for scoring.",
        ),
    ] = Format.CARD,
    out: Annotated[
        Path | None,
        typer.Option(
            help="Write into this folder: with `claims` one <stem>.json per document, "
            "else one file named tollbook."
        ),
    ] = None,
    names: Annotated[
        bool, typer.Option("--names", help="Write the names of those harmed; withheld if not.")
    ] = False,
    surer_than: Annotated[
        float,
        typer.Option(
            help="Leave out figures that are less probable (0 to 1) to be read right at all; how "
            "many is said on standard error.",
            metavar="P",
            show_default=False,
        ),
    ] = 0.0,
    doubtful_first: Annotated[
        bool,
        typer.Option(
            "--doubtful-first",
            help="csv: the claims least surely read come first, to check them by hand. Reads "
            "everything before it writes.",
        ),
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")] = False,
    annotator: Annotated[
        str | None,
        typer.Option(
            help="Who marks what the reports say; the default one if not said.", metavar=CHOICES
        ),
    ] = None,
    endpoint: Annotated[
        str | None,
        typer.Option(
            help="llm: the address of any OpenAI-compatible endpoint. It is sent the full text "
            "of each report.",
            metavar="URL",
        ),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(help="llm: the model's name, as the endpoint knows it.", metavar="NAME"),
    ] = None,
    cache: Annotated[
        Path | None,
        typer.Option(
            help="llm: where answers are kept; your cache folder if not said.", metavar="DIR"
        ),
    ] = None,
    timeout: Annotated[
        float | None,
        typer.Option(help="llm: seconds to wait for an answer; 120 if not said.", min=1),
    ] = None,
    price_in: Annotated[
        float | None, typer.Option(help="llm: price of a million tokens sent.", min=0)
    ] = None,
    price_out: Annotated[
        float | None, typer.Option(help="llm: price of a million tokens answered.", min=0)
    ] = None,
) -> None:
    """Read reports of armed conflict and say who says how many were harmed."""
    from tollbook.cli.abstaining import Abstaining
    from tollbook.cli.progress import Progress
    from tollbook.pipeline import stream

    if doubtful_first and form is not Format.CSV:
        raise typer.BadParameter(
            "it orders the rows of a table; give --format csv", param_hint="--doubtful-first"
        )
    abstaining = Abstaining(surer_than)
    known = knowing.AsOf(knowing.day_given(as_of))
    progress, moment = Progress(quiet=quiet), moment_given(published)
    wanted = Wanted(
        annotator=annotator,
        endpoint=endpoint,
        model=model,
        cache=cache,
        timeout=timeout,
        price_in=price_in,
        price_out=price_out,
    )
    with Marking(wanted, progress.say) as marking, _outlet(out, form) as outlet:
        told = stream(
            paths,
            published=moment,
            publisher=publisher,
            title=title,
            annotator=marking.annotator,
            wanted=known.wants,
        )
        sure = progress.over(abstaining.over(told))
        shown = Shown(names=names, doubtful_first=doubtful_first, left_out=abstaining.left_out)
        _write(form, sure, outlet, shown)
    for said in (known.said, abstaining.said):
        if said is not None:
            progress.say(said)
    raise typer.Exit(1 if progress.refused or marking.left_to_rules else 0)


def _outlet(out: Path | None, form: Format) -> "Outlet":
    from tollbook.cli.outlet import Outlet

    try:
        return Outlet(out, form)
    except FileExistsError as error:
        raise typer.BadParameter(f"`{out}` is a file; give a folder", param_hint="--out") from error
    except OSError as error:
        raise typer.BadParameter(f"`{out}`: {error.strerror}", param_hint="--out") from error


def moment_given(published: str | None) -> date | datetime | None:
    """Read the moment that `--published` names, None where it is not given.

    Raises:
        typer.BadParameter: the words are no date.
    """
    if published is None:
        return None
    from tollbook.errors import UnreadableDate
    from tollbook.reading.clock import published_at

    try:
        return published_at(published)
    except UnreadableDate as error:
        raise typer.BadParameter(str(error), param_hint="--published") from error


def _write(
    form: Format, told: "Iterator[Report | Unreadable]", outlet: "Outlet", shown: Shown
) -> None:
    match form:
        case Format.CARD | Format.JSON:
            _write_findings(form, told, outlet, shown)
        case Format.HISTORY:
            _write_histories(told, outlet, shown)
        case Format.CLAIMS:
            _write_claims(told, outlet)
        case Format.CSV:
            _write_table(told, outlet, shown)
        case Format.JSONL:
            _write_reports(told, outlet, shown)


def _write_findings(
    form: Format, told: "Iterator[Report | Unreadable]", outlet: "Outlet", shown: Shown
) -> None:
    from tollbook.exporting.redaction import withhold_in_findings
    from tollbook.pipeline import gather_findings

    findings = gather_findings(told)
    if not shown.names:
        findings = withhold_in_findings(findings, shown.left_out)
    if form is Format.JSON:
        from tollbook.exporting.json_text import to_json

        outlet.write(to_json(findings))
    else:
        from tollbook.cli.card import card

        outlet.write(card(findings, colour=outlet.has_colour).removesuffix("\n"))


def _write_histories(told: "Iterator[Report | Unreadable]", outlet: "Outlet", shown: Shown) -> None:
    from tollbook.cli.card.history import history_card
    from tollbook.exporting.redaction import withhold_in_findings
    from tollbook.pipeline import gather_findings, history

    findings = gather_findings(told)
    written = findings if shown.names else withhold_in_findings(findings, shown.left_out)
    cards = [
        history_card(history(case.incident), named.incident, colour=outlet.has_colour)
        for case, named in zip(findings.cases, written.cases, strict=True)
        if not case.incident.is_background
    ]
    outlet.write("\n".join(cards).removesuffix("\n") or "No claims about harm.")


def _write_table(told: "Iterator[Report | Unreadable]", outlet: "Outlet", shown: Shown) -> None:
    from tollbook.exporting.table import header, rows
    from tollbook.reviewing import most_doubtful_first

    outlet.write(header())
    claims = (
        claim
        for report in _as_shown(told, shown)
        for account in report.accounts
        for claim in account.claims
    )
    for line in rows(most_doubtful_first(claims) if shown.doubtful_first else claims):
        outlet.write(line)


def _write_reports(told: "Iterator[Report | Unreadable]", outlet: "Outlet", shown: Shown) -> None:
    from tollbook.exporting.json_text import to_json_line

    for report in _as_shown(told, shown):
        outlet.write(to_json_line(report))


def _as_shown(told: "Iterator[Report | Unreadable]", shown: Shown) -> "Iterator[Report]":
    from tollbook.exporting.redaction import withhold_in_report

    for report in _readable(told):
        yield report if shown.names else withhold_in_report(report, shown.left_out)


def _write_claims(told: "Iterator[Report | Unreadable]", outlet: "Outlet") -> None:
    from tollbook.exporting.json_text import to_claims

    for report in _readable(told):
        outlet.write_for(report.imprint.name, to_claims(report))


def _readable(told: "Iterator[Report | Unreadable]") -> "Iterator[Report]":
    from tollbook.incident import Report

    return (report for report in told if isinstance(report, Report))
