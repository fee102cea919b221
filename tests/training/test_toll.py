from dataclasses import replace
from math import log

import numpy as np
import pytest

from tollbook.claim import Group, Harm, TollClaim
from tollbook.evaluating.plain_rules import numbers_claimed
from tollbook.evaluating.settled import Settled
from tollbook.reconciling.intake import take_in
from tollbook.reconciling.parameters import FITTED
from tollbook.reconciling.posterior import posterior, quantile
from tollbook.reconciling.testimony import hear
from tollbook.testing import claim
from training.toll.incidents import Incident, weights
from training.toll.objective import Objective
from training.toll.search import NUMBERS, parameters, start


def incident(settled: int, *claims: TollClaim, corpus: str = "ucdp wire") -> Incident:
    testimony = hear(take_in(claims).statements, Harm.KILLED, Group.PEOPLE)
    return Incident(
        settled=Settled(
            id=f"{settled}",
            corpus=corpus,
            harm=Harm.KILLED,
            low=settled,
            high=settled,
            claims=claims,
        ),
        testimony=testimony,
        numbers=numbers_claimed(testimony.figures),
    )


def paper(words: str, name: str) -> TollClaim:
    return claim(words, publisher=name, document=name)


INCIDENTS = [
    incident(12, paper("12", "A"), paper("at least 10", "B")),
    incident(40, paper("30", "A"), claim("18", source="a list", part_of=True)),
    incident(3, paper("several", "A"), corpus="maverick"),
]


def test_the_matrices_give_what_the_posterior_gives() -> None:
    found = Objective(INCIDENTS, weights(INCIDENTS))
    rows = found.probability(FITTED)
    assert rows.sum(axis=1) == pytest.approx(1)
    for one, row in zip(INCIDENTS, rows, strict=True):
        exact = posterior(one.testimony)
        for share in (0.1, 0.5, 0.9):
            here = quantile(found.grid, row, share)
            there = quantile(exact.grid, exact.probability, share)
            assert abs(log((here + 0.5) / (there + 0.5))) < 0.1


def test_a_forecast_that_holds_the_truth_improbable_scores_worse() -> None:
    right, wrong = (
        INCIDENTS[0],
        replace(INCIDENTS[0], settled=replace(INCIDENTS[0].settled, low=400, high=400)),
    )
    crps, log_score = Objective([right, wrong], np.array([0.5, 0.5])).scores(FITTED)
    assert crps[0] < crps[1]
    assert log_score[0] < log_score[1]


def test_a_set_weighs_the_same_however_many_stand_in_it() -> None:
    shares = weights([INCIDENTS[0], INCIDENTS[0], INCIDENTS[1]])
    assert shares.sum() == pytest.approx(1)
    assert shares[0] == shares[1]


def test_the_search_starts_at_the_numbers_named() -> None:
    chosen = parameters(start())
    assert chosen.gamma == pytest.approx(NUMBERS["gamma"].start)
    assert chosen.zero == pytest.approx(NUMBERS["zero"].start)
    assert sum(vars_of(chosen.forms[next(iter(chosen.forms))])) == pytest.approx(1)


def vars_of(form: object) -> list[float]:
    return [getattr(form, name) for name in ("equal", "near", "down", "up", "mistaken")]


def test_every_number_is_bent_onto_the_line_and_back() -> None:
    for number in NUMBERS.values():
        assert number.unbend(number.bend(0.3)) == pytest.approx(0.3)
