import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tollbook.claim import BACKGROUND, Form, Group, Harm, SourceKind, Stance, TollClaim
from tollbook.reconciling import reconcile
from tollbook.testing import claim
from tollbook.toll import Toll

from .bamako import bamako

OUTLETS = ("Coast Wire", "Hill Post", "Delta Radio")
SOURCES = (
    (None, None, False),
    ("the Oker hospital", SourceKind.MEDICAL, False),
    ("a security source", SourceKind.OTHER, True),
    ("the army", SourceKind.MILITARY, False),
    ("the Falcons", SourceKind.ARMED_GROUP, False),
)
words = st.one_of(
    st.integers(0, 900).map(str),
    st.integers(1, 900).map("at least {}".format),
    st.integers(1, 900).map("about {}".format),
    st.sampled_from(["dozens", "several", "no", "in the 70s", "up to 20", "more than 1,200"]),
)


@st.composite
def said(draw: st.DrawFn) -> TollClaim:
    source, kind, anonymous = draw(st.sampled_from(SOURCES))
    phrase = draw(words)
    at = draw(st.integers(0, 99))
    place = f"market {at} of the town of Oker on the river Sel"
    day = date(2031, 5, 4) + timedelta(days=draw(st.integers(0, 3)))
    outlet = draw(st.sampled_from(OUTLETS))
    told = "" if source is None else f", {source} said"
    return claim(
        phrase,
        harm=draw(st.sampled_from([Harm.KILLED, Harm.INJURED, Harm.KILLED_OR_INJURED])),
        group=draw(
            st.sampled_from([Group.PEOPLE, Group.PEOPLE, Group.CIVILIAN, Group.SECURITY_FORCE])
        ),
        source=source,
        source_kind=kind,
        anonymous=anonymous,
        stance=draw(st.sampled_from([Stance.ASSERTED, Stance.HEDGED])),
        part_of=draw(st.booleans()),
        publisher=outlet,
        document=f"{outlet} {day}",
        published_at=day,
        sentence=f"{phrase} were hit as gunmen fired into {place}{told}",
    )


many = st.lists(said(), min_size=1, max_size=5)


@settings(max_examples=60, deadline=None)
@given(many, st.randoms())
def test_order_does_not_matter(claims: list[TollClaim], shuffler: random.Random) -> None:
    shuffled = list(claims)
    shuffler.shuffle(shuffled)
    assert reconcile(shuffled) == reconcile(claims)


@settings(max_examples=60, deadline=None)
@given(many, st.data())
def test_a_reprint_changes_no_number(claims: list[TollClaim], data: st.DataObject) -> None:
    original = data.draw(st.sampled_from(claims))
    source = original.attribution.source
    reprint = claim(
        original.count.words.text,
        harm=original.harm,
        group=original.group,
        source=None if source is None else source.text,
        source_kind=original.attribution.source_kind,
        anonymous=original.attribution.anonymous,
        stance=original.attribution.stance,
        part_of=original.part_of,
        publisher="Reprint Mirror",
        document="reprint",
        published_at=date(2031, 6, 1),
        sentence=original.sentence.text,
    )
    assert [numbers(toll) for toll in reconcile([*claims, reprint])] == [
        numbers(toll) for toll in reconcile(claims)
    ]


def numbers(toll: Toll) -> tuple[object, ...]:
    rulings = tuple((each.policy, each.low, each.best, each.high) for each in toll.rulings)
    return toll.harm, toll.group, toll.low, toll.best, toll.high, toll.cells, rulings


@settings(max_examples=60, deadline=None)
@given(many)
def test_a_toll_is_in_order_sums_to_one_and_names_every_claim(claims: list[TollClaim]) -> None:
    for toll in reconcile(claims):
        assert 0 <= toll.low <= toll.best <= toll.high
        assert sum(cell.probability for cell in toll.cells) == pytest.approx(1, abs=1e-9)
        assert all(
            after.low == before.high + 1
            for before, after in zip(toll.cells, toll.cells[1:], strict=False)
        )
        named = [*toll.counted, *(each.claim_id for each in toll.set_aside)]
        assert len(named) == len(set(named))
        assert set(named) == {each.id for each in claims if concerns(each, toll)}
        for ruling in toll.rulings:
            assert in_order(ruling.low, ruling.best, ruling.high), ruling
            ruled = [*ruling.counted, *(each.claim_id for each in ruling.set_aside)]
            assert sorted(ruled) == sorted(named), ruling.policy


def concerns(each: TollClaim, toll: Toll) -> bool:
    together = each.harm is Harm.KILLED_OR_INJURED and toll.harm in (Harm.KILLED, Harm.INJURED)
    return each.harm is toll.harm or together


def in_order(*figures: int | None) -> bool:
    given = [figure for figure in figures if figure is not None]
    return given == sorted(given)


def test_the_same_claims_give_the_same_toll_twice() -> None:
    assert reconcile(bamako()) == reconcile(bamako())


def test_no_claims_give_no_tolls() -> None:
    assert reconcile([]) == ()


def test_a_claim_given_twice_is_one_claim() -> None:
    assert reconcile([claim("12"), claim("12")]) == reconcile([claim("12")])


def test_background_alone_gives_no_toll() -> None:
    assert reconcile([claim("thousands", incident=BACKGROUND)]) == ()


def test_nobody_hurt_is_a_zero_not_a_gap() -> None:
    [toll] = reconcile([claim("no", harm=Harm.INJURED)])
    assert (toll.low, toll.best) == (0, 0)


def test_what_is_denied_is_set_aside_with_its_reason() -> None:
    denied = claim("40", source="the army", stance=Stance.DENIED)
    [toll] = reconcile([claim("12"), denied])
    assert [(each.claim_id, each.reason[:6]) for each in toll.set_aside] == [(denied.id, "denied")]


def test_twelve_more_is_no_figure_of_its_own_beside_another() -> None:
    more = claim("12 more")
    [toll] = reconcile([claim("30"), more])
    assert [each.claim_id for each in toll.set_aside] == [more.id]


def test_twelve_more_injured_are_all_the_injured_where_no_other_are_told_of() -> None:
    [killed, injured] = reconcile([claim("3"), claim("12 more", harm=Harm.INJURED)])
    assert (killed.best, injured.best) == (3, 12)


def test_including_two_medics_is_a_toll_of_medics_and_a_floor_for_everyone() -> None:
    [everyone, medics] = reconcile([claim("9"), claim("two", group=Group.MEDIC, part_of=True)])
    assert (everyone.best, medics.best) == (9, 2)
    assert len(everyone.counted) == 2


def test_one_person_beside_many_in_one_report_is_no_toll_of_one() -> None:
    teacher = claim("one", sentence="Among the dead is one teacher")
    alone = replace(teacher, count=replace(teacher.count, form=Form.ONE))
    [toll] = reconcile([claim("9"), alone])
    assert (toll.best, toll.spread.low) == (9, 9)
    assert alone.id in toll.counted
    elsewhere = replace(alone, imprint=replace(alone.imprint, document_id="doc-2"))
    [disputed] = reconcile([claim("9"), elsewhere])
    assert disputed.spread.low == 1


def test_a_part_alone_gives_a_floor() -> None:
    [toll] = reconcile([claim("81", part_of=True)])
    assert toll.spread.is_open
    assert toll.probability(0, 80) < 0.7
    assert toll.probability(0, 80) < reconcile([claim("2", part_of=True)])[0].probability(0, 80)


def test_attackers_are_no_floor_for_the_people_harmed() -> None:
    [people, attackers] = reconcile([claim("3"), claim("40", group=Group.ATTACKER)])
    assert people.best == 3
    assert attackers.group is Group.ATTACKER
    assert "attacker only" in people.set_aside[0].reason


def test_a_later_figure_of_one_voice_replaces_the_earlier_whatever_the_order_of_files() -> None:
    old = claim("20", source="the hospital", published_at=date(2031, 5, 4), document="a")
    new = claim("40", source="the hospital", published_at=date(2031, 5, 6), document="b")
    [toll] = reconcile([new, old])
    assert toll.best == 40
    assert reconcile([old, new]) == (toll,)


def test_figures_of_the_first_day_are_less_sure() -> None:
    said = [claim("20", source="the hospital", published_at=date(2031, 5, 4))]
    [sure] = reconcile(said)
    [unsure] = reconcile(said, happened_on=date(2031, 5, 4))
    assert unsure.probability(25) > sure.probability(25)


@pytest.mark.parametrize("harm", list(Harm))
def test_every_harm_gets_a_toll(harm: Harm) -> None:
    [toll] = reconcile([claim("12", harm=harm)])
    assert (toll.harm, toll.best) == (harm, 12)


def test_millions_fit_on_the_grid() -> None:
    [toll] = reconcile([claim("2,000,000", harm=Harm.DISPLACED)])
    assert 1_500_000 <= toll.low <= toll.best <= 2_000_000 <= toll.high


def test_many_who_count_the_dead_do_not_make_the_missing_many() -> None:
    missing = claim("several", harm=Harm.MISSING, source="two relatives")
    dead = [claim(str(n), publisher=f"Paper {n}", document=f"doc-{n}") for n in range(60, 72)]

    def toll(claims: list[TollClaim]) -> Toll:
        return next(each for each in reconcile(claims) if each.harm is Harm.MISSING)

    alone, beside = toll([missing]), toll([missing, *dead])
    assert (alone.low, alone.best, alone.high) == (beside.low, beside.best, beside.high)
