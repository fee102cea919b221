import json
from typing import Any

import pytest

from tollbook.annotating.llm.answers import read_answer
from tollbook.annotating.llm.placing import PROBABILITY, Placed, place
from tollbook.annotating.llm.portions import portions
from tollbook.annotation import GROUPS, STANCES

from .loopback import figure, marks

TEXT = (
    "The mayor of Oker spoke on Radio Sorn. He said 12 people, including 2 boys of 12, were killed "
    "in the village’s school. The army said it hit \t 12 targets and hurt nobody. The army lied."
)


def placed(*figures: dict[str, Any], text: str = TEXT, **acts: list[dict[str, Any]]) -> Placed:
    [portion] = portions(text)
    return place(read_answer(json.dumps(marks(*figures, **acts))), portion, text)


def marked(found: Placed, label: str, text: str = TEXT) -> list[str]:
    return [text[mark.start : mark.end] for mark in found.marks if mark.label == label]


def starts(found: Placed, label: str) -> list[int]:
    return [mark.start for mark in found.marks if mark.label == label]


def test_words_are_found_where_they_stand() -> None:
    found = placed(figure("2", 2, group="child"))
    assert starts(found, "killed") == [TEXT.index("2 boys")]
    assert found.refused == 0


def test_words_that_stand_several_times_are_told_apart_by_the_words_around_them() -> None:
    found = placed(figure("12", 2, within="12 people"))
    assert starts(found, "killed") == [TEXT.index("12 people")]


@pytest.mark.parametrize("within", [None, "12 nurses", "12"])
def test_words_that_cannot_be_told_apart_are_refused(within: str | None) -> None:
    found = placed(figure("12", 2, within=within))
    assert (found.marks, found.ties, found.refused) == ((), [], 1)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        pytest.param("at least 12", 2, id="never written"),
        pytest.param("12", 1, id="in another sentence"),
        pytest.param("2", 9, id="in a sentence there is not"),
        pytest.param("1", 2, id="a piece of a number"),
        pytest.param("villag", 2, id="a piece of a word"),
        pytest.param("he said", 2, id="another case"),
        pytest.param("", 2, id="nothing"),
        pytest.param(" ", 2, id="white space"),
        pytest.param("12 " * 200, 2, id="a passage"),
        pytest.param(".*", 2, id="a pattern"),
    ],
)
def test_words_that_do_not_stand_in_the_sentence_are_refused(words: str, sentence: int) -> None:
    found = placed(figure(words, sentence))
    assert (found.marks, found.ties, found.refused) == ((), [], 1)


@pytest.mark.parametrize("words", ["2,000", "12.5", "and 2,000"])
def test_a_figure_is_no_piece_of_a_longer_figure(words: str) -> None:
    text = f"They lost {words} and 3 more."
    assert placed(figure("2", 1), figure("12", 1), figure("5", 1), text=text).refused == 3


def test_white_space_and_typographic_quotes_may_differ() -> None:
    found = placed(
        damage=[
            {"sentence": 2, "words": "the village's school", "within": None, "effect": "damaged"}
        ],
        responsibility=[
            {"sentence": 3, "words": "hit 12 targets", "within": None, "status": "accused"}
        ],
    )
    assert marked(found, "damage:damaged") == ["the village’s school"]
    assert marked(found, "responsibility:accused") == ["hit \t 12 targets"]


def test_a_source_is_found_before_its_figure_though_it_stands_after_as_well() -> None:
    found = placed(figure("nobody", 3, source_words="The army", cue_words="said", harm="injured"))
    [tie] = found.ties
    assert tie.figure == TEXT.index("nobody")
    assert tie.source is not None
    assert tie.source.start == TEXT.index("The army")
    assert marked(found, "source") == ["The army"]
    assert starts(found, "cue") == [TEXT.index("said it hit")]


def test_a_source_may_be_named_sentences_before() -> None:
    found = placed(figure("2", 2, source_words="The mayor of Oker", relay_words="Radio Sorn"))
    assert marked(found, "source") == ["The mayor of Oker"]
    assert marked(found, "relay") == ["Radio Sorn"]


def test_a_figure_without_a_source_is_tied_to_the_report_itself() -> None:
    [tie] = placed(figure("2", 2)).ties
    assert (tie.source, tie.probability) == (None, PROBABILITY)


def test_an_invented_source_is_refused_and_the_figure_is_tied_to_nobody() -> None:
    found = placed(figure("2", 2, source_words="the bishop"))
    assert marked(found, "killed") == ["2"]
    assert (found.ties, found.refused) == ([], 1)


def test_the_groups_of_a_figure_sum_to_one() -> None:
    found = placed(figure("2", 2, group="child", stance="hedged"))
    for labels, likeliest in ((GROUPS, "group:child"), (STANCES, "stance:hedged")):
        of_figure = {m.label: m.probability for m in found.marks if m.label in labels}
        assert sum(of_figure.values()) == pytest.approx(1)
        assert max(of_figure, key=lambda label: of_figure[label]) == likeliest


def test_parts_and_background_are_marked() -> None:
    found = placed(figure("2", 2, part_of=True), figure("nobody", 3, background=True))
    assert marked(found, "part_of") == ["2"]
    assert marked(found, "background") == ["nobody"]


def test_one_figure_of_two_harms_has_one_group_and_one_tie() -> None:
    found = placed(figure("2", 2, harm="abducted"), figure("2", 2, group="child"))
    assert marked(found, "abducted") == marked(found, "killed") == ["2"]
    assert len(found.ties) == 1
    assert len([mark for mark in found.marks if mark.label == "group:people"]) == 1


def test_marks_of_one_label_do_not_overlap() -> None:
    found = placed(figure("2", 2), figure("2 boys", 2))
    assert marked(found, "killed") == ["2"]


def test_every_kind_of_act_is_marked() -> None:
    found = placed(
        responsibility=[
            {"sentence": 4, "words": "The army", "within": None, "status": "denied"},
        ],
        damage=[{"sentence": 2, "words": "school", "within": None, "effect": "burned"}],
        reactions=[
            {"sentence": 1, "words": "The mayor of Oker", "within": None, "reaction": "condemned"},
            {"sentence": 1, "words": "The bishop", "within": None, "reaction": "mourned"},
        ],
    )
    assert marked(found, "responsibility:denied") == ["The army"]
    assert marked(found, "damage:burned") == ["school"]
    assert marked(found, "reaction:condemned") == ["The mayor of Oker"]
    assert found.refused == 1
