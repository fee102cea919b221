import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

Run = Callable[..., Any]

OKER = (
    "A night attack on the village of Oker killed at least 12 people on 4 March 2031, a nurse "
    "said. The teacher Lena Oster was among the dead.\n"
)
OKER_AGAIN = "Attackers killed 14 people in the village of Oker on 4 March 2031, the army said.\n"
VELL = "A bomb killed 30 people at the market of Vell on 9 March 2031, police said.\n"
SARN = "Shelling killed 5 people in the town of Sarn on 6 March 2031, a doctor said.\n"
HEADER = ["Ref", "Date", "Village", "Killed", "Wounded", "Type", "Notes"]
ROWS = [
    ["S-1", "04/03/2031", "Oker", "12", "", "attack", "Lena Oster, 40"],
    ["S-2", "09/03/2031", "Vell", "90", "", "bombing", ""],
    ["S-3", "13/03/2031", "Tarn", "2", "0", "shooting", ""],
    ["S-4", "31/02/2031", "Oker", "2", "", "shooting", ""],
]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    texts = {"oker": (OKER, 5), "again": (OKER_AGAIN, 6), "vell": (VELL, 10), "sarn": (SARN, 7)}
    for name, (text, day) in texts.items():
        front = f"---\npublisher: The {name.title()} Daily\npublished: 2031-03-{day:02}\n---\n"
        (folder / f"{name}.md").write_text(front + text, encoding="utf-8")
    return folder


@pytest.fixture
def coded(tmp_path: Path) -> Path:
    path = tmp_path / "coded.csv"
    with path.open("w", encoding="cp1252", newline="") as file:
        csv.writer(file, delimiter=";").writerows([HEADER, *ROWS])
    return path


@pytest.fixture
def columns(run: Run, coded: Path, tmp_path: Path) -> Path:
    guessed = run("import", coded, "--guess")
    assert (guessed.code, guessed.err) == (0, "")
    path = tmp_path / "columns.toml"
    path.write_text(guessed.out, encoding="utf-8")
    return path


def statuses(table: str) -> dict[str, str]:
    rows = csv.DictReader(io.StringIO(table))
    return {row["coder_id"] or row["place_told"] or row["row"]: row["status"] for row in rows}


def test_a_sheet_is_compared_with_reports_row_by_row(
    run: Run, coded: Path, columns: Path, reports: Path
) -> None:
    done = run("compare", coded, reports, "--columns", columns, "--format", "csv")
    assert done.code == 1  # a row was refused
    assert done.err == (
        "tollbook: row 5: column 'Date': '31/02/2031' is no date; write it as 2024-09-17\n"
    )
    assert statuses(done.out) == {
        "S-1": "agrees",
        "S-2": "differs",
        "S-3": "only_in_sheet",
        "Sarn": "only_in_reports",
        "5": "refused",
    }


def test_a_difference_leads_to_the_words_of_the_report(
    run: Run, coded: Path, columns: Path, reports: Path
) -> None:
    done = run("compare", coded, reports, "--columns", columns, "--format", "json")
    told = json.loads(done.out)
    (match,) = [one for one in told["matches"] if not one["agrees"]]
    (killed,) = [point for point in match["points"] if point["about"] == "killed"]
    assert (killed["coded"], killed["verdict"]) == ("90", "different")
    (claim,) = killed["evidence"]
    text = (reports / "vell.md").read_text("utf-8").split("---\n")[2]
    assert text[claim["start"] : claim["end"]] == claim["words"] == "30"
    assert (claim["publisher"], claim["source"]) == ("The Vell Daily", "police")


def test_the_card_shows_the_shares_the_worst_first_and_fits_the_terminal(
    run: Run, coded: Path, columns: Path, reports: Path
) -> None:
    done = run("compare", coded, reports, "--columns", columns)
    told = done.out
    assert "█ 1 agree" in told.replace("\u00a0", " ")
    assert "A bomb killed «30» people at the market" in told
    parts = ["Differences (1)", "Only in the sheet (1)", "Only in the reports (1)", "Agree (1)"]
    assert [told.index(part) for part in parts] == sorted(told.index(part) for part in parts)
    assert "\x1b" not in told
    assert max(map(len, told.splitlines())) <= 80


@pytest.mark.parametrize("form", ["card", "csv", "json"])
def test_names_of_those_harmed_are_withheld_unless_asked_for(
    run: Run, coded: Path, columns: Path, reports: Path, form: str
) -> None:
    done = run("compare", coded, reports, "--columns", columns, "--format", form)
    assert "Oster" not in done.out


def test_with_names_the_sheet_s_own_notes_are_written_too(
    run: Run, coded: Path, columns: Path, reports: Path
) -> None:
    done = run("compare", coded, reports, "--columns", columns, "--format", "json", "--names")
    assert "Lena Oster, 40" in done.out


def test_a_workbook_is_compared_as_a_table_is(
    run: Run, columns: Path, reports: Path, tmp_path: Path
) -> None:
    book = Workbook()
    book.active.title = "About"  # type: ignore[union-attr]
    sheet = book.create_sheet("March")
    for row in [HEADER, *ROWS[:3]]:
        sheet.append(row)
    book.save(tmp_path / "coded.xlsx")
    options = ("--columns", columns, "--sheet", "March", "--format", "csv")
    done = run("compare", "coded.xlsx", reports, *options)
    assert done.code == 0
    assert statuses(done.out)["S-2"] == "differs"


def test_an_imported_sheet_is_compared_with_the_reports_of_the_store(
    run: Run, coded: Path, columns: Path, reports: Path
) -> None:
    store = ("--store", "desk.db")
    assert run("add", reports, *store).code == 0
    imported = run("import", coded, "--columns", columns, *store)
    assert imported.code == 1  # a row was refused
    assert imported.out.startswith("3 rows of coded.csv imported as ")
    again = run("import", coded, "--columns", columns, *store)
    assert again.out.startswith("3 rows of coded.csv there already as ")
    by_store = run("compare", *store, "--format", "csv")
    by_name = run("compare", "coded.csv", *store, "--columns", columns, "--format", "csv")
    by_files = run("compare", coded, reports, "--columns", columns, "--format", "csv")
    assert by_store.out == by_name.out
    assert statuses(by_store.out) == statuses(by_files.out)


def test_a_sheet_is_compared_with_what_was_known_on_a_day(
    run: Run, coded: Path, columns: Path, reports: Path
) -> None:
    assert run("add", reports, "--store", "desk.db").code == 0
    options = ("--columns", columns, "--as-of", "2031-03-09", "--format", "csv")
    by_store = run("compare", coded, "--store", "desk.db", *options)
    by_files = run("compare", coded, reports, *options)
    expected = {"S-1": "agrees", "S-2": "only_in_sheet"}
    assert statuses(by_store.out).items() >= expected.items()
    assert statuses(by_files.out) == statuses(by_store.out)
    assert "as of 2031-03-09, left out 1 published later" in by_files.err


def test_without_a_mapping_unknown_columns_are_refused_with_the_way_out(
    run: Run, coded: Path, reports: Path
) -> None:
    done = run("compare", coded, reports)
    assert (done.code, done.out) == (1, "")
    assert "--guess" in done.err
    assert "Traceback" not in done.err


def test_a_date_that_can_be_read_two_ways_waits_for_an_option(
    run: Run, columns: Path, reports: Path, tmp_path: Path
) -> None:
    path = tmp_path / "two.csv"
    path.write_text(";".join(HEADER) + "\nS-1;03/04/2031;Oker;12;;attack;\n", encoding="utf-8")
    done = run("compare", path, reports, "--columns", columns)
    assert done.code == 1
    assert "give --day-first or --month-first" in done.err
    done = run("compare", path, reports, "--columns", columns, "--month-first", "--format", "csv")
    assert statuses(done.out)["S-1"] == "agrees"


def test_a_sheet_nobody_imported_is_said_so(run: Run, reports: Path) -> None:
    assert run("add", reports, "--store", "desk.db").code == 0
    done = run("compare", "nowhere", "--store", "desk.db")
    assert (done.code, done.out) == (1, "")
    assert "`nowhere` is no file, and no sheet was imported" in done.err


def test_the_sheet_of_the_examples_is_compared_and_what_was_planted_is_found(
    run: Run, pytestconfig: pytest.Config
) -> None:
    examples = pytestconfig.rootpath / "examples"
    done = run(
        "compare",
        examples / "bamako-coded.csv",
        examples / "bamako",
        "--columns",
        examples / "bamako-columns.toml",
        "--format",
        "csv",
    )
    table = list(csv.DictReader(io.StringIO(done.out)))
    rows = {row["coder_id"]: row for row in table}
    low = rows["B-01"]
    assert (low["status"], low["killed_coded"]) == ("differs", "70")
    assert "acled" in low["killed_policies"]
    assert "08-agency-document.md" in low["killed_evidence"]
    assert low["injured_verdict"] in ("same", "within")
    assert rows["B-02"]["killed_told"].startswith("20 ")
    assert rows["B-03"]["status"] == rows["B-05"]["status"] == "only_in_sheet"
    (refused,) = [row for row in table if row["status"] == "refused"]
    assert "'31/09/2024' is no date" in refused["reasons"]
