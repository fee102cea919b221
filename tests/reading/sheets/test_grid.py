import io
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from tollbook.document import Raw
from tollbook.errors import UnusableSheet
from tollbook.reading.sheets.grid import Grid, read_grid

TABLE = [["Ref", "Lieu", "Tués"], ["A1", "Séra", "12"], ["A2", "Vell; Ost", ""]]


def read(content: bytes, suffix: str = ".csv", wanted: str | None = None) -> Grid:
    return read_grid(Raw(name=f"coded{suffix}", content=content, suffix=suffix), wanted=wanted)


def workbook(**sheets: list[list[object]]) -> bytes:
    book = Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_every_usual_kind_of_table_gives_the_same_cells(delimiter: str, encoding: str) -> None:
    text = "\r\n".join(
        delimiter.join(f'"{cell}"' if ";" in cell else cell for cell in row) for row in TABLE
    )
    grid = read(text.encode(encoding))
    assert list(grid.header) == TABLE[0]
    assert [list(row.cells) for row in grid.rows] == TABLE[1:]


def test_rows_keep_the_number_they_have_in_the_spreadsheet() -> None:
    grid = read(b'id,killed\n1,2\n\n"3\nand more",4\n5,6\n')
    assert [row.number for row in grid.rows] == [2, 4, 5]


def test_a_title_above_and_hxl_tags_below_the_header_are_no_rows() -> None:
    grid = read(b"Events of March,,\n\nid,date,killed\n#meta+id,#date,#affected\n7,2031-03-04,2\n")
    assert grid.header == ("id", "date", "killed")
    assert [row.number for row in grid.rows] == [5]


def test_two_columns_of_one_name_are_told_apart() -> None:
    assert read(b"Date,Date,\n1,2,3\n").header == ("Date", "Date (2)", "column 3")


def test_a_workbook_gives_days_numbers_and_words_as_text() -> None:
    content = workbook(
        First=[
            ["id", "date", "at", "killed", "share"],
            ["a", date(2031, 3, 4), datetime(2031, 3, 4, 7, 5), 12, 0.5],
            ["b", None, None, 7.0, True],
        ]
    )
    grid = read(content, ".xlsx")
    assert grid.rows[0].cells == ("a", "2031-03-04", "2031-03-04T07:05:00", "12", "0.5")
    assert grid.rows[1].cells == ("b", "", "", "7", "true")


def test_a_sheet_of_a_workbook_is_chosen_by_its_name() -> None:
    content = workbook(One=[["id", "n"], ["a", 1]], Two=[["id", "n"], ["b", 2]])
    assert read(content, ".xlsx").rows[0].cells == ("a", "1")
    assert read(content, ".xlsx", "Two").rows[0].cells == ("b", "2")
    with pytest.raises(UnusableSheet, match="has no sheet 'Three'; it has One, Two"):
        read(content, ".xlsx", "Three")


def test_a_formula_that_was_never_reckoned_is_shown_and_is_no_gap() -> None:
    content = workbook(One=[["id", "killed"], ["a", "=1+1"]])
    assert read(content, ".xlsx").rows[0].cells == ("a", "=1+1")


@pytest.mark.parametrize(
    ("content", "suffix", "message"),
    [
        pytest.param(b"\xd0\xcf\x11\xe0 old", ".xls", "save it as", id="old Excel"),
        pytest.param(b"a\0b", ".csv", "binary", id="binary"),
        pytest.param(b"PK\x03\x04 broken", ".xlsx", "no workbook", id="a broken workbook"),
        pytest.param(b"\xff\x81,\x8d", ".csv", "neither UTF-8 nor Windows-1252", id="encoding"),
        pytest.param(b"one column\nonly\n", ".csv", "no table", id="no table"),
        pytest.param(b"", ".csv", "no table", id="empty"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(
    content: bytes, suffix: str, message: str
) -> None:
    with pytest.raises(UnusableSheet, match=message):
        read(content, suffix)
