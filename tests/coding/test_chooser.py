import pytest

from tollbook.claim import Harm
from tollbook.coding.candidates import gather_evidence
from tollbook.coding.chooser import as_weights, distribution, weights
from tollbook.testing import document

NOTHING_LEARNED = as_weights({"terms": {}, "features": {}})


def test_probabilities_sum_to_one() -> None:
    evidence = gather_evidence(document("Two men were shot in Oker."), ())
    found = distribution(evidence, Harm.INJURED, weights(Harm.INJURED), killed=0)
    assert sum(found.values()) == pytest.approx(1)


def test_who_has_learned_nothing_finds_all_numbers_alike() -> None:
    found = distribution(gather_evidence(document(), ()), Harm.KILLED, NOTHING_LEARNED)
    assert len(set(found.values())) == 1


def test_a_term_speaks_for_tolls_of_its_size() -> None:
    learned = as_weights({"terms": {"shot": [0.0, 5.0, 0.0, 0.0]}, "features": {}})
    found = distribution(gather_evidence(document("He was shot."), ()), Harm.KILLED, learned)
    assert max(found, key=lambda number: found[number]) == 1


def test_a_feature_speaks_for_the_number_it_is_said_of() -> None:
    learned = as_weights({"terms": {}, "features": {"beside shot": 5.0}})
    evidence = gather_evidence(document("Seven people were shot."), ())
    found = distribution(evidence, Harm.INJURED, learned)
    assert max(found, key=lambda number: found[number]) == 7
