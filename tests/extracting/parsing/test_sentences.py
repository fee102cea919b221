from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook.document import Role
from tollbook.extracting.parsing.sentences import sentences

BODY = "The raid on Oker began at dawn and went on until the evening, when rain fell on the hills."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Two died. Six fled.", ["Two died.", "Six fled."], id="full stops"),
        pytest.param("Who? He! Yes…", ["Who?", "He!", "Yes…"], id="other marks"),
        pytest.param("Mr. Rillen and Sgt. Belmor died.", None, id="titles end nothing"),
        pytest.param("The U.S. army left.", None, id="capitals with dots end nothing"),
        pytest.param("Ana K. Belmor died.", None, id="an initial ends nothing"),
        pytest.param("It was Feb. 3 in Oker.", None, id="a month ends nothing"),
        pytest.param("He walked 3.5 km to Oker.", None, id="a decimal point ends nothing"),
        pytest.param(
            '"Two died." He wept.', ['"Two died."', "He wept."], id="the quotation mark stays"
        ),
        pytest.param(
            "Two died. “We fled,” he said.",
            ["Two died.", "“We fled,” he said."],
            id="a quotation opens",
        ),
        pytest.param("Two died.\n\nSix fled", ["Two died.", "Six fled"], id="a blank line"),
        pytest.param(
            "Two died\nin the hills. Six fled\nto Sarn.",
            ["Two died\nin the hills.", "Six fled\nto Sarn."],
            id="hard-wrapped lines are one paragraph",
        ),
        pytest.param(
            "Two died.  == Sarn == Six fled.", ["Two died.", "Sarn", "Six fled."], id="=="
        ),
        pytest.param(" \r\n\t ", [], id="only space"),
    ],
)
def test_a_report_is_cut_into_sentences(text: str, expected: list[str] | None) -> None:
    assert [passage.text for passage in sentences(text)] == (
        [text] if expected is None else expected
    )


def test_long_lines_are_paragraphs_of_their_own() -> None:
    long = f"{BODY[:-1]}, and on the mill of Oker."
    assert [p.text for p in sentences(f"OKER -- Rain\n{long}\n{BODY}")] == [
        "OKER -- Rain",
        long,
        BODY,
    ]


def test_the_first_line_before_a_blank_one_is_the_headline() -> None:
    first, second = sentences(f"Nine dead in Oker raid\n\n{BODY}")
    assert (first.text, first.role) == ("Nine dead in Oker raid", Role.HEADLINE)
    assert second.role is Role.BODY


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(BODY, id="a single paragraph"),
        pytest.param(f"OKER, 3 MAR -- Nine died.\n\n{BODY}", id="a dateline"),
        pytest.param(f"{BODY * 4}\n\n{BODY}", id="a long first paragraph"),
    ],
)
def test_no_headline_is_made_up(text: str) -> None:
    assert all(passage.role is Role.BODY for passage in sentences(text))


def test_a_headline_repeated_at_the_start_of_the_body_is_a_sentence() -> None:
    head = "Nine villagers dead in Oker raid"
    texts = [passage.text for passage in sentences(f"{head}\n\n{head} The raid began at dawn.")]
    assert texts == [head, head, "The raid began at dawn."]


def test_the_date_line_of_a_page_is_no_part_of_the_first_sentence() -> None:
    text = "Nine dead in Oker raid\n\nPublished: Monday, March 3, 2031 Nine people died."
    assert [passage.text for passage in sentences(text)][1:] == ["Nine people died."]


def test_what_is_far_too_long_for_a_sentence_is_cut_between_words() -> None:
    rows = "Oker 12 Sarn 14 " * 1000
    cut = [passage.text for passage in sentences(rows)]
    assert " ".join(cut) == rows.strip()
    assert 2 < len(cut) < 10


@given(
    st.lists(
        st.sampled_from(["Two died.", "\n\n", "\n", " ", "Mr.", "No?", "“", "”", "🔥", "=="])
        | st.text(max_size=5)
    ).map("".join)
)
def test_sentences_stand_where_they_say_in_order(text: str) -> None:
    passages = list(sentences(text))
    for passage in passages:
        assert text[passage.start : passage.end] == passage.text
        assert passage.text.strip() == passage.text != ""
    assert all(one.end <= two.start for one, two in pairwise(passages))
