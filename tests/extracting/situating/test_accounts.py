"""Which incident each claim of a report is about. All places are invented."""

from datetime import date

import pytest

from tollbook.claim import BACKGROUND
from tollbook.extracting import extract
from tollbook.incident import Account
from tollbook.testing import document

TUESDAY = date(2031, 3, 4)
MONDAY_IN_OKER = "Twelve people were killed in a raid on Oker on Monday.\n\n"


def accounts(text: str) -> tuple[Account, ...]:
    return extract(document(text, published_at=TUESDAY))


def told(text: str) -> dict[str, list[str]]:
    """Give the figures of a text by the label of their account."""
    return {
        account.label: [c.count.words.text for c in account.claims if c.kind == "toll"]
        for account in accounts(text)
    }


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param("Nine were hurt.", {"A": ["Twelve", "Nine"]}, id="no word of another"),
        pytest.param(
            "Police said on Tuesday that nine were hurt.",
            {"A": ["Twelve", "nine"]},
            id="the day after is the same night's news",
        ),
        pytest.param(
            "On February 14, nine people were killed in Sarn.",
            {"A": ["Twelve"], "B": ["nine"]},
            id="another day",
        ),
        pytest.param(
            "On February 14, nine people died in Sarn. Six more died there on February 14.",
            {"A": ["Twelve"], "B": ["nine", "Six more"]},
            id="the same other day twice",
        ),
        pytest.param(
            "On February 14, nine were killed. On January 9, six were killed.",
            {"A": ["Twelve"], "B": ["nine"], "C": ["six"]},
            id="two other days",
        ),
        pytest.param(
            "Elsewhere, nine people were killed.",
            {"A": ["Twelve"], "B": ["nine"]},
            id="elsewhere",
        ),
        pytest.param(
            "In a separate attack, nine people were killed.",
            {"A": ["Twelve"], "B": ["nine"]},
            id="a separate attack",
        ),
        pytest.param(
            "The war has killed thousands since 2019.",
            {"A": ["Twelve"], BACKGROUND: ["thousands"]},
            id="a war",
        ),
    ],
)
def test_claims_are_parted_by_incident(rest: str, expected: dict[str, list[str]]) -> None:
    assert told(MONDAY_IN_OKER + rest) == expected


def test_elsewhere_at_the_very_start_is_still_the_main_incident() -> None:
    assert told("Elsewhere, nine people were killed.") == {"A": ["nine"]}


def test_a_claim_carries_the_label_of_its_account() -> None:
    for account in accounts(MONDAY_IN_OKER + "Elsewhere, nine people were killed."):
        assert {claim.incident for claim in account.claims} == {account.label}


def test_an_account_knows_its_day_and_place() -> None:
    (account,) = accounts(MONDAY_IN_OKER)
    assert account.days is not None
    assert account.days.first == account.days.last == date(2031, 3, 3)
    assert "Oker" in [place.words.text for place in account.places]


def test_a_war_has_no_day_and_no_target() -> None:
    (account,) = accounts("The war has killed thousands since gunmen attacked Oker in 2019.")
    assert (account.label, account.days, account.targets) == (BACKGROUND, None, ())


def test_a_report_of_more_incidents_than_letters_is_still_read() -> None:
    days = [f"On January {day}, nine people were killed." for day in range(1, 29)]
    found = told(MONDAY_IN_OKER + " ".join(days))
    assert sum(len(figures) for figures in found.values()) == 29
    assert set(found) == set("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def test_a_report_without_claims_has_no_account() -> None:
    assert accounts("The mill of Oker opened on Monday.") == ()


def test_a_hotel_attacked_years_ago_is_no_target_of_this_attack() -> None:
    text = MONDAY_IN_OKER + "In 2015 gunmen killed nine people in an attack on a hotel in Oker."
    main = accounts(text)[0]
    assert main.label == "A"
    assert "hotel" not in " ".join(words.text for words in main.targets)
