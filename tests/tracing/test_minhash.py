import numpy as np
import pytest

from tollbook.tracing import minhash
from tollbook.tracing.minhash import ORDERS, agreement, by_numpy, by_rensa, signature


def mixed(numbers: range) -> minhash.Hashes:
    dice = np.random.default_rng(7)
    return dice.integers(0, 2**64, size=2_000, dtype=np.uint64)[numbers.start : numbers.stop]


def jaccard(one: range, other: range) -> float:
    left, right = {*mixed(one).tolist()}, {*mixed(other).tolist()}
    return len(left & right) / len(left | right)


# Sixty orders: a share of a half is met within 3 standard errors of sqrt(.25 / 60) = .065.
@pytest.mark.parametrize("make", [by_rensa, by_numpy])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(range(400), range(400), id="the same"),
        pytest.param(range(400), range(100, 500), id="much in common"),
        pytest.param(range(400), range(300, 700), id="little in common"),
        pytest.param(range(400), range(1_000, 1_400), id="nothing in common"),
    ],
)
def test_signatures_agree_as_often_as_sets_share(make: object, one: range, other: range) -> None:
    assert callable(make)
    estimated = agreement(make(mixed(one)), make(mixed(other)))
    assert estimated == pytest.approx(jaccard(one, other), abs=0.2)


def test_both_makers_give_as_many_numbers_and_the_same_ones_every_time() -> None:
    for make in (by_rensa, by_numpy):
        made = make(mixed(range(50)))
        assert len(made) == ORDERS
        assert make(mixed(range(50))) == made


def test_nothing_resembles_nothing_but_itself() -> None:
    for make in (by_rensa, by_numpy):
        assert set(make(mixed(range(0)))) == {2**32 - 1}


def test_without_rensa_numpy_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(_hashes: minhash.Hashes) -> tuple[int, ...]:
        raise ImportError

    assert signature(mixed(range(50)))[0] == "rensa"
    monkeypatch.setattr(minhash, "by_rensa", absent)
    assert signature(mixed(range(50))) == ("numpy", by_numpy(mixed(range(50))))
