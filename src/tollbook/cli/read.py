"""`tollbook read`: reports in, claims and tolls out."""

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from tollbook.cli.outlet import Outlet
    from tollbook.document import Unreadable
    from tollbook.incident import Report


class Format(StrEnum):
    """How to write what was found."""

    CARD = "card"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    CLAIMS = "claims"


EXAMPLES = """
Examples:

\b
  tollbook read reports/
  tollbook read flash.txt --published 2024-09-17 --publisher "Oker Daily"
  curl -s https://example.org/report.html | tollbook read -
  tollbook read feed.jsonl --format csv > claims.csv

Exit status: 0 everything was read; 1 some inputs could not be read, each named
on standard error; 2 the command line is wrong.
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
    form: Annotated[
        Format,
        typer.Option(
            "--format",
            help="card: for people; json: everything, one object; jsonl: a line per document; "
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
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")] = False,
) -> None:
    """Read reports of armed conflict and say who says how many were harmed."""
    from tollbook.cli.progress import Progress
    from tollbook.pipeline import stream

    told = stream(paths, published=_moment(published), publisher=publisher, title=title)
    progress = Progress(quiet=quiet)
    with _outlet(out, form) as outlet:
        _write(form, progress.over(told), outlet, names=names)
    raise typer.Exit(1 if progress.refused else 0)


def _outlet(out: Path | None, form: Format) -> "Outlet":
    from tollbook.cli.outlet import Outlet

    try:
        return Outlet(out, form)
    except FileExistsError as error:
        raise typer.BadParameter(f"`{out}` is a file; give a folder", param_hint="--out") from error
    except OSError as error:
        raise typer.BadParameter(f"`{out}`: {error.strerror}", param_hint="--out") from error


def _moment(published: str | None) -> date | datetime | None:
    if published is None:
        return None
    from tollbook.errors import UnreadableDate
    from tollbook.reading.clock import published_at

    try:
        return published_at(published)
    except UnreadableDate as error:
        raise typer.BadParameter(str(error), param_hint="--published") from error


def _write(
    form: Format, told: "Iterator[Report | Unreadable]", outlet: "Outlet", *, names: bool
) -> None:
    match form:
        case Format.CARD | Format.JSON:
            _write_findings(form, told, outlet, names=names)
        case Format.CLAIMS:
            _write_claims(told, outlet)
        case Format.CSV | Format.JSONL:
            _write_reports(form, told, outlet, names=names)


def _write_findings(
    form: Format, told: "Iterator[Report | Unreadable]", outlet: "Outlet", *, names: bool
) -> None:
    from tollbook.exporting.redaction import withhold_in_findings
    from tollbook.pipeline import gather_findings

    findings = gather_findings(told)
    shown = findings if names else withhold_in_findings(findings)
    if form is Format.JSON:
        from tollbook.exporting.json_text import to_json

        outlet.write(to_json(shown))
    else:
        from tollbook.cli.card import card

        outlet.write(card(shown, colour=outlet.has_colour).removesuffix("\n"))


def _write_reports(
    form: Format, told: "Iterator[Report | Unreadable]", outlet: "Outlet", *, names: bool
) -> None:
    from tollbook.exporting.json_text import to_json_line
    from tollbook.exporting.redaction import withhold_in_report
    from tollbook.exporting.table import header, rows

    if form is Format.CSV:
        outlet.write(header())
    for report in _readable(told):
        shown = report if names else withhold_in_report(report)
        for line in rows(shown) if form is Format.CSV else [to_json_line(shown)]:
            outlet.write(line)


def _write_claims(told: "Iterator[Report | Unreadable]", outlet: "Outlet") -> None:
    from tollbook.exporting.json_text import to_claims

    for report in _readable(told):
        outlet.write_for(report.imprint.name, to_claims(report))


def _readable(told: "Iterator[Report | Unreadable]") -> "Iterator[Report]":
    from tollbook.incident import Report

    return (report for report in told if isinstance(report, Report))
