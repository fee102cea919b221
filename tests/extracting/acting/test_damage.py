import pytest

from tollbook.claim import DamageClaim
from tollbook.document import Document
from tollbook.extracting import extract


def broken(text: str) -> list[tuple[str, str]]:
    """Read a report: what came to which harm."""
    accounts = extract(Document(text=text, name="invented.txt"))
    claims = [c for account in accounts for c in account.claims if isinstance(c, DamageClaim)]
    claims.sort(key=lambda claim: (claim.sentence.start, claim.object.start))
    return [(claim.object.text, claim.effect.value) for claim in claims]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("The blast damaged a school.", [("a school", "damaged")], id="active"),
        pytest.param(
            "A hangar and three jets were burned.",
            [("A hangar", "burned"), ("three jets", "burned")],
            id="a list before the verb",
        ),
        pytest.param(
            "The relief agency said one of its planes sustained damage.",
            [("one of its planes", "damaged")],
            id="sustained damage",
        ),
        pytest.param("Footage showed charred cars.", [("cars", "burned")], id="charred"),
        pytest.param("Two shops were badly damaged.", [("Two shops", "damaged")], id="passive"),
        pytest.param(
            "A truck was among those damaged in the raid.", [("A truck", "damaged")], id="among"
        ),
        pytest.param(
            "Shells fell, destroying two houses.", [("two houses", "destroyed")], id="participle"
        ),
        pytest.param(
            "The shells caused material damage to houses and to public properties.",
            [("houses", "damaged"), ("public properties", "damaged")],
            id="damage to, twice",
        ),
        pytest.param("A mob set fire to a bakery.", [("a bakery", "burned")], id="set fire to"),
        pytest.param(
            "Raiders set two schools and several houses on fire.",
            [("two schools", "burned"), ("several houses", "burned")],
            id="counted things are told one by one",
        ),
        pytest.param(
            "Rebels shot down a helicopter.", [("a helicopter", "destroyed")], id="shot down"
        ),
        pytest.param(
            "A cart packed with powder blew up the bridge.",
            [("the bridge", "destroyed")],
            id="blew up",
        ),
        pytest.param(
            "THE TROOPS SEIZED NINE RIFLES AND A RADIO.",
            [("NINE RIFLES AND A RADIO", "seized")],
            id="seized in wire",
        ),
        pytest.param(
            "The militia captured two villages from the army.",
            [("two villages", "seized")],
            id="a place taken from its owner",
        ),
        pytest.param("Looters plundered the shops.", [("the shops", "looted")], id="looted"),
        pytest.param(
            "The old quarter was reduced to rubble.",
            [("The old quarter", "destroyed")],
            id="rubble",
        ),
        pytest.param(
            "Several pylons were brought down in Sarn.",
            [("Several pylons", "destroyed")],
            id="brought down",
        ),
        pytest.param(
            "Rebels shot down an army Su-22 near Sarn.",
            [("an army Su-22", "destroyed")],
            id="a type of aircraft",
        ),
        pytest.param(
            "The blast damaged the tower of the port, a hotel, a clinic, and two mills.",
            [
                ("the tower of the port", "damaged"),
                ("a hotel", "damaged"),
                ("a clinic", "damaged"),
                ("two mills", "damaged"),
            ],
            id="a list of things not counted",
        ),
        pytest.param(
            "A bomb went off, damaging a van.", [("a van", "damaged")], id="damaging after a comma"
        ),
        pytest.param(
            "The bomb partially destroyed a bridge.", [("a bridge", "damaged")], id="partly"
        ),
        pytest.param(
            "Rebels took over two offices in Sarn.", [("two offices", "seized")], id="took over"
        ),
        pytest.param("A van was set on fire in Sarn.", [("A van", "burned")], id="was set on fire"),
    ],
)
def test_a_thing_and_what_became_of_it(text: str, found: list[tuple[str, str]]) -> None:
    assert broken(text) == found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The shell did not damage the school.", id="not damaged"),
        pytest.param("The army denied that the bridge had been destroyed.", id="denied"),
        pytest.param("The militia vowed to destroy the bridge.", id="vowed"),
        pytest.param("The army captured the town of Sarn.", id="a place taken from nobody"),
        pytest.param("The raid destroyed hopes of peace.", id="no thing"),
        pytest.param("Police seized a suspect.", id="a person"),
        pytest.param("The shell hit a school.", id="hit is a target"),
        pytest.param("A camera captured two vans near Sarn.", id="captured by a camera"),
        pytest.param("Police showed vans captured on video.", id="captured on video"),
    ],
)
def test_nothing_was_damaged(text: str) -> None:
    assert broken(text) == []


def test_a_thing_counts_once() -> None:
    text = "The blast damaged a school in Sarn. The school was damaged, police said."
    assert broken(text) == [("a school", "damaged")]


def test_damage_keeps_who_says_so() -> None:
    text = "The blast damaged two shops, according to the police."
    (account,) = extract(Document(text=text, name="invented.txt"))
    (claim,) = [c for c in account.claims if isinstance(c, DamageClaim)]
    assert claim.attribution.source is not None
    assert claim.attribution.source.text == "the police"
