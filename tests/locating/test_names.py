import pytest

from tollbook.locating.names import find_names, read_sentence


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("In Sarn, gunmen fled.", ["Sarn"], id="a word that opens names nothing"),
        pytest.param("Police in Oker's market", ["Oker"], id="the owner's ending is no part"),
        pytest.param("off the Gulf of Sarn", ["Gulf of Sarn"], id="of inside"),
        pytest.param("the mayor of Sarn", ["Sarn"], id="of outside"),
        pytest.param("in Serb-held Oker on Monday", ["Oker"], id="who holds it is no part"),
        pytest.param("at al-Oker near Ain el Sarn", ["al-Oker", "Ain el Sarn"], id="articles"),
        pytest.param("in Sarn and Oker", ["Sarn", "Oker"], id="two are two"),
        pytest.param("nobody came", [], id="none"),
    ],
)
def test_names_are_what_is_written_with_capitals(text: str, names: list[str]) -> None:
    sentence = read_sentence(text)
    assert [
        text[sentence.starts[first] : sentence.ends[end - 1]] for first, end in find_names(sentence)
    ] == names
