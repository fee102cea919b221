import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook.gazetteer.folding import fold

names = st.text(st.characters(categories=["Lu", "Ll", "Lo", "Mn", "Nd", "Zs", "Pd", "Po"]))


@pytest.mark.parametrize(
    "spellings",
    [
        pytest.param(
            ["Côte d'Ivoire", "Cote d’Ivoire", "COTE D'IVOIRE", "Côte-d'Ivoire"], id="French"
        ),
        pytest.param(["N'Djamena", "N’Djaména", "Ndjamena", "NDJAMENA"], id="an apostrophe"),
        pytest.param(["Deir ez-Zor", "Deir al-Zor", "DEIR EL-ZOR", "Deir ez Zor"], id="an article"),
        pytest.param(["As-Suwayda", "al-Suwayda", "El Suwayda", "AS SUWAYDA"], id="sun letters"),
        pytest.param(["Ash-Shaddadi", "al-Shaddadi"], id="a sun letter of two"),
        pytest.param(["St. Louis", "Saint Louis", "St Louis", "SAINT-LOUIS"], id="a saint"),
        pytest.param(["The Hague", "the Hague", "Hague"], id="an English article"),
        pytest.param(["Łódź", "Lodz", "LODZ"], id="letters that are no accents"),
        pytest.param(["İstanbul", "Istanbul", "ISTANBUL", "istanbul"], id="a Turkish i"),
        pytest.param(["إدلب", "ادلب", "أدلب"], id="Arabic: forms of alef"),
        pytest.param(["الرقة", "الرقه"], id="Arabic: ta marbuta"),
        pytest.param(["مَالِي", "مالي", "مالى"], id="Arabic: vowel signs, alef maksura"),
        pytest.param(["كابل", "کابل"], id="Persian letters"),
        pytest.param(["Й", "й"], id="Cyrillic"),
        pytest.param(["Washington, D.C.", "Washington DC"], id="points within"),
    ],
)
def test_spellings_of_one_name_are_one(spellings: list[str]) -> None:
    assert len({fold(name) for name in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("El Salvador", "Salvador"),
        ("Mass.", "mass"),
        ("La.", "la"),
        ("Al Ain", "Alain"),
        ("Kasai", "Kisai"),
    ],
)
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_name_of_signs_is_empty() -> None:
    assert fold(" -'’… ") == ""


@given(names)
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(names)
def test_how_accents_are_written_does_not_matter(name: str) -> None:
    assert fold(unicodedata.normalize("NFD", name)) == fold(unicodedata.normalize("NFC", name))


@given(st.text("abcdefghijklmnopqrstuvwxyz -'."))
def test_case_does_not_matter(name: str) -> None:
    assert fold(name.upper()) == fold(name)


@given(st.lists(st.text("bdfgkmpu", min_size=3), min_size=1))
def test_hyphens_are_spaces(words: list[str]) -> None:
    assert fold("-".join(words)) == fold("  ".join(words))
