import pytest

from tollbook.gazetteer import Gazetteer


@pytest.mark.parametrize(
    "name", ["Al Marsalah", "AL-MARSALAH", "el marsalah", "المرسلة", "المرسله"]
)
def test_a_name_is_known_in_any_spelling(invented: Gazetteer, name: str) -> None:
    assert invented.knows(name)
    assert [entry.name for entry in invented.named(name)] == ["Al Marsalah"]


@pytest.mark.parametrize("name", ["Marsal", "Zed", "", " ", "On Tuesday The", "المرسل"])
def test_what_is_no_name_is_not_known(invented: Gazetteer, name: str) -> None:
    assert not invented.knows(name)
    assert invented.named(name) == ()


def test_the_best_known_of_namesakes_comes_first(invented: Gazetteer) -> None:
    assert [entry.id for entry in invented.named("Marsalah")] == [
        "test:Marsalah",
        "test:Al Marsalah",
    ]


def test_a_short_form_needs_its_point(invented: Gazetteer) -> None:
    assert invented.knows("Fid.")
    assert not invented.knows("Fid")


def test_a_point_that_ends_a_sentence_does_no_harm(invented: Gazetteer) -> None:
    assert [entry.name for entry in invented.named("Qorundel.")] == ["Qorundel"]


def test_an_exact_name_fits_fully(invented: Gazetteer) -> None:
    (match,) = invented.find("QORUNDEL")
    assert (match.entry.name, match.score, match.spelling) == ("Qorundel", 100.0, "qorundel")


@pytest.mark.parametrize("name", ["Korundel", "Qorundil", "Qorondel", "Corrundel", "Qorndel"])
def test_a_misspelled_name_is_found(invented: Gazetteer, name: str) -> None:
    (match,) = invented.find(name)
    assert match.entry.name == "Qorundel"
    assert 80 <= match.score < 100


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("Korundel", "YY", []),
        ("Qorondel", "ZZ", ["Qorundel"]),
        ("Qorundell", "ZZ", ["Qorundel"]),
        ("Qornbel", "ZZ", []),
    ],
)
def test_another_spelling_is_found_in_its_country_where_only_vowels_and_doubles_differ(
    invented: Gazetteer, name: str, country: str, expected: list[str]
) -> None:
    assert [entry.name for entry in invented.like(name, country)] == expected


def test_likeness_is_tried_only_where_nothing_is_called_so(invented: Gazetteer) -> None:
    assert {match.score for match in invented.find("Marsalah")} == {100.0}


@pytest.mark.parametrize("name", ["", "?", "Zd", "Entirely Elsewhere"])
def test_nothing_alike_finds_nothing(invented: Gazetteer, name: str) -> None:
    assert invented.find(name) == ()


def test_only_the_country_asked_for(invented: Gazetteer) -> None:
    assert invented.find("Fiddlemark", country="ZZ") == ()
    assert len(invented.find("Fiddlemark", country="YY")) == 1


def test_no_more_than_asked_for(invented: Gazetteer) -> None:
    assert len(invented.find("Marsalah", limit=1)) == 1


def test_a_country_is_found_by_its_code(invented: Gazetteer) -> None:
    country = invented.country("ZZ")
    assert country is not None
    assert country.name == "Zedland"
    assert invented.country("XX") is None


def test_the_towns_of_a_country_come_with_the_most_populous_first(invented: Gazetteer) -> None:
    assert invented.towns("ZZ") == ((9.12, 10.12), (9.1, 10.1), (9.13, 10.1), (11.2, 10.1))


def test_provinces_and_rocks_are_no_towns(invented: Gazetteer) -> None:
    assert invented.towns("YY") == ((-40.5, -70.5),)
    assert invented.towns("") == invented.towns("XX") == ()


def test_parents_lead_from_a_quarter_to_the_country(invented: Gazetteer) -> None:
    (entry,) = invented.named("Old Market")
    line = []
    while (above := invented.parent(entry)) is not None:
        line.append(above.name)
        entry = above
    assert line == ["Qorundel", "Lower Province", "Zedland"]


def test_what_lies_in_no_country_has_no_parent(invented: Gazetteer) -> None:
    (entry,) = invented.named("Date Line Rock")
    assert invented.parent(entry) is None


def test_what_is_near_comes_nearest_first(invented: Gazetteer) -> None:
    found = invented.near(9.12, 10.12, 5.0)
    assert [entry.name for entry, _ in found] == ["Qorundel", "Old Market", "Marsalah"]
    assert found[0][1] == 0.0
    assert 2 < found[1][1] < 3


@pytest.mark.parametrize("longitude", [179.9, -179.9])
def test_near_crosses_the_date_line(invented: Gazetteer, longitude: float) -> None:
    assert [entry.name for entry, _ in invented.near(0.0, longitude, 30.0)] == ["Date Line Rock"]


def test_near_a_pole_nothing_breaks(invented: Gazetteer) -> None:
    assert invented.near(89.99, 0.0, 100.0) == ()
    assert invented.near(-90.0, 180.0, 100.0) == ()
