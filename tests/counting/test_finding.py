"""Quantity phrases: what each strictly entails, and where it stands."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook.claim import Form
from tollbook.counting import NotPeople, Quantity, find_quantities, read_count
from tollbook.errors import UnusableCount

EXACT, NONE, VAGUE, RANGE = Form.EXACT, Form.NONE, Form.VAGUE, Form.RANGE
AT_LEAST, MORE_THAN, UP_TO = Form.AT_LEAST, Form.MORE_THAN, Form.UP_TO
FEWER_THAN, ABOUT, NEARLY, DECADE = Form.FEWER_THAN, Form.ABOUT, Form.NEARLY, Form.DECADE

PHRASES = [
    ("31", 31, 31, EXACT, "digits"),
    ("0", 0, 0, EXACT, "a zero is a number"),
    ("two", 2, 2, EXACT, "a word"),
    ("thirty one", 31, 31, EXACT, "two words without hyphen"),
    ("twenty-four", 24, 24, EXACT, "two words with hyphen"),
    ("two hundred and fifty-three", 253, 253, EXACT, "words with and"),
    ("two hundred fifty", 250, 250, EXACT, "words without and"),
    ("one hundred thousand", 100_000, 100_000, EXACT, "a scale on a scale"),
    ("a hundred", 100, 100, EXACT, "an article before a scale"),
    ("hundred", 100, 100, EXACT, "a headline's bare scale"),
    ("1,400", 1400, 1400, EXACT, "a thousands comma"),
    ("1400", 1400, 1400, EXACT, "a stripped comma"),
    ("1, 400", 1400, 1400, EXACT, "a comma torn off by a web page"),
    ("1 400", 1400, 1400, EXACT, "a space for thousands"),
    ("1\u202f400", 1400, 1400, EXACT, "a narrow space for thousands"),
    ("1,20,000", 120_000, 120_000, EXACT, "Indian grouping"),
    ("10.000", 10_000, 10_000, EXACT, "a point for thousands"),
    ("1.5 million", 1_500_000, 1_500_000, EXACT, "a decimal of a scale"),
    ("six million", 6_000_000, 6_000_000, EXACT, "a word and a scale"),
    ("2 lakh", 200_000, 200_000, EXACT, "a lakh"),
    ("a dozen", 12, 12, EXACT, "a dozen"),
    ("two dozen", 24, 24, EXACT, "two dozen"),
    ("half a dozen", 6, 6, EXACT, "half a dozen"),
    ("half a million", 500_000, 500_000, EXACT, "half a million"),
    ("both", 2, 2, EXACT, "both"),
    ("a couple", 2, 2, EXACT, "a couple"),
    ("a couple of dozen", 24, 24, EXACT, "a couple of dozen"),
    ("a pair of", 2, 2, EXACT, "a pair"),
    ("a single", 1, 1, EXACT, "a single"),
    ("a score of", 20, 20, EXACT, "a score is twenty"),
    ("all four", 4, 4, EXACT, "all of a number"),
    ("a total of 37", 37, 37, EXACT, "a total"),
    ("only three", 3, 3, EXACT, "only"),
    ("at least 31", 31, None, AT_LEAST, "at least"),
    ("AT LEAST 607", 607, None, AT_LEAST, "upper case"),
    ("At Least Six", 6, None, AT_LEAST, "title case"),
    ("at\nleast 12", 12, None, AT_LEAST, "a line break inside the bound"),
    ("no fewer than 12", 12, None, AT_LEAST, "no fewer than"),
    ("12 or more", 12, None, AT_LEAST, "or more after the number"),
    ("50+", 50, None, AT_LEAST, "a plus sign"),
    ("50-plus", 50, None, AT_LEAST, "plus after a hyphen"),
    ("at least about 50", 45, None, AT_LEAST, "a bound on an approximation"),
    ("more than 70", 71, None, MORE_THAN, "more than"),
    ("MORE\nTHAN 100", 101, None, MORE_THAN, "more than across lines"),
    ("over 60", 61, None, MORE_THAN, "over"),
    ("more than a dozen", 13, None, MORE_THAN, "more than a dozen"),
    ("more than two hundred", 201, None, MORE_THAN, "more than words"),
    ("more than a quarter of a million", 250_001, None, MORE_THAN, "more than a fraction"),
    ("in excess of 1,000", 1001, None, MORE_THAN, "in excess of"),
    ("up to 20", 0, 20, UP_TO, "up to"),
    ("as many as 20", 0, 20, UP_TO, "as many as"),
    ("as high as 350", 0, 350, UP_TO, "as high as"),
    ("not more than 5", 0, 5, UP_TO, "not more than"),
    ("no more than five", 0, 5, UP_TO, "no more than"),
    ("up to several dozen", 0, None, UP_TO, "a ceiling without a number"),
    ("fewer than 10", 0, 9, FEWER_THAN, "fewer than"),
    ("under a hundred", 0, 99, FEWER_THAN, "under"),
    ("about 50", 45, 55, ABOUT, "about"),
    ("about 15", 14, 16, ABOUT, "about rounds to whole people, halves inwards"),
    ("around six million", 5_400_000, 6_600_000, ABOUT, "around"),
    ("approximately 130", 117, 143, ABOUT, "approximately"),
    ("an estimated 900", 810, 990, ABOUT, "an estimate"),
    ("some 60", 54, 66, ABOUT, "some before a number"),
    ("some two dozen", 22, 26, ABOUT, "some before words"),
    ("around 12 to 15", 11, 16, ABOUT, "about a range"),
    ("a hundred or so", 90, 110, ABOUT, "or so"),
    ("nearly 100", 90, 100, NEARLY, "nearly"),
    ("almost 1000", 900, 1000, NEARLY, "almost"),
    ("close to 100", 90, 100, NEARLY, "close to"),
    ("nearly 58", 52, 58, NEARLY, "nine tenths, rounded"),
    ("between 4 and 9", 4, 9, RANGE, "between"),
    ("4 to 9", 4, 9, RANGE, "to"),
    ("4-9", 4, 9, RANGE, "a hyphen"),
    ("15 – 20", 15, 20, RANGE, "a dash with spaces"),
    ("two or three", 2, 3, RANGE, "or"),
    ("10 to 12 million", 10_000_000, 12_000_000, RANGE, "a scale for both ends"),
    ("in the 70s", 70, 79, DECADE, "a decade of figures"),
    ("in the seventies", 70, 79, DECADE, "a decade of words"),
    ("dozens", 24, None, VAGUE, "dozens"),
    ("scores", 40, None, VAGUE, "scores"),
    ("hundreds", 200, None, VAGUE, "hundreds"),
    ("thousands", 2000, None, VAGUE, "thousands"),
    ("millions", 2_000_000, None, VAGUE, "millions"),
    ("tens", 20, None, VAGUE, "tens"),
    ("tens of thousands", 20_000, None, VAGUE, "tens of thousands"),
    ("scores of thousands", 40_000, None, VAGUE, "scores of thousands"),
    ("hundreds of thousands", 200_000, None, VAGUE, "hundreds of thousands"),
    ("several", 3, None, VAGUE, "several"),
    ("several dozen", 36, None, VAGUE, "several dozen"),
    ("a few", 3, None, VAGUE, "a few"),
    ("a few hundred", 300, None, VAGUE, "a few hundred"),
    ("many", 3, None, VAGUE, "many"),
    ("numerous", 3, None, VAGUE, "numerous"),
    ("a lot of", 3, None, VAGUE, "a lot"),
    ("a large number of", 3, None, VAGUE, "a large number"),
    ("a number of", 2, None, VAGUE, "a number"),
    ("an undetermined number", 2, None, VAGUE, "an undetermined number"),
    ("some", 2, None, VAGUE, "some alone"),
    ("multiple", 2, None, VAGUE, "multiple"),
    ("various", 2, None, VAGUE, "various"),
    ("most", 2, None, VAGUE, "most without a whole"),
    ("no", 0, 0, NONE, "no"),
    ("none", 0, 0, NONE, "none"),
    ("nobody", 0, 0, NONE, "nobody"),
    ("no one", 0, 0, NONE, "no one"),
    ("not a single", 0, 0, NONE, "not a single"),
    ("without any", 0, 0, NONE, "without any"),
    ("two-thirds of the 30", 20, 20, EXACT, "a share that comes out even"),
    ("half of the 30", 15, 15, EXACT, "half of a number"),
    ("half the 30", 15, 15, EXACT, "half without of"),
    ("half of 31", 15, 16, RANGE, "a share that does not come out even"),
    ("more than half of the 30", 16, 30, MORE_THAN, "a share cannot exceed its whole"),
    ("most of 39", 20, 39, RANGE, "most of a number"),
    ("12 more", 12, 12, EXACT, "more people"),
    ("another 12", 12, 12, EXACT, "another so many"),
    ("another", 1, 1, EXACT, "another alone"),
    ("12 others", 12, 12, EXACT, "others"),
    ("at least 12 others", 12, None, AT_LEAST, "others under a bound"),
    ("a further eight", 8, 8, EXACT, "a further so many"),
]


@pytest.mark.parametrize(
    ("words", "low", "high", "form"),
    [pytest.param(*row, id=name) for *row, name in PHRASES],
)
def test_a_phrase_entails_what_its_words_say(
    words: str, low: int, high: int | None, form: Form
) -> None:
    count = read_count(words)
    assert (count.low, count.high, count.form) == (low, high, form)
    assert count.words.text == words


@pytest.mark.parametrize(
    "words", [pytest.param(words, id=name) for words, *_, name in PHRASES if words != "half of 31"]
)
def test_a_phrase_reads_the_same_inside_a_sentence(words: str) -> None:
    sentence = f"Residents of Ossaru said {words} people were wounded."
    alone, inside = find_quantities(words)[0], find_quantities(sentence)[0]
    assert (inside.low, inside.high, inside.form) == (alone.low, alone.high, alone.form)
    assert sentence[inside.start : inside.end] == words[alone.start : alone.end]


STATED = [
    ("more than 70", 70, None, "a bound names its number"),
    ("more than a dozen", 12, None, "a dozen is a number"),
    ("dozens", None, "dozens", "a vague word is a term, not a number"),
    ("several dozen", None, "several dozen", "a compound term"),
    ("hundreds of thousands", None, "hundreds of thousands", "a plural of a plural"),
    ("lots of", None, "a lot", "variants share the term of the policies"),
    ("between 4 and 9", None, None, "a range names two numbers, none of them the number"),
    ("no one", 0, None, "nobody is zero"),
]


@pytest.mark.parametrize(
    ("words", "stated", "term"), [pytest.param(*row, id=name) for *row, name in STATED]
)
def test_a_count_keeps_the_number_or_the_vague_word(
    words: str, stated: int | None, term: str | None
) -> None:
    count = read_count(words)
    assert (count.stated, count.term) == (stated, term)


@pytest.mark.parametrize(
    ("words", "is_additional"),
    [
        ("12 more", True),
        ("another 12", True),
        ("two others", True),
        ("the other two", True),
        ("an additional five", True),
        ("more than 12", False),
        ("12 or more", False),
        ("12", False),
    ],
)
def test_more_people_are_marked_as_on_top_of_another_figure(
    words: str, is_additional: bool
) -> None:
    assert read_count(words).is_additional is is_additional


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("soldiers", id="a bare plural"),
        pytest.param("a soldier", id="an article and a noun"),
        pytest.param("12 and 13", id="two figures"),
        pytest.param("killed 12", id="words around the figure"),
        pytest.param("12 km", id="a distance"),
        pytest.param("", id="nothing"),
    ],
)
def test_words_that_are_no_quantity_are_an_error_that_quotes_them(words: str) -> None:
    with pytest.raises(UnusableCount, match="does not read as a number of people") as caught:
        read_count(words)
    assert repr(words) in str(caught.value)


def phrases(text: str) -> list[str]:
    return [text[found.start : found.end] for found in find_quantities(text)]


FOUND = [
    ("At least 5 died and 9 were hurt.", ["At least 5", "9"], "a bound holds for its own figure"),
    ("“hundreds” of shells fell", ["hundreds"], "quotation marks stay outside"),
    ("The toll rose from 12 to 15.", ["12", "15"], "a change is two figures"),
    ("From 12 to 15 men came.", ["12 to 15"], "from … to is a range"),
    ("1.2m people fled 12m away", ["1.2m", "12"], "a glued scale before people"),
    ("12 — 5 of them girls — died", ["12", "5"], "a dash of punctuation is no range"),
    ("Nobody\n\n12 died", ["Nobody", "12"], "a blank line parts phrases"),
    ("It hurt about\n\n12 of us", ["12"], "no bound reaches across a blank line"),
    ("He no longer knew how many died.", [], "idioms count nothing"),
    ("No, she said.", [], "no as an answer"),
    ("It hurt nobody. It killed none, they said.", ["nobody", "none"], "nobody at a full stop"),
    ("Most recent raids, the most violent", [], "most as an adverb"),
    ("one another", [], "one another"),
    ("one of the dead", ["one"], "one of"),
    ("On March 3, 200 people fled", ["3", "200"], "a day is not joined to a count"),
    ("a third man died, a third of the men fled", ["a third"], "an ordinal is no share"),
]


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(*row, id=name) for *row, name in FOUND]
)
def test_the_phrases_of_a_text(text: str, expected: list[str]) -> None:
    assert phrases(text) == expected


def test_a_part_points_at_its_whole_which_is_a_quantity_of_its_own() -> None:
    text = "They named 81 of the 100 dead."
    part, whole = find_quantities(text)
    assert (part.low, part.high, whole.low) == (81, 81, 100)
    assert part.whole == (whole.start, whole.end)
    assert text[part.start : part.end] == "81"
    assert whole.whole is None


def test_most_of_them_looks_back_at_the_figure_before() -> None:
    text = "At least 23 people, most of them farmers, died."
    whole, part = find_quantities(text)
    assert (part.low, part.high) == (12, None)
    assert part.whole == (whole.start, whole.end)


def test_one_of_them_has_no_whole() -> None:
    (found,) = find_quantities("One of them died.")
    assert (found.low, found.high, found.whole) == (1, 1, None)


numbers = st.integers(min_value=0, max_value=10**9)
letters = st.characters(categories=("Lu", "Ll", "Mn", "So", "Po", "Zs"), exclude_characters="ſıͅ")
scripts = st.sampled_from(["שלום ", "مرحبا ", "😀 ", "e\u0301te\u0301 ", "𝒜 ", "\u200f"])


@given(numbers)
def test_a_number_with_separators_reads_back_as_itself(number: int) -> None:
    assert read_count(f"{number:,}").low == read_count(f"at least {number:,}").low == number


@given(numbers)
def test_a_number_spelled_out_reads_back_as_itself(number: int) -> None:
    assert read_count(spelled(number)).low == number


@given(st.lists(st.sampled_from([row[0] for row in PHRASES] + ["killed", "people", ",", "."])))
def test_phrases_stand_in_order_and_overlap_only_with_their_whole(words: list[str]) -> None:
    found = find_quantities(" ".join(words))
    for before, after in pairwise(found):
        assert before.start < after.start
        assert before.end <= after.start or before.whole == (after.start, after.end)


@given(st.lists(st.sampled_from([row[0] for row in PHRASES] + ["killed", "may", "march", "ali,"])))
def test_upper_casing_a_text_never_changes_the_figures(words: list[str]) -> None:
    text = " ".join(words)
    assert figures(text.upper()) == figures(text)


@given(scripts, scripts)
def test_other_scripts_around_a_number_leave_its_place_right(before: str, after: str) -> None:
    text = f"{before} at least 12 {after}"
    (found,) = find_quantities(text)
    assert text[found.start : found.end] == "at least 12"


@given(st.text(letters))
def test_any_text_can_be_searched(text: str) -> None:
    for found in find_quantities(text):
        assert 0 <= found.start < found.end <= len(text)


@given(st.text(st.characters(categories=("Nd", "Lu", "Ll", "Pd", "Po", "Zs")), max_size=30))
def test_digits_of_any_script_can_be_searched(text: str) -> None:
    for found in find_quantities(text):
        assert found.low >= 0
        assert any(unicodedata.category(c)[0] in "LN" for c in text[found.start : found.end])


def figures(text: str) -> list[tuple[int, int | None, Form, NotPeople | None]]:
    found: list[Quantity] = find_quantities(text)
    return [(one.low, one.high, one.form, one.not_people) for one in found]


UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def spelled(number: int) -> str:
    if number < 20:
        return UNITS[number]
    if number < 100:
        tens, rest = divmod(number, 10)
        return TENS[tens - 2] + (f"-{UNITS[rest]}" if rest else "")
    scales = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))
    size, name = next((size, name) for size, name in scales if size <= number)
    count, rest = divmod(number, size)
    joiner = " and " if rest < 100 else " "
    return f"{spelled(count)} {name}" + (joiner + spelled(rest) if rest else "")
