"""Figures that cannot all be right."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook.claim import Group, Harm, SourceKind, Stance, TollClaim
from tollbook.reconciling import find_contradictions, reconcile
from tollbook.testing import claim, sure
from tollbook.toll import Clash, Contradiction

MONDAY, TUESDAY = date(2031, 3, 3), date(2031, 3, 4)


def told(
    words: str,
    *,
    document: str = "a",
    source: str | None = "Oker hospital",
    group: Group = Group.PEOPLE,
    harm: Harm = Harm.KILLED,
    part_of: bool = False,
    day: date | None = MONDAY,
    sentence: str | None = None,
) -> TollClaim:
    return claim(
        words,
        document=document,
        publisher=f"Outlet {document}",
        source=source,
        source_kind=None if source is None else SourceKind.MEDICAL,
        group=group,
        harm=harm,
        part_of=part_of,
        published_at=day,
        sentence=sentence,
    )


def clashes(*claims: TollClaim) -> list[Clash]:
    return [found.clash for found in find_contradictions(claims)]


def only(*claims: TollClaim) -> Contradiction:
    (found,) = find_contradictions(claims)
    return found


def test_a_group_larger_than_every_total_given_is_named() -> None:
    total = told("12")
    civilians = told("14", group=Group.CIVILIAN, document="b", source="the mayor")
    found = only(total, civilians)
    assert (found.clash, found.by) == (Clash.PART_OVER_WHOLE, 2)
    assert (found.claim_ids, found.against) == ((civilians.id,), (total.id,))
    assert found.sentence == (
        "“14” civilians killed (the mayor): 2 more than “12” people killed (Oker hospital) in all"
    )


@pytest.mark.parametrize(
    "civilians",
    [
        pytest.param(told("12", group=Group.CIVILIAN, document="b"), id="all of them"),
        pytest.param(told("up to 12", group=Group.CIVILIAN, document="b"), id="a ceiling"),
        pytest.param(told("dozens", group=Group.CIVILIAN, document="b"), id="a vague word"),
        pytest.param(told("400", group=Group.CIVILIAN, document="b"), id="about something else"),
        pytest.param(told("14", group=Group.ATTACKER, document="b"), id="left out of totals"),
        pytest.param(
            told("14", group=Group.CIVILIAN, document="b", day=TUESDAY), id="after the total"
        ),
    ],
)
def test_a_group_that_a_total_can_hold_or_was_overtaken_by_is_no_contradiction(
    civilians: TollClaim,
) -> None:
    assert clashes(told("12"), civilians) == []


def test_a_total_without_a_ceiling_can_hold_anything() -> None:
    civilians = told("14", group=Group.CIVILIAN, document="b", source="the mayor")
    assert clashes(told("at least 12"), civilians) == []


def test_another_total_that_holds_the_group_settles_it() -> None:
    civilians = told("14", group=Group.CIVILIAN, document="b", source="the mayor")
    assert clashes(told("12"), told("20", document="c", source="the army"), civilians) == []


def test_two_groups_of_one_sentence_are_no_whole_of_each_other() -> None:
    sentence = "2 adults and six children were killed, Oker hospital said."
    adults = told("2", sentence=sentence)
    children = told("six", group=Group.CHILD, sentence=sentence)
    assert clashes(adults, children) == []


def test_a_figure_read_with_doubt_contradicts_nothing() -> None:
    civilians = told("14", group=Group.CIVILIAN, document="b", source="the mayor")
    doubtful = replace(civilians, confidence=sure(0.5))
    assert clashes(told("12"), doubtful) == []
    assert clashes(told("12"), replace(civilians, confidence=sure(0.9))) != []


def test_groups_that_exclude_each_other_are_no_more_than_the_total_together() -> None:
    sentence = "12 people were killed, 8 civilians and 9 soldiers, Oker hospital said."
    report = (
        told("12", sentence=sentence),
        told("8", group=Group.CIVILIAN, sentence=sentence, part_of=True),
        told("9", group=Group.SECURITY_FORCE, sentence=sentence, part_of=True),
    )
    found = only(*report)
    assert (found.clash, found.by) == (Clash.PARTS_OVER_WHOLE, 5)
    assert found.against == (report[0].id,)


def test_children_and_civilians_may_be_the_same_people() -> None:
    children = told("9", group=Group.CHILD, source="an officer")
    assert clashes(told("12"), told("8", group=Group.CIVILIAN, source="a nurse"), children) == []


def test_killed_and_injured_are_no_more_than_both_together() -> None:
    both = told("40", harm=Harm.KILLED_OR_INJURED)
    found = only(both, told("12"), told("35", harm=Harm.INJURED))
    assert (found.clash, found.by) == (Clash.HARMS_OVER_BOTH, 7)


def test_more_than_eighty_are_the_eighty_of_a_headline() -> None:
    both = told("88", harm=Harm.KILLED_OR_INJURED)
    assert clashes(both, told("8"), told("more than 80", harm=Harm.INJURED)) == []


def test_one_source_with_two_figures_on_a_day_is_named() -> None:
    found = only(told("20"), told("26", document="b"))
    assert (found.clash, found.by) == (Clash.TWO_FIGURES, 6)


def test_two_sources_with_two_figures_merely_disagree() -> None:
    assert clashes(told("20"), told("26", document="b", source="the mayor")) == []


def test_a_later_higher_figure_of_a_source_is_no_contradiction() -> None:
    assert clashes(told("20"), told("26", document="b", day=TUESDAY)) == []


def test_a_toll_that_its_source_lowered_is_said() -> None:
    early, late = told("26"), told("20", document="b", day=TUESDAY)
    found = only(early, late)
    assert (found.clash, found.claim_ids, found.against) == (
        Clash.LOWERED,
        (late.id,),
        (early.id,),
    )
    assert found.sentence.endswith("6 fewer than its earlier “26”")


def test_two_figures_for_fighters_may_count_two_sides() -> None:
    fighters = (
        told("20", group=Group.ARMED_GROUP),
        told("26", group=Group.ARMED_GROUP, document="b"),
    )
    assert clashes(*fighters) == []


SHOT = "One killed and 3 injured at Oker."


def test_a_figure_of_the_injured_that_counts_the_killed_is_named_and_set_aside() -> None:
    one = told("One", sentence=SHOT, source=None)
    three = told("3", harm=Harm.INJURED, sentence=SHOT, source=None)
    four = told("4", harm=Harm.INJURED, source="the police")
    one = replace(one, count=replace(one.count, form=three.count.form))
    found = only(one, three, four)
    assert (found.clash, found.claim_ids, found.by) == (Clash.COUNTS_BOTH, (four.id,), 1)
    injured = next(toll for toll in reconcile([one, three, four]) if toll.harm is Harm.INJURED)
    assert injured.best == 3
    assert {aside.claim_id: aside.reason for aside in injured.set_aside}[four.id] == (
        "counts the killed too: 4 are 1 killed and 3 injured"
    )


def test_a_figure_of_the_injured_in_another_report_is_left_alone() -> None:
    one = told("1", sentence="1 killed and 3 injured at Oker.", source=None)
    three = told("3", harm=Harm.INJURED, sentence="1 killed and 3 injured at Oker.", source=None)
    four = told("4", harm=Harm.INJURED, document="b", source="the police")
    assert Clash.COUNTS_BOTH not in clashes(one, three, four)


def test_more_dead_that_no_figure_holds_are_named() -> None:
    base, more = told("29"), told("five more", sentence="Five more died at Vell.", source=None)
    found = only(base, more)
    assert (found.clash, found.by, found.against) == (Clash.ON_TOP, 5, (base.id,))


def test_more_dead_that_a_total_holds_are_no_news() -> None:
    base, more = told("29"), told("five more", sentence="Five more died at Vell.", source=None)
    assert clashes(base, more, told("34", document="b", source="the mayor")) == []


def test_more_dead_that_the_total_counts_already_are_no_news() -> None:
    base, more = told("7"), told("five more", sentence="Five more died at Vell.", source=None)
    assert clashes(base, more, told("2", source="a guard", part_of=True)) == []


def test_a_denied_figure_contradicts_nobody() -> None:
    denied = claim(
        "14", group=Group.CIVILIAN, document="b", source="the mayor", stance=Stance.DENIED
    )
    assert clashes(told("12"), denied) == []


Said = tuple[str, Harm, Group, str, bool]


def claims_of(said: list[Said]) -> list[TollClaim]:
    return [
        told(words, harm=harm, group=group, document=name, part_of=part, source=f"voice {n % 3}")
        for n, (words, harm, group, name, part) in enumerate(said)
    ]


figures = st.tuples(
    st.sampled_from(["2", "12", "14", "at least 20", "dozens", "five more", "about 30", "40"]),
    st.sampled_from([Harm.KILLED, Harm.INJURED, Harm.KILLED_OR_INJURED]),
    st.sampled_from([Group.PEOPLE, Group.CIVILIAN, Group.CHILD, Group.SECURITY_FORCE]),
    st.sampled_from("ab"),
    st.booleans(),
)


@given(st.lists(figures, min_size=1, max_size=7))
def test_order_changes_nothing_and_both_sides_are_named(
    said: list[Said],
) -> None:
    claims = [
        told(
            words, harm=harm, group=group, document=document, part_of=part, source=f"voice {n % 3}"
        )
        for n, (words, harm, group, document, part) in enumerate(said)
    ]
    found = find_contradictions(claims)
    assert found == find_contradictions(claims[::-1])
    known = {each.id for each in claims}
    for each in found:
        assert each.by > 0
        assert each.claim_ids
        assert each.against
        assert known.issuperset((*each.claim_ids, *each.against))


@given(st.lists(figures, min_size=1, max_size=7))
def test_a_reprint_adds_no_contradiction(said: list[Said]) -> None:
    claims = [
        told(
            words, harm=harm, group=group, document=document, part_of=part, source=f"voice {n % 3}"
        )
        for n, (words, harm, group, document, part) in enumerate(said)
    ]
    again = [
        replace(each, imprint=replace(each.imprint, document_id=f"{each.imprint.document_id}2"))
        for each in claims
    ]
    before = {(each.clash, each.harm, each.by) for each in find_contradictions(claims)}
    after = {(each.clash, each.harm, each.by) for each in find_contradictions([*claims, *again])}
    assert after <= before
