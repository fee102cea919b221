from dataclasses import replace

import numpy as np
import pytest

from tollbook.claim import Group, Harm, SourceKind, Stance, TollClaim
from tollbook.reconciling import reconcile
from tollbook.reconciling.grid import fine_grid
from tollbook.reconciling.lineage import trace
from tollbook.reconciling.parameters import FITTED
from tollbook.reconciling.posterior import posterior, quantile
from tollbook.reconciling.statements import gather
from tollbook.reconciling.testimony import hear
from tollbook.testing import claim
from tollbook.toll import Toll


def one(*claims: TollClaim) -> Toll:
    return reconcile(claims)[0]


def width(toll: Toll) -> float:
    return (toll.high + 1) / (toll.low + 1)


def voices(words: str, number: int) -> list[TollClaim]:
    return [claim(words, publisher=f"Paper {at}", document=f"doc-{at}") for at in range(number)]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        pytest.param("40", 40, 40, id="exact"),
        pytest.param("at least 40", 40, 50, id="at least"),
        pytest.param("more than 40", 41, 50, id="more than"),
        pytest.param("about 40", 36, 45, id="about"),
        pytest.param("nearly 40", 31, 40, id="nearly"),
        pytest.param("up to 40", 28, 42, id="up to"),
        pytest.param("between 40 and 60", 40, 60, id="a range"),
        pytest.param("in the 40s", 40, 49, id="a decade"),
        pytest.param("around 40 to 60", 38, 62, id="about a range"),
        pytest.param("dozens", 15, 50, id="dozens"),
        pytest.param("hundreds", 60, 400, id="hundreds"),
    ],
)
def test_the_middle_of_the_posterior_is_where_the_words_point(
    words: str, low: int, high: int
) -> None:
    assert low <= one(claim(words)).best <= high


def test_more_voices_that_agree_make_surer() -> None:
    assert width(one(*voices("40", 4))) < width(one(*voices("40", 2))) < width(one(claim("40")))


def test_four_voices_are_not_four_independent_counts() -> None:
    heard = hear(gather(four := voices("at least 40", 4), trace(four)), Harm.KILLED, Group.PEOPLE)
    tempered = posterior(heard)
    independent = posterior(heard, chosen=replace(FITTED, gamma=1.0))
    below = [each.probability[:40].sum() for each in (tempered, independent)]
    assert below[0] > 10 * below[1]


def test_a_hedge_is_less_sure() -> None:
    assert width(one(claim("40", stance=Stance.HEDGED))) > width(one(claim("40")))


def test_witnesses_are_less_sure_than_the_un() -> None:
    witness = one(claim("40", source="Rask", source_kind=SourceKind.WITNESS))
    agency = one(claim("40", source="Rask", source_kind=SourceKind.UN))
    assert width(witness) > width(agency)


def test_a_boast_is_read_down_and_an_admission_up() -> None:
    boast = one(
        claim(
            "40",
            group=Group.SECURITY_FORCE,
            source="the Falcons",
            source_kind=SourceKind.ARMED_GROUP,
        )
    )
    admission = one(
        claim("40", group=Group.SECURITY_FORCE, source="the army", source_kind=SourceKind.MILITARY)
    )
    assert boast.probability(0, 39) > admission.probability(0, 39)
    assert boast.probability(41) < admission.probability(41)


def test_a_wild_outlier_does_not_drag_the_toll_along() -> None:
    steady = one(*voices("40", 3))
    pulled = one(*voices("40", 3), claim("4,000", publisher="Blog", document="doc-9"))
    assert abs(pulled.best - steady.best) <= 3


def test_names_of_the_dead_lift_the_toll() -> None:
    told = [claim("about 70", source="the police"), claim("85", source="the list", part_of=True)]
    assert one(*told).probability(85) > one(told[0]).probability(85) + 0.2


def test_the_floor_of_a_trusted_source_is_harder() -> None:
    def floor(kind: SourceKind) -> Toll:
        part = claim("85", source="Rask", source_kind=kind, part_of=True)
        return one(claim("about 70", source="the police"), part)

    assert floor(SourceKind.UN).probability(0, 84) < floor(SourceKind.WITNESS).probability(0, 84)


def test_casualties_counted_together_cap_the_killed() -> None:
    alone = one(claim("dozens"))
    capped = one(claim("dozens"), claim("20", harm=Harm.KILLED_OR_INJURED, source="the hospital"))
    assert capped.best < alone.best


def test_the_injured_are_taken_off_the_casualties() -> None:
    together = claim("50", harm=Harm.KILLED_OR_INJURED, source="the hospital")
    injured = claim("45", harm=Harm.INJURED, source="the hospital")
    killed = claim("several", source="the police")
    few = one(killed, together, injured)
    assert few.probability(0, 8) > one(killed, together).probability(0, 8)


def test_quantiles_of_a_coin() -> None:
    grid = fine_grid([])
    probability = np.zeros_like(grid.low)
    probability[[3, 7]] = 0.5
    assert quantile(grid, probability, 0.05) == 3
    assert quantile(grid, probability, 0.5) == 3
    assert quantile(grid, probability, 0.51) == 7


def test_every_number_named_has_a_cell_of_its_own() -> None:
    grid = fine_grid([777, 12_345])
    for number in (0, 400, 777, 12_345):
        at = int(grid.cells_of(np.array([number]))[0])
        assert (grid.low[at], grid.high[at]) == (number, number)


def test_the_grid_has_no_gap() -> None:
    grid = fine_grid([777, 50_000])
    assert np.array_equal(grid.low[1:], grid.high[:-1] + 1)
