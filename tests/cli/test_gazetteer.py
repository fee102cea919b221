import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def look_up(run: Run, tmp_path: Path) -> Run:
    """The command, with a data folder of its own."""

    def looked_up(*arguments: str | Path) -> Any:
        return run("gazetteer", *arguments, XDG_DATA_HOME=str(tmp_path / "data"))

    return looked_up


def test_a_name_is_found_with_whose_work_it_is(look_up: Run) -> None:
    done = look_up("find", "Bamako", "--limit", "1")
    header, first, _, attribution = done.out.splitlines()
    assert header.split()[:3] == ["name", "kind", "in"]
    assert first.split()[:2] == ["Bamako", "P.PPLC"]
    assert "GeoNames" in attribution
    assert (done.code, done.err) == (0, "")


def test_json_holds_the_same(look_up: Run) -> None:
    found = json.loads(look_up("find", "باماكو", "--json", "--country", "ml").out)
    assert found["places"][0]["name"] == "Bamako"
    assert found["places"][0]["score"] == 100.0
    assert "CC BY 4.0" in found["attribution"]


def test_nothing_found_is_said(look_up: Run) -> None:
    done = look_up("find", "Xyzzyplugh Nowhere")
    assert (done.code, done.out) == (1, "")
    assert done.err == "tollbook: no place is called 'Xyzzyplugh Nowhere', nor nearly so\n"


def test_what_is_imported_is_found(look_up: Run, tmp_path: Path) -> None:
    rows = "name,lat,lon,country\nZedmarket Camp,10.5,20.5,ZZ\nBroken Row,x,y,ZZ\n"
    (tmp_path / "mine.csv").write_text(rows, "utf-8")
    done = look_up("import", tmp_path / "mine.csv")
    own = tmp_path / "data/tollbook/gazetteer.sqlite"
    assert done.out == f"1 places from mine.csv into {own}; 1 rows were passed over\n"
    assert done.err == (
        "tollbook: mine.csv, line 3: latitude is 'x'; expected degrees from -90 to 90\n"
    )
    assert done.code == 1
    assert "Zedmarket Camp" in look_up("find", "zedmarket camp").out


def test_another_place_for_it_may_be_named(look_up: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("name,lat,lon\nZedmarket Camp,10.5,20.5\n", "utf-8")
    own = tmp_path / "elsewhere.sqlite"
    assert look_up("import", tmp_path / "mine.csv", "--into", own).code == 0
    assert look_up("find", "Zedmarket Camp").code == 1
    assert look_up("find", "Zedmarket Camp", "--own", own).code == 0


@pytest.mark.parametrize("name", ["absent.csv", "."])
def test_a_file_that_cannot_be_read_is_said(look_up: Run, name: str) -> None:
    done = look_up("import", name)
    assert done.code == 1
    assert done.err.startswith(f"tollbook: cannot read {name}: ")


def test_help_opens_no_database(run: Run) -> None:
    done = run("gazetteer", "find", "--help", PYTHONPROFILEIMPORTTIME="1")
    imported = {line.rpartition("|")[2].strip() for line in done.err.splitlines()}
    assert "tollbook.cli.gazetteer" in imported
    assert not imported & {"sqlite3", "rapidfuzz", "tollbook.gazetteer"}
