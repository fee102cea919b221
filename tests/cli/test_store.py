"""A desk's week through the real command: reports in, questions, decisions, nothing lost."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "bamako"
FLASH = "A car bomb killed 12 people in the town of Oker on Monday, a nurse said."
UPDATE = "A car bomb killed 14 people in the town of Oker on Monday, the police said."
OTHER = "An air strike killed 20 people in the town of Vell on Thursday, residents said."
NAMED = "The teacher Lena Oster was shot dead in the town of Sarn on Friday, her brother said."

Run = Callable[..., Any]
Desk = Callable[..., Any]


@pytest.fixture
def desk(run: Run, tmp_path: Path) -> Desk:
    """Three reports of two attacks in a store, and the command that works on it."""
    given = {"flash": FLASH, "update": UPDATE, "other": OTHER}
    lines = [
        json.dumps({"text": text, "publisher": name, "published": f"2031-03-0{4 + number}"})
        for number, (name, text) in enumerate(given.items())
    ]
    (tmp_path / "feed.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = run("add", "feed.jsonl", "--annotator", "rules")
    assert (done.code, done.err) == (0, "")
    assert done.out == "3 reports added, 2 incidents new or changed, into tollbook.db\n"
    return run


def listed(desk: Desk, *options: str) -> list[dict[str, Any]]:
    done = desk("incidents", "--format", "json", *options)
    found: list[dict[str, Any]] = json.loads(done.out)["incidents"]
    return found


def at(rows: list[dict[str, Any]], place: str) -> dict[str, Any]:
    return next(row for row in rows if row["places"][0] == place)


def test_nine_reports_on_one_attack_are_one_incident_and_its_past(run: Run) -> None:
    done = run("add", EXAMPLES)
    assert done.out.startswith("9 reports added, ")
    (attack,) = [
        row for row in listed(run) if row["first_day"] == "2024-09-17" and row["reports"] > 5
    ]
    again = run("add", EXAMPLES)
    assert (again.code, again.out.split(", into")[0]) == (
        0,
        "0 reports added, 9 there already, 0 incidents new or changed",
    )
    then = run("show", attack["id"], "--as-of", "2024-09-17").out
    now = run("show", attack["id"]).out
    assert "255" in now
    assert "255" not in then
    assert "18 September" not in then


def test_a_table_has_eighty_columns_and_leads_to_the_cards(desk: Desk) -> None:
    lines = desk("incidents").out.splitlines()
    assert lines[0].split() == ["id", "when", "what", "and", "where", "killed", "reports"]
    assert max(map(len, lines)) <= 80
    for line in lines[1:]:
        card = desk("show", line.split()[0]).out
        assert max(map(len, card.splitlines())) <= 80
        assert re.search(r"incident [0-9a-f]{16}$", card.strip())


def test_incidents_are_filtered(desk: Desk) -> None:
    assert [row["places"] for row in listed(desk, "--place", "vell")] == [["Vell"]]
    assert [row["places"] for row in listed(desk, "--at-least", "18")] == [["Vell"]]
    assert [row["places"] for row in listed(desk, "--until", "2031-03-04")] == [["Oker"]]
    nothing = desk("incidents", "--place", "Tarn")
    assert (nothing.code, nothing.out) == (1, "")
    assert "no incident of this store fits --" in nothing.err


def test_csv_has_a_row_for_each_incident_and_an_empty_cell_where_nobody_tells(desk: Desk) -> None:
    rows = list(csv.DictReader(io.StringIO(desk("incidents", "--format", "csv").out)))
    assert {row["places"] for row in rows} == {"Oker", "Vell"}
    assert {row["injured_best"] for row in rows} == {""}


def test_as_of_a_day_the_later_report_is_not_known(desk: Desk) -> None:
    (then,) = listed(desk, "--as-of", "2031-03-04")
    assert (then["places"], then["reports"]) == (["Oker"], 1)
    other = at(listed(desk), "Vell")
    early = desk("show", other["id"], "--as-of", "2031-03-04")
    assert (early.code, early.out) == (1, "")
    assert "nobody had told of" in early.err


def test_a_search_finds_reports_whatever_their_accents(desk: Desk) -> None:
    done = desk("search", "VÉLL", "strike")
    assert "«Vell»" in done.out
    assert f"tells of {at(listed(desk), 'Vell')['id'][:8]}" in done.out
    found = json.loads(desk("search", "strike", "--json").out)["reports"]
    assert [report["incident_ids"] for report in found] == [[at(listed(desk), "Vell")["id"]]]
    assert desk("search", "zeppelin").code == 1


def test_a_history_has_a_step_for_each_day_told(desk: Desk) -> None:
    oker = at(listed(desk), "Oker")["id"]
    drawn = desk("history", oker).out
    assert "4 March 2031" in drawn
    assert "5 March 2031" in drawn
    steps = json.loads(desk("history", oker, "--json").out)["steps"]
    assert [step["day"] for step in steps] == ["2031-03-04", "2031-03-05"]


def test_what_a_person_decides_outlives_recompute_until_it_is_undone(desk: Desk) -> None:
    before = listed(desk)
    oker, vell = (at(before, place)["id"] for place in ("Oker", "Vell"))
    merged = desk("merge", oker, vell[:8], "--by", "L. Oster", "--reason", "one convoy")
    assert merged.code == 0
    assert [row["reports"] for row in listed(desk)] == [3]
    assert desk("recompute", "--annotator", "rules").code == 0
    assert [row["reports"] for row in listed(desk)] == [3]
    assert "a person ruled" in desk("show", vell).out
    ruled = desk("decisions").out
    assert "L. Oster" in ruled
    assert "one convoy" in ruled
    assert desk("undo", "--by", "L. Oster").code == 0
    assert listed(desk) == before
    assert desk("decisions").out.startswith("×")


def test_split_and_move_take_the_ids_that_the_card_shows(desk: Desk) -> None:
    oker, vell = (at(listed(desk), place)["id"] for place in ("Oker", "Vell"))
    card = desk("show", oker).out
    account = re.findall(r"^  ([0-9a-f]{8}) update", card, re.M)[0]
    claim = re.findall(r"\[2\] ([0-9a-f]{8})", card)[0]
    assert desk("split", oker, account, TOLLBOOK_USER="L. Oster").code == 0
    assert sorted(row["reports"] for row in listed(desk)) == [1, 1, 1]
    assert desk("undo").code == 0
    assert desk("move", claim, vell).code == 0
    assert at(listed(desk), "Vell")["reports"] == 2
    who = [
        each["decision"]["by"] for each in json.loads(desk("decisions", "--json").out)["decisions"]
    ]
    assert who[0] == "L. Oster"
    assert all(who)


def test_names_of_those_harmed_are_withheld_unless_asked_for(run: Run, tmp_path: Path) -> None:
    (tmp_path / "named.txt").write_text(NAMED, encoding="utf-8")
    run("add", "named.txt", "--published", "2031-03-08", "--annotator", "rules")
    (row,) = listed(run)
    asked = [
        ("show", row["id"]),
        ("show", row["id"], "--format", "json"),
        ("search", "shot", "dead"),
        ("search", "shot", "dead", "--json"),
        ("history", row["id"]),
        ("history", row["id"], "--json"),
        ("incidents", "--format", "json"),
        ("incidents", "--format", "csv"),
    ]
    for arguments in asked:
        done = run(*arguments)
        assert done.code == 0
        assert "Lena Oster" not in done.out
    assert "Lena Oster" in run("show", row["id"], "--names").out
    assert "Lena" in run("search", "shot", "dead", "--names").out.replace("«", "").replace("»", "")


def test_a_name_that_only_another_report_gives_away_is_withheld_in_a_search(
    run: Run, tmp_path: Path
) -> None:
    told = [
        (NAMED, "2031-03-08"),
        (
            "A teacher was shot dead in the town of Sarn on Friday. Oster taught music.",
            "2031-03-09",
        ),
    ]
    lines = [json.dumps({"text": text, "published": day}) for text, day in told]
    (tmp_path / "feed.jsonl").write_text("\n".join(lines), encoding="utf-8")
    run("add", "feed.jsonl", "--annotator", "rules")
    rows = listed(run)
    if len(rows) > 1:
        run("merge", *(row["id"] for row in rows))
    for arguments in (("search", "taught", "music"), ("search", "music", "--json")):
        done = run(*arguments)
        assert done.code == 0
        assert "█████ " in done.out
        assert "Oster" not in done.out
    assert "Oster" in run("search", "taught", "music", "--names").out


def test_a_number_beyond_any_list_is_a_wrong_command(desk: Desk) -> None:
    for option in ("--limit", "--at-least"):
        done = desk("incidents", option, "9" * 25)
        assert done.code == 2
        assert option in done.err
        assert "Traceback" not in done.err
    assert desk("search", "Oker", "--limit", "9" * 25).code == 2


def test_where_nothing_fits_the_filters_are_quoted(desk: Desk) -> None:
    done = desk("incidents", "--place", "Nowhere", "--at-least", "3")
    assert done.code == 1
    assert "--place Nowhere, --at-least 3" in done.err


def test_what_cannot_be_read_is_named_and_the_rest_is_in(run: Run, tmp_path: Path) -> None:
    (tmp_path / "flash.txt").write_text(FLASH, encoding="utf-8")
    (tmp_path / "empty.txt").write_text(" ", encoding="utf-8")
    done = run("add", "empty.txt", "gone.txt", "flash.txt", "--annotator", "rules")
    assert done.code == 1
    assert done.out.startswith("1 report added, 2 not read, 1 incident new or changed")
    assert done.err.count("tollbook: ") == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("incidents",),
        ("show", "abcdef12"),
        ("search", "blast"),
        ("history", "abcdef12"),
        ("recompute",),
        ("backup", "copy.db"),
        ("check",),
        ("merge", "abcdef12", "12345678"),
        ("split", "abcdef12", "12345678"),
        ("move", "abcdef12"),
        ("undo",),
        ("decisions",),
    ],
    ids=lambda arguments: arguments[0],
)
def test_without_a_store_every_verb_says_so_and_makes_none(
    run: Run, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("tollbook: there is no store at `tollbook.db`")
    assert not (tmp_path / "tollbook.db").exists()


def test_the_store_is_where_the_environment_says(run: Run, tmp_path: Path) -> None:
    (tmp_path / "flash.txt").write_text(FLASH, encoding="utf-8")
    run("add", "flash.txt", "--annotator", "rules", TOLLBOOK_STORE="elsewhere.db")
    assert (tmp_path / "elsewhere.db").exists()
    assert not (tmp_path / "tollbook.db").exists()


def test_a_backup_is_a_store_like_any_other(desk: Desk) -> None:
    assert desk("backup", "copy.db").code == 0
    assert listed(desk, "--store", "copy.db") == listed(desk)
    assert desk("check", "--store", "copy.db").out == "all is well with 3 reports\n"
    again = desk("backup", "copy.db")
    assert again.code == 1
    assert "copy.db" in again.err


def test_a_damaged_file_is_no_store_and_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "tollbook.db").write_text("no database", encoding="utf-8")
    done = run("check")
    assert done.code == 1
    assert (tmp_path / "tollbook.db").read_text(encoding="utf-8") == "no database"


def test_an_unknown_id_is_quoted(desk: Desk) -> None:
    done = desk("show", "ffffffff")
    assert (done.code, done.out) == (1, "")
    assert "ffffffff" in done.err


def test_a_day_that_is_none_is_a_wrong_command(desk: Desk) -> None:
    assert desk("incidents", "--since", "yesterday").code == 2


def test_a_store_on_postgresql_is_worked_with_alike(
    run: Run, tmp_path: Path, postgres_server: Any
) -> None:
    address = postgres_server.make_database("desk_by_command")
    try:
        (tmp_path / "flash.txt").write_text(FLASH, encoding="utf-8")
        done = run("add", "flash.txt", "--annotator", "rules", "--store", address)
        assert (done.code, done.err) == (0, "")
        (row,) = listed(run, "--store", address)
        assert run("show", row["id"], "--store", address).code == 0
        assert run("check", "--store", address).code == 0
    finally:
        postgres_server.drop_database("desk_by_command")
