import random
from collections.abc import Callable

import pytest

from tollbook.annotating.encoder.pieces import vocabulary
from tollbook.annotating.encoder.windows import LIMIT
from tollbook.annotation import GROUPS, HARMS, STANCES
from tollbook.document import Span
from training.sheets import Example, Figure, Pointer, Sheet, batches, examples

Words = Callable[[Sheet, str], list[str]]

TEXT = "At least 12 people were killed at Oker, a nurse said. The market was closed."


def span(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def sheet(text: str = TEXT, *words: str) -> Sheet:
    made = Sheet(text=text)
    made.marks += [("killed", *span(text, each)) for each in words]
    return made


def cut(made: Sheet, skip: float = 0.0) -> list[Example]:
    return examples(made, vocabulary(), random.Random(0), skip)


def test_a_label_is_taught_at_every_piece_of_its_words_and_at_no_other(taught: Words) -> None:
    assert taught(sheet(TEXT, "At least 12"), "killed") == ["At least 12"]


def test_a_word_of_several_pieces_bears_its_label_whole(taught: Words) -> None:
    text = "Yesterday Qashtimar was killed."
    assert len(list(vocabulary().cut(text, *span(text, "Qashtimar")))) > 1
    assert taught(sheet(text, "Qashtimar"), "killed") == ["Qashtimar"]


def test_offsets_are_code_points_whatever_stands_before(taught: Words) -> None:
    text = f"🙂 e\u0301 שלום\r\n{TEXT}"
    assert taught(sheet(text, "12"), "killed") == ["12"]


def test_what_is_not_annotated_is_masked_and_what_is_marked_is_not(masked: Words) -> None:
    made = sheet(TEXT, "12")
    rest = ["At least", "people were killed at Oker, a nurse said.", "The market was closed."]
    assert masked(made, "killed") == rest
    assert masked(made, "injured") == ["At least 12 " + rest[1], rest[2]]


def test_what_is_annotated_throughout_is_masked_nowhere(masked: Words) -> None:
    made = sheet(TEXT, "12")
    made.whole(HARMS)
    assert {label: masked(made, label) for label in HARMS} == {label: [] for label in HARMS}
    assert masked(made, "source") != []


def test_one_stretch_can_be_taken_back_from_what_is_known(masked: Words, taught: Words) -> None:
    made = sheet(TEXT, "12")
    made.whole(HARMS)
    made.unknown.append((("killed",), *span(TEXT, "people")))
    assert masked(made, "killed") == ["people"]
    assert masked(made, "injured") == []
    assert taught(made, "killed") == ["12"]


def test_a_mark_holds_where_the_stretch_around_it_is_unknown(masked: Words, taught: Words) -> None:
    made = sheet(TEXT, "12")
    made.unknown.append((("killed",), 0, len(TEXT)))
    assert taught(made, "killed") == ["12"]
    assert "12" not in masked(made, "killed")


def test_a_figure_teaches_one_group_and_one_stance_against_all_others(
    taught: Words, masked: Words
) -> None:
    made = sheet(TEXT, "12")
    start, end = span(TEXT, "12")
    made.figures.append(
        Figure(
            start=start,
            end=end,
            group="group:civilian",
            stance="stance:hedged",
            part_of=True,
            is_background=False,
        )
    )
    right = {"group:civilian", "stance:hedged", "part_of"}
    for label in (*GROUPS, *STANCES, "part_of", "background"):
        assert taught(made, label) == (["12"] if label in right else [])
        assert not any("12" in words for words in masked(made, label))
        assert any("people" in words for words in masked(made, label))


def test_a_figure_asks_who_says_it_and_every_mention_of_that_source_is_right(
    heard: Callable[[Sheet], dict[str, list[str]]],
) -> None:
    text = "A nurse said 12 were killed, a nurse added."
    made = sheet(text, "12")
    sources = (Span(start=0, end=7), Span(start=29, end=36))
    start, end = span(text, "12")
    made.pointers.append(Pointer(start=start, end=end, sources=sources))
    assert heard(made) == {"12": ["A nurse", "a nurse"]}


def test_where_nobody_is_quoted_what_opens_the_window_is_the_answer() -> None:
    made = sheet(TEXT, "12")
    start, end = span(TEXT, "12")
    made.pointers.append(Pointer(start=start, end=end, sources=()))
    (example,) = cut(made)
    assert example.answers.nonzero()[1].tolist() == [0]


def test_a_source_further_away_than_a_window_reaches_is_no_answer() -> None:
    text = "A nurse spoke. " + "The market of Oker was open again all day long. " * 30
    text += "Here 12 died."
    made = sheet(text, "12")
    start, end = span(text, "12")
    made.pointers.append(Pointer(start=start, end=end, sources=(Span(start=0, end=7),)))
    assert sum(len(example.asked) for example in cut(made)) == 0


def test_sentences_without_a_mark_are_left_out_as_often_as_asked(taught: Words) -> None:
    made = sheet(f"The market opened. {TEXT}", "12")
    (example,) = cut(made, skip=1.0)
    (whole,) = cut(made)
    assert len(example.ids) < len(whole.ids)
    assert example.target.sum() == whole.target.sum() == 1
    assert taught(made, "killed") == ["12"]
    assert cut(sheet(), skip=1.0) == []


def test_every_array_has_a_row_for_every_piece() -> None:
    for example in cut(sheet(TEXT * 20, "12")):
        pieces = len(example.ids)
        assert 0 < pieces <= LIMIT
        assert len(example.hints) == len(example.target) == len(example.known) == pieces
        assert example.answers.shape == (len(example.asked), pieces)


@pytest.mark.parametrize("pieces", [20, 64, 4096])
def test_batches_hold_every_example_once_and_keep_their_size(pieces: int) -> None:
    made = [example for words in range(1, 30) for example in cut(sheet("Oker burned. " * words))]
    found = list(batches(made, pieces, random.Random(0)))
    assert sorted(id(one) for batch in found for one in batch) == sorted(map(id, made))
    for batch in found:
        longest = max(len(example.ids) for example in batch)
        assert len(batch) == 1 or len(batch) * longest <= pieces * 1.5
