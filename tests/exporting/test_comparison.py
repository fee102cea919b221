import csv
import io
import json
from datetime import timedelta

from tests.matching.builders import DAY, case, row, sheet
from tollbook.comparison import Comparison
from tollbook.exporting.comparison import (
    COLUMNS,
    comparison_dictionary,
    comparison_table,
    comparison_to_json,
)
from tollbook.matching import match


def compared() -> Comparison:
    rows = [
        row("E-1", killed=12),
        row("E-2", killed=3, day=DAY + timedelta(days=30)),
        row("=cmd()", killed=90, day=DAY + timedelta(days=60), place="Vell"),
        row("E-4", killed="men"),
    ]
    told = [
        case("12", name="a", killed=(9, 12, 20)),
        case("30", name="b", day=DAY + timedelta(days=60), places=("Vell",), killed=(20, 30, 40)),
        case("7", name="c", day=DAY + timedelta(days=15), places=("Sarn",)),
        case("8", name="d", day=DAY + timedelta(days=400), places=("Sarn",)),
    ]
    return match(sheet(*rows), told)


def table() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("\n".join(comparison_table(compared())))))


def test_every_row_and_incident_has_a_line_with_its_status() -> None:
    assert sorted(line["status"] for line in table()) == [
        "agrees",
        "differs",
        "only_in_reports",
        "only_in_sheet",
        "outside_the_sheet",
        "refused",
    ]


def test_a_difference_says_what_differs_and_where_it_is_said() -> None:
    (line,) = [line for line in table() if line["status"] == "differs"]
    assert line["differs_on"] == "killed"
    assert (line["killed_coded"], line["killed_told"]) == ("90", "30 (20–40)")
    assert line["killed_evidence"].startswith("b:")
    assert line["killed_evidence"].endswith("“30”")


def test_a_cell_that_a_spreadsheet_would_reckon_is_made_text() -> None:
    assert [line["coder_id"] for line in table() if line["status"] == "differs"] == ["'=cmd()"]


def test_an_empty_cell_stands_for_what_nobody_says_never_a_zero() -> None:
    (line,) = [line for line in table() if line["status"] == "only_in_sheet"]
    assert (line["killed_coded"], line["killed_told"], line["injured_coded"]) == ("3", "", "")


def test_every_column_is_documented_once() -> None:
    written = comparison_dictionary()
    assert all(written.count(f"| `{column.header}` |") == 1 for column in COLUMNS)


def test_the_object_holds_the_same_and_its_offsets_mark_the_words() -> None:
    told = json.loads(comparison_to_json(compared()))
    assert [len(told[key]) for key in ("matches", "only_in_sheet", "only_in_reports")] == [2, 1, 1]
    assert (len(told["outside_the_sheet"]), len(told["refused"])) == (1, 1)
    point = told["matches"][0]["points"][0]
    assert point["about"] == "killed"
    assert point["evidence"][0]["words"] == "30"
    assert point["evidence"][0]["end"] - point["evidence"][0]["start"] == 2


def test_the_sheet_s_own_cells_are_written_only_with_names() -> None:
    with_names = json.loads(comparison_to_json(compared(), names=True))
    without = json.loads(comparison_to_json(compared()))
    assert with_names["matches"][0]["events"][0]["cells"]["place"] == "Vell"
    assert "cells" not in without["matches"][0]["events"][0]
