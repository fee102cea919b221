"""One report at a time gives what all at once gives."""

from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from tollbook.claim import BACKGROUND
from tollbook.incident import Account, Days, Judgement, Link, Place, What
from tollbook.linking import (
    Evidence,
    block_keys,
    cluster,
    compare,
    link,
    make_incident,
    may_join,
    read_evidence,
)
from tollbook.testing import account as told
from tollbook.testing import claim, document, words_in

TEXT = (
    "OKER, March 4, 2031. Ansel Orrin, 31, and two others were killed at the Vell mill in Sarn "
    "on Tuesday, a nurse said. The Tarn Front burned the mill down at 9:40 p.m."
)


def account(
    report: str,
    label: str = "A",
    *,
    day: int | None = 4,
    place: str = "Sarn",
    killed: str = "12",
    text: str = TEXT,
) -> Account:
    printed = document(f"{text} {place} ({report})", name=report, published_at=date(2031, 3, 4))
    return Account(
        label=label,
        what=What.BOMBING,
        imprint=printed.imprint,
        days=None if day is None else Days(first=date(2031, 3, day), last=date(2031, 3, day)),
        places=(Place(words=words_in(printed, place)),),
        claims=(claim(killed, document=report, incident=label),),
    )


def edges(evidence: Iterable[Evidence]) -> list[Link]:
    blocks: dict[str, list[Evidence]] = {}
    for one in evidence:
        for key in block_keys(one):
            blocks.setdefault(key, []).append(one)
    pairs = {
        frozenset((one.account_id, other.account_id)): (one, other)
        for block in blocks.values()
        for one in block
        for other in block
        if one.document_id != other.document_id
    }
    return [compare(*pair) for pair in pairs.values()]


accounts = st.lists(
    st.builds(
        account,
        st.sampled_from("abcdef"),
        st.sampled_from(["A", "B", BACKGROUND]),
        day=st.sampled_from([None, 1, 3, 4, 28]),
        place=st.sampled_from(["Sarn", "Vell", "Oker", "Chad"]),
        killed=st.sampled_from(["9", "12", "about 40"]),
    ),
    max_size=9,
    unique_by=lambda one: one.id,
)


@settings(max_examples=60, deadline=None)
@given(every=accounts)
def test_evidence_survives_json_and_needs_no_account(every: list[Account]) -> None:
    adapter = TypeAdapter(Evidence)
    for one in every:
        evidence = read_evidence(one, TEXT)
        assert adapter.validate_json(adapter.dump_json(evidence)) == evidence


@settings(max_examples=60, deadline=None)
@given(every=accounts, data=st.data())
def test_step_by_step_in_any_order_gives_what_link_gives(
    every: list[Account], data: st.DataObject
) -> None:
    by_id = {one.id: one for one in every}
    evidence = [read_evidence(one) for one in data.draw(st.permutations(every))]
    found = [
        make_incident([by_id[one] for one in group.account_ids], group.links, group.doubts)
        for group in cluster(evidence, edges(evidence))
    ]
    assert sorted(found, key=repr) == sorted(link(every), key=repr)


@settings(max_examples=60, deadline=None)
@given(every=accounts)
def test_a_connected_neighbourhood_comes_out_alone_as_within_the_whole(
    every: list[Account],
) -> None:
    evidence = {one.id: read_evidence(one) for one in every}
    every_edge = edges(evidence.values())
    whole = {group.account_ids: group for group in cluster(evidence.values(), every_edge)}
    component = {one: {one} for one in evidence}
    for edge in filter(may_join, every_edge):
        joined = component[edge.account_id] | component[edge.to_account_id]
        component.update(dict.fromkeys(joined, joined))
    for ids in component.values():
        inside = [edge for edge in every_edge if {edge.account_id, edge.to_account_id} <= ids]
        for group in cluster([evidence[one] for one in sorted(ids)], inside):
            assert whole[group.account_ids] == group


@settings(max_examples=30, deadline=None)
@given(every=accounts)
def test_the_order_of_a_pair_does_not_matter(every: list[Account]) -> None:
    evidence = [read_evidence(one, TEXT) for one in every]
    for left in evidence:
        for right in evidence:
            assert compare(left, right) == compare(right, left) or left == right


def test_who_is_named_stands_nowhere_in_the_clear() -> None:
    evidence = read_evidence(account("a"), TEXT)
    kept = TypeAdapter(Evidence).dump_json(evidence).decode().lower()
    because = " ".join(compare(evidence, read_evidence(account("b"), TEXT)).because).lower()
    assert evidence.names
    assert "named" in because
    assert not any(part in kept + because for part in ("ansel", "orrin"))


def test_people_join_what_no_score_would() -> None:
    one, other = account("a"), account("b", day=28, place="Oker", text="Nothing else is known.")
    assert len(link([one, other])) == 2
    (incident,) = link([one, other], together={frozenset((one.id, other.id)): "d-1"})
    assert [joined.decision_id for joined in incident.links] == ["d-1"]


def test_people_join_two_accounts_of_one_report() -> None:
    one, other = account("a", "A"), account("a", "B")
    assert len(link([one, other])) == 2
    assert len(link([one, other], together={frozenset((one.id, other.id)): "d-1"})) == 1


def test_people_keep_apart_what_scores_would_join_and_no_doubt_is_left() -> None:
    one, other, third = account("a"), account("b"), account("c")
    assert len(link([one, other, third])) == 1
    ruled = {frozenset((one.id, other.id)): "d-2"}
    found = link([one, other, third], apart=ruled)
    assert not any({one.id, other.id} <= {a.id for a in each.accounts} for each in found)
    assert not any(
        {doubt.account_id, doubt.to_account_id} == {one.id, other.id}
        for each in found
        for doubt in each.doubts
    )


def test_a_ruling_about_accounts_that_are_not_at_hand_changes_nothing() -> None:
    one, other = account("a"), account("b")
    ruled = {frozenset((one.id, "elsewhere")): "d-3"}
    assert link([one, other], together=ruled, apart={}) == link([one, other])


def test_a_pair_judged_two_connects_nobody() -> None:
    far = compare(read_evidence(account("a")), read_evidence(account("b", day=28, place="Oker")))
    assert far.judgement is Judgement.NEGATIVE
    assert not may_join(far)


@pytest.mark.parametrize("where", ["Sarn", "Vell"])
def test_totals_of_a_war_never_meet_an_incident(where: str) -> None:
    total = read_evidence(account("a", BACKGROUND, place=where))
    assert not set(block_keys(total)) & set(block_keys(read_evidence(account("b", place=where))))
    assert compare(total, read_evidence(account("b"))).judgement is Judgement.NEGATIVE


def test_an_account_that_people_moved_a_claim_to_is_linked_like_others() -> None:
    moved = told([claim("12", document="moved")], label="moved 1")
    assert len(link([moved])) == 1
