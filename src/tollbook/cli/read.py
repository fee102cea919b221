"""`tollbook read`: reports in, claims and tolls out."""

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from tollbook.document import Unreadable
    from tollbook.incident import Report


class Format(StrEnum):
    """How to write what was found."""

    CARD = "card"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    CLAIMS = "claims"


def read(
    paths: Annotated[
        list[str], typer.Argument(help="Files or folders; - for standard input.", metavar="PATH|-…")
    ],
    published: Annotated[
        str | None,
        typer.Option(help="When they were published, where they do not say (ISO 8601)."),
    ] = None,
    publisher: Annotated[
        str | None, typer.Option(help="The outlet, where they do not say.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="The headline, where they do not say.")] = None,
    form: Annotated[Format, typer.Option("--format", help="How to write it.")] = Format.CARD,
    out: Annotated[
        Path | None, typer.Option(help="Write into this folder, not to standard output.")
    ] = None,
) -> None:
    """Read reports and say who says how many were harmed."""
    from tollbook.cli.outlet import Outlet
    from tollbook.errors import UnreadableDate
    from tollbook.exporting.json_text import to_claims, to_json_line
    from tollbook.pipeline import stream
    from tollbook.reading import published_at

    try:
        moment = None if published is None else published_at(published)
    except UnreadableDate as error:
        raise typer.BadParameter(str(error), param_hint="--published") from error
    refused: list[Unreadable] = []
    told = stream(paths, published=moment, publisher=publisher, title=title)
    outlet = Outlet(out)
    for report in _readable(told, refused):
        if form is Format.CLAIMS:
            outlet.write_for(report.imprint.name, to_claims(report))
        else:
            outlet.write(to_json_line(report))
    raise typer.Exit(1 if refused else 0)


def _readable(
    told: "Iterator[Report | Unreadable]", refused: "list[Unreadable]"
) -> "Iterator[Report]":
    from tollbook.document import Unreadable

    for report in told:
        if isinstance(report, Unreadable):
            refused.append(report)
            print(f"tollbook: {report.reason}", file=sys.stderr)
        else:
            yield report
