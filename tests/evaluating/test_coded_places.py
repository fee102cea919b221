"""Places as coders of UCDP write them. Events are invented, towns partly real."""

import pytest

from tollbook.evaluating.coded_places import (
    CodedPlace,
    country_named,
    first_named,
    from_row,
    from_words,
    is_named,
    names_a_place,
    split,
    with_country,
)
from tollbook.gazetteer import open_gazetteer
from tollbook.place import GazetteerEntry, Location


def pin(latitude: float, longitude: float, where_prec: int = 1, **of: str) -> Location:
    entry = GazetteerEntry(id="x:1", latitude=latitude, longitude=longitude, **of)  # type: ignore[arg-type]
    return Location(
        latitude=latitude,
        longitude=longitude,
        radius_km=5,
        where_prec=where_prec,
        geo_precision=1,
        rule="a town",
        entry=entry,
    )


SARN = pin(14.0, -4.0, name="Sarn", feature="P.PPL", country="XX", adm1="Taval")
TAVAL = pin(15.0, -4.5, 4, name="Taval", feature="A.ADM1", country="XX")


@pytest.mark.parametrize(
    ("where", "name", "codes"),
    [
        ("Sarn town", "Sarn", {1, 2}),
        ("Oker district", "Oker", {3}),
        ("Taval Governorate", "Taval", {4}),
        ("Northern Taval Governorate", "Taval", {5}),
        ("Hills of Oker", "Hills of Oker", set()),
        ("", "", set()),
    ],
)
def test_the_last_word_says_how_exactly_a_place_was_known(
    where: str, name: str, codes: set[int]
) -> None:
    assert split(where) == (name, frozenset(codes))


@pytest.mark.parametrize(
    ("codes", "point", "divisions", "where", "agrees", "lies_within"),
    [
        ({1}, (14.1, -4.0), {"Taval"}, SARN, True, False),
        ({1}, (14.9, -4.0), {"Taval"}, SARN, False, False),
        ({4}, (16.0, -4.0), {"Taval"}, SARN, True, False),
        ({4}, (16.0, -4.0), {"Uskar"}, SARN, False, False),
        ({6}, (20.0, -9.0), set(), SARN, True, False),
        ({1}, (14.0, -4.0), {"Taval"}, TAVAL, False, True),
        ({1}, (14.0, -4.0), {"Uskar"}, TAVAL, False, False),
    ],
)
def test_a_pin_is_right_as_exactly_as_the_coder_knew_the_place(
    codes: set[int],
    point: tuple[float, float],
    divisions: set[str],
    where: Location,
    agrees: bool,
    lies_within: bool,
) -> None:
    place = CodedPlace(
        name="Sarn",
        where_prec=frozenset(codes),
        points=(point,),
        country="XX",
        divisions=frozenset(divisions),
    )
    assert (place.agrees(where), place.lies_within(where)) == (agrees, lies_within)


def test_words_alone_are_looked_up_within_the_country() -> None:
    gazetteer = open_gazetteer()
    mali = country_named("Mali", gazetteer)
    gao = from_words("Gao town", mali, gazetteer)
    assert gao.country == "ML"
    assert any(abs(north - 16.27) < 0.1 and abs(east) < 0.1 for north, east in gao.points)
    assert from_words("Mali", mali, gazetteer).where_prec == {6}
    assert from_words("Nowhereville town", mali, gazetteer).points == ()


def test_a_row_gives_the_point_and_the_province_as_the_gazetteer_writes_it() -> None:
    gazetteer = open_gazetteer()
    mali = country_named("Mali", gazetteer)
    place = from_row("Gao town", 2, (16.2, 0.1), "Gao region", mali, gazetteer)
    assert place.where_prec == {2}
    assert place.points == ((16.2, 0.1),)
    assert len(place.divisions) == 1


@pytest.mark.parametrize(
    ("headline", "name", "expected"),
    [
        ("Nine die near Der Ezzor", "Deir ez Zor", True),
        ("Nine die in Sarn", "Sarn/Old Sarn", True),
        ("Nine die in Sarn", "Taval", False),
        ("Nine die in sarn", "Sarn", False),
        ("Nine die in Aleppo.", "Aleppo", True),
        ("Nine die in Lebap", "Aleppo", False),
    ],
)
def test_a_name_is_found_in_other_spellings(headline: str, name: str, expected: bool) -> None:
    assert is_named(headline, name) is expected


def test_a_plain_pin_takes_the_first_name_for_its_most_populous_place() -> None:
    gazetteer = open_gazetteer()
    found = first_named("Clashes in Mali, nine killed in Timbuktu", gazetteer)
    assert found is not None
    assert found.where_prec == 1
    assert abs(found.latitude - 16.77) < 0.1
    assert first_named("Nine killed", gazetteer) is None


def test_a_country_beside_a_headline_is_no_place_that_the_headline_names() -> None:
    gazetteer = open_gazetteer()
    assert with_country("Nine killed.", "Mali") == "Nine killed.\nMali."
    assert not names_a_place("Nine killed", "Mali", gazetteer)
    assert names_a_place("Nine killed in Gao", "Mali", gazetteer)
