"""The verbs, gathered into one command."""

import os
import sys
from typing import Annotated

import typer

from tollbook.cli import (
    add,
    backup,
    check,
    decisions,
    evaluate,
    history,
    incidents,
    merge,
    move,
    read,
    recompute,
    schema,
    search,
    sheets,
    show,
    split,
    undo,
)
from tollbook.cli.gazetteer import gazetteer

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # without it `--help` need not wait for rich
    help="Reads reports of armed conflict, finds who says how many were harmed, and reconciles "
    "the numbers into a range you can trace back to the words.",
)
app.command(epilog=read.EXAMPLES)(read.read)
app.command(epilog=add.EXAMPLES)(add.add)
app.command(epilog=incidents.EXAMPLES)(incidents.incidents)
app.command(epilog=show.EXAMPLES)(show.show)
app.command(epilog=history.EXAMPLES)(history.history)
app.command(epilog=search.EXAMPLES)(search.search)
app.command("import", epilog=sheets.IMPORT_EXAMPLES)(sheets.import_)
app.command(epilog=sheets.COMPARE_EXAMPLES)(sheets.compare)
app.command(epilog=merge.EXAMPLES)(merge.merge)
app.command(epilog=split.EXAMPLES)(split.split)
app.command(epilog=move.EXAMPLES)(move.move)
app.command(epilog=undo.EXAMPLES)(undo.undo)
app.command(epilog=decisions.EXAMPLES)(decisions.decisions)
app.command(epilog=recompute.EXAMPLES)(recompute.recompute)
app.command(epilog=backup.EXAMPLES)(backup.backup)
app.command(epilog=check.EXAMPLES)(check.check)
app.command(epilog=evaluate.EXAMPLES)(evaluate.evaluate)
app.command()(schema.schema)
app.add_typer(gazetteer, name="gazetteer")


def _say_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"tollbook {version('tollbook')}")
        raise typer.Exit


@app.callback()
def _options(
    _version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_say_version, is_eager=True, help="Say the version and stop."
        ),
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the command line; a full disk is said in a line, not in a traceback."""
    try:
        app()
    except OSError as error:
        print(f"tollbook: cannot write: {(error.strerror or str(error)).lower()}", file=sys.stderr)
        # What is left in the buffer would fail again when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
