"""The toll of one real attack, pinned: figures of `coding-rules` and of the prototype."""

import pytest

from tollbook.claim import Group, Harm
from tollbook.reconciling import reconcile
from tollbook.toll import Ruling, Toll

from .bamako import bamako, said


def toll(harm: Harm, group: Group = Group.PEOPLE) -> Toll:
    [found] = [each for each in reconcile(bamako()) if (each.harm, each.group) == (harm, group)]
    return found


def ruling(policy: str, harm: Harm = Harm.KILLED) -> Ruling:
    [found] = [each for each in toll(harm).rulings if each.policy == policy]
    return found


def test_the_range_of_the_killed_holds_what_serious_sources_say() -> None:
    killed = toll(Harm.KILLED)
    assert 70 <= killed.low <= 77
    assert 84 <= killed.best <= 96
    assert 115 <= killed.high <= 135


def test_the_killed_are_hardly_below_seventy_and_hardly_above_a_hundred_and_thirty() -> None:
    killed = toll(Harm.KILLED)
    assert killed.probability(0, 69) < 0.02
    assert killed.probability(130) < 0.06
    assert killed.probability(81, 104) > 0.4


def test_the_one_count_of_the_injured_sets_their_toll() -> None:
    injured = toll(Harm.INJURED)
    assert injured.best == 255
    # One source alone: in one incident in fourteen such a figure is about something else.
    assert 20 <= injured.low <= 50
    assert 255 <= injured.high <= 380
    assert injured.probability(180, 330) > 0.6


def test_killed_and_injured_together_are_their_sum_not_the_vague_word() -> None:
    together = toll(Harm.KILLED_OR_INJURED)
    assert 100 <= together.low <= 332 <= together.high <= 480
    assert 320 <= together.best <= 370


@pytest.mark.parametrize(
    ("policy", "low", "best", "high"),
    [
        ("ucdp", 71, 77, 100),
        ("acled", 70, 70, 70),
        ("ibc", 70, None, 100),
        ("airwars", 70, None, 100),
        ("every_casualty", 70, None, 100),
        ("party_excluded", 70, None, 100),
    ],
)
def test_the_killed_under_the_rules_of_the_field(
    policy: str, low: int, best: int | None, high: int
) -> None:
    found = ruling(policy)
    assert (found.low, found.best, found.high) == (low, best, high)


def test_ucdp_says_why_seventy_seven_is_best() -> None:
    found = ruling("ucdp")
    assert "best “77” (a security source)" in found.rule
    assert "counts both killed and injured" in found.notes
    assert "independent voices agree" in found.notes


def test_no_policy_counts_a_party() -> None:
    parties = {
        said("some"),
        said("hundreds", group=Group.SECURITY_FORCE),
    }
    for found in toll(Harm.KILLED).rulings:
        assert not parties & set(found.counted), found.policy


def test_a_single_source_is_flagged() -> None:
    assert "single source: a security source" in ruling("every_casualty", Harm.INJURED).notes


def test_recorders_note_the_identified_dead() -> None:
    assert "counted as a part: “81”" in ruling("every_casualty").notes


def test_parties_are_shown_apart() -> None:
    notes = ruling("party_excluded").notes
    assert "Mali's military" in notes
    assert "JNIM" in notes


def test_the_identified_dead_lift_the_toll_and_the_seventies_hold_it_down() -> None:
    shifts = {each.claim_id: each.shift for each in toll(Harm.KILLED).influences}
    assert shifts[said("81")] > 5
    assert shifts[said("in the 70s")] <= -2
    assert abs(shifts[said("some")]) <= 1


def test_the_headline_and_the_lead_are_one_voice() -> None:
    [voice] = [each for each in toll(Harm.KILLED).voices if said("over 70") in each.claim_ids]
    assert set(voice.claim_ids) == {said("over 70"), said("more than 70")}
    assert voice.name == "diplomatic and security sources"


def test_the_war_is_not_the_attack() -> None:
    reasons = {each.claim_id: each.reason for each in toll(Harm.KILLED).set_aside}
    assert reasons[said("thousands")].startswith("background")


def test_tolls_stand_in_the_order_of_harms_and_everyone_first() -> None:
    assert [(each.harm, each.group) for each in reconcile(bamako())] == [
        (Harm.KILLED, Group.PEOPLE),
        (Harm.KILLED, Group.SECURITY_FORCE),
        (Harm.INJURED, Group.PEOPLE),
        (Harm.KILLED_OR_INJURED, Group.PEOPLE),
        (Harm.KILLED_OR_INJURED, Group.SECURITY_FORCE),
    ]
