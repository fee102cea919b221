from datetime import date

import pytest

from tollbook.document import Raw
from tollbook.errors import UnusableSheet
from tollbook.reading.sheets import columns_from_toml, read_sheet, sheet_from_json, sheet_to_json
from tollbook.sheet import CodedCount, DayOrder, Meaning, Sheet

MAPPING = """
[columns]
id = "Ref"
first_day = "From"
last_day = "To"
places = ["Village", "Province"]
country = "Country"
latitude = "Lat"
longitude = "Lon"
sides = ["By", "Against"]
killed_low = "Min"
killed = "Killed"
killed_high = "Max"
killed_civilians = "Civilians"
injured = "Wounded"
type = "Type"
notes = "Notes"
"""
HEADER = (
    "Ref;From;To;Village;Province;Country;Lat;Lon;By;Against;Min;Killed;Max;Civilians;Wounded;"
    "Type;Notes;Weather"
)


def sheet(*rows: str, order: DayOrder | None = None) -> Sheet:
    content = "\n".join([HEADER, *rows]).encode("cp1252")
    raw = Raw(name="coded.csv", content=content, suffix=".csv")
    return read_sheet(raw, columns_from_toml(MAPPING), order=order)


FULL = (
    "O-1;17/09/2031;18/09/2031;Oker;Sarn;Mali;12,65;-8,00;Tarn Front;Army of Sarn;10;12;15;4;"
    'dozens;ambush;"a; b";rain'
)


def test_a_row_becomes_an_event_with_everything_it_says() -> None:
    (event,) = sheet(FULL).events
    assert (event.row, event.coder_id) == (2, "O-1")
    assert event.days is not None
    assert (event.days.first, event.days.last) == (date(2031, 9, 17), date(2031, 9, 18))
    assert event.place.names == ("Oker", "Sarn")
    assert (event.place.latitude, event.place.longitude) == (12.65, -8.0)
    assert event.sides == ("Tarn Front", "Army of Sarn")
    assert event.killed == CodedCount(low=10, best=12, high=15, words="10–12–15")
    assert event.injured == CodedCount(low=24, best=None, high=None, words="dozens")
    assert event.part(Meaning.KILLED_CIVILIANS) == CodedCount(low=4, best=4, high=4, words="4")


def test_every_cell_is_kept_as_it_was_mapped_or_not() -> None:
    (event,) = sheet(FULL).events
    cells = dict(event.cells)
    assert (cells["Weather"], cells["Lat"], cells["Notes"]) == ("rain", "12,65", "a; b")


def test_an_empty_cell_is_unknown_and_a_zero_is_zero() -> None:
    (event,) = sheet("O-2;17/09/2031;;Oker;;;;;;;;;;;0;;;").events
    assert event.killed is None
    assert event.injured == CodedCount(low=0, best=0, high=0, words="0")
    assert (event.place.country, event.place.latitude, event.place.radius_km) == ("", None, None)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        pytest.param("O;31/02/2031;;Oker;;;;;;;;1;;;;;;", "'31/02/2031' is no date", id="date"),
        pytest.param("O;17/09/2031;16/09/2031;Oker;;;;;;;;1;;;;;;", "before it begins", id="ends"),
        pytest.param("O;17/09/2031;;Oker;;;;;;;;some men;;;;;;", "'some men' is no", id="toll"),
        pytest.param("O;17/09/2031;;Oker;;;95;8;;;;1;;;;;;", "'95', '8' is no point", id="point"),
        pytest.param("O;;;;;;;;;;;;;;;;only notes;", "no day, no place and no toll", id="empty"),
    ],
)
def test_a_bad_row_is_refused_with_its_number_and_the_others_are_read(row: str, said: str) -> None:
    told = sheet(FULL, row, FULL)
    assert [event.row for event in told.events] == [2, 4]
    (refused,) = told.refused
    assert refused.row == 3
    assert refused.reason.startswith("row 3: ")
    assert said in refused.reason


def test_ucdp_s_figures_precision_and_days_are_read_as_they_are() -> None:
    content = (
        b"id,side_a,side_b,where_prec,where_coordinates,adm_1,latitude,longitude,country,date_prec,"
        b"date_start,date_end,deaths_a,deaths_civilians,best,high,low\n"
        b"77,Army,Front,4,Oker,Sarn,12.5,-8,Mali,2,2031-03-04,2031-03-06,1,0,9,8,7\n"
    )
    (event,) = read_sheet(Raw(name="ged.csv", content=content, suffix=".csv")).events
    # The high of an aggregate may lie below its best.
    assert event.killed == CodedCount(low=7, best=9, high=8, words="7–9–8")
    assert event.place.radius_km == 150
    assert event.days is not None
    assert event.days.date_prec == 2
    assert event.part(Meaning.KILLED_CIVILIANS) == CodedCount(low=0, best=0, high=0, words="0")
    assert event.part(Meaning.KILLED_SIDE_B) is None


def test_a_code_that_no_scheme_has_is_refused() -> None:
    content = (
        b"event_date,event_type,actor1,fatalities,geo_precision\n2031-03-04,Battles,Front,1,9\n"
    )
    told = read_sheet(Raw(name="acled.csv", content=content, suffix=".csv"))
    assert "'geo_precision': '9' is no code; they run from 1 to 3" in told.refused[0].reason


def test_dates_that_can_be_read_two_ways_wait_for_a_person() -> None:
    row = "O;03/04/2031;;Oker;;;;;;;;1;;;;;;"
    with pytest.raises(UnusableSheet, match="--day-first or --month-first"):
        sheet(row)
    (event,) = sheet(row, order=DayOrder.MONTH_FIRST).events
    assert event.days is not None
    assert event.days.first == date(2031, 3, 4)


def test_a_sheet_that_is_kept_is_the_same_sheet_when_it_is_read_again() -> None:
    told = sheet(FULL, "O;31/02/2031;;Oker;;;;;;;;1;;;;;;")
    assert sheet_from_json(sheet_to_json(told)) == told


def test_the_id_follows_from_the_cells_and_how_they_are_read_not_from_the_name() -> None:
    one, other = sheet(FULL), sheet(FULL)
    assert one.id == other.id
    assert sheet(FULL.replace(";12;", ";13;")).id != one.id
    assert sheet(FULL, order=DayOrder.DAY_FIRST).id == one.id


def test_what_is_no_kept_sheet_is_refused() -> None:
    with pytest.raises(UnusableSheet, match="cannot be read"):
        sheet_from_json('{"rows": []}')
