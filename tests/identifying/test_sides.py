"""The sides of invented incidents: who attacked, who was attacked, who fought."""

from dataclasses import replace

import pytest

from tollbook.actor import Role, Standing
from tollbook.claim import Group, SourceKind, Stance, Status, TollClaim
from tollbook.identifying import CIVILIANS, sides_of
from tollbook.incident import What

from .told import told

RAID = "JNIM fighters killed nine soldiers and two traders near Oker, the mayor said."


def test_who_attacked_and_who_was_attacked() -> None:
    account = told(
        RAID,
        blamed=[("JNIM fighters", Status.ACCUSED)],
        harmed=[("soldiers", Group.SECURITY_FORCE), ("traders", Group.CIVILIAN)],
    )
    attacker, army, civilians = sides_of(account, country="ML")
    assert attacker.actor is not None
    assert (attacker.actor.id, attacker.role) == ("jnim", Role.ATTACKED)
    assert attacker.standing is Standing.SUSPECTED
    assert army.actor is not None
    assert (army.actor.id, army.role) == ("ml-military", Role.WAS_ATTACKED)
    assert civilians.actor is CIVILIANS


@pytest.mark.parametrize(
    ("statuses", "standing"),
    [
        ([Status.STATED], Standing.STATED),
        ([Status.ACCUSED, Status.CLAIMED], Standing.DECLARED),
        ([Status.ACCUSED, Status.DENIED], Standing.CONTESTED),
        ([Status.DENIED], Standing.CONTESTED),
        ([Status.CLAIMED, Status.DENIED], Standing.DECLARED),
    ],
)
def test_how_surely_a_side_took_part(statuses: list[Status], standing: Standing) -> None:
    account = told(RAID, blamed=[("JNIM fighters", status) for status in statuses])
    side = sides_of(account, country="ML")[0]
    assert side.standing is standing


def test_who_fought_is_not_said_to_have_begun() -> None:
    account = told(
        "Clashes between the army and Boko Haram left six dead and hurt villagers at Oker.",
        what=What.CLASH,
        harmed=[("villagers", Group.CIVILIAN)],
    )
    sides = sides_of(account, country="NG")
    assert [(side.actor and side.actor.id, side.role) for side in sides] == [
        ("ng-military", Role.FOUGHT),
        ("boko-haram", Role.FOUGHT),
        ("civilians", Role.WAS_ATTACKED),
    ]


def test_a_state_and_its_jets_are_one_side() -> None:
    account = told(
        "Syria struck again, residents said.\nSyrian warplanes hit a market.",
        blamed=[("Syria", Status.ACCUSED), ("Syrian warplanes", Status.STATED)],
    )
    (side,) = sides_of(account)
    assert side.actor is not None
    assert (side.actor.id, side.standing) == ("sy-air-force", Standing.STATED)


def test_two_may_be_blamed_at_once() -> None:
    account = told(
        "Russian or Syrian jets hit a market.", blamed=[("Russian or Syrian jets", Status.STATED)]
    )
    assert {side.actor and side.actor.country for side in sides_of(account)} == {"RU", "SY"}


def test_who_is_only_described_stays_words() -> None:
    account = told("Masked gunmen killed nine.", blamed=[("Masked gunmen", Status.STATED)])
    (side,) = sides_of(account, country="ML")
    assert (side.actor, side.words.text) == (None, "Masked gunmen")


def test_the_attackers_dead_were_not_attacked() -> None:
    account = told(
        "Boko Haram raided Oker and lost six of its fighters.",
        blamed=[("Boko Haram", Status.STATED)],
        harmed=[("its fighters", Group.ARMED_GROUP)],
    )
    assert [side.role for side in sides_of(account)] == [Role.ATTACKED]


def test_whom_an_attacker_attacked_stands_behind_the_verb() -> None:
    account = told(
        "Boko Haram attacked Nigerian soldiers near Oker.", blamed=[("Boko Haram", Status.STATED)]
    )
    assert [(side.actor and side.actor.id, side.role) for side in sides_of(account)] == [
        ("boko-haram", Role.ATTACKED),
        ("ng-military", Role.WAS_ATTACKED),
    ]


def test_who_fought_without_a_name_stays_words() -> None:
    account = told(
        "Clashes between the army and rebels went on.\nNine villagers died.",
        what=What.CLASH,
        harmed=[("villagers", Group.CIVILIAN)],
    )
    army, rebels, _ = sides_of(account, text="Clashes between the army and rebels went on.")
    assert [army.words.text, rebels.words.text] == ["army", "rebels"]
    assert army.actor is None
    assert rebels.actor is None


def test_an_owner_outside_the_claim_says_whose() -> None:
    account = told("Syria's warplanes hit a market.", blamed=[("warplanes", Status.STATED)])
    (side,) = sides_of(account)
    assert side.actor is not None
    assert side.actor.id == "sy-air-force"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Gunmen killed nurses in Oker on Monday, police said.", "Gunmen"),
        ("Nurses were killed by gunmen in Oker on Monday, police said.", "gunmen"),
        ("Gunmen attacked, a police spokesman said, and nurses died.", "Gunmen"),
        ("Gunmen attacked on Monday, according to the police, and nurses died.", "Gunmen"),
    ],
)
def test_whoever_only_speaks_is_no_side(text: str, who: str) -> None:
    nurses = "nurses" if "nurses" in text else "Nurses"
    account = told(text, blamed=[(who, Status.STATED)], harmed=[(nurses, Group.MEDIC)])
    sides = sides_of(account, text=text, country="ML")
    assert [(side.words.text, side.role) for side in sides] == [
        (who, Role.ATTACKED),
        (nurses, Role.WAS_ATTACKED),
    ]


def test_who_is_quoted_on_a_clash_did_not_fight_in_it() -> None:
    text = "Clashes between JNIM and Islamic State killed villagers, the Malian army said."
    account = told(
        text,
        what=What.CLASH,
        harmed=[("villagers", Group.CIVILIAN)],
        said_by=("the Malian army", SourceKind.MILITARY),
    )
    fought = [side for side in sides_of(account, text=text) if side.role is Role.FOUGHT]
    assert [side.actor and side.actor.id for side in fought] == ["jnim", "islamic-state"]


def test_who_holds_a_place_is_not_who_was_attacked_there() -> None:
    text = "Syrian warplanes hit a rebel-held town and killed villagers."
    account = told(
        text,
        blamed=[("Syrian warplanes", Status.STATED)],
        harmed=[("villagers", Group.CIVILIAN)],
        targets=["a rebel-held town"],
    )
    hit = [side for side in sides_of(account, text=text) if side.role is Role.WAS_ATTACKED]
    assert [side.actor for side in hit] == [CIVILIANS]


def test_losses_that_an_army_owns_to_are_the_army_s() -> None:
    account = told(
        "Mali's army has acknowledged some losses.",
        harmed=[("some losses", Group.SECURITY_FORCE)],
        said_by=("Mali's army", SourceKind.MILITARY),
    )
    (side,) = sides_of(account)
    assert side.actor is not None
    assert (side.actor.id, side.words.text) == ("ml-military", "Mali's army")
    assert side.standing is Standing.DECLARED


@pytest.mark.parametrize(
    "words", ["hundreds", "another five", "casualties", "victims", "a retired officer"]
)
def test_words_that_say_of_nobody_who_they_are_make_no_side(words: str) -> None:
    account = told(f"The raid killed {words}.", harmed=[(words, Group.SECURITY_FORCE)])
    assert sides_of(account, country="ML") == ()


@pytest.mark.parametrize(
    ("source", "stance", "standing"),
    [
        (None, Stance.ASSERTED, Standing.STATED),
        (("the mayor", SourceKind.GOVERNMENT), Stance.ASSERTED, Standing.STATED),
        (("the mayor", SourceKind.GOVERNMENT), Stance.HEDGED, Standing.SUSPECTED),
        (("the Malian army", SourceKind.MILITARY), Stance.ASSERTED, Standing.DECLARED),
        (("JNIM", SourceKind.ARMED_GROUP), Stance.ASSERTED, Standing.SUSPECTED),
    ],
)
def test_how_surely_somebody_was_hit(
    source: tuple[str, SourceKind] | None, stance: Stance, standing: Standing
) -> None:
    text = "JNIM killed soldiers.\nSo said the mayor and the Malian army."
    account = told(
        text,
        blamed=[("JNIM", Status.STATED)],
        harmed=[("soldiers", Group.SECURITY_FORCE)],
        said_by=source,
        stance=stance,
    )
    assert sides_of(account, country="ML")[-1].standing is standing


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested ten men after a bomb in Oker.",
        "Ten men were arrested by police after a bomb in Oker.",
        "Thousands were arrested in several parts of Oker by police.",
        "The province is regularly hit by police raids.",
        "Since 2015 or since 2016 police have shelled Oker.",
    ],
)
def test_a_duty_or_a_habit_is_no_attack(text: str) -> None:
    words = "Police" if "Police" in text else "police"
    assert sides_of(told(text, blamed=[(words, Status.STATED)]), country="ML") == ()


def test_who_is_nobody_in_particular_is_no_side() -> None:
    assert sides_of(told("Someone shot at a car.", blamed=[("Someone", Status.STATED)])) == ()


def test_a_clash_told_near_the_dead_goes_before_another_of_the_report() -> None:
    text = (
        "Clashes between JNIM and Islamic State killed villagers.\n"
        "Elsewhere Boko Haram fought the Nigerian army."
    )
    account = told(text, what=What.CLASH, harmed=[("villagers", Group.CIVILIAN)])
    sides = sides_of(account, text=text)
    assert [side.actor and side.actor.id for side in sides] == [
        "jnim",
        "islamic-state",
        "civilians",
    ]


def test_soldiers_among_the_dead_of_a_street_were_not_its_aim() -> None:
    text = "A car bomb killed people, among them soldiers."
    whole = told(text, what=What.BOMBING, harmed=[("people", Group.PEOPLE)])
    part = told(text, what=What.BOMBING, harmed=[("soldiers", Group.SECURITY_FORCE)])
    soldiers = part.claims[0]
    assert isinstance(soldiers, TollClaim)
    soldiers = replace(soldiers, part_of=True)
    account = replace(whole, claims=(*whole.claims, soldiers))
    assert sides_of(account, text=text, country="ML") == ()
