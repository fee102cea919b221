from datetime import date

import pytest

from tollbook.claim import Harm, SourceKind
from tollbook.evaluating.plain_rules import PLAIN_RULES, figures_claimed, gtd, numbers_claimed
from tollbook.testing import claim

CLAIMS = [
    claim(words, publisher=paper, document=paper, published_at=date(2031, 5, day))
    for words, paper, day in (("20", "A", 4), ("30", "B", 5), ("30", "C", 5), ("25", "D", 6))
]


@pytest.mark.parametrize(
    ("rule", "figure"),
    [
        ("largest", 30),
        ("smallest (ACLED)", 20),
        ("most frequent", 30),
        ("median", 27.5),
        ("mean", 26.25),
        ("latest", 25),
    ],
)
def test_what_each_rule_notes(rule: str, figure: float) -> None:
    numbers = numbers_claimed(figures_claimed(CLAIMS, Harm.KILLED))
    assert numbers == (20, 30, 30, 25)
    assert PLAIN_RULES[rule](numbers) == figure


def test_of_figures_as_frequent_the_largest_is_noted() -> None:
    assert PLAIN_RULES["most frequent"]([3, 1]) == 3


def test_words_without_a_number_count_only_alone() -> None:
    vague = claim("dozens", publisher="E", document="E")
    assert numbers_claimed(figures_claimed([*CLAIMS, vague], Harm.KILLED)) == (20, 30, 30, 25)
    assert numbers_claimed(figures_claimed([vague], Harm.KILLED)) == (12,)


def test_gtd_takes_the_last_day_and_leaves_out_parties() -> None:
    boast = claim(
        "90",
        source="the Falcons",
        source_kind=SourceKind.ARMED_GROUP,
        document="F",
        published_at=date(2031, 5, 7),
    )
    assert gtd(figures_claimed([*CLAIMS, boast], Harm.KILLED)) == 25
    assert gtd(figures_claimed([boast], Harm.KILLED)) == 90
