from collections.abc import Mapping
from datetime import date

import pytest

from tollbook.claim import Form, Group, Harm, SourceKind
from tollbook.reconciling import reconcile
from tollbook.reconciling.lineage import trace
from tollbook.reconciling.statements import Statement, gather
from tollbook.reconciling.totals import add_up
from tollbook.testing import claim


def totals(*said: Mapping[Group, str]) -> tuple[Statement, ...]:
    """Add up what several voices say, one mapping each."""
    claims = [
        claim(words, group=group, source=f"Source {at}", document=f"doc-{at}")
        for at, groups in enumerate(said)
        for group, words in groups.items()
    ]
    return add_up(gather(claims, trace(claims)))


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [
        pytest.param(
            {Group.SECURITY_FORCE: "5", Group.CIVILIAN: "3", Group.ATTACKER: "2"},
            10,
            10,
            id="three groups",
        ),
        pytest.param({Group.SECURITY_FORCE: "5"}, 5, 5, id="one group is all we know of"),
        pytest.param({Group.CIVILIAN: "12", Group.CHILD: "5"}, 12, 12, id="children are civilians"),
        pytest.param({Group.MEDIC: "2", Group.CHILD: "5"}, 7, 7, id="no civilians named"),
        pytest.param({Group.SECURITY_FORCE: "5", Group.CIVILIAN: "at least 3"}, 8, None, id="open"),
        pytest.param(
            {Group.ARMED_GROUP: "20", Group.ATTACKER: "2"}, 20, 20, id="attackers are rebels"
        ),
        pytest.param(
            {Group.SECURITY_FORCE: "5", Group.CIVILIAN: "no"}, 5, 5, id="a zero adds nothing"
        ),
    ],
)
def test_groups_of_one_voice_add_up(said: Mapping[Group, str], low: int, high: int | None) -> None:
    [total] = totals(said)
    assert (total.count.low, total.count.high, total.group) == (low, high, Group.PEOPLE)


def test_a_voice_that_tells_of_fewer_groups_counts_a_part() -> None:
    found = totals({Group.SECURITY_FORCE: "5"}, {Group.SECURITY_FORCE: "6", Group.CIVILIAN: "3"})
    assert [total.count.low for total in found] == [9]


def test_voices_that_tell_of_different_groups_are_added_across() -> None:
    [total] = totals({Group.SECURITY_FORCE: "5"}, {Group.CIVILIAN: "3"})
    assert total.count.low == 8
    assert total.voice.name == "Source 0 and Source 1"


def test_a_boast_is_not_added_to_what_others_count() -> None:
    army = claim("200", group=Group.ARMED_GROUP, source="the army", source_kind=SourceKind.MILITARY)
    residents = claim("35", group=Group.CIVILIAN, source="residents", document="doc-2")
    claims = [army, residents]
    assert [total.count.low for total in add_up(gather(claims, trace(claims)))] == [35]
    assert [total.count.low for total in add_up(gather([army], trace([army])))] == [200]


def test_a_party_that_lost_nobody_says_nothing_of_everyone() -> None:
    rebels = claim("no", source="the rebels", source_kind=SourceKind.ARMED_GROUP)
    soldiers = claim("5", group=Group.SECURITY_FORCE, document="doc-2")
    everyone = reconcile([rebels, soldiers])[0]
    assert (everyone.group, everyone.spread.low) == (Group.PEOPLE, 5)
    assert [aside.reason for aside in everyone.set_aside] == [
        "a party says that it lost nobody: says nothing of the others"
    ]
    [alone] = reconcile([rebels])
    assert alone.counted == (rebels.id,)


def test_nobody_of_one_group_says_nothing_of_everyone() -> None:
    assert totals({Group.AID_WORKER: "no"}) == ()
    [toll] = reconcile([claim("no", group=Group.AID_WORKER)])
    assert toll.group is Group.AID_WORKER


def test_a_part_of_a_group_is_no_addend() -> None:
    claims = [
        claim("12", group=Group.CIVILIAN, source="the police"),
        claim("3", group=Group.MEDIC, source="the police", part_of=True),
    ]
    [total] = add_up(gather(claims, trace(claims)))
    assert total.count.low == 12


def test_a_vague_addend_leaves_the_sum_open() -> None:
    [total] = totals({Group.SECURITY_FORCE: "5", Group.CIVILIAN: "dozens"})
    assert (total.count.low, total.count.high, total.count.form) == (29, None, Form.AT_LEAST)


def test_where_somebody_counts_everyone_nothing_is_added_up() -> None:
    tolls = reconcile(
        [
            claim("12", source="the hospital"),
            claim("5", group=Group.SECURITY_FORCE, source="Source 1"),
            claim("4", group=Group.CIVILIAN, source="Source 1"),
        ]
    )
    everyone = tolls[0]
    assert (everyone.spread.low, everyone.spread.high) == (12, 12)
    assert len(everyone.counted) == 3  # the groups are floors


def test_the_newest_figure_of_a_group_is_added() -> None:
    claims = [
        claim("5", group=Group.SECURITY_FORCE, source="Rask", published_at=date(2031, 5, 4)),
        claim(
            "7",
            group=Group.SECURITY_FORCE,
            source="Rask",
            published_at=date(2031, 5, 6),
            document="doc-2",
        ),
        claim(
            "1",
            group=Group.CIVILIAN,
            source="Rask",
            published_at=date(2031, 5, 6),
            document="doc-2",
        ),
    ]
    [everyone, *_] = reconcile(claims)
    assert everyone.harm is Harm.KILLED
    assert everyone.spread.low == 8


def test_who_says_that_nobody_of_a_group_was_harmed_adds_no_claim_to_the_sum() -> None:
    said = totals({Group.SECURITY_FORCE: "5"}, {Group.ARMED_GROUP: "no"})
    [five] = said
    assert len(five.claim_ids) == 1
    assert five.voice.name == "Source 0"
