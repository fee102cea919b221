"""`tollbook search`: reports of a store by what they say."""

from typing import TYPE_CHECKING, Annotated

import typer

from tollbook.cli.stored import DEFAULT, SHORT, NamesOption, StoreOption, is_terminal, opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tollbook.storing import Hit

EXAMPLES = """
Examples:

\b
  tollbook search market blast
  tollbook search '"state hospital"' Oker
  tollbook search مستشفى

All the words must stand in a report; words in quotes, in that order. Case and
accents make no difference.

Exit status: 0 found; 1 no report holds these words; 2 the command line is
wrong.
"""


def search(
    words: Annotated[
        list[str], typer.Argument(help="What is sought.", metavar="WORD", show_default=False)
    ],
    store: StoreOption = DEFAULT,
    limit: Annotated[
        int, typer.Option(help="No more than so many.", min=1, max=1_000_000_000)
    ] = 20,
    names: NamesOption = False,
    as_json: Annotated[bool, typer.Option("--json", help="One object instead of lines.")] = False,
) -> None:
    """Find reports that hold these words, and the incidents they tell of."""
    sought = " ".join(words)
    with opened(store) as book:
        found = book.search(sought, limit=limit)
        if not names:
            found = tuple((book.withheld(hit, ids), ids) for hit, ids in found)
    if as_json:
        typer.echo(_as_json(found))
    elif found:
        typer.echo("\n".join(_lines(found)))
    else:
        typer.echo(f"tollbook: no report of this store holds {sought!r}", err=True)
    if not found:
        raise typer.Exit(1)


def _lines(found: "tuple[tuple[Hit, tuple[str, ...]], ...]") -> "Iterator[str]":
    from tollbook.cli.card.ink import bold, coloured, marked, plain, wrapped
    from tollbook.drawing.wording import clean, imprint_in_words

    lines: list[str] = []
    for hit, ids in found:
        lines += wrapped(
            f"{hit.imprint.document_id[:SHORT]}  {bold(imprint_in_words(hit.imprint))}"
            f"{'' if hit.imprint.title is None else f': {clean(hit.imprint.title)}'}",
            hanging=" " * 10,
        )
        start = hit.at.start
        spans = [(mark.start - start, mark.end - start) for mark in hit.marks]
        lines += wrapped(marked(hit.snippet, spans), indent=" " * 10, hanging=" " * 10)
        if ids:
            told = ", ".join(each[:SHORT] for each in ids)
            lines += wrapped(f"tells of {told}", indent=" " * 10, hanging=" " * 10)
    yield from coloured(lines) if is_terminal() else map(plain, lines)


def _as_json(found: "tuple[tuple[Hit, tuple[str, ...]], ...]") -> str:
    import json
    from typing import cast

    from tollbook.exporting.plain import plain

    told = [
        {**cast("dict[str, object]", plain(hit)), "incident_ids": list(ids)} for hit, ids in found
    ]
    return json.dumps({"reports": told}, indent=2, ensure_ascii=False)
