"""The learner of `tollbook.coding`, on articles invented here."""

import numpy as np
import pytest

from tollbook.claim import Harm
from tollbook.coding.candidates import SIZES, gather_evidence
from tollbook.coding.chooser import as_weights, distribution
from tollbook.testing import document
from training.coding import (
    Example,
    choose_terms,
    common_words,
    descend,
    learn,
    loss,
    prepare,
)

DEADLY = "A man was shot dead in the street. He was pronounced dead there."
WOUNDING = "A man was shot in the leg in the street. He is in stable condition."
HARMLESS = "Police found a stolen handgun in a car in the street. Nobody was there."


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    told = [(DEADLY, 1, 0), (WOUNDING, 0, 1), (HARMLESS, 0, 0)]
    return [
        Example(evidence=gather_evidence(document(text), ()), killed=killed, injured=injured)
        for text, killed, injured in told * 12
    ]


@pytest.fixture(scope="module")
def common() -> frozenset[str]:
    return common_words([DEADLY.lower(), WOUNDING.lower(), HARMLESS.lower()])


def test_what_was_learned_tells_its_own_articles_apart(
    examples: list[Example], common: frozenset[str]
) -> None:
    learned = learn(examples, common)
    for one in examples[:3]:
        killed = distribution(one.evidence, Harm.KILLED, as_weights(learned["killed"]))
        assert max(killed, key=lambda number: killed[number]) == one.killed


def test_the_same_articles_teach_the_same_weights(
    examples: list[Example], common: frozenset[str]
) -> None:
    assert learn(examples, common) == learn(examples, common)


def test_a_name_is_no_word_to_learn() -> None:
    common = common_words(["Ibarra was shot. Ibarra ran and was shot again."])
    assert "shot" in common
    assert "ibarra" not in common


def test_what_every_article_says_tells_nothing(
    examples: list[Example], common: frozenset[str]
) -> None:
    terms = choose_terms(examples, common)
    assert "pronounced dead" in terms
    assert "# was" not in terms


def test_the_slope_of_the_loss_is_its_slope(
    examples: list[Example], common: frozenset[str]
) -> None:
    sheet = prepare(examples, Harm.INJURED, choose_terms(examples, common))
    dice = np.random.default_rng(2026)
    at = dice.normal(0, 0.1, sheet.terms.shape[1] * SIZES + len(sheet.names))
    way = dice.normal(size=at.shape)
    step = 1e-3
    above, below = (loss(sheet, at + sign * step * way)[0] for sign in (1, -1))
    # Terms are summed in single precision.
    assert float(loss(sheet, at)[1] @ way) == pytest.approx((above - below) / (2 * step), rel=1e-2)


def test_walking_down_a_bowl_ends_at_its_bottom() -> None:
    bottom = np.array([1.0, -2.0, 3.0])
    steep = np.array([1.0, 10.0, 100.0])

    def bowl(at: np.ndarray) -> tuple[float, np.ndarray]:
        away = at - bottom
        return float((steep * away**2).sum()) / 2, steep * away

    assert descend(bowl, np.zeros(3), steps=100) == pytest.approx(bottom, abs=1e-2)
