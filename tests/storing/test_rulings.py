from datetime import UTC, datetime, timedelta

import pytest

from tests.storing.built import ADDED
from tollbook.decision import (
    AccountRef,
    Decision,
    MergeIncidents,
    MoveClaim,
    SplitIncident,
    Undo,
)
from tollbook.errors import UnusableSheet
from tollbook.storing import CodedSheet, Store

DECIDED = datetime(2031, 3, 6, 9, 0, tzinfo=UTC)


def ref(document: str, label: str = "A") -> AccountRef:
    return AccountRef(
        account_id=f"{document}-{label}", document_id=document, claim_ids=(f"claim of {document}",)
    )


def merge(*documents: str, hour: int = 0, by: str = "Ada Sarn") -> MergeIncidents:
    accounts = tuple(ref(document) for document in documents or ("one", "two"))
    return MergeIncidents(
        accounts=accounts, by=by, decided_at=DECIDED + timedelta(hours=hour), reason="same “blast”"
    )


def undo(decision: Decision, hour: int) -> Undo:
    return Undo(decision_id=decision.id, by="Ada Sarn", decided_at=DECIDED + timedelta(hours=hour))


def sheet(**more: object) -> CodedSheet:
    given = {"id": "s1", "name": "Vell’s codes.xlsx", "added_at": ADDED, "body": '{"rows": []}'}
    return CodedSheet(**given | more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "decision",
    [
        pytest.param(merge(), id="merge"),
        pytest.param(
            SplitIncident(apart=(ref("one"),), rest=(ref("two"),), by="A", decided_at=DECIDED),
            id="split",
        ),
        pytest.param(
            MoveClaim(claim_id="c", document_id="one", to=ref("two"), by="A", decided_at=DECIDED),
            id="move",
        ),
        pytest.param(
            MoveClaim(claim_id="c", document_id="one", to=None, by="A", decided_at=DECIDED),
            id="move to one of its own",
        ),
        pytest.param(undo(merge(), 1), id="undo"),
        pytest.param(merge(by="Sarn \udcff, by a shell"), id="half a letter in a name"),
        pytest.param(merge(by="Sarn\x00"), id="NUL in a name"),
    ],
)
def test_a_decision_comes_back_as_it_was_signed(store: Store, decision: Decision) -> None:
    assert store.decide(decision)
    assert store.decisions() == (decision,)
    assert [found.id for found in store.decisions()] == [decision.id]
    assert store.check() == ()


def test_deciding_the_same_twice_changes_nothing(store: Store) -> None:
    assert store.decide(merge())
    assert not store.decide(merge())
    assert store.decisions() == (merge(),)


def test_decisions_come_oldest_first_whenever_they_were_kept(store: Store) -> None:
    late, early = merge(hour=2), merge(hour=1)
    store.decide(late)
    store.decide(early)
    assert store.decisions() == (early, late)


def test_decisions_about_documents_come_with_what_undoes_them(store: Store) -> None:
    ours, others = merge("one", "two"), merge("three", "four")
    undone = undo(ours, 1)
    redone = undo(undone, 2)
    other_undone = undo(others, 1)
    for decision in (redone, other_undone, undone, others, ours):
        store.decide(decision)
    assert store.decisions(["two", "unknown"]) == (ours, undone, redone)
    assert store.decisions([]) == ()
    assert len(store.decisions()) == 5


def test_a_sheet_comes_back_as_it_was_imported(store: Store) -> None:
    assert store.add_sheet(sheet())
    assert not store.add_sheet(sheet(name="again"))
    assert store.add_sheet(sheet(id="s0"))
    assert store.sheets() == (sheet(), sheet(id="s0"))


def test_a_sheet_needs_a_moment(store: Store) -> None:
    with pytest.raises(UnusableSheet, match="time zone"):
        store.add_sheet(sheet(added_at=datetime(2031, 3, 5)))
