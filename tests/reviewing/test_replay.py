from datetime import UTC, datetime, timedelta

import pytest

from tollbook.decision import AccountRef, Decision, MergeIncidents, MoveClaim, SplitIncident, Undo
from tollbook.errors import UnusableDecision
from tollbook.incident import Account
from tollbook.reviewing import in_force, replay
from tollbook.testing import account, claim

NOON = datetime(2031, 3, 5, 12, tzinfo=UTC)
OKER = account([claim("12", document="oker")])
VELL = account([claim("14", document="vell"), claim("3", document="vell")])
SARN = account([claim("9", document="sarn")])
ALL = (OKER, VELL, SARN)


def merge(*accounts: Account, hours: int = 0) -> MergeIncidents:
    refs = tuple(map(AccountRef.of, accounts))
    return MergeIncidents(accounts=refs, by="ada", decided_at=NOON + timedelta(hours=hours))


def split(apart: Account, rest: Account, *, hours: int = 1) -> SplitIncident:
    return SplitIncident(
        apart=(AccountRef.of(apart),),
        rest=(AccountRef.of(rest),),
        by="ada",
        decided_at=NOON + timedelta(hours=hours),
    )


def undo(decision: Decision, *, hours: int = 2) -> Undo:
    return Undo(decision_id=decision.id, by="ada", decided_at=NOON + timedelta(hours=hours))


def test_without_decisions_nothing_changes() -> None:
    found = replay(ALL, [])
    assert (found.accounts, found.together, found.apart) == (ALL, {}, {})


def test_a_merge_joins_every_pair_and_names_itself() -> None:
    joined = merge(*ALL)
    found = replay(ALL, [joined])
    pairs = {frozenset((one.id, other.id)) for one in ALL for other in ALL if one is not other}
    assert found.together == dict.fromkeys(pairs, joined.id)


def test_of_two_that_contradict_each_other_the_later_one_holds_in_any_order() -> None:
    later, earlier = split(OKER, VELL), merge(OKER, VELL)
    decisions: list[Decision] = [later, earlier]
    for given in (decisions, decisions[::-1]):
        found = replay(ALL, given)
        assert found.apart == {frozenset((OKER.id, VELL.id)): later.id}
        assert not found.together


def test_what_was_undone_does_nothing() -> None:
    joined = merge(OKER, VELL)
    assert replay(ALL, [joined, undo(joined)]) == replay(ALL, [])


def test_undoing_the_undoing_brings_it_back() -> None:
    joined = merge(OKER, VELL)
    once = undo(joined)
    assert in_force([joined, once, undo(once, hours=3)]) == (joined,)


def test_a_moved_claim_leaves_its_account_and_goes_to_the_other() -> None:
    going = VELL.claims[1]
    move = MoveClaim(
        claim_id=going.id, document_id="vell", to=AccountRef.of(OKER), by="ada", decided_at=NOON
    )
    found = replay(ALL, [move])
    kept, own = found.accounts[1:3]
    assert kept.claims == VELL.claims[:1]
    assert own.claims == (going,)
    assert found.together == {frozenset((own.id, OKER.id)): move.id}


def test_replaying_twice_is_replaying_once() -> None:
    move = MoveClaim(
        claim_id=VELL.claims[1].id, document_id="vell", to=None, by="ada", decided_at=NOON
    )
    decisions: list[Decision] = [move, merge(OKER, SARN)]
    once = replay(ALL, decisions)
    assert replay(once.accounts, decisions) == once


def test_a_decision_finds_its_account_under_another_label() -> None:
    joined = merge(OKER, VELL)
    relabelled = account(VELL.claims, label="B")
    assert relabelled.id != VELL.id
    found = replay((OKER, relabelled), [joined])
    assert set(found.together) == {frozenset((OKER.id, relabelled.id))}


def test_a_decision_about_claims_that_are_gone_is_named_lost() -> None:
    gone = MoveClaim(claim_id="nothing", document_id="vell", to=None, by="ada", decided_at=NOON)
    assert replay(ALL, [gone]).lost == (gone,)


def test_a_decision_about_other_reports_is_not_lost() -> None:
    assert replay((OKER,), [merge(VELL, SARN)]).lost == ()


@pytest.mark.parametrize(
    ("accounts", "by", "moment"),
    [
        pytest.param((OKER,), "ada", NOON, id="a merge of one"),
        pytest.param((OKER, VELL), " ", NOON, id="signed by nobody"),
        pytest.param((OKER, VELL), "ada", NOON.replace(tzinfo=None), id="no time zone"),
    ],
)
def test_a_decision_that_says_nothing_is_refused(
    accounts: tuple[Account, ...], by: str, moment: datetime
) -> None:
    with pytest.raises(UnusableDecision):
        MergeIncidents(accounts=tuple(map(AccountRef.of, accounts)), by=by, decided_at=moment)
