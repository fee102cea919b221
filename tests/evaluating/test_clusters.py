import pytest

from tollbook.evaluating.clusters import b_cubed, pairwise, parts_per_cluster

GOLD = {"a": 1, "b": 1, "c": 1, "d": 2}


def test_the_same_sorting_is_right_in_every_respect() -> None:
    ours = {"a": "x", "b": "x", "c": "x", "d": "y"}
    assert b_cubed(GOLD, ours).f1 == pairwise(GOLD, ours).f1 == parts_per_cluster(GOLD, ours) == 1.0


def test_one_of_three_taken_out_costs_recall_and_no_precision() -> None:
    ours = {"a": "x", "b": "x", "c": "z", "d": "y"}
    assert b_cubed(GOLD, ours).precision == pairwise(GOLD, ours).precision == 1.0
    assert b_cubed(GOLD, ours).recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert pairwise(GOLD, ours).recall == pytest.approx(1 / 3)
    assert parts_per_cluster(GOLD, ours) == 2.0


def test_all_in_one_costs_precision_and_no_recall() -> None:
    ours = dict.fromkeys(GOLD, "x")
    assert b_cubed(GOLD, ours).recall == pairwise(GOLD, ours).recall == 1.0
    assert pairwise(GOLD, ours).precision == pytest.approx(3 / 6)


def test_things_that_nobody_sorted_are_not_scored() -> None:
    assert b_cubed({"a": 1}, {"a": "x", "z": "x"}).precision == 1.0
