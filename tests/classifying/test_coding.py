"""Invented incidents, and what coders would call them."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from tests.identifying.told import told
from tollbook.claim import Effect, Group, Harm, Status
from tollbook.classifying import classify
from tollbook.event import EventCodes
from tollbook.identifying import sides_of
from tollbook.incident import What

SOLDIERS = ("soldiers", Group.SECURITY_FORCE)
TRADERS = ("traders", Group.CIVILIAN)


def coded(text: str, *, country: str | None = "ML", **more: Any) -> EventCodes:
    account = told(text, **more)
    return classify(account, sides_of(account, country=country))


@pytest.mark.parametrize(
    ("text", "more", "kind", "sub"),
    [
        pytest.param(
            "Malian warplanes bombed Oker, killing traders.",
            {
                "what": What.AIR_STRIKE,
                "blamed": [("Malian warplanes", Status.STATED)],
                "harmed": [TRADERS],
            },
            "Explosions/Remote violence",
            "Air/drone strike",
            id="an air strike",
        ),
        pytest.param(
            "A suicide bomber killed soldiers in Oker.",
            {"what": What.SUICIDE_BOMBING, "harmed": [SOLDIERS]},
            "Explosions/Remote violence",
            "Suicide bomb",
            id="a suicide bomb",
        ),
        pytest.param(
            "Mortar shells hit Oker and killed traders.",
            {"what": What.SHELLING, "harmed": [TRADERS]},
            "Explosions/Remote violence",
            "Shelling/artillery/missile attack",
            id="shelling",
        ),
        pytest.param(
            "A roadside bomb killed soldiers.",
            {"what": What.BOMBING, "harmed": [SOLDIERS]},
            "Explosions/Remote violence",
            "Remote explosive/landmine/IED",
            id="a roadside bomb",
        ),
        pytest.param(
            "A grenade thrown into a bar hurt traders.",
            {"what": What.EXPLOSION, "harmed": [TRADERS]},
            "Explosions/Remote violence",
            "Grenade",
            id="a grenade",
        ),
        pytest.param(
            "Chlorine killed traders in Oker.",
            {"what": What.CHEMICAL_ATTACK, "harmed": [TRADERS]},
            "Explosions/Remote violence",
            "Chemical weapon",
            id="chlorine",
        ),
        pytest.param(
            "JNIM fighters shot dead soldiers at a checkpoint.",
            {"blamed": [("JNIM fighters", Status.STATED)], "harmed": [SOLDIERS]},
            "Battles",
            "Armed clash",
            id="an attack on soldiers",
        ),
        pytest.param(
            "The army recaptured Oker from JNIM after clashes that killed soldiers.",
            {"what": What.CLASH, "harmed": [SOLDIERS]},
            "Battles",
            "Government regains territory",
            id="a town retaken",
        ),
        pytest.param(
            "JNIM overran Oker and killed soldiers in a clash.",
            {
                "what": What.CLASH,
                "blamed": [("JNIM", Status.STATED)],
                "harmed": [SOLDIERS],
            },
            "Battles",
            "Non-state actor overtakes territory",
            id="a town taken",
        ),
        pytest.param(
            "Gunmen killed traders on a road.",
            {"blamed": [("Gunmen", Status.STATED)], "harmed": [TRADERS]},
            "Violence against civilians",
            "Attack",
            id="an attack on civilians",
        ),
        pytest.param(
            "Gunmen kidnapped traders on a road.",
            {"what": What.ABDUCTION, "harmed": [TRADERS], "harm": Harm.ABDUCTED},
            "Violence against civilians",
            "Abduction/forced disappearance",
            id="an abduction",
        ),
        pytest.param(
            "Masked men raped several women, traders said.",
            {"what": What.OTHER, "harmed": [("women", Group.WOMAN)]},
            "Violence against civilians",
            "Sexual violence",
            id="sexual violence",
        ),
        pytest.param(
            "A mob lynched traders.",
            {"what": What.RIOT, "harmed": [TRADERS]},
            "Riots",
            "Mob violence",
            id="a mob",
        ),
        pytest.param(
            "Police fired tear gas at protesters and hurt traders.",
            {"what": What.OTHER, "harmed": [TRADERS]},
            "Protests",
            "Protest with intervention",
            id="tear gas on a protest",
        ),
        pytest.param(
            "Soldiers shot at protesters and killed traders.",
            {
                "what": What.SHOOTING,
                "blamed": [("Soldiers", Status.STATED)],
                "harmed": [TRADERS],
            },
            "Protests",
            "Excessive force against protesters",
            id="shots at a protest",
        ),
        pytest.param(
            "Men looted a depot.",
            {"what": What.OTHER, "damaged": [("a depot", Effect.LOOTED)]},
            "Strategic developments",
            "Looting/property destruction",
            id="looting",
        ),
        pytest.param(
            "Police arrested traders.",
            {"what": What.OTHER, "harmed": [TRADERS], "harm": Harm.DETAINED},
            "Strategic developments",
            "Arrests",
            id="arrests",
        ),
        pytest.param(
            "Two men were held over a robbery in which traders were shot.",
            {"what": What.SHOOTING, "harmed": [TRADERS]},
            None,
            None,
            id="a crime",
        ),
        pytest.param(
            "A man accidentally shot traders.",
            {"what": What.SHOOTING, "harmed": [TRADERS]},
            None,
            None,
            id="a shot by accident",
        ),
        pytest.param(
            "JNIM executed soldiers after a battle.",
            {
                "what": What.EXECUTION,
                "blamed": [("JNIM", Status.STATED)],
                "harmed": [SOLDIERS],
            },
            None,
            None,
            id="an execution of soldiers",
        ),
        pytest.param(
            "They took traders hostage to protest at a bomb.",
            {"what": What.ABDUCTION, "harmed": [TRADERS], "harm": Harm.ABDUCTED},
            "Violence against civilians",
            "Abduction/forced disappearance",
            id="an abduction in protest",
        ),
        pytest.param(
            "A bus crash killed traders.",
            {"what": What.ACCIDENT, "harmed": [TRADERS]},
            None,
            None,
            id="an accident",
        ),
    ],
)
def test_acled_s_type_and_sub_type(
    text: str, more: Mapping[str, Any], kind: str | None, sub: str | None
) -> None:
    codes = coded(text, **more)
    assert (codes.acled_type.value, codes.acled_sub_type.value) == (kind, sub)


@pytest.mark.parametrize(
    ("text", "blamed", "harmed", "violence", "dyad"),
    [
        pytest.param(
            "JNIM killed soldiers.",
            "JNIM",
            SOLDIERS,
            "1",
            "Government of Mali - JNIM",
            id="a group and a state",
        ),
        pytest.param(
            "JNIM killed Islamic State fighters.",
            "JNIM",
            ("Islamic State fighters", Group.ARMED_GROUP),
            "2",
            "IS - JNIM",
            id="two groups",
        ),
        pytest.param(
            "JNIM killed traders.", "JNIM", TRADERS, "3", "JNIM - Civilians", id="civilians"
        ),
        pytest.param(
            "Malian soldiers shot traders.",
            "Malian soldiers",
            TRADERS,
            "3",
            "Government of Mali - Civilians",
            id="a state and civilians",
        ),
        pytest.param(
            "Malian warplanes killed traders.",
            "Malian warplanes",
            TRADERS,
            "1",
            None,
            id="imprecise fire",
        ),
        pytest.param(
            "Malian warplanes targeted civilians and killed traders.",
            "Malian warplanes",
            TRADERS,
            "3",
            "Government of Mali - Civilians",
            id="civilians were the aim",
        ),
        pytest.param(
            "Gunmen killed traders.", "Gunmen", TRADERS, None, None, id="nobody knows who"
        ),
        pytest.param(
            "Gunmen killed soldiers.", "Gunmen", SOLDIERS, None, None, id="one side is unknown"
        ),
    ],
)
def test_ucdp_s_type_follows_from_who_stands_against_whom(
    text: str, blamed: str, harmed: tuple[str, Group], violence: str | None, dyad: str | None
) -> None:
    codes = coded(text, blamed=[(blamed, Status.STATED)], harmed=[harmed])
    assert codes.ucdp_violence.value == violence
    assert codes.ucdp_dyad.value == dyad


@pytest.mark.parametrize(
    ("text", "what", "event", "mode"),
    [
        ("Gunmen shot traders.", What.SHOOTING, "ASSAULT", "firearms"),
        ("Men with machetes killed traders.", What.ARMED_ATTACK, "ASSAULT", "primitive"),
        ("A drone strike killed traders.", What.AIR_STRIKE, "ASSAULT", "drone"),
        ("Gunmen kidnapped traders.", What.ABDUCTION, "ASSAULT", "abduct"),
        ("Shells killed traders.", What.SHELLING, "ASSAULT", "heavy-weapons"),
        ("A riot left traders hurt.", What.RIOT, "PROTEST", "riot"),
    ],
)
def test_plover_s_event_and_mode(text: str, what: What, event: str, mode: str) -> None:
    codes = coded(text, what=what, harmed=[TRADERS])
    assert (codes.plover_event.value, codes.plover_mode.value) == (event, mode)


@pytest.mark.parametrize(
    ("target", "protected"),
    [
        ("a clinic", "health"),
        ("a primary school", "school"),
        ("an aid convoy", "aid"),
        ("an old mosque", "heritage"),
        ("a barracks", None),
        ("a police academy", None),
    ],
)
def test_what_is_protected_is_named(target: str, protected: str | None) -> None:
    assert coded(f"Shells hit {target}.", targets=[target]).protected.value == protected


def test_what_was_hit_is_no_weapon() -> None:
    codes = coded(
        "Gunmen burned aircraft and shells at Oker.",
        damaged=[("aircraft and shells", Effect.BURNED)],
    )
    assert codes.weapon.value == "firearms"


def test_an_aircraft_is_a_weapon_only_in_an_air_strike() -> None:
    text = "A helicopter came and soldiers died."
    assert coded(text, what=What.ARMED_ATTACK, harmed=[SOLDIERS]).weapon.value is None
    assert coded(text, what=What.AIR_STRIKE, harmed=[SOLDIERS]).weapon.value == "aerial"


def test_every_code_that_is_given_shows_its_words() -> None:
    text = "JNIM fighters shot soldiers at a clinic."
    codes = coded(
        text,
        blamed=[("JNIM fighters", Status.STATED)],
        harmed=[SOLDIERS],
        targets=["a clinic"],
    )
    for name in EventCodes.__dataclass_fields__:
        code = getattr(codes, name)
        assert code.value is not None
        assert code.words
        assert code.rule
        for words in code.words:
            assert text[words.start : words.end] == words.text


def test_what_the_words_do_not_say_is_undetermined() -> None:
    codes = coded("Nine traders died.", what=What.OTHER)
    assert {getattr(codes, name).value for name in EventCodes.__dataclass_fields__} == {None}


def test_words_that_decided_are_never_the_figure() -> None:
    text = "Gunmen shot dead 12 in Oker."
    account = told(
        text,
        blamed=[("Gunmen", Status.STATED)],
        harmed=[("12", Group.PEOPLE)],
    )
    codes = classify(account, sides_of(account, text=text, country="ML"))
    words = [
        words.text
        for name in EventCodes.__dataclass_fields__
        for words in getattr(codes, name).words
    ]
    assert codes.plover_event.words
    assert "12" not in words


def test_a_killing_is_done_with_a_bomb_only_where_that_is_told_of_it() -> None:
    text = "A minister was killed with a drone, and elsewhere traders defused a bomb."
    execution: dict[str, Any] = {"what": What.EXECUTION, "harmed": [TRADERS]}
    assert coded(text, weapons=["a drone"], **execution).weapon.value == "drone"
    assert coded(text, **execution).weapon.value is None


def test_civilians_hit_in_a_fight_make_no_one_sided_violence() -> None:
    codes = coded("JNIM clashed near Oker and traders died.", what=What.CLASH, harmed=[TRADERS])
    assert codes.ucdp_violence.value is None


def test_dead_who_bore_arms_make_no_attack_on_civilians() -> None:
    codes = coded(
        "Gunmen shot at two of the garrison's own.",
        blamed=[("Gunmen", Status.STATED)],
        harmed=[("two", Group.SECURITY_FORCE)],
    )
    assert codes.acled_type.value is None


def test_two_groups_without_a_name_may_be_one() -> None:
    text = "Rebels and militants fought in Oker and traders died."
    assert coded(text, what=What.CLASH, harmed=[TRADERS]).ucdp_violence.value != "2"


def test_where_the_wounded_were_brought_was_not_hit() -> None:
    text = "Shells hit a market and traders were taken to Oker hospital."
    for targets in (["a market"], ["a market", "Oker hospital"]):
        codes = coded(text, harmed=[TRADERS], places=["Oker hospital"], targets=targets)
        assert codes.protected.value is None


def test_whose_fight_it_was_is_open_where_nobody_knows_who_hit_whom() -> None:
    codes = coded(
        "A bomb killed traders and soldiers.", what=What.BOMBING, harmed=[TRADERS, SOLDIERS]
    )
    assert codes.plover_event.value == "ASSAULT"


@pytest.mark.parametrize("word", ["terrorist", "militant", "rebel", "insurgent"])
def test_one_word_for_a_group_is_as_good_as_its_plural(word: str) -> None:
    codes = coded(
        f"The {word} attack killed traders.",
        blamed=[(word, Status.STATED)],
        harmed=[TRADERS],
    )
    assert codes.ucdp_violence.value == "3"


PARTIES = ("Malian soldiers", "JNIM fighters", "Wagner fighters", "Turkish soldiers", "militants")


@pytest.mark.parametrize("who", PARTIES)
def test_who_did_it_changes_neither_weapon_nor_sub_type(who: str) -> None:
    codes = coded(
        f"{who} fired rockets at a market and killed traders.",
        what=What.SHELLING,
        blamed=[(who, Status.STATED)],
        harmed=[TRADERS],
    )
    assert codes.weapon.value == "shelling"
    assert codes.acled_sub_type.value == "Shelling/artillery/missile attack"
    assert codes.plover_mode.value == "heavy-weapons"


@pytest.mark.parametrize("word", ["fighters", "militants", "terrorists", "rebels", "heroes"])
def test_a_loaded_word_changes_no_code(word: str) -> None:
    def values(word: str) -> Sequence[str | None]:
        codes = coded(
            f"JNIM {word} shot traders.", blamed=[(f"JNIM {word}", Status.STATED)], harmed=[TRADERS]
        )
        return [getattr(codes, name).value for name in EventCodes.__dataclass_fields__]

    assert values(word) == values("fighters")
