from datetime import date

import pytest

from tollbook.claim import TollClaim
from tollbook.reconciling.lineage import trace
from tollbook.reconciling.statements import Statement, gather
from tollbook.testing import claim


def stated(*claims: TollClaim) -> dict[str, Statement]:
    return {each.count.words.text: each for each in gather(claims, trace(claims))}


def police(words: str, day: int = 4) -> TollClaim:
    return claim(
        words,
        source="the police",
        document=f"doc-{day}",
        published_at=date(2031, 5, day),
        sentence=f"{words} people died, the police said",
    )


def test_all_mentions_of_one_figure_are_one_statement_dated_by_the_first() -> None:
    [statement] = gather(said := [police("12", 6), police("12", 4)], trace(said))
    assert statement.claim_ids == (said[1].id, said[0].id)
    assert statement.moment == date(2031, 5, 4)


def test_a_later_figure_replaces_the_earlier() -> None:
    found = stated(police("12", 4), police("9", 6))
    assert (found["12"].is_replaced, found["9"].is_replaced) == (True, False)


def test_two_counts_of_one_day_replace_nothing() -> None:
    assert not any(each.is_replaced for each in stated(police("12"), police("15")).values())


@pytest.mark.parametrize(
    ("floor", "fuller"),
    [("at least 50", "more than 70"), ("dozens", "31"), ("more than 70", "77")],
)
def test_a_floor_is_moot_where_its_voice_says_more(floor: str, fuller: str) -> None:
    found = stated(police(floor), police(fuller))
    assert (found[floor].is_replaced, found[fuller].is_replaced) == (True, False)


def test_a_floor_is_not_about_a_figure_far_above_it() -> None:
    found = stated(police("more than 70"), police("thousands"))
    assert not found["more than 70"].is_replaced


def test_another_voice_replaces_nothing() -> None:
    nurse = claim("40", source="a nurse", published_at=date(2031, 5, 9), document="doc-9")
    assert not stated(police("12"), nurse)["12"].is_replaced
