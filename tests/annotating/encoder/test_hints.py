import numpy as np
import pytest

from tollbook.annotating.encoder.hints import HINTS, Hints
from tollbook.annotating.encoder.pieces import vocabulary
from tollbook.annotating.encoder.windows import NOWHERE, windows
from tollbook.document import Span
from tollbook.extracting.parsing.sentences import sentences

TEXT = "At least 12 herdsmen were killed in Ketta, the mayor said.\r\n🔥 Nobody was hurt at Oker."


def told(text: str) -> dict[str, set[str]]:
    """Give the words at which each hint is set."""
    passages = [*sentences(text)]
    spans = [Span(start=passage.start, end=passage.end) for passage in passages]
    (window,) = windows(text, spans, [True] * len(spans), vocabulary())
    rows, columns = np.nonzero(Hints(passages).of(window))
    found: dict[str, set[str]] = {}
    for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
        assert window.places[row] != NOWHERE
        start, end = window.places[row]
        found.setdefault(HINTS[column], set()).add(text[start:end])
    return found


@pytest.mark.parametrize(
    ("hint", "words"),
    [
        pytest.param("counted:killed", "12", id="whom the grammar counts"),
        pytest.param("source", "mayor", id="who speaks"),
        pytest.param("cue", "said", id="by which word"),
        pytest.param("harm", "killed", id="the word of harm"),
        pytest.param("nobody", "Nobody", id="that there were none"),
        pytest.param("nouns", "men", id="a later piece knows what its word is"),
    ],
)
def test_pieces_are_told_what_the_grammar_sees_at_their_word(hint: str, words: str) -> None:
    assert words in told(TEXT)[hint]


def test_upper_case_text_is_told_to_have_no_case() -> None:
    assert "has case" not in told(TEXT.upper())
    assert "capital" not in told(TEXT.upper())


def test_no_sentences_give_no_hints() -> None:
    assert (
        Hints([]).of(next(iter(windows("so", [Span(start=0, end=2)], [True], vocabulary())))).sum()
        == 0
    )
