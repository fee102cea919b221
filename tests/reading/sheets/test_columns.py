import pytest

from tollbook.claim import Group
from tollbook.document import Raw
from tollbook.errors import UnusableSheet
from tollbook.reading.sheets import (
    columns_from_toml,
    columns_to_toml,
    guess_columns,
    read_grid,
    read_sheet,
    recognise,
)
from tollbook.sheet import DayOrder, Meaning

UCDP = (
    "id,relid,year,type_of_violence,side_a,side_b,where_prec,where_coordinates,adm_1,adm_2,"
    "latitude,longitude,country,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,"
    "deaths_unknown,best,high,low"
)
ACLED = "event_id_cnty,event_date,event_type,actor1,location,fatalities,latitude,longitude"
AIRWARS = "unique_reference_code,date,civilians_killed_min,civilians_killed_max"


@pytest.mark.parametrize(
    ("header", "scheme", "killed"),
    [(UCDP, "ucdp", "best"), (ACLED, "acled", "fatalities")],
)
def test_the_field_s_own_tables_are_known_by_their_headers(
    header: str, scheme: str, killed: str
) -> None:
    columns = recognise(header.split(","))
    assert columns is not None
    assert (columns.scheme, columns.named(Meaning.KILLED)) == (scheme, (killed,))


def test_airwars_counts_civilians_and_ucdp_notes_no_event_without_a_death() -> None:
    airwars, ucdp = recognise(AIRWARS.split(",")), recognise(UCDP.split(","))
    assert airwars is not None
    assert ucdp is not None
    assert (airwars.counts, airwars.fewest_killed) == (Group.CIVILIAN, 0)
    assert (ucdp.counts, ucdp.fewest_killed) == (Group.PEOPLE, 1)


def test_any_other_table_is_not_taken_for_one_of_them() -> None:
    assert recognise(["Date", "Place", "Killed"]) is None


def test_a_guess_written_out_is_read_back_as_it_was() -> None:
    raw = Raw(
        name="coded.csv",
        content=b'No;Start date;End date;Town "old";Village;Killed;Wounded\n'
        b"1;01/03/2031;14/03/2031;x;Oker;3;\n",
        suffix=".csv",
    )
    grid = read_grid(raw)
    guessed = guess_columns(grid.header)
    written = columns_to_toml(guessed, grid)
    assert columns_from_toml(written) == guessed
    assert guessed.named(Meaning.FIRST_DAY) == ("Start date",)
    assert guessed.named(Meaning.INJURED) == ("Wounded",)
    assert '# Not used, but kept with every row:\n#   Town "old"  # x' in written


def test_a_mapping_says_how_cells_are_read() -> None:
    columns = columns_from_toml(
        '[columns]\nkilled = "Dead"\nplaces = ["Village", "Province"]\n'
        '[reading]\ncounts = "civilian"\nunknown = ["-99"]\nday_order = "month-first"\n'
    )
    assert columns.counts is Group.CIVILIAN
    assert columns.unknown == ("-99",)
    assert columns.day_order is DayOrder.MONTH_FIRST
    assert columns.named(Meaning.PLACES) == ("Village", "Province")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("[columns", "is no TOML", id="no TOML"),
        pytest.param('day = "Date"', "must have a table", id="no table"),
        pytest.param('[columns]\nkiled = "D"', "is 'killed' meant?", id="a slip of the pen"),
        pytest.param("[columns]\nkilled = 3", "must name a column", id="no header"),
        pytest.param('[columns]\nkilled = ["a", "b"]', "stands in one column", id="two"),
        pytest.param("[columns]\n[reading]\ncounts = 'dogs'", "people or civilian", id="whom"),
        pytest.param("[columns]\n[reading]\nfewest = 1", "may say", id="an unknown setting"),
    ],
)
def test_a_mapping_that_says_nothing_usable_is_refused_in_a_sentence(
    text: str, message: str
) -> None:
    with pytest.raises(UnusableSheet, match=message):
        columns_from_toml(text)


def test_a_column_that_is_not_there_is_named_with_the_nearest_one() -> None:
    raw = Raw(name="coded.csv", content=b"Date,Killed\n2031-03-04,3\n", suffix=".csv")
    columns = columns_from_toml('[columns]\nday = "Date"\nkilled = "Kiled"')
    with pytest.raises(UnusableSheet, match=r"no column 'Kiled'.*is 'Killed' meant\?"):
        read_sheet(raw, columns)


def test_unknown_columns_without_a_mapping_are_refused_with_the_way_out() -> None:
    raw = Raw(name="coded.csv", content=b"When,Dead\n2031-03-04,3\n", suffix=".csv")
    with pytest.raises(UnusableSheet, match=r"--guess.*It has When, Dead"):
        read_sheet(raw)
