import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook.extracting.lexicon import harm_words
from tollbook.extracting.parsing import tagging
from tollbook.extracting.parsing.tokens import tokenise

# Words that rules of company ask for, in many companies; a settled word must stay settled.
COMMON = (
    "the two of his US us either death dead to that said reports killing shot hurt was has "
    "were believed men army Sarn attack strikes will not wounded , . and who seriously"
).split()


@pytest.mark.parametrize("before", COMMON)
@pytest.mark.parametrize("has_case", [True, False])
def test_words_passed_over_would_have_kept_their_tags(
    before: str, has_case: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    harming = sorted(harm_words().verbs)[::25]
    text = " ".join(f"{before} {word} {after}" for word in [*COMMON, *harming] for after in COMMON)
    tokens = tokenise(text)
    tags = tagging.tag(tokens, has_case=has_case)
    monkeypatch.setattr(tagging, "_watched", lambda: {token.lower for token in tokens})
    assert tagging.tag(tokens, has_case=has_case) == tags


def tag_of(word: str, text: str, *, has_case: bool = True) -> str:
    tokens = tokenise(text)
    at = next(i for i, token in enumerate(tokens) if token.text == word)
    return tagging.tag(tokens, has_case=has_case)[at]


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        pytest.param("people", "Twelve people died", "NNS", id="a word of the list"),
        pytest.param("12", "12 died", "CD", id="digits"),
        pytest.param("19-year-old", "a 19-year-old girl", "JJ", id="an age"),
        pytest.param("Sarn", "They fled Sarn", "NNP", id="a capital inside a sentence"),
        pytest.param("On", "They left On Monday", "IN", id="a small word stays small"),
        pytest.param("al-Tarn", "in al-Tarn", "NNP", id="a name with an article"),
        pytest.param("zorbled", "zorbled grain", "VBN", id="an ending"),
        pytest.param("zorbing", "They were zorbing", "VBG", id="another ending"),
        pytest.param("killed", "were killed", "VBN", id="after be"),
        pytest.param("killed", "gunmen killed six", "VBD", id="after a noun"),
        pytest.param("shot", "was shot", "VBN", id="shot after be"),
        pytest.param("shot", "a guard shot him", "VBD", id="shot after a noun"),
        pytest.param("left", "a blast left 12 dead", "VBD", id="left after a noun"),
        pytest.param("dead", "gunmen shot dead six", "RB", id="shot dead"),
        pytest.param("to", "according to police", "IN", id="according to"),
        pytest.param("that", "she said that he died", "IN", id="that after saying"),
        pytest.param("said", "the military said so", "VBD", id="said after anything"),
        pytest.param("says", "Oker police says so", "VBZ", id="says"),
        pytest.param("killing", "the killing of six", "NN", id="killing of"),
        pytest.param("killing", "a blast killing six", "VBG", id="killing whom"),
        pytest.param("suspects", "nine suspects were held", "NNS", id="counted suspects"),
        pytest.param("wounds", "blast wounds two", "VBZ", id="a headline's verb"),
        pytest.param("attack", "to attack Oker", "VB", id="to do"),
        pytest.param("attack", "the attack began", "NN", id="a noun after the"),
        pytest.param("US", "the US army", "NNP", id="a country, not us"),
        pytest.param("death", "beaten to death", "NN", id="to death"),
        pytest.param("wasn't", "he wasn't hurt", "VBD", id="a contraction"),
        pytest.param("won't", "he won't die", "MD", id="a modal contraction"),
        pytest.param("suspect", "one suspect was held", "NN", id="one suspect"),
        pytest.param("die", "three die in Oker", "VB", id="three die"),
        pytest.param("briefly", "he was briefly held", "RB", id="an adverb"),
        pytest.param("all", "they were all killed", "RB", id="all between the parts of a verb"),
        pytest.param("all", "all villagers", "DT", id="all of a noun"),
        pytest.param("shot", "he fell and shot himself", "VBD", id="and shot"),
        pytest.param("shot", "they were beaten and shot", "VBN", id="were beaten and shot"),
        pytest.param("shot", "a 9-year-old shot two", "VBD", id="an age is a subject"),
        pytest.param("her", "killing her and two", "PRP", id="her, herself"),
        pytest.param("her", "killing her aunt", "PRP$", id="hers"),
        pytest.param("suspect", "the suspect fled", "NN", id="a suspect"),
        pytest.param("suspect", "they suspect two", "VBP", id="to suspect"),
        pytest.param("cause", "did not cause deaths", "VB", id="to cause"),
        pytest.param(",", "so, he", ",", id="a mark is its own tag"),
    ],
)
def test_a_word_is_tagged_by_the_company_it_keeps(word: str, text: str, expected: str) -> None:
    assert tag_of(word, text) == expected


def test_without_case_a_capital_says_nothing() -> None:
    assert tag_of("KILLED", "FOUR SOLDIERS WERE KILLED", has_case=False) == "VBN"
    assert tag_of("ZORBAN", "IN ZORBAN", has_case=False) == "NNP"


def test_the_word_list_is_loaded_in_lower_case() -> None:
    assert tagging.word_tags()["people"] == "NNS"
    assert all(word == word.lower() for word in tagging.word_tags())


@given(st.text(max_size=60), st.booleans())
def test_every_token_gets_a_tag(text: str, has_case: bool) -> None:
    tokens = tokenise(text)
    tags = tagging.tag(tokens, has_case=has_case)
    assert len(tags) == len(tokens)
    assert all(tags)
