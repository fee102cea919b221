"""Truth we made ourselves: does the 90 % range hold it as often as it says?

The sources are simulated, not those the model was tuned on. The tolerances are wide because 150
incidents leave a standard error of 2.5 points, and because gross overconfidence is the defect.
"""

import numpy as np

from tollbook.claim import SourceKind, TollClaim
from tollbook.reconciling import reconcile
from tollbook.testing import claim

INCIDENTS = 150


def draw_toll(dice: np.random.Generator) -> int:
    """Draw from the power law of settled tolls, median about ten."""
    return int(10 * dice.uniform(0.05, 1) ** -1.0) - 5


def miscount(toll: int, dice: np.random.Generator) -> int:
    """Count right half of the time, else too low by a third or too high by a sixth."""
    if dice.random() < 0.5:
        return toll
    is_low = dice.random() < 0.33 / (0.33 + 0.15)
    error = -dice.exponential(0.33) if is_low else dice.exponential(0.15)
    return round(toll * float(np.exp(error)))


def report(words: str, source: int) -> TollClaim:
    return claim(
        words,
        source=f"Source {source}",
        source_kind=SourceKind.NGO,
        publisher=f"Paper {source}",
        document=f"doc-{source}",
    )


def coverage(incidents: list[tuple[int, list[TollClaim]]]) -> float:
    held = 0
    for toll, claims in incidents:
        [found] = reconcile(claims)
        held += found.low <= toll <= found.high
    return held / len(incidents)


def test_independent_miscounts_stay_within_the_range() -> None:
    dice = np.random.default_rng(2031)
    incidents = []
    for _ in range(INCIDENTS):
        toll = draw_toll(dice)
        number = int(dice.integers(1, 5))
        claims = [report(str(miscount(toll, dice)), source) for source in range(number)]
        incidents.append((toll, claims))
    assert 0.87 <= coverage(incidents) <= 1.0


def test_voices_that_share_one_mistake_do_not_make_it_certain() -> None:
    dice = np.random.default_rng(2032)
    incidents = []
    for _ in range(INCIDENTS):
        toll = draw_toll(dice)
        heard = miscount(toll, dice)  # three outlets, one unknown original
        claims = [report(f"at least {heard}" if at else str(heard), at) for at in range(3)]
        incidents.append((toll, claims))
    # Copying that nobody can see costs coverage: half of the time the one original is wrong.
    assert coverage(incidents) >= 0.6


def test_the_best_is_about_as_often_too_low_as_too_high() -> None:
    dice = np.random.default_rng(2033)
    above = below = 0
    for _ in range(INCIDENTS):
        toll = draw_toll(dice)
        claims = [report(str(miscount(toll, dice)), source) for source in range(3)]
        best = reconcile(claims)[0].best
        above += toll > best
        below += toll < best
    assert abs(above - below) / INCIDENTS <= 0.15
    assert above + below <= INCIDENTS / 2  # of three who count right half of the time, two agree
