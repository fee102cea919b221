from hypothesis import given
from hypothesis import strategies as st

from tollbook.counting.phrases import read_phrase
from tollbook.counting.tokens import tokenize
from tollbook.counting.vocabulary import vocabulary

KNOWN = vocabulary()
WORDS = st.sampled_from(
    sorted({*KNOWN.triggers, *(word for found in KNOWN.seconds.values() for word in found)})
) | st.sampled_from(["12", "70s", "of", "soldiers", ",", "-", "‑"])


@given(st.sampled_from(sorted(KNOWN.seconds)), st.lists(WORDS, max_size=5))
def test_without_one_of_its_second_words_a_trigger_opens_nothing(
    first: str, rest: list[str]
) -> None:
    tokens = tokenize(" ".join([first, *rest]))
    if tokens.words[1] not in KNOWN.seconds[tokens.words[0]]:
        assert read_phrase(tokens, 0, KNOWN) is None
        assert KNOWN.idioms.starting_at(tokens, 0) is None


def test_small_words_are_triggers_only_with_their_second_word() -> None:
    assert {"THE", "IN", "AT"} <= KNOWN.seconds.keys() <= KNOWN.triggers
    assert "LEAST" in KNOWN.seconds["AT"]
    assert KNOWN.seconds.keys().isdisjoint({"A", "TWO", "HUNDRED", "BETWEEN", "DOZENS"})
