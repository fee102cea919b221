"""`--store`: where reports are kept, opened for a verb; what goes wrong there, said in a line."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Final

import typer

if TYPE_CHECKING:
    from tollbook.annotating import Annotator
    from tollbook.keeping import Book

VARIABLE: Final = "TOLLBOOK_STORE"
DEFAULT: Final = "tollbook.db"

StoreOption = Annotated[
    str,
    typer.Option(
        "--store",
        help="Where reports are kept: a file, or postgresql://… .",
        metavar="PATH|URL",
        envvar=VARIABLE,
    ),
]
NamesOption = Annotated[
    bool, typer.Option("--names", help="Write the names of those harmed; withheld if not.")
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")]

SHORT: Final = 8
"""Characters of an id that are shown where a user needs one."""


@contextmanager
def opened(
    address: str, *, create: bool = False, marker: "Annotator | None" = None
) -> Iterator["Book"]:
    """Open a store for one verb; whatever it cannot do ends the run with a line and status 1."""
    from tollbook.errors import UnknownIncident, UnusableDecision, UnusableStore
    from tollbook.keeping import open_book

    try:
        with open_book(address, create=create, marker=marker) as book:
            yield book
    except (UnknownIncident, UnusableDecision, UnusableStore) as error:
        typer.echo(f"tollbook: {error}", err=True)
        raise typer.Exit(1) from error


def now() -> datetime:
    """Read the clock; only the command line does."""
    return datetime.now(UTC)  # noqa: TID251


def is_terminal() -> bool:
    """Say whether a terminal reads along that wants colour (see https://no-color.org)."""
    import sys

    is_wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return sys.stdout.isatty() and is_wanted
