import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook.storing.folding import fold, fold_word, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Sénou", "senou", id="an accent"),
        pytest.param("S\u00e9nou", "Se\u0301nou", id="an accent apart"),
        pytest.param("œuvre", "oeuvre", id="a ligature"),
        pytest.param("STRASSE", "straße", id="a sharp s"),
        pytest.param("İstanbul", "istanbul", id="a dotted capital"),
        pytest.param("غَزَّة", "غزه", id="vowel signs and ta marbuta"),
        pytest.param("أحمد", "احمد", id="alif with hamza"),
        pytest.param("آمنة", "امنه", id="alif with madda"),
        pytest.param("ٱلله", "الله", id="alif wasla"),
        pytest.param("مستشفى", "مستشفي", id="alif maqsura"),
        pytest.param("مسؤول", "مسوول", id="hamza on waw"),
        pytest.param("شهيـــد", "شهيد", id="tatweel"),
        pytest.param("کابل", "كابل", id="Persian kaf"),
        pytest.param("١٢", "12", id="Arabic digits"),
        pytest.param("۱۲", "12", id="Persian digits"),
        pytest.param("zero\u200bwidth", "zerowidth", id="a zero width space"),
        pytest.param("soft\u00adhyphen", "softhyphen", id="a soft hyphen"),
        pytest.param("Ɗogo", "dogo", id="a letter of Fulfulde"),
    ],
)
def test_two_ways_to_write_a_word_are_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("l’attaque d'Oker", "l attaque d oker"),
        ("Al-Vell_Front", "al vell front"),
        ("12,5 %", "12 5"),
        ("«tués»", "tues"),
        ("قالت،إنها", "قالت انها"),
        ("", ""),
        ("— … —", ""),
    ],
)
def test_words_are_divided_alike(text: str, words: str) -> None:
    assert fold(text) == words


@given(st.text())
def test_words_stand_where_they_are_said_to(text: str) -> None:
    for word in words_of(text):
        assert fold(text[word.at.start : word.at.end]) == word.folded


@given(st.text())
def test_folded_words_hold_letters_and_digits_only(text: str) -> None:
    folded = fold(text)
    assert all(word.isalnum() for word in folded.split(" ") if folded)
    assert fold(folded) == folded


@given(st.text())
def test_case_makes_no_difference(text: str) -> None:
    assert fold_word(text.upper()) == fold_word(text.upper().lower())
