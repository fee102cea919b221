"""What kind of voice a source's words name, and whether anybody could name it."""

import pytest

from tollbook.claim import SourceKind
from tollbook.extracting.saying.sources import (
    is_anonymous,
    is_pronoun,
    kind_of_name,
    kind_of_words,
)

KINDS = [
    ("the health ministry", SourceKind.GOVERNMENT, "a ministry is no police, for all its l and t"),
    ("the ministry’s spokesman", SourceKind.GOVERNMENT, "an owner with a curly apostrophe"),
    ("Mayor Ana Belmor", SourceKind.GOVERNMENT, "an office before a name"),
    ("an army colonel", SourceKind.MILITARY, "an officer"),
    ("the\nOker   police", SourceKind.POLICE, "line breaks do not matter"),
    ("Sgt. Rillen", SourceKind.POLICE, "a rank"),
    ("Rebels", SourceKind.ARMED_GROUP, "rebels"),
    ("the fighters", SourceKind.ARMED_GROUP, "the same men by another word"),
    ("the dictatorship", SourceKind.GOVERNMENT, "a government by another word"),
    ("a hospital director", SourceKind.MEDICAL, "a hospital"),
    ("public health officials", SourceKind.MEDICAL, "health officials"),
    ("a Western diplomat", SourceKind.DIPLOMAT, "a diplomat"),
    ("a U.N. spokeswoman", SourceKind.UN, "dotted capitals"),
    ("the United Nations", SourceKind.UN, "in full"),
    ("the Tarn Observatory for Human Rights", SourceKind.NGO, "a monitor"),
    ("the Oker Red Cross", SourceKind.NGO, "an aid body"),
    ("villagers", SourceKind.WITNESS, "villagers"),
    ("activists in Oker", SourceKind.ACTIVIST, "activists"),
    ("a memo", SourceKind.DOCUMENT, "a document"),
    ("Tarn Radio", SourceKind.MEDIA, "a broadcaster"),
    ("the prosecutor", SourceKind.COURT, "a court"),
    ("his brother", SourceKind.FAMILY, "family"),
    ("a historian", SourceKind.EXPERT, "an expert"),
    ("a villager and officials", SourceKind.WITNESS, "the first named of two"),
    ("the Oker Highway Patrol", SourceKind.POLICE, "police by another word"),
    ("a security source", SourceKind.OTHER, "forces of nobody named"),
    ("JUDICIAL AUTHORITIES", SourceKind.COURT, "courts by another word"),
    ("a parliamentary source", SourceKind.GOVERNMENT, "a parliament"),
    ("the bishop of Oker", SourceKind.OTHER, "a cleric"),
    ("one source", SourceKind.OTHER, "a bare source"),
    ("Ana Belmor", None, "a name tells no kind"),
    ("the Belmor wealth fund", None, "letters inside a word are no word"),
    ("", None, "nothing"),
]


@pytest.mark.parametrize(("text", "kind"), [pytest.param(*row, id=name) for *row, name in KINDS])
def test_the_kind_of_voice_is_read_from_its_words(text: str, kind: SourceKind | None) -> None:
    assert kind_of_words(text) is kind


@pytest.mark.parametrize(
    ("text", "anonymous"),
    [
        pytest.param("a security source", True, id="a source"),
        pytest.param("officials", True, id="bare officials"),
        pytest.param("Two witnesses", True, id="counted witnesses"),
        pytest.param("the witnesses", True, id="the witnesses are still nobody"),
        pytest.param("an Oker Town official", True, id="an official of a named body"),
        pytest.param("Amber Front officials", True, id="officials of whatever name"),
        pytest.param("source Tomas Rillen", True, id="a source by whatever name"),
        pytest.param("Ana Belmor", False, id="a name"),
        pytest.param("the police", False, id="a body"),
        pytest.param("the commander", False, id="a known one"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_a_source_nobody_could_name_is_anonymous(text: str, anonymous: bool) -> None:
    assert is_anonymous(text) is anonymous


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Israel", SourceKind.GOVERNMENT, id="a country"),
        pytest.param("Turkey", SourceKind.GOVERNMENT, id="a country that is a bird"),
        pytest.param("the United States", SourceKind.GOVERNMENT, id="with an article"),
        pytest.param("the US", SourceKind.GOVERNMENT, id="abbreviated"),
        pytest.param("us", None, id="a pronoun"),
        pytest.param("Hamas", SourceKind.ARMED_GROUP, id="a group"),
        pytest.param("the M23", SourceKind.ARMED_GROUP, id="a group with a number"),
        pytest.param("the Amber Front", None, id="a group nobody knows"),
    ],
)
def test_a_country_speaks_as_its_government_and_a_known_group_for_itself(
    text: str, kind: SourceKind | None
) -> None:
    assert kind_of_name(text) is kind


def test_pronouns_stand_for_an_earlier_source() -> None:
    assert is_pronoun("She")
    assert not is_pronoun("Shea")
