from datetime import date

import pytest

from tollbook.linking.dateline import printed_on
from tollbook.linking.wording import alikeness, read_wording


def test_a_middle_name_may_be_left_out() -> None:
    full, short = (read_wording(text).names for text in ("Ansel Corv Orrin", "Ansel Orrin"))
    assert set(short) < set(full)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Police Department officials met at City Hall.", id="ordinary words"),
        pytest.param("ANSEL ORRIN DIED AT SARN.", id="a wire in capitals"),
        pytest.param("the ferry at oker", id="no capitals"),
    ],
)
def test_these_name_nobody(text: str) -> None:
    assert read_wording(text).names == ()


def test_a_language_the_table_does_not_know_has_no_rare_words() -> None:
    assert read_wording("Zwölf Menschen wurden gestern bei Oker getötet.").words == ()


def test_french_has_its_common_words_too() -> None:
    assert read_wording("Les deux hommes sont morts dans la ville, selon la police.").words


def test_ages_are_told_in_several_ways() -> None:
    told = "A 12-year-old girl, Ansel Orrin, 31, and a man aged 47 were shot; 50 watched."
    assert read_wording(told).ages == (12, 31, 47)


@pytest.mark.parametrize("text", ["Call 202-727-9099.", "It was in 2014.", "They lost $2,500."])
def test_telephone_numbers_years_and_sums_tell_nothing(text: str) -> None:
    numbers = read_wording(f"The police said so. {text}").words
    plain = read_wording("The police said so. Call. It was in. They lost.").words
    assert set(numbers) <= set(plain)


def test_the_same_words_are_as_alike_as_can_be_and_others_not_at_all() -> None:
    one = read_wording("The ferry sank in the storm off Oker.").words
    assert alikeness(one, one) == pytest.approx(1.0)
    assert alikeness(one, ()) == 0.0


@pytest.mark.parametrize(
    "text",
    [
        "4 March 2031 Two guards died.",
        "Tue Mar 4 2031 Two guards died.",
        "Last updated at Mar 042031 OKER Two guards died.",
        "04.03.2031 Two guards died.",
        "04-03-2031 Two guards died.",
        "Two guards die at Sarn Monitor AFP Tuesday 4 Mar 2031 Two guards died.",
    ],
)
def test_a_date_at_the_head_is_the_day_of_print(text: str) -> None:
    assert printed_on(text) == date(2031, 3, 4)


@pytest.mark.parametrize(
    "text",
    [
        "Two guards died on 3 March 2031.",
        "Since 3 March 2031 nobody has come.",
        "31-02-2031 Two guards died.",
        "Two guards died.",
        "",
    ],
)
def test_a_date_within_a_sentence_or_no_date_is_none(text: str) -> None:
    assert printed_on(text) is None
