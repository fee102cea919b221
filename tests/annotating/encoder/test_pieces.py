import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook.annotating.encoder.pieces import vocabulary

# What breaks offsets elsewhere: accents in one and two code points, letters beyond 16 bits,
# syllables that fall into several letters, both line ends, and what is dropped altogether.
AWKWARD = "aZé\u0301ñİßﬁ 12,.-'\"\r\n\t\u00a0\u200b\ufeff\x00🔥𝐀𐍈각中の़٣"
texts = st.text(st.one_of(st.sampled_from(AWKWARD), st.characters(exclude_categories=["Cs"])))


def pieces(text: str) -> list[str]:
    return [text[start:end] for _, start, end in vocabulary().cut(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ten died.", ["Ten", "died", "."], id="words and marks"),
        pytest.param("1,200", ["1", ",", "200"], id="a number with a comma"),
        pytest.param("Ketta", ["Ke", "tta"], id="a name of several pieces"),
        pytest.param("a\r\nb", ["a", "b"], id="a line end of two characters"),
        pytest.param("café shelled", ["café", "shell", "ed"], id="an accent in its letter"),
        pytest.param("cafe\u0301 shut", ["cafe\u0301"[:4], "shut"], id="an accent of its own"),
        pytest.param("🔥 six", ["🔥", "six"], id="a character beyond 16 bits is one"),
        pytest.param("ki\u200blled", ["ki\u200blled"], id="what nobody sees parts no word"),
        pytest.param("中国", ["中", "国"], id="ideographs stand alone"),
        pytest.param("각", ["각", "각", "각"], id="a syllable of three letters"),
    ],
)
def test_pieces_are_verbatim_stretches_of_the_text(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_upper_case_reads_as_lower_case() -> None:
    known = vocabulary()
    loud, quiet = "TEN PEOPLE WERE KILLED", "ten people were killed"
    assert [*known.cut(loud, 0, len(loud))] == [*known.cut(quiet, 0, len(quiet))]


def test_a_word_of_a_hundred_and_one_letters_is_unknown_and_keeps_its_place() -> None:
    text = "so " + "x" * 101 + " it is"
    found = [*vocabulary().cut(text, 0, len(text))]
    assert found[1] == (vocabulary().unknown, 3, 104)


@given(texts)
def test_pieces_stand_in_order_inside_the_text(text: str) -> None:
    found = [*vocabulary().cut(text, 0, len(text))]
    places = [(start, end) for _, start, end in found]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)
    assert [end for _, end in places] == sorted(end for _, end in places)


@given(texts)
def test_every_letter_and_digit_lies_in_some_piece(text: str) -> None:
    covered = {
        at for _, start, end in vocabulary().cut(text, 0, len(text)) for at in range(start, end)
    }
    seen = {at for at, letter in enumerate(text) if unicodedata.category(letter)[0] in "LNPS"}
    assert seen <= covered


@given(texts, texts)
def test_a_stretch_is_cut_as_if_it_were_a_text_of_its_own(before: str, text: str) -> None:
    known = vocabulary()
    whole = before + text
    moved = [
        (piece, start - len(before), end - len(before))
        for piece, start, end in known.cut(whole, len(before), len(whole))
    ]
    assert moved == [*known.cut(text, 0, len(text))]
