import pytest

from tollbook.claim import ResponsibilityClaim
from tollbook.document import Document
from tollbook.extracting import extract
from tollbook.extracting.acting.datelines import dateline_end


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("MERRIN, September 6 - Gunmen fired.", "MERRIN, September 6 - ", id="a day"),
        pytest.param(
            "SÉGOU, Mali, 18 Sept -- Rebels fled.", "SÉGOU, Mali, 18 Sept -- ", id="capitals"
        ),
        pytest.param("Oker (Norn News) — Rebels fled.", "Oker (Norn News) — ", id="an agency"),
        pytest.param("Rebels - 40 of them - attacked.", "", id="an aside"),
        pytest.param("Gunmen, some of them masked, - fired.", "", id="a comma"),
        pytest.param("REBELS ATTACKED OKER - ARMY", "", id="a headline in capitals"),
    ],
)
def test_a_dateline_ends_where_the_report_begins(text: str, line: str) -> None:
    assert text[: dateline_end(text)] == line


def test_the_town_and_country_of_a_dateline_did_nothing() -> None:
    text = (
        "SÉGOU, Mali, September 18 - Gunmen attacked a patrol, killing six soldiers, the army said."
    )
    (account,) = extract(Document(text=text, name="report"))
    actors = [c.actor.text for c in account.claims if isinstance(c, ResponsibilityClaim)]
    assert actors == ["Gunmen"]
