"""`tollbook show`: one incident of a store, with everything that is said of it."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from tollbook.cli.as_of import HELP, day_given
from tollbook.cli.stored import DEFAULT, NamesOption, StoreOption, is_terminal, opened

if TYPE_CHECKING:
    from tollbook.keeping import Book
    from tollbook.toll import Findings

EXAMPLES = """
Examples:

\b
  tollbook show 3f2a9c1b
  tollbook show 3f2a9c1b --as-of 2024-09-18
  tollbook show 3f2a9c1b --format json

ID is that of an incident, or of a report, an account or a claim in it; its
first six characters do, where they lead to one. An id that an incident had
before it was joined with another still leads to it.

Exit status: 0 shown; 1 the id leads to no incident, or nobody had told of it
yet; 2 the command line is wrong.
"""


class Shape(StrEnum):
    """How to write one incident."""

    CARD = "card"
    JSON = "json"


def show(
    id: Annotated[
        str, typer.Argument(help="Leads to the incident.", metavar="ID", show_default=False)
    ],
    store: StoreOption = DEFAULT,
    as_of: Annotated[str | None, typer.Option(help=HELP, metavar="DAY")] = None,
    form: Annotated[
        Shape, typer.Option("--format", help="card: for people; json: everything, one object.")
    ] = Shape.CARD,
    names: NamesOption = False,
) -> None:
    """Show one incident: its tolls, every claim with its words, and what it rests on."""
    day = day_given(as_of)
    with opened(store) as book:
        findings = book.findings(id, as_of=day)
        if not findings.cases:
            typer.echo(f"tollbook: nobody had told of {id} by {day}", err=True)
            raise typer.Exit(1)
        _write(book, _as_shown(findings, names=names), form)


def _as_shown(findings: "Findings", *, names: bool) -> "Findings":
    from tollbook.exporting.redaction import withhold_in_findings

    return findings if names else withhold_in_findings(findings)


def _write(book: "Book", findings: "Findings", form: Shape) -> None:
    from tollbook.cli.outlet import Outlet

    with Outlet(None, form) as outlet:
        if form is Shape.JSON:
            from tollbook.exporting.json_text import to_json

            outlet.write(to_json(findings))
            return
        from tollbook.cli.card import card
        from tollbook.cli.card.kinship import kinship

        colour = is_terminal()
        (case,) = findings.cases
        outlet.write(card(findings, colour=colour))
        told = kinship(case.incident, book.beside(case.incident), colour=colour)
        outlet.write(told.removesuffix("\n"))
