from datetime import UTC, date, datetime

import pytest

from tollbook.claim import Group, SourceKind, Stance
from tollbook.document import Imprint
from tollbook.drawing.wording import (
    claim_in_words,
    days_in_words,
    imprint_in_words,
    listed,
    source_in_words,
)
from tollbook.incident import Days
from tollbook.testing import claim


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2031, 3, 4), date(2031, 3, 4), "4 March 2031"),
        (date(2031, 3, 4), date(2031, 3, 6), "4–6 March 2031"),
        (date(2031, 3, 31), date(2031, 4, 1), "31 March 2031 to 1 April 2031"),
        (date(2030, 3, 4), date(2031, 3, 4), "4 March 2030 to 4 March 2031"),
    ],
)
def test_days(first: date, last: date, words: str) -> None:
    assert days_in_words(Days(first=first, last=last)) == words


def test_unknown_days_are_said_to_be_unknown() -> None:
    assert days_in_words(None) == "date unknown"


@pytest.mark.parametrize(
    ("said", "group", "words"),
    [
        ("12", Group.PEOPLE, "killed 12 people"),
        ("1", Group.PEOPLE, "killed 1 person"),
        ("1", Group.CHILD, "killed 1 child"),
        ("no", Group.CIVILIAN, "killed 0 civilians"),
        ("between 4 and 9", Group.WOMAN, "killed 4–9 women"),
        ("1", Group.SECURITY_FORCE, "killed 1 member of the security forces"),
        ("4", Group.ARMED_GROUP, "killed 4 armed-group fighters"),
        ("1", Group.ARMED_GROUP, "killed 1 armed-group fighter"),
        ("two", Group.ATTACKER, "killed 2 attackers"),
        ("at least 1,200", Group.SECURITY_FORCE, "killed 1,200 or more security forces"),
    ],
)
def test_what_a_claim_counts(said: str, group: Group, words: str) -> None:
    assert claim_in_words(claim(said, group=group)) == words


def test_who_says_so() -> None:
    assert source_in_words(claim("12").attribution) == "the report itself"
    said = claim(
        "12",
        source="a nurse",
        source_kind=SourceKind.MEDICAL,
        anonymous=True,
        relay="Oker Radio",
        stance=Stance.DENIED,
    )
    assert source_in_words(said.attribution) == "a nurse (medical, unnamed), via Oker Radio, denied"


@pytest.mark.parametrize(
    ("imprint", "words"),
    [
        (Imprint(document_id="x", name="a/flash.txt"), "flash.txt, no date"),
        (
            Imprint(
                document_id="x",
                name="x",
                publisher="Oker Daily",
                published_at=datetime(2031, 3, 4, 7, 5, tzinfo=UTC),
            ),
            "Oker Daily, 4 March 2031 07:05 UTC",
        ),
        (
            Imprint(
                document_id="x", name="x", publisher="P", published_at=datetime(2031, 3, 4, 7, 5)
            ),
            "P, 4 March 2031 07:05",
        ),
    ],
)
def test_who_printed_it_and_when(imprint: Imprint, words: str) -> None:
    assert imprint_in_words(imprint) == words


def test_names_are_listed_each_once() -> None:
    assert [listed([]), listed(["Oker"]), listed(["Oker", "Vell", "Oker"])] == [
        "",
        "Oker",
        "Oker and Vell",
    ]
