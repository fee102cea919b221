"""`tollbook import` and `tollbook compare`: a coder's own spreadsheet beside the reports."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tollbook.cli import as_of as knowing
from tollbook.cli.marking import CHOICES, Marking, Wanted
from tollbook.cli.stored import (
    DEFAULT,
    VARIABLE,
    NamesOption,
    QuietOption,
    StoreOption,
    is_terminal,
    now,
    opened,
)

if TYPE_CHECKING:
    from tollbook.comparison import Comparison
    from tollbook.document import Raw
    from tollbook.keeping import Book
    from tollbook.sheet import DayOrder, Sheet
    from tollbook.storing import CodedSheet
    from tollbook.toll import Findings

COMPARE_EXAMPLES = """
Examples:

\b
  tollbook compare coded.csv reports/
  tollbook compare coded.xlsx reports/ --sheet 2024 --format csv > differences.csv
  tollbook compare coded.csv reports/ --columns columns.toml
  tollbook compare coded.csv --store desk.db
  tollbook compare --store desk.db --as-of 2024-09-30

Without reports the sheet is compared with the incidents of the store; without a
sheet, the one imported last. SHEET is a file, or the id of an imported sheet.

Columns of UCDP, ACLED and Airwars are known by their headers. For any other
sheet, `tollbook import SHEET --guess` writes a mapping to correct.

Exit status: 0 compared, whatever differs; 1 some rows or reports could not be
read, each named, or the sheet or the store cannot be used; 2 the command line
is wrong.
"""
IMPORT_EXAMPLES = """
Examples:

\b
  tollbook import coded.csv --guess > columns.toml
  tollbook import coded.csv --columns columns.toml --store desk.db
  tollbook import ged.csv

A sheet is kept as it is, every cell of it, with how its columns are read; the
same sheet imported twice changes nothing. `tollbook compare` compares it.

Exit status: 0 every row is in; 1 some rows could not be read, each named, or
the sheet or the store cannot be used; 2 the command line is wrong.
"""


class Layout(StrEnum):
    """How to write a comparison."""

    CARD = "card"
    CSV = "csv"
    JSON = "json"


ColumnsOption = Annotated[
    Path | None,
    typer.Option(help="Which column holds what; see `import --guess`.", metavar="TOML"),
]
TabOption = Annotated[
    str | None,
    typer.Option("--sheet", help="The sheet of a workbook; the first if not said.", metavar="NAME"),
]
DayFirstOption = Annotated[
    bool, typer.Option("--day-first", help="03/04/2024 is 3 April, where the dates do not tell.")
]
MonthFirstOption = Annotated[
    bool, typer.Option("--month-first", help="03/04/2024 is March 4, where the dates do not tell.")
]


def compare(
    sheet: Annotated[
        str | None,
        typer.Argument(
            help="A coder's spreadsheet (.csv .tsv .xlsx), or the id of one that was imported.",
            metavar="[SHEET]",
            show_default=False,
        ),
    ] = None,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            help="Reports or folders to compare it with; those of the store if none.",
            metavar="PATH…",
            show_default=False,
        ),
    ] = None,
    columns: ColumnsOption = None,
    tab: TabOption = None,
    day_first: DayFirstOption = False,
    month_first: MonthFirstOption = False,
    store: Annotated[
        str | None,
        typer.Option(
            help="Where reports and imported sheets are kept: a file, or postgresql://… .",
            metavar="PATH|URL",
            envvar=VARIABLE,
        ),
    ] = None,
    form: Annotated[
        Layout,
        typer.Option(
            "--format", help="card: for people; csv: a row for each row and incident; json."
        ),
    ] = Layout.CARD,
    as_of: Annotated[str | None, typer.Option(help=knowing.HELP, metavar="DAY")] = None,
    names: NamesOption = False,
    quiet: QuietOption = False,
    annotator: Annotated[
        str | None,
        typer.Option(
            help="Who marks what the reports say; the default one if not said.", metavar=CHOICES
        ),
    ] = None,
) -> None:
    """Compare a coder's spreadsheet with what reports tell: agreement, differences, gaps."""
    from tollbook.matching import match

    known = knowing.AsOf(knowing.day_given(as_of))
    order = _order(day_first=day_first, month_first=month_first)
    if paths and sheet is not None:
        with _line_for_what_fails():
            coded = _read(sheet, columns, tab, order)
        findings, is_whole = _read_reports(paths, annotator, known, quiet=quiet)
    else:
        is_whole = True
        with _line_for_what_fails(), opened(store or DEFAULT) as book:
            coded = _coded(book, sheet, columns, tab, order)
            findings = _kept_findings(book, known.day)
    if not names:
        from tollbook.exporting.redaction import withhold_in_findings

        findings = withhold_in_findings(findings)
    printed = [day for one in findings.documents if (day := one.published_on) is not None]
    _write(match(coded, findings.cases, printed=printed), form, names=names)
    for refused in coded.refused if form is not Layout.CARD else ():
        typer.echo(f"tollbook: {refused.reason}", err=True)
    raise typer.Exit(1 if coded.refused or not is_whole else 0)


def import_(
    sheet: Annotated[
        str,
        typer.Argument(
            help="A coder's spreadsheet (.csv .tsv .xlsx).", metavar="SHEET", show_default=False
        ),
    ],
    store: StoreOption = DEFAULT,
    columns: ColumnsOption = None,
    tab: TabOption = None,
    guess: Annotated[
        bool,
        typer.Option("--guess", help="Import nothing; write a mapping of the columns to correct."),
    ] = False,
    day_first: DayFirstOption = False,
    month_first: MonthFirstOption = False,
) -> None:
    """Keep a coder's spreadsheet in a store, to compare it with the incidents there."""
    from tollbook.drawing.wording import plural
    from tollbook.reading.sheets import sheet_to_json
    from tollbook.storing import CodedSheet

    with _line_for_what_fails():
        if guess:
            typer.echo(_guessed(sheet, tab), nl=False)
            return
        order = _order(day_first=day_first, month_first=month_first)
        coded = _read(sheet, columns, tab, order)
    with opened(store, create=True) as book:
        kept = CodedSheet(id=coded.id, name=coded.name, added_at=now(), body=sheet_to_json(coded))
        is_new = book.store.add_sheet(kept)
        for refused in coded.refused:
            typer.echo(f"tollbook: {refused.reason}", err=True)
        rows = plural(len(coded.events), "row")
        said = "imported" if is_new else "there already"
        typer.echo(f"{rows} of {coded.name} {said} as {coded.id}, in {book.store.address}")
    raise typer.Exit(1 if coded.refused else 0)


def _order(*, day_first: bool, month_first: bool) -> "DayOrder | None":
    from tollbook.sheet import DayOrder

    if day_first and month_first:
        raise typer.BadParameter("give one of the two", param_hint="--day-first/--month-first")
    if day_first:
        return DayOrder.DAY_FIRST
    return DayOrder.MONTH_FIRST if month_first else None


@contextmanager
def _line_for_what_fails() -> Iterator[None]:
    """End the run with a line where the sheet cannot be used."""
    from tollbook.errors import UnusableSheet

    try:
        yield
    except UnusableSheet as error:
        typer.echo(f"tollbook: {error}", err=True)
        raise typer.Exit(1) from error


def _raw(path: Path) -> "Raw":
    from tollbook.document import Raw
    from tollbook.errors import UnusableSheet

    try:
        content = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnusableSheet(f"`{path}` cannot be read: {reason}") from error
    return Raw(name=path.name, content=content, suffix=path.suffix.lower())


def _read(sheet: str, columns: Path | None, tab: str | None, order: "DayOrder | None") -> "Sheet":
    from tollbook.reading.sheets import columns_from_toml, read_sheet

    mapping = None
    if columns is not None:
        try:
            text = columns.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise typer.BadParameter(f"`{columns}`: {error}", param_hint="--columns") from error
        mapping = columns_from_toml(text, name=columns.name)
    return read_sheet(_raw(Path(sheet)), mapping, wanted=tab, order=order)


def _guessed(sheet: str, tab: str | None) -> str:
    from tollbook.reading.sheets import columns_to_toml, guess_columns, read_grid

    grid = read_grid(_raw(Path(sheet)), wanted=tab)
    return columns_to_toml(guess_columns(grid.header), grid)


def _read_reports(
    paths: list[str], annotator: str | None, known: knowing.AsOf, *, quiet: bool
) -> "tuple[Findings, bool]":
    """Read reports; say too whether all could be."""
    from tollbook.cli.progress import Progress
    from tollbook.pipeline import gather_findings, stream

    progress = Progress(quiet=quiet)
    with Marking(Wanted(annotator=annotator), progress.say) as marking:
        told = progress.over(stream(paths, annotator=marking.annotator, wanted=known.wants))
        findings = gather_findings(told)
    if known.said is not None:
        progress.say(known.said)
    return findings, not progress.refused and not marking.left_to_rules


def _coded(
    book: "Book",
    sheet: str | None,
    columns: Path | None,
    tab: str | None,
    order: "DayOrder | None",
) -> "Sheet":
    """Read a sheet from its file, or take it from the store."""
    from tollbook.reading.sheets import sheet_from_json

    if sheet is not None and Path(sheet).exists():
        return _read(sheet, columns, tab, order)
    return sheet_from_json(_kept(book.store.sheets(), sheet).body)


def _kept_findings(book: "Book", day: date | None) -> "Findings":
    from tollbook.toll import Findings

    cases = book.cases(as_of=day)
    accounts = (account for case in cases for account in case.incident.accounts)
    documents = {account.imprint.document_id: account.imprint for account in accounts}
    if day is None:
        documents |= book.store.imprints()  # those too that tell of no incident
    return Findings(cases=cases, documents=tuple(documents.values()))


def _kept(sheets: "tuple[CodedSheet, ...]", wanted: str | None) -> "CodedSheet":
    from tollbook.errors import UnusableSheet

    if not sheets:
        said = "" if wanted is None else f"`{wanted}` is no file, and "
        raise UnusableSheet(f"{said}no sheet was imported; `tollbook import SHEET` keeps one")
    if wanted is None:
        return sheets[-1]
    found = [one for one in sheets if one.id.startswith(wanted) or one.name == wanted]
    if len(found) != 1:
        known = "; ".join(f"{one.id} {one.name}" for one in sheets)
        many = "is no file and no sheet" if not found else "are several sheets"
        raise UnusableSheet(f"`{wanted}` {many}; imported: {known}")
    return found[0]


def _write(comparison: "Comparison", form: Layout, *, names: bool) -> None:
    from tollbook.cli.outlet import Outlet

    with Outlet(None, form) as outlet:
        match form:
            case Layout.CARD:
                from tollbook.cli.card.comparison import comparison_card

                shown = comparison_card(comparison, colour=is_terminal())
                outlet.write(shown.removesuffix("\n"))
            case Layout.CSV:
                from tollbook.exporting.comparison import comparison_table

                for line in comparison_table(comparison):
                    outlet.write(line)
            case Layout.JSON:
                from tollbook.exporting.comparison import comparison_to_json

                outlet.write(comparison_to_json(comparison, names=names))
