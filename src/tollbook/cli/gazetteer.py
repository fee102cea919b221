"""`tollbook gazetteer`: look places up by name, and add places of one's own."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from tollbook.gazetteer import Match

gazetteer = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Look places up by name, offline, and add places of your own.",
)

FIND = """
Examples:

\b
  tollbook gazetteer find "Deir Ezzor"
  tollbook gazetteer find باماكو --json
  tollbook gazetteer find Faladié --country ML

Exit status: 0 found; 1 no place has such a name; 2 the command line is wrong.
"""
IMPORT = """
A country dump of GeoNames is taken as it comes. A CSV has a header, a GeoJSON
points with properties, of these names:

\b
  name, latitude, longitude   must be there (a GeoJSON point has the degrees)
  also                        other names, with ; between them
  feature                     GeoNames class and code; P.PPL where not said
  country                     two letters, ISO 3166-1
  adm1, adm2                  names of the province and the district
  population                  a whole number
  id                          kept as it is; the same id replaces what was there

The gazetteer that comes with tollbook is never changed.

Exit status: 0 every row is in; 1 some rows were passed over, each named on
standard error, or the file cannot be read; 2 the command line is wrong.
"""
_OWN = "Your own gazetteer, if it lies elsewhere than in your data folder."


@gazetteer.command(epilog=FIND)
def find(
    name: Annotated[
        str, typer.Argument(help="In any spelling and script.", metavar="NAME", show_default=False)
    ],
    country: Annotated[
        str | None,
        typer.Option(help="Only places of this country (ISO 3166-1, two letters).", metavar="CODE"),
    ] = None,
    limit: Annotated[int, typer.Option(help="No more than so many.", min=1)] = 20,
    own: Annotated[Path | None, typer.Option(help=_OWN, metavar="PATH")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One object instead of a table.")] = False,
) -> None:
    """Find places by name: the best fitting first, of those the best known."""
    from tollbook.errors import UnusableGazetteer
    from tollbook.gazetteer import open_gazetteer

    try:
        places = open_gazetteer(own)
    except UnusableGazetteer as error:
        _stop(str(error))
    matches = places.find(name, country=country.upper() if country else None, limit=limit)
    if as_json:
        typer.echo(_as_json(matches, places.attribution))
    elif matches:
        typer.echo("\n".join([*_table(matches), "", places.attribution]))
    else:
        typer.echo(f"tollbook: no place is called {name!r}, nor nearly so", err=True)
    if not matches:
        raise typer.Exit(1)


@gazetteer.command("import", epilog=IMPORT)
def import_(
    file: Annotated[
        Path,
        typer.Argument(
            help="A GeoNames country dump, a CSV or a GeoJSON.", metavar="FILE", show_default=False
        ),
    ],
    into: Annotated[Path | None, typer.Option(help=_OWN, metavar="PATH")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")] = False,
) -> None:
    """Add places to your own gazetteer, which is read beside the shipped one."""
    from tollbook.cli.progress import Progress
    from tollbook.errors import UnusableGazetteer
    from tollbook.gazetteer.faults import Fault
    from tollbook.gazetteer.importing import import_places
    from tollbook.gazetteer.opening import own_gazetteer
    from tollbook.gazetteer.writing import Listing

    progress = Progress(quiet=quiet)

    def watch(told: Listing | Fault) -> None:
        if isinstance(told, Fault):
            progress.say(f"tollbook: {file.name}, line {told.line}: {told.reason}")
        else:
            progress.saw(told.entry.name)

    target = into or own_gazetteer()
    try:
        done = import_places(file, target, watch)
    except UnusableGazetteer as error:
        progress.done()
        _stop(str(error))
    progress.done()
    passed_over = f"; {len(done.faults):,} rows were passed over" if done.faults else ""
    typer.echo(f"{done.places:,} places from {file.name} into {target}{passed_over}")
    if done.faults:
        raise typer.Exit(1)


def _stop(reason: str) -> NoReturn:
    typer.echo(f"tollbook: {reason}", err=True)
    raise typer.Exit(1)


def _table(matches: "tuple[Match, ...]") -> list[str]:
    rows = [("name", "kind", "in", "latitude", "longitude", "people", "fit", "id")]
    for match in matches:
        entry = match.entry
        divisions = dict.fromkeys((entry.adm2, entry.adm1, entry.country))
        rows.append(
            (
                entry.name,
                entry.feature,
                ", ".join(name for name in divisions if name and name != entry.name),
                f"{entry.latitude:.4f}",
                f"{entry.longitude:.4f}",
                f"{entry.population:,}" if entry.population else "",
                f"{match.score:.0f}",
                entry.id,
            )
        )
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [_line(row, widths) for row in rows]


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    numbers = range(3, 7)
    cells = (
        cell.rjust(width) if at in numbers else cell.ljust(width)
        for at, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return "  ".join(cells).rstrip()


def _as_json(matches: "tuple[Match, ...]", attribution: str) -> str:
    import json
    from dataclasses import asdict

    found = [
        {**asdict(match.entry), "score": round(match.score, 1), "spelling": match.spelling}
        for match in matches
    ]
    return json.dumps({"places": found, "attribution": attribution}, indent=2, ensure_ascii=False)
