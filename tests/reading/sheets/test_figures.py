import pytest

from tollbook.reading.sheets.figures import Told, UnreadableCell, read_people


@pytest.mark.parametrize(
    ("cell", "low", "high", "named"),
    [
        pytest.param("12", 12, 12, 12, id="a number"),
        pytest.param("0", 0, 0, 0, id="nobody is a number too"),
        pytest.param("12.0", 12, 12, 12, id="as a spreadsheet exports it"),
        pytest.param("12,0", 12, 12, 12, id="with a decimal comma"),
        pytest.param("1,200", 1200, 1200, 1200, id="thousands with a comma"),
        pytest.param("1.200", 1200, 1200, 1200, id="thousands with a point"),
        pytest.param("1 200", 1200, 1200, 1200, id="thousands with a space"),
        pytest.param("12+", 12, None, 12, id="a plus is a floor"),
        pytest.param(">= 12", 12, None, 12, id="a floor in signs"),
        pytest.param("> 70", 71, None, 70, id="more than"),
        pytest.param("10-15", 10, 15, None, id="a range"),
        pytest.param("10–15", 10, 15, None, id="a range with a dash"),
        pytest.param("at least 12", 12, None, 12, id="a floor in words"),
        pytest.param("dozens", 24, None, None, id="a vague word names no number"),
        pytest.param("twelve", 12, 12, 12, id="a number in words"),
    ],
)
def test_a_cell_says_what_its_words_allow(
    cell: str, low: int, high: int | None, named: int | None
) -> None:
    assert read_people(cell) == Told(low=low, high=high, named=named)


@pytest.mark.parametrize("cell", ["", " ", "?", "n/a", "NA", "unknown", "-", "NULL"])
def test_an_empty_cell_is_unknown_and_never_zero(cell: str) -> None:
    assert read_people(cell) is None


def test_a_word_the_mapping_calls_unknown_is_unknown() -> None:
    assert read_people("-99", ("-99",)) is None


@pytest.mark.parametrize("cell", ["-99", "12.5", "soldiers", "#REF!", "=A1+B1"])
def test_what_is_no_number_of_people_is_refused_and_quoted(cell: str) -> None:
    with pytest.raises(UnreadableCell, match="is no number of people"):
        read_people(cell)


def test_none_may_be_nobody_or_unknown_and_is_not_decided() -> None:
    with pytest.raises(UnreadableCell, match="write 0, or leave it empty"):
        read_people("None")
