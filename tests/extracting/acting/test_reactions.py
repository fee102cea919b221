import pytest

from tollbook.claim import Reaction
from tollbook.document import Document
from tollbook.extracting import extract


def reacted(text: str) -> list[tuple[str, str]]:
    """Read a report: who reacts how."""
    accounts = extract(Document(text=text, name="invented.txt"))
    claims = [c for account in accounts for c in account.claims if isinstance(c, Reaction)]
    claims.sort(key=lambda claim: (claim.sentence.start, claim.actor.start))
    return [(claim.actor.text, claim.reaction.value) for claim in claims]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "The ministry condemned the attack.", [("The ministry", "condemned")], id="condemned"
        ),
        pytest.param(
            "The raid was condemned by several neighbouring states.",
            [("several neighbouring states", "condemned")],
            id="passive",
        ),
        pytest.param(
            "The attack drew condemnation from Norland, the island council, and the embassies of "
            "Ruria and Tavia.",
            [
                ("Norland", "condemned"),
                ("the island council", "condemned"),
                ("the embassies of Ruria and Tavia", "condemned"),
            ],
            id="a list after a noun",
        ),
        pytest.param(
            "The mayor expressed condolences to the families.",
            [("The mayor", "mourned")],
            id="condolences",
        ),
        pytest.param(
            "The Amber Front vowed revenge for the strike.",
            [("The Amber Front", "vowed")],
            id="vowed",
        ),
        pytest.param(
            "The council has called for an inquiry.",
            [("The council", "called_for")],
            id="called for",
        ),
        pytest.param(
            "The council urged both sides to stop.", [("The council", "called_for")], id="urged"
        ),
        pytest.param(
            "The council issued a statement demanding the release of the cooks.",
            [("The council", "called_for")],
            id="hangs on another verb",
        ),
        pytest.param(
            "Condemning the raid, the mayor left the hall.",
            [("the mayor", "condemned")],
            id="opens the sentence",
        ),
        pytest.param(
            '"This was a cowardly act," Mayor Ana Tarn said.',
            [("Mayor Ana Tarn", "condemned")],
            id="in the words of a quotation",
        ),
        pytest.param(
            'The mayor called the raid "barbaric" and offered her sympathies to the families.',
            [("The mayor", "condemned"), ("The mayor", "mourned")],
            id="called it barbaric",
        ),
        pytest.param(
            '"They will be brought to justice," the minister said.',
            [("the minister", "vowed")],
            id="vowed in a quotation",
        ),
        pytest.param(
            "The Lake Union, Norland, Ruria and the coastal bloc TARC have all condemned the raid.",
            [
                ("The Lake Union", "condemned"),
                ("Norland", "condemned"),
                ("Ruria", "condemned"),
                ("the coastal bloc TARC", "condemned"),
            ],
            id="a list before a verb",
        ),
        pytest.param(
            "Norland and Ruria sent condolences.",
            [("Norland", "mourned"), ("Ruria", "mourned")],
            id="two names",
        ),
        pytest.param(
            "Angry cooks and bakers demanded the release of the guards.",
            [("Angry cooks and bakers", "called_for")],
            id="two plain nouns are one party",
        ),
        pytest.param(
            "The embassies of Norland and Ruria condemned the raid.",
            [("The embassies of Norland and Ruria", "condemned")],
            id="two names under one head",
        ),
        pytest.param(
            "Norland, Ruria and Tavia were among the countries to condemn the violence.",
            [("Norland", "condemned"), ("Ruria", "condemned"), ("Tavia", "condemned")],
            id="among the countries to condemn",
        ),
        pytest.param(
            "Norland condemned the raid, as did the Lake Union and Ruria.",
            [("Norland", "condemned"), ("the Lake Union", "condemned"), ("Ruria", "condemned")],
            id="as did others",
        ),
        pytest.param(
            "The raid was condemned, including by the United States, Ruria and Tavia.",
            [
                ("the United States", "condemned"),
                ("Ruria", "condemned"),
                ("Tavia", "condemned"),
            ],
            id="by a list",
        ),
        pytest.param(
            "Norland's foreign ministry expressed the kingdom's condemnation of the raid.",
            [("Norland's foreign ministry", "condemned")],
            id="somebody's condemnation",
        ),
        pytest.param(
            "The president declared three days of national mourning and vowed retaliation.",
            [("The president", "mourned"), ("The president", "vowed")],
            id="national mourning",
        ),
        pytest.param(
            "The mayor called off a visit and vowed that the raiders would pay the price.",
            [("The mayor", "vowed")],
            id="an object is no subject",
        ),
        pytest.param(
            "Condemnation poured in from Norland, Ruria and Tavia.",
            [("Norland", "condemned"), ("Ruria", "condemned"), ("Tavia", "condemned")],
            id="poured in from",
        ),
        pytest.param(
            "The union's envoy expressed her deep sadness and urged both sides to stop.",
            [("The union's envoy", "called_for"), ("The union's envoy", "mourned")],
            id="expressed a feeling",
        ),
        pytest.param(
            "President Olo Reed, in a telegram to the mayor, conveyed words of sympathy.",
            [("President Olo Reed", "mourned")],
            id="words of sympathy",
        ),
        pytest.param(
            "The top envoy in Norland, Ana Reed, voiced outrage and appealed for justice.",
            [
                ("The top envoy in Norland, Ana Reed", "called_for"),
                ("The top envoy in Norland, Ana Reed", "condemned"),
            ],
            id="title, place and name",
        ),
        pytest.param(
            "The council condemned the raid, with the mayor urging calm.",
            [("The council", "condemned"), ("the mayor", "called_for")],
            id="with somebody urging",
        ),
        pytest.param(
            "The opposition denounced the raid as a massacre and called on the army to leave.",
            [("The opposition", "called_for"), ("The opposition", "condemned")],
            id="denounced it as something",
        ),
        pytest.param(
            "The Reform Party, to which Olo belonged, repudiated the crime.",
            [("The Reform Party", "condemned")],
            id="an insertion of its own",
        ),
        pytest.param(
            "General Olo rejected these statements as lies.",
            [("General Olo", "denied")],
            id="rejected as lies",
        ),
        pytest.param(
            "The mayor promised that the culprits would be caught.",
            [("The mayor", "vowed")],
            id="promised the culprits",
        ),
        pytest.param(
            "The army denied any links with the murder.", [("The army", "denied")], id="links"
        ),
        pytest.param(
            "The port guards reject reports of a massacre.",
            [("The port guards", "denied")],
            id="reject reports",
        ),
        pytest.param(
            "The Norland embassy announced its regret over the deaths.",
            [("The Norland embassy", "mourned")],
            id="regret, the noun",
        ),
        pytest.param(
            "The embassy expressed a feeling of regret.",
            [("The embassy", "mourned")],
            id="a feeling of regret",
        ),
        pytest.param(
            "Some 90 nurses demonstrated on Monday against the violence.",
            [("Some 90 nurses", "condemned")],
            id="demonstrated on a day",
        ),
        pytest.param(
            "The council urged the ministers of Norland and of Ruria, whose envoys had met in "
            "Sarn, to investigate the raid.",
            [("The council", "called_for")],
            id="what is asked for stands far off",
        ),
        pytest.param("The army denied involvement.", [("The army", "denied")], id="denied"),
        pytest.param(
            "The president welcomed the arrest.", [("The president", "welcomed")], id="welcomed"
        ),
    ],
)
def test_somebody_reacts(text: str, found: list[tuple[str, str]]) -> None:
    assert reacted(text) == found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The mayor did not condemn the attack.", id="not"),
        pytest.param("The council may urge both sides to stop.", id="may"),
        pytest.param("The group planned to demand a ransom.", id="planned"),
        pytest.param("The mayor criticised the new budget.", id="not of violence"),
        pytest.param("The guards denied knowing the man.", id="no denial of an act"),
        pytest.param("Judge Ana Tarn offered no sympathy to the gunman.", id="no sympathy"),
        pytest.param("The attack plunged the town into mourning.", id="attacks do not mourn"),
        pytest.param("A draft resolution demanding a truce failed.", id="papers do not react"),
        pytest.param(
            "A nurse, who requested anonymity, said the attack at Oker left 12 dead.",
            id="a source that asks not to be named",
        ),
        pytest.param("The mayor urged people to shop early.", id="a call about something else"),
        pytest.param("An officer called for back-up.", id="back-up"),
        pytest.param("The lawyers appealed the ruling.", id="a ruling appealed"),
        pytest.param("The agency asked that a name be listed.", id="asked for a paper"),
    ],
)
def test_nobody_reacts(text: str) -> None:
    assert reacted(text) == []


def test_a_pronoun_stands_for_who_reacted_before() -> None:
    text = "Mayor Ana Tarn condemned the raid. She urged the army to leave."
    assert reacted(text) == [("Mayor Ana Tarn", "condemned"), ("Mayor Ana Tarn", "called_for")]


def test_each_reaction_of_a_party_counts_once() -> None:
    text = "The ministry condemned the raid. The ministry again condemned the killing."
    assert reacted(text) == [("The ministry", "condemned")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "The nurses are demanding an end to the violence.",
            [("The nurses", "called_for")],
            id="going on is no passive",
        ),
        pytest.param(
            "The envoy said that those responsible must be punished.",
            [("The envoy", "called_for")],
            id="must be punished",
        ),
        pytest.param("The guard promised to stop smoking.", [], id="a promise about other things"),
        pytest.param("The bishop asked whether the road was open.", [], id="a question"),
    ],
)
def test_a_reaction_answers_violence(text: str, found: list[tuple[str, str]]) -> None:
    assert reacted(text) == found
