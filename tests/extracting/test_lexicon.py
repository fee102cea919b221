import re

from hypothesis import given
from hypothesis import strategies as st

from tollbook.extracting.lexicon import lowered, prefix_pattern

PREFIXES = st.sets(st.text("ab-", min_size=1, max_size=4), min_size=1, max_size=6)


@given(prefixes=PREFIXES, text=st.text("ab-", max_size=8))
def test_the_longest_prefix_is_found(prefixes: set[str], text: str) -> None:
    found = re.match(prefix_pattern(prefixes), text)
    longest = max(filter(text.startswith, prefixes), key=len, default=None)
    assert (found and found.group()) == longest


def test_a_blank_in_a_prefix_is_any_white_space() -> None:
    assert re.fullmatch(prefix_pattern(["car bomb", "car"]), "car \n bomb")


@given(st.text())
def test_lower_case_moves_no_character(text: str) -> None:
    assert len(lowered(text)) == len(text)
