import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook.evaluating.reliability import reliability

pairs = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=60)


def test_nothing_held_probable_is_no_perfect_reliability() -> None:
    assert reliability([]) is None


def test_what_is_sure_and_right_has_no_error() -> None:
    found = reliability([(1.0, True)] * 3 + [(0.0, False)])
    assert found is not None
    assert (found.count, found.error, found.brier) == (4, 0.0, 0.0)


def test_the_error_weighs_each_bin_by_what_is_in_it() -> None:
    found = reliability([(0.9, True), (0.9, True), (0.9, False), (0.2, False)])
    assert found is not None
    # Three at .9 of which two thirds are right, and one at .2 that is wrong.
    assert found.error == pytest.approx((3 * (0.9 - 2 / 3) + 1 * 0.2) / 4)


@pytest.mark.parametrize(
    ("probability", "low"),
    [
        pytest.param(0.0, 0.0, id="the lowest"),
        pytest.param(0.1, 0.1, id="a cut counts above it"),
        pytest.param(0.999, 0.9, id="just below one"),
        pytest.param(1.0, 0.9, id="one is in the last bin"),
    ],
)
def test_a_probability_falls_into_one_bin(probability: float, low: float) -> None:
    found = reliability([(probability, True)])
    assert found is not None
    assert [held.low for held in found.bins] == [low]


@pytest.mark.parametrize("probability", [-0.1, 1.5, float("nan")])
def test_what_is_no_probability_is_refused(probability: float) -> None:
    with pytest.raises(ValueError, match="is no probability"):
        reliability([(probability, True)])


@given(pairs)
def test_bins_hold_everything_once_and_errors_are_shares(held: list[tuple[float, bool]]) -> None:
    found = reliability(held)
    assert found is not None
    assert sum(one.count for one in found.bins) == found.count == len(held)
    assert 0 <= found.error <= 1
    assert 0 <= found.brier <= 1


def test_leaving_the_least_sure_aside_raises_what_is_right() -> None:
    found = reliability([(0.9, True), (0.8, True), (0.7, True), (0.2, False)])
    assert found is not None
    assert {part.share: part.share_right for part in found.surest} == {
        1.0: 0.75,
        0.9: pytest.approx(3 / 3.6),
        0.75: 1.0,
        0.5: 1.0,
    }


def test_those_equally_sure_are_left_aside_in_fair_parts() -> None:
    found = reliability([(0.9, True), (0.9, False), (0.9, True), (0.9, False)])
    assert found is not None
    assert {part.share_right for part in found.surest} == {0.5}


@given(pairs)
def test_the_order_does_not_matter(held: list[tuple[float, bool]]) -> None:
    one, other = reliability(held), reliability(held[::-1])
    assert one is not None
    assert other is not None
    assert one.error == pytest.approx(other.error)
    assert [b.count for b in one.bins] == [b.count for b in other.bins]
    for ours, theirs in zip(one.surest, other.surest, strict=True):
        assert ours.share_right == pytest.approx(theirs.share_right)


def test_who_says_what_is_so_has_a_small_error_and_who_boasts_a_large_one() -> None:
    dice = random.Random(7)
    said = [dice.random() for _ in range(4000)]
    came_true = [dice.random() < probability for probability in said]
    honest = reliability(zip(said, came_true, strict=True))
    boasting = reliability([(p**0.25, right) for p, right in zip(said, came_true, strict=True)])
    assert honest is not None
    assert boasting is not None
    # 400 a bin: a share strays by about .02.
    assert honest.error < 0.03
    assert boasting.error > 0.2
