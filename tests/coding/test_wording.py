import pytest

from tollbook.coding.wording import LEAD, READ_AS_FAR_AS, read_wording


def test_words_and_pairs_are_terms_and_those_of_the_lead_stand_twice() -> None:
    terms = read_wording("A man was shot. He died").terms
    assert {"shot", "^shot", "was shot", "^was shot"} <= terms


def test_no_pair_reaches_over_the_end_of_a_sentence() -> None:
    assert "shot he" not in read_wording("A man was shot. He died").terms


def test_what_stands_below_the_lead_is_no_term_of_the_lead() -> None:
    terms = read_wording("word " * LEAD + "died").terms
    assert "died" in terms
    assert "^died" not in terms


def test_nobody_reads_to_the_end_of_a_long_article() -> None:
    assert "died" not in read_wording("word " * READ_AS_FAR_AS + "died").terms


def test_figures_are_all_one_term_and_ages_another() -> None:
    terms = read_wording("Police found 17 casings and a 24-year-old man").terms
    assert {"# casings", "<age> man"} <= terms
    assert "24-year-old" not in terms


@pytest.mark.parametrize(
    ("text", "company", "number"),
    [
        pytest.param("Two men were shot", "shot", 2, id="a number word"),
        pytest.param("3 people were killed", "killed", 3, id="digits"),
        pytest.param("A woman was wounded", "wounded", 1, id="an article"),
        pytest.param("The gunman shot four people", "after shot", 4, id="harm before"),
        pytest.param("Two fled. Police shot nobody", "shot", None, id="another sentence"),
    ],
)
def test_a_number_is_known_by_the_words_beside_it(
    text: str, company: str, number: int | None
) -> None:
    assert read_wording(text).first(company) == number


def test_the_largest_number_beside_a_word_need_not_be_the_first() -> None:
    wording = read_wording("One man was shot. Three people were shot in all.")
    assert (wording.first("shot"), wording.largest("shot")) == (1, 3)


def test_one_age_told_twice_is_one_person() -> None:
    text = "A 24-year-old was shot. The 24-year-old and Ibarra, 31, are in hospital."
    assert read_wording(text).ages == 2
