import pytest

from tests.locating.gazetteers import FewPlaces
from tollbook.document import Span
from tollbook.locating.event_place import event_places, likely_places, weights
from tollbook.locating.names import read_sentence
from tollbook.locating.placing_features import SentenceNames


def places(text: str, verb: str) -> list[str]:
    start = text.index(verb)
    found = event_places(text, Span(start=start, end=start + len(verb)), FewPlaces())
    return [text[span.start : span.end] for span in found]


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        pytest.param("Nine herders were killed in Sarn on Monday.", "killed", ["Sarn"], id="in"),
        pytest.param(
            "In the village of Oker, a roadside bomb killed one farmer.",
            "killed",
            ["Oker"],
            id="before the verb",
        ),
        pytest.param(
            "Gunmen killed two farmers in the town of Sarn in Taval province, police said.",
            "killed",
            ["Sarn"],
            id="the most exact",
        ),
        pytest.param(
            "Rebels captured Oker and Sarn on Friday.", "captured", ["Oker", "Sarn"], id="objects"
        ),
        pytest.param(
            "Nobody claimed responsibility for the killings.", "claimed", [], id="no place"
        ),
    ],
)
def test_the_place_of_a_verb_is_told_by_the_words_around_it(
    text: str, verb: str, expected: list[str]
) -> None:
    assert places(text, verb) == expected


def test_where_a_speaker_is_is_not_where_it_happened() -> None:
    text = "A bomb killed nine people in Sarn, a spokesman said in Oker."
    names = SentenceNames(read_sentence(text), FewPlaces())
    sarn, oker = likely_places(names, Span(start=7, end=13))
    assert sarn.probability > 0.5 > oker.probability


def test_a_sentence_without_names_has_no_place() -> None:
    assert places("They were killed.", "killed") == []


def test_the_shipped_weights_say_where_they_come_from() -> None:
    assert 0 < weights().threshold < 1
