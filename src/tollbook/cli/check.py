"""`tollbook check`: whether a store is as it must be."""

import typer

from tollbook.cli.stored import DEFAULT, StoreOption, opened

EXAMPLES = """
Examples:

\b
  tollbook check
  tollbook check --store desk-2024-09-18.db

Exit status: 0 all is well; 1 something is not, or the store cannot be used;
2 the command line is wrong.
"""


def check(store: StoreOption = DEFAULT) -> None:
    """Look whether a store is whole; nothing is changed."""
    from tollbook.drawing.wording import plural

    with opened(store) as book:
        problems = book.check()
        documents = book.store.count_documents()
    for problem in problems:
        mended = "" if problem.is_truth else "; `tollbook recompute` mends it"
        about = "" if problem.id is None else f" ({problem.id})"
        typer.echo(f"{problem.table}: {problem.says}{about}{mended}")
    if problems:
        raise typer.Exit(1)
    typer.echo(f"all is well with {plural(documents, 'report')}")
