import json
from pathlib import Path

import pytest

from tollbook.errors import UnusableGazetteer
from tollbook.gazetteer import open_gazetteer
from tollbook.gazetteer.faults import Fault
from tollbook.gazetteer.importing import import_places
from tollbook.gazetteer.opening import shipped_gazetteer

CSV = """name,lat,lon,also,country,adm1,feature,population,note
Faraway Camp,10.5,20.25,Farawey;Campo Lejano,ZZ,Upper Province,S.CMPRF,1200,x
Other Hill,-1,2,,,,,,
"""


def dump_row(number: str, name: str, latitude: str, code: str = "PPL", adm1: str = "01") -> str:
    kind = "A" if code.startswith("ADM") else "P"
    cells = [number, name, name, "BKX,Nom Autre", latitude, "20.5", kind, code, "ZZ", "", adm1]
    return "\t".join([*cells, "", "", "", "500", "", "", "Zed/Zed", "2020-01-01"])


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "own" / "gazetteer.sqlite"


def put(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, "utf-8")
    return folder / name


def test_a_csv_is_read_by_its_header(tmp_path: Path, own: Path) -> None:
    done = import_places(put(tmp_path, "places.csv", CSV), own)
    assert (done.places, done.faults) == (2, ())
    (entry,) = open_gazetteer(own).named("campo lejano")
    assert (entry.name, entry.latitude, entry.longitude) == ("Faraway Camp", 10.5, 20.25)
    assert (entry.country, entry.adm1, entry.feature, entry.population) == (
        "ZZ",
        "Upper Province",
        "S.CMPRF",
        1200,
    )


def test_a_dump_names_its_own_divisions(tmp_path: Path, own: Path) -> None:
    rows = [
        dump_row("900000001", "Hither Town", "10.5"),
        dump_row("900000002", "Hither Province", "10.4", "ADM1"),
    ]
    done = import_places(put(tmp_path, "ZZ.txt", "\n".join(rows) + "\n"), own)
    assert done.places == 2
    places = open_gazetteer(own)
    (entry,) = places.named("Hither Town")
    assert (entry.id, entry.adm1) == ("geonames:900000001", "Hither Province")
    assert not any(entry.country == "ZZ" for entry in places.named("BKX"))
    assert "GeoNames" in places.attribution


def test_points_of_a_geojson_are_read(tmp_path: Path, own: Path) -> None:
    feature = {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [20.25, 10.5]},
        "properties": {"Name": "Faraway Camp", "population": 7, "country": None},
    }
    line = {"type": "Feature", "geometry": {"type": "LineString", "coordinates": []}}
    text = json.dumps({"type": "FeatureCollection", "features": [feature, line]})
    done = import_places(put(tmp_path, "places.geojson", text), own)
    assert done.places == 1
    assert done.faults == (
        Fault(line=2, reason="no point; expected a Feature whose geometry is a Point"),
    )
    (entry,) = open_gazetteer(own).named("Faraway Camp")
    assert (entry.latitude, entry.longitude, entry.population) == (10.5, 20.25, 7)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Hill,abc,2,,", "latitude is 'abc'; expected degrees from -90 to 90"),
        ("Hill,nan,2,,", "latitude is 'nan'; expected degrees from -90 to 90"),
        ("Hill,1,181,,", "longitude is '181'; expected degrees from -180 to 180"),
        (",1,2,,", "name is ''; expected a word"),
        ("Hill,1,2,Zedland,", "country is 'Zedland'; expected a code of two letters, or nothing"),
        ("Hill,1,2,ZZ,many", "population is 'many'; expected a whole number, or nothing"),
        ("Hill", "latitude is ''; expected degrees from -90 to 90"),
    ],
)
def test_a_bad_row_is_told_and_the_rest_is_read(
    tmp_path: Path, own: Path, row: str, reason: str
) -> None:
    text = f"name,latitude,longitude,country,population\nFaraway,1,2,,\n{row}\nNearby,1,2,,\n"
    done = import_places(put(tmp_path, "places.csv", text), own)
    assert (done.places, done.faults) == (2, (Fault(line=3, reason=reason),))


def test_a_short_row_of_a_dump_is_told(tmp_path: Path, own: Path) -> None:
    text = dump_row("900000001", "Hither Town", "10.5") + "\n900000002\tHalf\n"
    done = import_places(put(tmp_path, "ZZ.txt", text), own)
    assert [fault.line for fault in done.faults] == [2]
    assert "expected the 19 of a GeoNames dump" in done.faults[0].reason


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("places.csv", "title,where\nA,B\n", "lacks name, latitude, longitude"),
        ("places.json", '{"places": []}', "expected a FeatureCollection"),
        ("empty.csv", "", "lacks name, latitude, longitude"),
    ],
)
def test_a_file_of_another_kind_is_refused(
    tmp_path: Path, own: Path, name: str, text: str, said: str
) -> None:
    with pytest.raises(UnusableGazetteer, match=said):
        import_places(put(tmp_path, name, text), own)
    assert not own.exists()


def test_a_second_import_adds_and_replaces(tmp_path: Path, own: Path) -> None:
    import_places(put(tmp_path, "one.csv", "id,name,lat,lon\na,Faraway,1,2\nb,Nearby,3,4\n"), own)
    import_places(put(tmp_path, "two.csv", "id,name,lat,lon\na,Farther Away,5,6\n"), own)
    places = open_gazetteer(own)
    assert [entry.latitude for entry in places.named("Nearby") if entry.id == "b"] == [3.0]
    assert [(e.id, e.latitude) for e in places.named("Farther Away")] == [("a", 5.0)]
    assert not any(entry.id == "a" for entry in places.named("Faraway"))


def test_importing_twice_changes_nothing(tmp_path: Path, own: Path) -> None:
    source = put(tmp_path, "places.csv", CSV)
    import_places(source, own)
    before = own.read_bytes()
    import_places(source, own)
    assert own.read_bytes() == before


def test_the_shipped_gazetteer_is_left_alone(tmp_path: Path, own: Path) -> None:
    before = shipped_gazetteer().stat()
    import_places(put(tmp_path, "places.csv", CSV), own)
    after = shipped_gazetteer().stat()
    assert (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size)


def test_a_file_that_is_no_gazetteer_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableGazetteer, match="is no gazetteer"):
        open_gazetteer(put(tmp_path, "notes.sqlite", "not a database, but long enough " * 100))
    with pytest.raises(UnusableGazetteer, match="there is no gazetteer at"):
        open_gazetteer(tmp_path / "nowhere.sqlite")
