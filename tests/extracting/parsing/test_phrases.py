from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ..told import chunks, sentence

CUT = [
    ("The raid began.", ["noun: The raid", "verb: began", "mark: ."], "a clause"),
    (
        "20 Islamic Front (IF) operatives fled",
        ["noun: 20 Islamic Front (IF) operatives", "verb: fled"],
        "a bracket inside a noun phrase",
    ),
    ('the "patrol" left', ['noun: the "patrol', "verb: left"], "quotation marks inside"),
    ("one of Belmor's children died", ["noun: one of Belmor's children", "verb: died"], "an owner"),
    ("one of the four victims died", ["noun: one of the four victims", "verb: died"], "a part"),
    ("some of them died", ["noun: some of them", "verb: died"], "a part of them"),
    ("dozens of people", ["noun: dozens of people"], "dozens of"),
    (
        "five soldiers Monday died",
        ["noun: five soldiers", "noun: Monday", "verb: died"],
        "a day without its comma",
    ),
    (
        "two policemen Tomas Rillen said",
        ["noun: two policemen", "noun: Tomas Rillen", "verb: said"],
        "a name after plural people, its comma lost",
    ),
    ("two wounded civilians", ["noun: two wounded civilians"], "a participle before its noun"),
    (
        "the people killed in Oker",
        ["noun: the people", "verb: killed", "preposition: in", "noun: Oker"],
        "a participle after its noun",
    ),
    ("65 wounded", ["noun: 65", "verb: wounded"], "a state after a figure"),
    (
        "they are believed to have died",
        ["noun: they", "verb: are believed to have died"],
        "verbs that hand on their subject",
    ),
    (
        "according to police",
        ["preposition: according", "preposition: to", "noun: police"],
        "according to",
    ),
    ("who was not hurt", ["who: who", "verb: was not hurt"], "not inside a verb group"),
    ("Oker's mayor", ["noun: Oker", "possessive: 's", "noun: mayor"], "a possessive"),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row, id=name) for *row, name in CUT])
def test_a_sentence_is_cut_into_chunks(text: str, expected: list[str]) -> None:
    assert chunks(text) == expected


@pytest.mark.parametrize(
    ("text", "has_case"),
    [
        pytest.param("Twelve people were killed in Oker.", True, id="a sentence"),
        pytest.param("FOUR SOLDIERS WERE KILLED IN OKER.", False, id="upper-case wire"),
        pytest.param("Eighteen Killed as Shells Fall on Oker Market", False, id="Title Case"),
        pytest.param("Ana Belmor died", True, id="a short sentence about a name"),
    ],
)
def test_whether_a_capital_says_anything(text: str, has_case: bool) -> None:
    assert sentence(text).has_case is has_case


def test_a_noun_phrase_knows_its_figure_and_its_whole() -> None:
    (chunk, _) = sentence("one of the four victims died").chunks
    assert chunk.quantity is not None
    assert chunk.whole is not None
    assert (chunk.quantity.low, chunk.whole.low, chunk.is_part) == (1, 4, True)


def test_an_age_is_no_figure() -> None:
    chunk = sentence("the 34-year-old farmer").chunks[0]
    assert chunk.quantity is None


@given(
    st.lists(
        st.sampled_from(
            "12 three of the them dead people ( ) [ ] \" ' 's , and who that killed were not to "
            "believed have died at least a Monday Ana Belmor -- in al-Tarn 34-year-old 🔥".split()
        )
    ).map(" ".join)
)
def test_chunks_cover_a_sentence_in_order(text: str) -> None:
    cut = sentence(text)
    found = cut.chunks
    assert all(chunk.first < chunk.stop for chunk in found)
    assert all(one.stop <= two.first for one, two in pairwise(found))
    covered = {k for chunk in found for k in range(chunk.first, chunk.stop)}
    lost = [t.text for k, t in enumerate(cut.tokens) if k not in covered]
    assert set(lost) <= {'"', "'"}  # the mark that closes a quoted noun
