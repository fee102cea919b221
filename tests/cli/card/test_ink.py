import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook.cli.card.ink import (
    BOLD,
    END,
    MARK,
    bold,
    coloured,
    dim,
    marked,
    padded,
    plain,
    width,
    wrapped,
)
from tollbook.drawing.wording import clean


@pytest.mark.parametrize(
    ("spans", "text"),
    [
        pytest.param([], "12 of 30", id="nothing"),
        pytest.param([(0, 2), (6, 8)], "«12» of «30»", id="two"),
        pytest.param([(6, 8), (0, 2)], "«12» of «30»", id="in any order"),
        pytest.param([(0, 5), (3, 8)], "«12 of 30»", id="overlapping"),
        pytest.param([(0, 2), (0, 2)], "«12» of 30", id="twice the same"),
        pytest.param([(0, 8)], "«12 of 30»", id="all of it"),
    ],
)
def test_words_are_marked(spans: list[tuple[int, int]], text: str) -> None:
    assert plain(marked("12 of 30", spans)) == text


def test_marks_stand_right_after_characters_outside_the_basic_plane() -> None:
    assert plain(marked("🙂 e\u0301 12", [(5, 7)])) == "🙂 e\u0301 «12»"


@given(st.text(), st.integers(0, 30))
def test_no_line_is_too_wide_and_no_word_is_lost(text: str, indent: int) -> None:
    safe = clean(text)
    lines = wrapped(safe, indent=" " * indent)
    assert all(width(line) <= 80 for line in lines)
    assert "".join("".join(lines).split()) == "".join(safe.split())


def test_the_hanging_indent_begins_every_line_but_the_first() -> None:
    first, second = wrapped("word " * 20, indent="1. ", hanging="   ")
    assert first.startswith("1. word")
    assert second.startswith("   word")


@pytest.mark.parametrize(
    ("text", "columns", "shown"),
    [
        ("Oker", 6, "Oker  "),
        ("Oker Daily", 6, "Oker…"),
        ("火火火火", 6, "火火… "),
        (bold("Oker"), 6, f"{BOLD}Oker{END}  "),
    ],
)
def test_a_text_is_filled_or_cut_to_its_column(text: str, columns: int, shown: str) -> None:
    assert padded(text, columns).rstrip() == shown.rstrip()
    assert width(padded(text, columns)) == columns


def test_a_style_that_runs_on_starts_again_after_the_indent() -> None:
    lines = coloured([f"  {MARK}at least", "  12\ue002 people"])
    assert lines == ["  \x1b[1;33mat least\x1b[0m", "  \x1b[1;33m12\x1b[0m people"]


def test_plain_writing_has_marks_and_no_other_style() -> None:
    assert plain(f"{bold('killed')} {dim('said')} {marked('12', [(0, 2)])}  ") == "killed said «12»"
