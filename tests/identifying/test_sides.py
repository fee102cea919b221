"""The sides of invented incidents: who attacked, who was attacked, who fought."""

import pytest

from tollbook.actor import Role, Standing
from tollbook.claim import Group, Status
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
