import pytest

from tollbook.locating.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("in the U.S. today", ["in", "the", "U.S.", "today"], id="points inside"),
        pytest.param("Sarn, Ky. (AP)", ["Sarn", ",", "Ky.", "(", "AP", ")"], id="cut short"),
        pytest.param("Sarn's mayor", ["Sarn", "'s", "mayor"], id="a possessive apart"),
        pytest.param("Sana'a", ["Sana'a"], id="an apostrophe inside"),
        pytest.param("U.S.-led", ["U.S.", "-", "led"], id="a hyphen apart"),
        pytest.param("Côte d’Ivoire", ["Côte", "d’Ivoire"], id="French"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_words_stand_alone(text: str, expected: list[str]) -> None:
    tokens = tokenise(text)
    assert [token.text for token in tokens] == expected
    assert all(text[token.start : token.end] == token.text for token in tokens)


def test_sentences_and_lines_open() -> None:
    tokens = tokenise("Raid in Sarn. Two died\nOker calm")
    assert [token.text for token in tokens if token.opens] == ["Raid", "Two", "Oker"]
