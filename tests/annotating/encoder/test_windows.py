from hypothesis import given
from hypothesis import strategies as st

from tollbook.annotating.encoder.pieces import vocabulary
from tollbook.annotating.encoder.windows import LIMIT, NOWHERE, Window, windows
from tollbook.document import Span

lengths = st.lists(st.tuples(st.integers(0, 300), st.booleans()), max_size=12)


def packed(sentences: list[str], is_read: list[bool] | None = None) -> tuple[str, list[Window]]:
    text, spans = "", []
    for sentence in sentences:
        spans.append(Span(start=len(text), end=len(text) + len(sentence)))
        text += sentence + "\n"
    wanted = [True] * len(spans) if is_read is None else is_read
    return text, [*windows(text, spans, wanted, vocabulary())]


def words(text: str, window: Window) -> list[str]:
    return [text[start:end] for start, end in window.places if (start, end) != NOWHERE]


def test_neighbours_share_a_window() -> None:
    text, (window,) = packed(["Ten died.", "Two were boys."])
    assert words(text, window) == ["Ten", "died", ".", "Two", "were", "boys", "."]


def test_a_window_opens_with_its_own_piece_and_every_sentence_ends_with_one() -> None:
    known = vocabulary()
    _, (window,) = packed(["Ten died.", "Two were boys."])
    assert window.ids[0] == known.cls
    assert [at for at, piece in enumerate(window.ids) if piece == known.sep] == [4, 9]
    assert [at for at, place in enumerate(window.places) if place == NOWHERE] == [0, 4, 9]


def test_a_sentence_that_is_not_read_parts_two_windows() -> None:
    text, found = packed(["Ten died.", "It rained.", "Two fled."], [True, False, True])
    assert [words(text, window) for window in found] == [["Ten", "died", "."], ["Two", "fled", "."]]


def test_what_is_not_read_at_all_makes_no_window() -> None:
    _, found = packed(["Ten died."], [False])
    assert found == []


def test_a_sentence_longer_than_a_window_is_read_in_slices() -> None:
    text, found = packed(["so " * 300])
    assert [len(window.ids) for window in found] == [LIMIT, LIMIT, 300 - 2 * (LIMIT - 2) + 2]
    assert sum(len(words(text, window)) for window in found) == 300


def test_a_sentence_of_nothing_visible_is_passed_over() -> None:
    text, found = packed(["Ten died.", "\u200b", "Two fled."])
    assert [len(words(text, window)) for window in found] == [6]


@given(lengths)
def test_every_piece_of_what_is_read_stands_in_one_window(told: list[tuple[int, bool]]) -> None:
    wanted = [is_read for _, is_read in told]
    text, found = packed(["so " * length for length, _ in told], wanted)
    assert sum(len(words(text, window)) for window in found) == sum(n for n, read in told if read)
    assert all(2 < len(window.ids) <= LIMIT for window in found)
    assert all(len(window.ids) == len(window.places) for window in found)
    places = [place for window in found for place in window.places if place != NOWHERE]
    assert places == sorted(set(places))
