import pytest

from tollbook.claim import TollClaim
from tollbook.reconciling import reconcile
from tollbook.testing import claim
from tollbook.toll import Influence, Toll


def influence(toll: Toll, each: TollClaim) -> Influence:
    [found] = [found for found in toll.influences if found.claim_id == each.id]
    return found


LOWER = claim("20", source="the police")
HIGHER = claim("60", source="the hospital")


def test_every_claim_counted_is_explained() -> None:
    [toll] = reconcile([LOWER, HIGHER])
    assert {each.claim_id for each in toll.influences} == set(toll.counted)


def test_a_low_claim_pulls_down_and_a_high_one_up() -> None:
    [toll] = reconcile([LOWER, HIGHER])
    assert influence(toll, LOWER).shift < 0 < influence(toll, HIGHER).shift
    assert influence(toll, LOWER).high_without > toll.high
    assert influence(toll, HIGHER).high_without < toll.high


def test_mentions_of_one_figure_share_what_it_moved() -> None:
    again = claim("60", source="the hospital", publisher="Hill Post", document="doc-2")
    [toll] = reconcile([LOWER, HIGHER, again])
    assert influence(toll, HIGHER).shift == influence(toll, again).shift > 0


def test_a_part_far_below_moves_next_to_nothing() -> None:
    small = claim("2", source="a list", part_of=True)
    [toll] = reconcile([LOWER, HIGHER, small])
    without = influence(toll, small)
    assert abs(without.shift) <= 1
    assert abs(without.low_without - toll.low) <= 2
    assert abs(without.high_without - toll.high) <= 2


@pytest.mark.parametrize("words", ["20", "at least 20", "dozens"])
def test_without_its_only_claim_a_toll_falls_back_on_the_prior(words: str) -> None:
    only = claim(words)
    [toll] = reconcile([only])
    assert influence(toll, only).low_without <= 1
