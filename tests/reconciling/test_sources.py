from dataclasses import replace

import pytest

from tollbook.claim import Group, SourceKind
from tollbook.reconciling.sources import PARTIES, SourceClass, classify
from tollbook.testing import claim

ARMY, POLICE, REBELS = SourceKind.MILITARY, SourceKind.POLICE, SourceKind.ARMED_GROUP


@pytest.mark.parametrize(
    ("kind", "group", "expected"),
    [
        pytest.param(ARMY, Group.SECURITY_FORCE, SourceClass.OWN_LOSSES, id="army on its dead"),
        pytest.param(POLICE, Group.SECURITY_FORCE, SourceClass.OWN_LOSSES, id="police on theirs"),
        pytest.param(ARMY, Group.ARMED_GROUP, SourceClass.ENEMY, id="army on rebels"),
        pytest.param(ARMY, Group.ATTACKER, SourceClass.ENEMY, id="army on attackers"),
        pytest.param(POLICE, Group.ATTACKER, SourceClass.SECURITY, id="police on a gunman"),
        pytest.param(ARMY, Group.PEOPLE, SourceClass.SECURITY, id="army on bystanders"),
        pytest.param(REBELS, Group.SECURITY_FORCE, SourceClass.ENEMY, id="rebels on soldiers"),
        pytest.param(REBELS, Group.ARMED_GROUP, SourceClass.OWN_LOSSES, id="rebels on their own"),
        pytest.param(SourceKind.UN, Group.PEOPLE, SourceClass.UN, id="the UN"),
        pytest.param(SourceKind.FAMILY, Group.PEOPLE, SourceClass.WITNESS, id="relatives"),
    ],
)
def test_a_source_is_classed_by_what_it_is_and_whom_it_counts(
    kind: SourceKind, group: Group, expected: SourceClass
) -> None:
    assert classify(claim(group=group, source="Rask", source_kind=kind)) is expected


def test_who_is_named_as_perpetrator_boasts() -> None:
    boast = claim(group=Group.SECURITY_FORCE, source="the Falcons", source_kind=REBELS)
    assert classify(boast, ["The Falcons"]) is SourceClass.PERPETRATOR


def test_a_group_pointed_back_at_boasts_too() -> None:
    boast = claim(group=Group.SECURITY_FORCE, source="the group", source_kind=REBELS)
    assert classify(boast, ["The Falcons"]) is SourceClass.ENEMY
    assert classify(boast, ["The Falcons"], known_as="the Falcons") is SourceClass.PERPETRATOR


def test_an_army_named_as_perpetrator_is_a_party_when_it_counts_civilians() -> None:
    said = claim(group=Group.CIVILIAN, source="the army", source_kind=ARMY)
    assert classify(said) not in PARTIES
    assert classify(said, ["the army"]) in PARTIES


def test_an_unnamed_officer_does_not_speak_for_his_army() -> None:
    leak = claim(group=Group.SECURITY_FORCE, source="an officer", source_kind=ARMY, anonymous=True)
    assert classify(leak) is SourceClass.SECURITY


def test_the_report_itself_is_a_news_outlet() -> None:
    assert classify(claim()) is SourceClass.OUTLET


@pytest.mark.parametrize(
    ("publisher", "expected"),
    [
        ("General Staff of the Armed Forces", SourceClass.ENEMY),
        ("Ministry of Defence of Vell", SourceClass.ENEMY),
        ("The Army and Navy Store Post", SourceClass.OUTLET),
        (None, SourceClass.OUTLET),
    ],
)
def test_a_communique_speaks_for_the_army_that_prints_it(
    publisher: str | None, expected: SourceClass
) -> None:
    assert classify(claim(group=Group.ATTACKER, publisher=publisher)) is expected


def test_every_kind_of_source_has_a_class_for_every_group() -> None:
    for kind in SourceKind:
        for group in Group:
            assert classify(claim(group=group, source="Rask", source_kind=kind)) in SourceClass


def test_a_perpetrator_is_known_by_another_name() -> None:
    said = claim(group=Group.PEOPLE, source="the Russian defence ministry", source_kind=ARMY)
    assert classify(said, ["Russian warplanes"]) is SourceClass.OWN_LOSSES
    assert classify(said, ["Syrian jets"]) is SourceClass.SECURITY


def test_what_only_a_headline_says_is_told_apart() -> None:
    said = claim("12", sentence="Twelve die: 12 people killed in Oker")
    titled = replace(said, imprint=replace(said.imprint, title=said.sentence.text))
    assert classify(titled) is SourceClass.HEADLINE
    quoted = claim("12", source="Rask", sentence="12 people killed in Oker: Rask")
    assert (
        classify(replace(quoted, imprint=replace(quoted.imprint, title=quoted.sentence.text)))
        is SourceClass.GENERIC
    )
