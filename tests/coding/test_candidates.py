import pytest

from tollbook.claim import Harm
from tollbook.coding.candidates import candidates, features, gather_evidence, size
from tollbook.testing import account, claim, document

TEXT = "Nine people were shot at a park in Oker. One of them died, police said."


def test_none_is_always_a_candidate() -> None:
    assert 0 in candidates(gather_evidence(document(), ()), Harm.KILLED)


def test_every_number_in_the_text_is_a_candidate() -> None:
    assert 9 in candidates(gather_evidence(document(TEXT), ()), Harm.INJURED)


def test_the_shot_less_the_killed_are_a_candidate_for_the_injured() -> None:
    evidence = gather_evidence(document(TEXT), ())
    assert 8 in candidates(evidence, Harm.INJURED, killed=1)


def test_the_number_left_of_those_shot_says_so() -> None:
    evidence = gather_evidence(document(TEXT), ())
    [eight] = features(evidence, Harm.INJURED, [8], killed=1)
    assert "is first shot less killed" in eight


def test_a_number_that_is_claimed_says_so() -> None:
    evidence = gather_evidence(document(TEXT), [account([claim("nine", harm=Harm.INJURED)])])
    eight, nine = features(evidence, Harm.INJURED, [8, 9], killed=0)
    assert "is top" in nine
    assert "is top" not in eight


def test_the_headline_is_read_where_it_stands_apart_from_the_text() -> None:
    evidence = gather_evidence(document("Police came.", title="Six wounded in Oker"), ())
    assert 6 in candidates(evidence, Harm.INJURED)


@pytest.mark.parametrize(("number", "sort"), [(0, 0), (1, 1), (2, 2), (3, 3), (12, 3)])
def test_tolls_above_two_are_told_alike(number: int, sort: int) -> None:
    assert size(number) == sort
