"""`tollbook evaluate`: how well it reads, against what others annotated."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tollbook.cli.marking import CHOICES, Marking, Wanted
from tollbook.evaluating.registry import NEEDS_NO_DATA, SUITES

if TYPE_CHECKING:
    from tollbook.cli.progress import Progress
    from tollbook.evaluating.suite import Reader, Result


class Part(StrEnum):
    """The parts of a corpus: to learn from, to choose by, to judge by."""

    TRAIN = "train"
    DEV = "dev"
    TEST = "test"


EXAMPLES = """
Examples:

\b
  tollbook evaluate gva --data corpora/ --part dev
  tollbook evaluate claims-gold --text reports/ --gold annotations/ --json
  tollbook evaluate neutrality

Exit status: 0 it was measured, whatever came out; 1 the corpus is not there or
not laid out as its suite expects; 2 the command line is wrong.
"""


def evaluate(
    suite: Annotated[
        str,
        typer.Argument(
            help=f"What to measure on: {', '.join(SUITES)}.",
            metavar="SUITE",
            show_default=False,
        ),
    ],
    data: Annotated[
        Path | None,
        typer.Option(help="The folder that holds the corpora, one folder each.", metavar="DIR"),
    ] = None,
    part: Annotated[Part, typer.Option(help="Which part of the corpus.")] = Part.DEV,
    annotator: Annotated[
        str | None,
        typer.Option(help="Who marks the texts; the default one if not said.", metavar=CHOICES),
    ] = None,
    endpoint: Annotated[
        str | None,
        typer.Option(
            help="llm: the address of any OpenAI-compatible endpoint. It is sent every text.",
            metavar="URL",
        ),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(help="llm: the model's name, as the endpoint knows it.", metavar="NAME"),
    ] = None,
    text: Annotated[
        Path | None,
        typer.Option(help="With claims-gold: a folder of texts, <id>.txt.", metavar="DIR"),
    ] = None,
    gold: Annotated[
        Path | None,
        typer.Option(help="With claims-gold: a folder of annotations, <id>.json.", metavar="DIR"),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One object instead of a table.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")] = False,
) -> None:
    """Measure how well it reads, beside a plain baseline and the figures of others."""
    from tollbook.cli.progress import Progress
    from tollbook.errors import UnusableCorpus

    _check(suite, data, text, gold)
    progress = Progress(quiet=quiet)
    wanted = Wanted(annotator=annotator, endpoint=endpoint, model=model)
    try:
        with Marking(wanted, progress.say) as marking:
            reader = _reader(marking, progress)
            if text is not None and gold is not None:
                result = _measure_files(text, gold, reader)
            else:
                result = _measure(suite, data or Path(), part, reader)
    except UnusableCorpus as error:
        progress.say(f"tollbook: {error}")
        raise typer.Exit(1) from error
    progress.done()
    _write(result, as_json=as_json)


def _check(suite: str, data: Path | None, text: Path | None, gold: Path | None) -> None:
    if suite not in SUITES:
        names = ", ".join(SUITES)
        raise typer.BadParameter(f"`{suite}` is none; there are {names}", param_hint="SUITE")
    if text is not None or gold is not None:
        if suite != "claims-gold":
            raise typer.BadParameter(f"{suite} takes --data", param_hint="--text/--gold")
        if text is None or gold is None or data is not None:
            raise typer.BadParameter("give both, without --data", param_hint="--text/--gold")
    elif data is None and suite not in NEEDS_NO_DATA:
        raise typer.BadParameter(f"{suite} needs a folder of corpora", param_hint="--data")


def _reader(marking: Marking, progress: "Progress") -> "Reader":
    from tollbook.evaluating.suite import Reader

    return Reader(annotator=marking.annotator, watch=progress.saw)


def _measure(suite: str, data: Path, part: Part, reader: "Reader") -> "Result":
    from tollbook.evaluating.registry import measure

    return measure(suite, data, str(part), reader)


def _measure_files(text: Path, gold: Path, reader: "Reader") -> "Result":
    from tollbook.evaluating.registry import corpus_is_to_blame
    from tollbook.evaluating.suites.claims_gold import measure_files

    with corpus_is_to_blame("claims-gold"):
        return measure_files(text, gold, reader)


def _write(result: "Result", *, as_json: bool) -> None:
    import json

    from tollbook.evaluating.results import as_object, sum_up, table

    summary = sum_up(result)
    if as_json:
        shown = {**as_object(summary), "examples": result.examples}
        typer.echo(json.dumps(shown, indent=2, ensure_ascii=False))
    else:
        typer.echo("\n".join([table(summary), *result.examples]))
