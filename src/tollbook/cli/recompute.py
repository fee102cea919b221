"""`tollbook recompute`: everything derived, made anew."""

from typing import Annotated

import typer

from tollbook.cli.marking import CHOICES, Marking, Wanted
from tollbook.cli.stored import DEFAULT, QuietOption, StoreOption, opened

EXAMPLES = """
Examples:

\b
  tollbook recompute
  tollbook recompute --reread

Reports, decisions and imported coding are never touched: what was read from
them is read again where another version read it, and all is linked and
reconciled anew. Until it is done the store answers as before.

Exit status: 0 done; 1 some reports could not be read, or the store cannot be
used; 2 the command line is wrong.
"""


def recompute(
    store: StoreOption = DEFAULT,
    reread: Annotated[
        bool, typer.Option("--reread", help="Read every report again, whoever read it.")
    ] = False,
    annotator: Annotated[
        str | None,
        typer.Option(
            help="Who marks what the reports say; the default one if not said.", metavar=CHOICES
        ),
    ] = None,
    endpoint: Annotated[
        str | None,
        typer.Option(help="llm: the address of any OpenAI-compatible endpoint.", metavar="URL"),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(help="llm: the model's name, as the endpoint knows it.", metavar="NAME"),
    ] = None,
    quiet: QuietOption = False,
) -> None:
    """Make everything derived anew, under the decisions that people made."""
    from tollbook.cli.progress import Progress
    from tollbook.drawing.wording import plural

    progress = Progress(quiet=quiet)
    wanted = Wanted(annotator=annotator, endpoint=endpoint, model=model)
    with (
        Marking(wanted, progress.say) as marking,
        opened(store, marker=marking.annotator) as book,
    ):
        done = book.recompute(progress.saw, reread=reread)
        for unread in done.unread:
            progress.refuse(unread.reason)
        progress.done()
        incidents = plural(done.incidents, "incident")
        typer.echo(f"{plural(done.read, 'report')} read again; {incidents} made anew")
    raise typer.Exit(1 if progress.refused else 0)
