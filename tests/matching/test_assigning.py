from itertools import permutations
from random import Random

import pytest

from tollbook.comparison import Pairing
from tollbook.incident import Judgement
from tollbook.matching import assigning
from tollbook.matching.assigning import assign


def pair(row: int, incident: str, log_odds: float) -> Pairing:
    return Pairing(
        row=row,
        incident_id=incident,
        log_odds=log_odds,
        because=(),
        judgement=Judgement.POSITIVE,
    )


def best_sum(odds: list[list[float]]) -> float:
    """Try every assignment; a pair below zero is left out."""
    columns = range(len(odds[0]))
    return max(
        sum(max(0.0, odds[row][column]) for row, column in enumerate(order[: len(odds)]))
        for order in permutations(columns)
    )


def test_the_sum_is_that_of_the_best_of_all_assignments() -> None:
    dice = Random(11)
    for _ in range(60):
        rows, columns = dice.randint(1, 4), dice.randint(4, 6)
        odds = [[round(dice.uniform(-3, 5), 2) for _ in range(columns)] for _ in range(rows)]
        pairings = [
            pair(row, f"{column}", odds[row][column])
            for row in range(rows)
            for column in range(columns)
        ]
        chosen = assign(pairings, 0.0)
        assert abs(sum(one.log_odds for one in chosen) - best_sum(odds)) < 1e-9
        assert len({one.row for one in chosen}) == len(chosen)
        assert len({one.incident_id for one in chosen}) == len(chosen)


def test_a_pairing_that_is_too_weak_is_never_chosen() -> None:
    assert assign([pair(1, "a", -2.0), pair(2, "b", -1.0)], -1.0) == ()


def test_a_row_goes_without_rather_than_take_what_another_needs() -> None:
    chosen = assign([pair(1, "a", 1.0), pair(2, "a", 3.0)], 0.0)
    assert [(one.row, one.incident_id) for one in chosen] == [(2, "a")]


def test_a_block_too_large_takes_the_best_pairing_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assigning, "LARGEST_BLOCK", 1)
    chosen = assign([pair(1, "a", 5.0), pair(1, "b", 4.0), pair(2, "a", 4.5)], 0.0)
    assert [(one.row, one.incident_id) for one in chosen] == [(1, "a")]
