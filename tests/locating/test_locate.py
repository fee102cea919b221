from datetime import date

import pytest

from tests.locating.gazetteers import FewPlaces
from tollbook.annotating import annotator
from tollbook.document import Document
from tollbook.locating.locate import PlacedReport, locate
from tollbook.pipeline import tell
from tollbook.place import Location, kilometres


def located(text: str) -> Location | None:
    document = Document(text=text, name="report.txt", published_at=date(2031, 3, 7))
    accounts = tell(document, annotator("rules"))
    return locate(document, accounts[0], FewPlaces())


@pytest.mark.parametrize(
    ("text", "name", "where_prec"),
    [
        pytest.param(
            "Gunmen killed nine farmers in Sarn on Monday, police said in Mopala.",
            "Sarn",
            1,
            id="not where the speaker is",
        ),
        pytest.param(
            "MOPALA (Agency) - Twelve people were killed when gunmen stormed a market in Oker on "
            "Tuesday.",
            "Oker",
            1,
            id="not where it was filed from",
        ),
        pytest.param("A bomb killed four people near Sarn on Friday.", "Sarn", 2, id="near a town"),
    ],
)
def test_the_place_of_an_incident_is_told_from_other_places(
    text: str, name: str, where_prec: int
) -> None:
    found = located(text)
    assert found is not None
    assert found.entry is not None
    assert (found.entry.name, found.where_prec) == (name, where_prec)


def test_a_quarter_that_no_gazetteer_knows_is_pinned_with_its_town() -> None:
    found = located(
        "A bomb killed four people in Sarn on Friday. It tore apart a bakery in the Qeltub "
        "neighborhood, killing a child in Sarn."
    )
    assert found is not None
    assert found.entry is not None
    assert found.entry.name == "Sarn"


def test_a_place_beside_another_is_a_point_with_a_radius() -> None:
    found = located("A mine killed four people 17 km north of Sarn on Friday.")
    assert found is not None
    assert kilometres(14.0, -4.0, found.latitude, found.longitude) == pytest.approx(17, abs=0.1)
    assert (found.where_prec, found.geo_precision) == (2, 2)
    assert found.radius_km < 17


def test_a_report_without_a_known_place_has_no_pin() -> None:
    assert located("Gunmen killed nine farmers on Monday, police said.") is None


def test_the_places_of_an_account_keep_their_order_when_they_are_looked_up() -> None:
    text = "Gunmen killed nine farmers in Sarn, in the village of Qeltub, on Monday."
    document = Document(text=text, name="report.txt")
    account = tell(document, annotator("rules"))[0]
    entries = PlacedReport(document, FewPlaces()).entries(account)
    names = [place.words.text for place in account.places]
    assert len(entries) == len(names)
    assert entries[names.index("Sarn")] == FewPlaces().named("Sarn")[0]
