import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tollbook.tracing.runs import LONG, WINDOW, run_hashes, winnow, word_hashes

words = st.lists(st.sampled_from([f"word{number}" for number in range(40)]), max_size=60)


def kept(told: list[str]) -> set[int]:
    hashes = run_hashes(word_hashes(told), LONG)
    return {int(hashes[place]) for place in winnow(hashes)}


@given(words, words, st.lists(st.integers(), min_size=LONG + WINDOW - 1, max_size=20, unique=True))
def test_a_shared_stretch_leaves_a_run_in_both(
    before: list[str], after: list[str], stretch: list[int]
) -> None:
    shared = [f"s{number}" for number in stretch]
    assert kept([*before, *shared]) & kept([*shared, *after])


@given(words)
def test_places_stand_in_the_order_of_the_text_each_once(told: list[str]) -> None:
    places = winnow(run_hashes(word_hashes(told), LONG)).tolist()
    assert places == sorted(set(places))


def test_a_text_shorter_than_a_run_has_none() -> None:
    assert len(run_hashes(word_hashes(["two", "words"]), LONG)) == 0
    assert len(winnow(np.zeros(0, dtype=np.uint64))) == 0


def test_the_order_of_the_words_matters() -> None:
    one, other = "the army shot the rebels dead".split(), "the rebels shot the army dead".split()
    assert not kept(one) & kept(other)
