"""`tollbook backup`: a copy of a whole store in one file."""

from pathlib import Path
from typing import Annotated

import typer

from tollbook.cli.stored import DEFAULT, StoreOption, opened

EXAMPLES = """
Examples:

\b
  tollbook backup desk-2024-09-18.db
  tollbook backup desk.db --store postgresql:///desk

What comes out is a store like any other: a SQLite file, to be opened with
--store.

Exit status: 0 written; 1 there is a file of that name already, or it cannot be
written; 2 the command line is wrong.
"""


def backup(
    file: Annotated[
        Path, typer.Argument(help="The file to write.", metavar="FILE", show_default=False)
    ],
    store: StoreOption = DEFAULT,
) -> None:
    """Copy a whole store into one file, while others go on using it."""
    with opened(store) as book:
        typer.echo(
            f"{book.store.count_documents():,} reports and all else into {book.backup(file)}"
        )
