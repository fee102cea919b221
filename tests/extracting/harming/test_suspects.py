"""Who is held for an attack is an attacker; who is held for anything else is not."""

import pytest

from tests.extracting.told import harms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A man was arrested on murder charges.", "detained: A = 1 attacker", id="murder charges"
        ),
        pytest.param(
            "Police detained two men in connection with the bombing.",
            "detained: two = 2 attacker",
            id="in connection with",
        ),
        pytest.param(
            "Police arrested an adult they say shot a clerk.",
            "detained: an = 1 attacker",
            id="they say shot",
        ),
        pytest.param(
            "A 9-year-old boy was arrested for the shooting.",
            "detained: A = 1 attacker",
            id="a boy too",
        ),
        pytest.param(
            "A man is in custody following the murder.", "detained: A = 1 attacker", id="in custody"
        ),
        pytest.param(
            "Police detained two men at a rally.", "detained: two = 2 people", id="at a rally"
        ),
        pytest.param(
            "Rebels detained two nurses on charges of murder.",
            "detained: two = 2 medic",
            id="who has a trade keeps it",
        ),
    ],
)
def test_a_charge_of_an_attack_makes_a_suspect(text: str, expected: str) -> None:
    assert expected in harms(text)
