import numpy as np
import pytest

from tollbook.annotating.encoder.neutral import Ids, neutral
from tollbook.annotating.encoder.pieces import vocabulary


def seen(text: str) -> Ids:
    pieces = [piece for piece, _, _ in vocabulary().cut(text, 0, len(text))]
    return neutral(np.array(pieces, dtype=np.int64))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Rebels killed 12", "Terrorists killed 12", id="loaded words for fighters"),
        pytest.param("the Syrian army", "the Israeli army", id="nations"),
        pytest.param("a Muslim nurse", "a Christian nurse", id="faiths"),
        pytest.param("the regime said", "the government said", id="rulers"),
    ],
)
def test_the_encoder_sees_the_same_whichever_word_stands_there(one: str, other: str) -> None:
    assert seen(one).tolist() == seen(other).tolist()


def test_what_tells_how_to_read_a_sentence_is_seen_as_it_stands() -> None:
    assert seen("12 killed").tolist() != seen("12 wounded").tolist()
    assert seen("two men").tolist() != seen("nine men").tolist()
