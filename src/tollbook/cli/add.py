"""`tollbook add`: reports into a store, each joined to the incidents it tells of."""

from typing import TYPE_CHECKING, Annotated

import typer

from tollbook.cli.marking import CHOICES, Marking, Wanted
from tollbook.cli.stored import DEFAULT, QuietOption, StoreOption, now, opened

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tollbook.cli.progress import Progress
    from tollbook.keeping import Outcome

EXAMPLES = """
Examples:

\b
  tollbook add reports/
  tollbook add flash.txt --published 2024-09-17 --publisher "Oker Daily"
  tollbook add feed.jsonl --store postgresql:///desk
  curl -s https://example.org/report.html | tollbook add -

A report is kept before it is read: a run that is cut short loses nothing, and
the next one goes on where it ended. Adding a report twice changes nothing.

Exit status: 0 everything is in; 1 some inputs could not be read, each named on
standard error, or the store cannot be used; 2 the command line is wrong.
"""


def add(
    paths: Annotated[
        list[str],
        typer.Argument(
            help="Files (.txt .md .html .json .jsonl) or folders; - for standard input.",
            metavar="PATH|-…",
            show_default=False,
        ),
    ],
    store: StoreOption = DEFAULT,
    published: Annotated[
        str | None,
        typer.Option(help="When they were published, where they do not say (ISO 8601)."),
    ] = None,
    publisher: Annotated[
        str | None, typer.Option(help="The outlet, where they do not say.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="The headline, where they do not say.")] = None,
    quiet: QuietOption = False,
    annotator: Annotated[
        str | None,
        typer.Option(
            help="Who marks what the reports say; the default one if not said.", metavar=CHOICES
        ),
    ] = None,
    endpoint: Annotated[
        str | None,
        typer.Option(
            help="llm: the address of any OpenAI-compatible endpoint. It is sent the full text "
            "of each report.",
            metavar="URL",
        ),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(help="llm: the model's name, as the endpoint knows it.", metavar="NAME"),
    ] = None,
) -> None:
    """Add reports to a store, and join each to the incidents it tells of."""
    from tollbook.cli.progress import Progress
    from tollbook.cli.read import moment_given
    from tollbook.pipeline import documents

    progress, moment = Progress(quiet=quiet), moment_given(published)
    wanted = Wanted(annotator=annotator, endpoint=endpoint, model=model)
    with (
        Marking(wanted, progress.say) as marking,
        opened(store, create=True, marker=marking.annotator) as book,
    ):
        fetched = documents(paths, published=moment, publisher=publisher, title=title)
        tally = _Tally(progress)
        tally.over(book.add(fetched, at=now()))
        progress.done()
        typer.echo(f"{tally}, into {book.store.address}")
    raise typer.Exit(1 if progress.refused or marking.left_to_rules else 0)


class _Tally:
    """Counts what happened to the documents, and names those that were refused."""

    def __init__(self, progress: "Progress") -> None:
        self._progress = progress
        self._added = self._known = 0
        self._incidents: set[str] = set()

    def over(self, outcomes: "Iterable[Outcome]") -> None:
        from tollbook.document import Unreadable
        from tollbook.keeping import Added, Known, Unread

        for outcome in outcomes:
            match outcome:
                case Added():
                    self._added += 1
                    self._incidents.update(outcome.incident_ids)
                    self._progress.saw(outcome.imprint.name)
                case Known():
                    self._known += 1
                    self._progress.saw(outcome.imprint.name)
                case Unread() | Unreadable():
                    self._progress.refuse(outcome.reason)

    def __str__(self) -> str:
        from tollbook.drawing.wording import plural

        said = [f"{plural(self._added, 'report')} added"]
        if self._known:
            said.append(f"{self._known:,} there already")
        if self._progress.refused:
            said.append(f"{self._progress.refused:,} not read")
        said.append(f"{plural(len(self._incidents), 'incident')} new or changed")
        return ", ".join(said)
