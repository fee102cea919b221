from datetime import UTC, datetime, timedelta

import pytest

from tests.keeping.reports import NOW, add, kept, report
from tollbook.claim import Harm
from tollbook.errors import UnknownIncident, UnusableDecision
from tollbook.keeping import Book
from tollbook.toll import Case

AT = datetime(2031, 4, 2, 8, 0, tzinfo=UTC)
OKER = report("Oker", 12)
AGAIN = report("Oker", 13, source="the police", publisher="Vell Post", printed=1)
VELL = report("Vell", 20, day=1, kind="An air strike")
LATER = report("Oker", 14, source="residents", publisher="Sarn Post", printed=2)


def incident_of(book: Book, document_id: str) -> Case:
    found = book.case(document_id)
    assert found is not None
    return found


def documents(case: Case) -> set[str]:
    return {account.imprint.document_id for account in case.incident.accounts}


@pytest.fixture
def desk(book: Book) -> Book:
    add(book, [OKER, AGAIN, VELL])
    assert documents(incident_of(book, OKER.id)) == {OKER.id, AGAIN.id}
    return book


def test_what_a_person_merged_stays_merged_whatever_comes(desk: Book) -> None:
    before = kept(desk)
    decided = desk.merge([OKER.id, VELL.id], by="L. Oster", at=AT, reason="one convoy")
    assert len(kept(desk)) == len(before) - 1
    assert documents(incident_of(desk, VELL.id)) == {OKER.id, AGAIN.id, VELL.id}
    add(desk, [LATER])
    assert {OKER.id, VELL.id} <= documents(incident_of(desk, VELL.id))
    after = kept(desk)
    desk.recompute()
    assert kept(desk) == after
    links = incident_of(desk, VELL.id).incident.links
    assert decided.decision.id in {link.decision_id for link in links}


def test_undoing_restores_every_incident_as_it_was(desk: Book) -> None:
    before = kept(desk)
    desk.merge([OKER.id, VELL.id], by="L. Oster", at=AT)
    desk.undo(by="L. Oster", at=AT + timedelta(minutes=1))
    assert kept(desk) == before


def test_what_holds_no_more_is_not_undone_again(desk: Book) -> None:
    merged = desk.merge([OKER.id, VELL.id], by="L. Oster", at=AT).decision.id
    desk.undo(merged, by="L. Oster", at=AT + timedelta(minutes=1))
    with pytest.raises(UnusableDecision, match=f"{merged} holds no more"):
        desk.undo(merged, by="L. Oster", at=AT + timedelta(minutes=2))
    assert len(desk.decisions()) == 2


def test_an_undoing_can_be_undone(desk: Book) -> None:
    desk.merge([OKER.id, VELL.id], by="L. Oster", at=AT)
    merged = kept(desk)
    undone = desk.undo(by="L. Oster", at=AT + timedelta(minutes=1))
    desk.undo(undone.decision.id[:8], by="L. Oster", at=AT + timedelta(minutes=2))
    assert kept(desk) == merged
    assert [each.is_in_force for each in desk.decisions()] == [True, False, True]


def test_an_undoing_is_in_force_again_when_what_undid_it_is_undone(desk: Book) -> None:
    before = kept(desk)
    last = desk.merge([OKER.id, VELL.id], by="L. Oster", at=AT).decision.id
    for minute in (1, 2, 3):
        last = desk.undo(last, by="L. Oster", at=AT + timedelta(minutes=minute)).decision.id
    assert [each.is_in_force for each in desk.decisions()] == [False, True, False, True]
    assert kept(desk) == before


@pytest.mark.parametrize("named_by", ["report", "account", "claim"])
def test_what_a_person_split_off_stays_apart_whatever_comes(desk: Book, named_by: str) -> None:
    case = incident_of(desk, AGAIN.id)
    account = next(a for a in case.incident.accounts if a.imprint.document_id == AGAIN.id)
    out = {"report": AGAIN.id, "account": account.id, "claim": account.claims[0].id}[named_by]
    desk.split(OKER.id, [out[:10]], by="L. Oster", at=AT)
    assert documents(incident_of(desk, AGAIN.id)) == {AGAIN.id}
    assert documents(incident_of(desk, OKER.id)) == {OKER.id}
    add(desk, [LATER])
    assert AGAIN.id not in documents(incident_of(desk, OKER.id))
    after = kept(desk)
    desk.recompute()
    assert kept(desk) == after


def test_two_halves_of_a_split_are_no_doubt_any_more(desk: Book) -> None:
    desk.split(OKER.id, [AGAIN.id], by="L. Oster", at=AT)
    assert incident_of(desk, AGAIN.id).incident.doubts == ()


def test_a_moved_claim_counts_where_it_was_moved_and_nowhere_else(desk: Book) -> None:
    case = incident_of(desk, AGAIN.id)
    claim = next(
        claim
        for claim in case.incident.claims
        if claim.imprint.document_id == AGAIN.id and claim.kind == "toll"
    )
    desk.move(claim.id[:8], VELL.id, by="L. Oster", at=AT)
    here, there = incident_of(desk, OKER.id), incident_of(desk, VELL.id)
    assert claim.id not in {each.id for each in here.incident.claims}
    assert claim.id in {each.id for each in there.incident.claims}
    assert any(claim.id in toll.counted for toll in there.tolls)
    after = kept(desk)
    desk.recompute()
    assert kept(desk) == after
    add(desk, [LATER])
    assert desk.find(claim.id) == desk.find(VELL.id) != desk.find(OKER.id)


def test_a_claim_moved_nowhere_makes_an_incident_of_its_own(desk: Book) -> None:
    before = kept(desk)
    claim = incident_of(desk, VELL.id).incident.claims[0]
    desk.move(claim.id, by="L. Oster", at=AT)
    own = incident_of(desk, claim.id)
    assert [each.id for each in own.incident.claims] == [claim.id]
    desk.recompute()
    assert incident_of(desk, claim.id) == own
    desk.undo(by="L. Oster", at=AT + timedelta(minutes=1))
    assert kept(desk) == before


def test_only_the_incidents_a_decision_is_about_are_said_to_have_changed(desk: Book) -> None:
    add(desk, [report("Sarn", 9, day=1)])
    decided = desk.merge([OKER.id, VELL.id], by="L. Oster", at=AT)
    assert decided.incident_ids == (desk.find(VELL.id),)


def test_decisions_are_kept_with_who_when_and_why(desk: Book) -> None:
    desk.merge([OKER.id, VELL.id], by="L. Oster", at=AT, reason="one convoy")
    (ruled,) = desk.decisions()
    made = ruled.decision
    assert (made.by, made.decided_at, made.reason) == ("L. Oster", AT, "one convoy")


def test_a_merge_of_one_incident_is_refused(desk: Book) -> None:
    with pytest.raises(UnusableDecision, match="one incident already"):
        desk.merge([OKER.id, AGAIN.id], by="L. Oster", at=AT)


def test_a_split_that_leaves_nothing_is_refused(desk: Book) -> None:
    with pytest.raises(UnusableDecision, match="would be left"):
        desk.split(OKER.id, [OKER.id, AGAIN.id], by="L. Oster", at=AT)


def test_a_split_takes_out_only_what_is_in(desk: Book) -> None:
    with pytest.raises(UnusableDecision, match="is not in this incident"):
        desk.split(OKER.id, [VELL.id], by="L. Oster", at=AT)


def test_a_claim_is_not_moved_where_it_is(desk: Book) -> None:
    claim = incident_of(desk, VELL.id).incident.claims[0]
    with pytest.raises(UnusableDecision, match="already"):
        desk.move(claim.id, VELL.id, by="L. Oster", at=AT)


def test_nothing_is_undone_where_nothing_was_decided(desk: Book) -> None:
    with pytest.raises(UnusableDecision, match="nothing to undo"):
        desk.undo(by="L. Oster", at=AT)


@pytest.mark.parametrize(
    ("id", "says"),
    [
        pytest.param("abc", "too short", id="three characters"),
        pytest.param("zzzzzzzz", "nothing in this store", id="no such id"),
        pytest.param("000000000000", "nothing in this store", id="nothing of that id"),
    ],
)
def test_an_id_that_leads_nowhere_says_so(desk: Book, id: str, says: str) -> None:
    with pytest.raises(UnknownIncident, match=says):
        desk.find(id)


def test_a_report_of_no_incident_says_so(desk: Book) -> None:
    from tollbook.document import Document

    quiet = Document(text="Nothing was heard from Oker today.", name="quiet.txt")
    list(desk.add([quiet], at=NOW))
    with pytest.raises(UnknownIncident, match="tells of no incident"):
        desk.find(quiet.id)


def test_a_nobody_signs_nothing(desk: Book) -> None:
    with pytest.raises(UnusableDecision, match="nobody signed"):
        desk.merge([OKER.id, VELL.id], by=" ", at=AT)


def test_both_harms_of_a_merged_incident_are_reckoned_together(desk: Book) -> None:
    desk.merge([OKER.id, VELL.id], by="L. Oster", at=AT)
    toll = incident_of(desk, VELL.id).toll(Harm.KILLED)
    assert toll is not None
    assert len(toll.counted) == 3
