import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook.claim import Harm, TollClaim
from tollbook.errors import MixedClaims, NoUsableClaims
from tollbook.reconciling import spread
from tollbook.testing import claim

words = st.one_of(
    st.integers(0, 2000).map(str),
    st.integers(1, 2000).map("at least {}".format),
    st.integers(1, 2000).map("about {}".format),
    st.sampled_from(["dozens", "several", "hundreds", "no", "in the 70s", "up to 20"]),
)
said = words.map(claim)


@pytest.mark.parametrize(
    ("said", "low", "high", "is_open"),
    [
        pytest.param(["12", "15"], 12, 15, False, id="two exact numbers"),
        pytest.param(["12", "at least 20"], 12, 20, True, id="a floor above lifts the top"),
        pytest.param(["at least 3"], 3, 3, True, id="a floor alone stands where it is"),
        pytest.param(["no", "4"], 0, 4, False, id="nobody is a zero, not a gap"),
        pytest.param(["in the 70s", "about 100"], 70, 110, False, id="a decade and a round number"),
    ],
)
def test_spread_covers_what_was_said(said: list[str], low: int, high: int, is_open: bool) -> None:
    found = spread([claim(phrase) for phrase in said])
    assert (found.low, found.high, found.is_open) == (low, high, is_open)


@given(st.lists(said, min_size=1, max_size=6), said)
def test_another_claim_never_narrows_the_spread(claims: list[TollClaim], new: TollClaim) -> None:
    before, after = spread(claims), spread([*claims, new])
    assert after.low <= before.low
    assert before.high <= after.high
    assert after.is_open >= before.is_open


def test_every_claim_is_named_once() -> None:
    claims = [claim("12"), claim("15"), claim("12")]
    assert sorted(spread(claims).claim_ids) == sorted([claims[0].id, claims[1].id])


def test_no_claims_is_an_error_not_a_zero() -> None:
    with pytest.raises(NoUsableClaims, match="never a zero"):
        spread([])


def test_killed_and_injured_are_not_pooled() -> None:
    with pytest.raises(MixedClaims, match="injured/people and killed/people"):
        spread([claim("12"), claim("12", harm=Harm.INJURED)])
