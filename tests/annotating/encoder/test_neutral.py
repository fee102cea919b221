import pytest

from tollbook.annotating.encoder.neutral import read_pieces
from tollbook.annotating.encoder.pieces import vocabulary


def seen(text: str) -> list[int]:
    return [piece for piece, _, _ in read_pieces(text, 0, len(text), vocabulary())]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Rebels killed 12", "Terrorists killed 12", id="loaded words for fighters"),
        pytest.param("the Syrian army", "the Israeli army", id="nations"),
        pytest.param("a Muslim nurse", "a Christian nurse", id="faiths"),
        pytest.param("the regime said", "the government said", id="rulers"),
        pytest.param("the regime admitted", "the regime boasted", id="words for saying"),
        pytest.param("Ousmane Diallo said", "John Baxter said", id="persons"),
        pytest.param("in Tinzaouaten on Monday", "in Paris on Monday", id="towns"),
        pytest.param("KILLED IN BOGOTA", "KILLED IN MEDELLIN", id="towns in a line of capitals"),
    ],
)
def test_the_encoder_sees_the_same_whichever_word_stands_there(one: str, other: str) -> None:
    assert seen(one) == seen(other)


def test_what_tells_how_to_read_a_sentence_is_seen_as_it_stands() -> None:
    assert seen("12 killed") != seen("12 wounded")
    assert seen("two men") != seen("nine men")


def test_a_stand_in_stands_where_the_whole_word_does() -> None:
    text = "In Tinzaouaten, 12 died."
    places = [(start, end) for _, start, end in read_pieces(text, 0, len(text), vocabulary())]
    assert [text[start:end] for start, end in places] == [
        "In",
        "Tinzaouaten",
        ",",
        "12",
        "died",
        ".",
    ]
