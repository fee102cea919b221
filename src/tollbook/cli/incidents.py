"""`tollbook incidents`: those of a store, one a line."""

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final

import typer

from tollbook.claim import Harm
from tollbook.cli.as_of import HELP, day_given
from tollbook.cli.stored import DEFAULT, NamesOption, StoreOption, opened

if TYPE_CHECKING:
    from tollbook.keeping import Book
    from tollbook.storing import Filter, IncidentRow

EXAMPLES = """
Examples:

\b
  tollbook incidents
  tollbook incidents --place Oker --since 2024-09-01 --at-least 10
  tollbook incidents --actor "Salt Front" --order killed
  tollbook incidents --as-of 2024-09-18 --format csv > known-then.csv

The first column leads to an incident: `tollbook show ID`. A line that ends in ?
may be the same incident as another.

Exit status: 0 some are listed; 1 there is none, or the store cannot be used;
2 the command line is wrong.
"""


_MOST: Final = 1_000_000_000
"""More than any list holds, and than any attack harms; databases count little further."""


class Listing(StrEnum):
    """How to write a list of incidents."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


class By(StrEnum):
    """How to order it."""

    NEWEST = "newest"
    HAPPENED = "happened"
    KILLED = "killed"
    REPORTS = "reports"


def incidents(
    store: StoreOption = DEFAULT,
    place: Annotated[
        str | None, typer.Option(help="Only at this place, in any spelling of accents.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(help="Only on this day or later (ISO 8601).", metavar="DAY")
    ] = None,
    until: Annotated[
        str | None, typer.Option(help="Only on this day or earlier (ISO 8601).", metavar="DAY")
    ] = None,
    actor: Annotated[
        str | None, typer.Option(help="Only where this actor took part, or is said to have.")
    ] = None,
    harm: Annotated[
        Harm | None, typer.Option(help="Only where somebody tells of this harm.")
    ] = None,
    at_least: Annotated[
        int | None,
        typer.Option(
            help="Only with so many people or more, by the best figure.", min=0, max=_MOST
        ),
    ] = None,
    text: Annotated[
        str | None, typer.Option(help="Only where one of the reports holds these words.")
    ] = None,
    background: Annotated[
        bool, typer.Option("--background", help="The totals of wars and years too.")
    ] = False,
    order: Annotated[By, typer.Option(help="What comes first.")] = By.NEWEST,
    limit: Annotated[int, typer.Option(help="No more than so many.", min=1, max=_MOST)] = 50,
    as_of: Annotated[str | None, typer.Option(help=HELP, metavar="DAY")] = None,
    form: Annotated[
        Listing,
        typer.Option("--format", help="table: for people; json, csv: everything in a line."),
    ] = Listing.TABLE,
    names: NamesOption = False,
) -> None:
    """List incidents, the newest first."""
    from tollbook.storing import Filter, Order

    day = day_given(as_of)
    wanted = Filter(
        place=place,
        since=_day(since, "--since"),
        until=_day(until, "--until"),
        actor=actor,
        harm=harm,
        at_least=at_least,
        text=text,
        with_background=background,
    )
    with opened(store) as book:
        rows = book.incidents(wanted, order=Order(order), limit=limit, as_of=day)
        if not names:
            rows = _withheld(book, rows, day)
        counted = book.store.count_incidents(wanted) if day is None else None
    _write(form, rows, wanted, day, counted)
    if not rows:
        raise typer.Exit(1)


def _day(words: str | None, option: str) -> date | None:
    try:
        return None if words is None else date.fromisoformat(words)
    except ValueError as error:
        raise typer.BadParameter(
            f"{words!r} is no day; give one such as 2024-09-18", param_hint=option
        ) from error


def _withheld(
    book: "Book", rows: "tuple[IncidentRow, ...]", day: date | None
) -> "tuple[IncidentRow, ...]":
    """Black out names that stand among actors and targets: only the claims tell whose they are."""
    from dataclasses import replace

    from tollbook.exporting.redaction import withhold_in_findings
    from tollbook.keeping import row_of
    from tollbook.toll import Findings

    found = []
    for row in rows:
        case = book.case(row.id, as_of=day)
        if case is not None:
            (shown,) = withhold_in_findings(Findings(cases=(case,), documents=())).cases
            told = row_of(shown)
            row = replace(row, places=told.places, actors=told.actors, targets=told.targets)
        found.append(row)
    return tuple(found)


def _write(
    form: Listing,
    rows: "tuple[IncidentRow, ...]",
    wanted: "Filter",
    day: date | None,
    counted: int | None,
) -> None:
    from tollbook.cli.listing import as_csv, as_json, table

    match form:
        case Listing.JSON:
            typer.echo(as_json(rows, day))
        case Listing.CSV:
            typer.echo(as_csv(rows))
        case Listing.TABLE if rows:
            typer.echo("\n".join(table(rows, wanted.harm or Harm.KILLED)))
            if counted is not None and counted > len(rows):
                typer.echo(f"… and {counted - len(rows):,} more; see --limit", err=True)
        case Listing.TABLE:
            typer.echo(f"tollbook: {_none(wanted, day)}", err=True)


def _none(wanted: "Filter", day: date | None) -> str:
    asked = {
        "--place": wanted.place,
        "--since": wanted.since,
        "--until": wanted.until,
        "--actor": wanted.actor,
        "--harm": wanted.harm,
        "--at-least": wanted.at_least,
        "--text": wanted.text,
        "--as-of": day,
    }
    given = ", ".join(f"{option} {words}" for option, words in asked.items() if words is not None)
    if not given:
        return "no incident is in this store yet; totals of wars and years: --background"
    return f"no incident of this store fits {given}; fewer or wider filters list more"
