import pytest

from tollbook.evaluating.muc4.phrases import read
from tollbook.evaluating.muc4.setting import where
from tollbook.evaluating.muc4.texts import Message, message


def report(body: str, dateline: str = "BOGOTA, 3 MAY 90") -> Message:
    return message("ZZ1-MUC9-0001", f"{dateline} -- {body}\n")


@pytest.mark.parametrize(
    ("body", "dateline", "place"),
    [
        pytest.param("A BOMB WENT OFF.", "BOGOTA, 3 MAY 90", "COLOMBIA", id="by the dateline"),
        pytest.param(
            "A BOMB WENT OFF IN MEDELLIN, ANTIOQUIA DEPARTMENT.",
            "BOGOTA, 3 MAY 90",
            "COLOMBIA: ANTIOQUIA (DEPARTMENT): MEDELLIN (CITY)",
            id="department and town",
        ),
        pytest.param(
            "A BOMB OF THE MEDELLIN CARTEL WENT OFF.",
            "BOGOTA, 3 MAY 90",
            "COLOMBIA",
            id="what is called after a town is none",
        ),
        pytest.param(
            "A BOMB WENT OFF IN THE TOWN OF QELTUB.",
            "BOGOTA, 3 MAY 90",
            "COLOMBIA: QELTUB (CITY)",
            id="a town no list knows",
        ),
        pytest.param(
            "A BOMB WENT OFF IN THE QELTUB NEIGHBORHOOD OF THIS CAPITAL.",
            "BOGOTA, 3 MAY 90",
            "COLOMBIA: BOGOTA (CITY): QELTUB (NEIGHBORHOOD)",
            id="a quarter of the capital",
        ),
        pytest.param(
            "IN PERU A PERUVIAN BRIDGE WAS BLOWN UP.",
            "HAVANA (CUBA), 3 MAY 90",
            "PERU",
            id="the country told of",
        ),
    ],
)
def test_an_incident_is_placed(body: str, dateline: str, place: str) -> None:
    written = report(body, dateline)
    assert where(written, read(written.text, ()), (0,)) == place
