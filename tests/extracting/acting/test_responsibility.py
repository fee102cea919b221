import pytest

from tollbook.claim import ResponsibilityClaim
from tollbook.document import Document
from tollbook.extracting import extract


def told(text: str) -> list[tuple[str, str, str | None]]:
    """Read a report: who, how it is charged, and on whose word."""
    accounts = extract(Document(text=text, name="invented.txt"))
    claims = [c for account in accounts for c in account.claims]
    acts = [c for c in claims if isinstance(c, ResponsibilityClaim)]
    acts.sort(key=lambda act: (act.sentence.start, act.actor.start))
    return [(act.actor.text, act.status.value, _source(act)) for act in acts]


def _source(act: ResponsibilityClaim) -> str | None:
    source = act.attribution.source
    return None if source is None else source.text


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        pytest.param("Gunmen stormed a clinic in Sarn on Monday.", "Gunmen", id="subject"),
        pytest.param("The bridge was shelled by army units.", "army units", id="agent"),
        pytest.param(
            "Two cooks were abducted on 5 June, near Sarn, by four armed men.",
            "four armed men",
            id="agent far away",
        ),
        pytest.param("Regime air strikes killed nine people.", "Regime", id="before the noun"),
        pytest.param(
            "Nine died in Russian and regime airstrikes on Sarn.",
            "Russian and regime",
            id="two before the noun",
        ),
        pytest.param(
            "Nine people died in raids by the US-led coalition.",
            "the US-led coalition",
            id="agent of a noun",
        ),
        pytest.param(
            "The coalition's air strikes hit a bakery.", "The coalition", id="possessor of a noun"
        ),
        pytest.param(
            "Fighters from the Amber Front (AF) fired rockets at the town.",
            "Fighters from the Amber Front (AF)",
            id="whole name",
        ),
        pytest.param("THE MAYOR WAS KIDNAPPED BY AMBER GUERRILLAS.", "AMBER GUERRILLAS", id="wire"),
        pytest.param("Rebels fire rockets into the old city.", "Rebels", id="verb like a noun"),
        pytest.param("Warplanes carried out several raids.", "Warplanes", id="particle"),
        pytest.param(
            "A soldier who lost his post was convicted of the bombing.", "A soldier", id="verdict"
        ),
    ],
)
def test_the_report_itself_states_who_did_it(text: str, actor: str) -> None:
    assert told(text) == [(actor, "stated", None)]


@pytest.mark.parametrize(
    ("text", "actor", "source"),
    [
        pytest.param(
            "Residents said that army helicopters bombed the market.",
            "army helicopters",
            "Residents",
            id="another says so",
        ),
        pytest.param(
            "Residents accused the army of bombing the market.",
            "the army",
            "Residents",
            id="accuse",
        ),
        pytest.param(
            "The ministry blamed rebels for the attack.", "rebels", "The ministry", id="blame for"
        ),
        pytest.param(
            "The ministry blamed the attack on rebels.", "rebels", "The ministry", id="blame on"
        ),
        pytest.param(
            "Police attributed the blast to separatists.", "separatists", None, id="attribute"
        ),
        pytest.param(
            "Suspected militants killed a guard.", "Suspected militants", None, id="suspected"
        ),
        pytest.param(
            "The two brothers were charged with the bombing.",
            "The two brothers",
            None,
            id="charged",
        ),
        pytest.param(
            "Officers arrested a man in connection with the shooting.", "a man", None, id="arrested"
        ),
        pytest.param(
            "Bombing suspect Ivo Tarn appeared in court.", "Ivo Tarn", None, id="named suspect"
        ),
        pytest.param(
            "The militia is believed to be behind the attack.", "The militia", None, id="behind"
        ),
    ],
)
def test_somebody_else_lays_it_at_their_door(text: str, actor: str, source: str | None) -> None:
    found = [(a, status) for a, status, _ in told(text)]
    assert found == [(actor, "accused")]
    if source is not None:
        assert told(text)[0][2] == source


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        pytest.param("The Amber Front claimed responsibility.", "The Amber Front", id="claims"),
        pytest.param(
            "The blast, claimed by the Amber Front, hit Sarn.", "the Amber Front", id="claimed by"
        ),
        pytest.param(
            "The Amber Front said it had carried out the attack.", "The Amber Front", id="itself"
        ),
        pytest.param(
            "The Amber Front said its fighters killed dozens of soldiers.",
            "The Amber Front",
            id="its own fighters",
        ),
    ],
)
def test_the_party_says_so_itself(text: str, actor: str) -> None:
    assert (actor, "claimed", actor) in told(text)


@pytest.mark.parametrize(
    ("text", "denial"),
    [
        pytest.param(
            "The army denied any involvement.", ("The army", "denied", "The army"), id="by name"
        ),
        pytest.param(
            "Residents blamed the army for the raid, though it denied responsibility.",
            ("the army", "denied", "the army"),
            id="by a pronoun",
        ),
        pytest.param(
            "Ivo Tarn pleaded not guilty to the murder.",
            ("Ivo Tarn", "denied", "Ivo Tarn"),
            id="in court",
        ),
    ],
)
def test_the_party_denies_it(text: str, denial: tuple[str, str, str]) -> None:
    assert denial in told(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A car bomb killed nine people.", id="a weapon"),
        pytest.param("An explosion rocked the market.", id="an event"),
        pytest.param("No group has claimed responsibility.", id="nobody"),
        pytest.param("Rebels threatened to attack the town.", id="a threat"),
        pytest.param("The army did not bomb the town.", id="not done"),
        pytest.param("Nine people were killed by shrapnel.", id="a thing after by"),
        pytest.param("The town is held by the Amber Front.", id="holding is no attack"),
        pytest.param("The mayor's murder shocked the town.", id="the possessor suffered"),
        pytest.param("It was a terrorist attack.", id="a kind of attack"),
        pytest.param("The ministry accused the envoy of lying.", id="no attack to blame for"),
        pytest.param("An attack that killed three people and wounded ten.", id="the victims"),
        pytest.param(
            "Nine died in an attack by an Amber-linked group.",
            id="near a party, which is not named",
        ),
    ],
)
def test_nobody_is_charged(text: str) -> None:
    assert told(text) == []


def test_a_party_counts_once_for_each_status_and_voice() -> None:
    text = (
        "Gunmen killed a guard in Sarn. The gunmen also shot a cook. "
        "Police said gunmen attacked the kitchen."
    )
    assert [status for _, status, _ in told(text)] == ["stated", "accused"]


def test_what_a_party_says_of_its_enemy_is_an_accusation() -> None:
    assert told("The army said that rebels shelled the school.") == [
        ("rebels", "accused", "The army")
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "The minister denied that the army had shelled the mill.",
            [("the army", "denied", "The minister")],
            id="denied that another did it",
        ),
        pytest.param(
            "The Amber Front had nothing to do with the bombing.",
            [("The Amber Front", "denied", "The Amber Front")],
            id="nothing to do with it",
        ),
        pytest.param(
            "Norland's army denied its planes were involved.",
            [("Norland's army", "denied", "Norland's army")],
            id="not involved",
        ),
        pytest.param(
            "The Amber Front acknowledged having ambushed a convoy.",
            [("The Amber Front", "claimed", "The Amber Front")],
            id="acknowledged having done it",
        ),
        pytest.param(
            "The Amber Front said its fighters were behind the raid.",
            [("The Amber Front", "claimed", "The Amber Front")],
            id="its own fighters",
        ),
        pytest.param(
            "The Amber Front claims to have killed two cooks and to have shelled a mill.",
            [("The Amber Front", "claimed", "The Amber Front")],
            id="claims to have done it",
        ),
        pytest.param(
            "The raid was claimed by the Amber Front, which said it had shelled a mill.",
            [("the Amber Front", "claimed", "the Amber Front")],
            id="which said it had",
        ),
        pytest.param(
            "Police identified the suspected shooter as Olo Reed.",
            [("Olo Reed", "accused", None)],
            id="a suspect gets a name",
        ),
        pytest.param(
            "The attackers are believed to be members of the Amber Front.",
            [("members of the Amber Front", "accused", None)],
            id="believed to be members",
        ),
        pytest.param(
            "Officials suspect the Amber Front.",
            [("the Amber Front", "accused", "Officials")],
            id="suspect",
        ),
        pytest.param(
            "A local militia is suspected.", [("A local militia", "accused", None)], id="suspected"
        ),
        pytest.param(
            "On Sunday rebel rockets killed two cooks.",
            [("rebel", "stated", None)],
            id="a day is no party",
        ),
        pytest.param(
            "The mayor blamed Norland's army for the raid.",
            [("Norland's army", "accused", "The mayor")],
            id="an army with its owner",
        ),
        pytest.param(
            "Norland's army accused the mayor's guards of the raid.",
            [("the mayor's guards", "accused", "Norland's army")],
            id="owners on both sides",
        ),
        pytest.param(
            "A raid blamed on Norland's army killed two cooks.",
            [("Norland's army", "accused", None)],
            id="blamed on an army with its owner",
        ),
        pytest.param(
            "The Amber Front blamed Mali for the raid.",
            [("Mali", "accused", "The Amber Front")],
            id="a country is blamed like a group",
        ),
    ],
)
def test_words_of_blame_name_a_party(text: str, found: list[tuple[str, str, str | None]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Members of the Amber Front took part in the raid.",
            [("Members of the Amber Front", "stated", None)],
            id="took part",
        ),
        pytest.param(
            "On Sunday army planes bombed the port.",
            [("army planes", "stated", None)],
            id="a comma is missing",
        ),
        pytest.param(
            "The army is bombing the port.", [("The army", "stated", None)], id="going on"
        ),
        pytest.param(
            "Ana Reed, 20, and her brother, Tom, 26, planted the bombs.",
            [("Ana Reed, 20, and her brother, Tom", "stated", None)],
            id="two with their ages",
        ),
        pytest.param(
            "French jets killed nine people, the French defence ministry said.",
            [("French jets", "claimed", "the French defence ministry")],
            id="its own side",
        ),
        pytest.param("It is not clear whether rebels shelled the town.", [], id="open question"),
        pytest.param(
            "Ana Tarn was captured by coast rebels.",
            [("coast rebels", "stated", None)],
            id="captured, by name",
        ),
        pytest.param(
            "Gunmen captured two nurses near Sarn.", [("Gunmen", "stated", None)], id="captured"
        ),
        pytest.param("Ana Tarn captured three wickets in Sarn.", [], id="wickets"),
        pytest.param(
            "AMBER GUERRILLAS BLEW UP TWO PYLONS.",
            [("AMBER GUERRILLAS", "stated", None)],
            id="blew up",
        ),
        pytest.param(
            "Nine militants died at the hands of coast fighters.",
            [],
            id="died, which nobody does to them",
        ),
        pytest.param(
            "Nine militants were killed at the hands of coast fighters.",
            [("coast fighters", "stated", None)],
            id="at the hands of",
        ),
        pytest.param(
            "A reporter was shot in the leg by a sniper.",
            [("a sniper", "stated", None)],
            id="sniper",
        ),
        pytest.param(
            "Nurses held the coast army responsible for the attack.",
            [("the coast army", "accused", "Nurses")],
            id="held responsible",
        ),
        pytest.param(
            "The coast army is held responsible for the massacre.",
            [("The coast army", "accused", None)],
            id="is held responsible",
        ),
        pytest.param(
            "The mayor condemned the murder of two nurses, carried out on Monday by coast rebels.",
            [("coast rebels", "accused", "The mayor")],
            id="named by who condemns",
        ),
        pytest.param(
            "Police say Olo Reed, 22 of Sarn, is charged with manslaughter.",
            [("Olo Reed", "accused", "Police")],
            id="an age and a town",
        ),
        pytest.param(
            "Olo Reed, 22, of Sarn has been charged with attempted murder.",
            [("Olo Reed", "accused", None)],
            id="an age, then a town",
        ),
        pytest.param(
            "The Amber Front accused the coast police of assassinating Ana Tarn.",
            [("the coast police", "accused", "The Amber Front")],
            id="accused of assassinating",
        ),
        pytest.param(
            "The raids in Sarn were blamed on Amber Front and the Coast Legion.",
            [("Amber Front", "accused", None), ("the Coast Legion", "accused", None)],
            id="two names blamed",
        ),
        pytest.param(
            "The mayor accused Colonel Olo Reed and Captain Ian Doe of the murder.",
            [
                ("Colonel Olo Reed", "accused", "The mayor"),
                ("Captain Ian Doe", "accused", "The mayor"),
            ],
            id="two names accused",
        ),
        pytest.param(
            "The mayor blamed the raid on Amber Front, a rebel group.",
            [("Amber Front", "accused", "The mayor")],
            id="what a name is called is no second party",
        ),
        pytest.param(
            "The minister said that Olo Reed was the mastermind of the raid.",
            [("Olo Reed", "accused", "The minister")],
            id="was the mastermind",
        ),
        pytest.param(
            "Olo Reed, the alleged perpetrator of the massacre, was seen in Sarn.",
            [("Olo Reed", "accused", None)],
            id="the alleged perpetrator",
        ),
        pytest.param("Olo Reed was not the mastermind of the raid.", [], id="not the mastermind"),
        pytest.param(
            "Nurses protested the murder of two cooks, carried out on Monday by coast rebels.",
            [("coast rebels", "stated", None)],
            id="told beside who protests",
        ),
        pytest.param(
            "The mayor condemned the raid after gunmen killed two nurses in Sarn.",
            [("gunmen", "stated", None)],
            id="told beside who condemns",
        ),
        pytest.param(
            "The raid was condemned by the mayor: gunmen killed two nurses.",
            [("gunmen", "stated", None)],
            id="condemned, which names nobody",
        ),
        pytest.param(
            "Police say Olo Reed, 25, is charged with the murder of two nurses.",
            [("Olo Reed", "accused", "Police")],
            id="charged, with an age",
        ),
        pytest.param("A nurse was captured on camera by soldiers.", [], id="on camera"),
        pytest.param(
            "Several witnesses confirmed that gunmen shelled the port.",
            [("gunmen", "accused", "Several witnesses")],
            id="said by several",
        ),
        pytest.param(
            "Radio Sarn went on to say that rebels shelled the port.",
            [("rebels", "accused", "Radio Sarn")],
            id="went on to say",
        ),
        pytest.param("No group has said it shelled the port.", [], id="said by nobody"),
        pytest.param(
            "Amber Front guerrillas stormed a post. Later the guerrillas shelled the port.",
            [("Amber Front guerrillas", "stated", None)],
            id="told of again by its kind",
        ),
    ],
)
def test_the_grammar_of_attacks_finds_who_did_it(
    text: str, found: list[tuple[str, str, str | None]]
) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("A boy shot himself in the foot.", [], id="hurt nobody else"),
        pytest.param(
            "Someone in a passing van fired at the queue.",
            [("Someone", "stated", None)],
            id="fired at somebody",
        ),
        pytest.param(
            "Two cooks were waiting when a guard began shooting.",
            [("a guard", "stated", None)],
            id="began shooting",
        ),
        pytest.param("Sarn police have arrested two brothers.", [], id="police arrest"),
        pytest.param("Two cooks were arrested by Sarn police.", [], id="arrested by police"),
        pytest.param(
            "The Front said that guerrillas attacked a post.",
            [("guerrillas", "claimed", "The Front")],
            id="an armed group tells of guerrillas",
        ),
        pytest.param(
            "Amber rebels stormed a post. Later the gunmen shelled the port.",
            [("Amber rebels", "stated", None)],
            id="called by a name for anybody",
        ),
        pytest.param("The pumps, which the company is responsible for, ran on.", [], id="pumping"),
        pytest.param(
            "The ministry is responsible for delays at the port.", [], id="responsible for delays"
        ),
        pytest.param("The Front will claim responsibility.", [], id="not claimed yet"),
    ],
)
def test_arrests_and_own_words(text: str, found: list[tuple[str, str, str | None]]) -> None:
    assert told(text) == found
