import re

from hypothesis import given
from hypothesis import strategies as st

from tollbook.extracting.situating.calendar_words import (
    MONTH_NUMBERS,
    NUMBERS,
    RELATIVE_DAYS,
    UNDATED_PHRASES,
    UNIT_DAYS,
    WEEKDAY_NUMBERS,
)
from tollbook.extracting.situating.date_rules import RULES, openings

SMALL = (
    "early late earlier later at the of in on to and since during until last this past over within "
    "course more than about around nearly almost some ago before after morning night midday noon "
    "dawn mid mid- - , . 5 14 17th 2031 1200 2031-03-07 weekend today yesterday 's days"
).split()
WORDS = st.sampled_from(
    sorted(
        {*SMALL, *MONTH_NUMBERS, *WEEKDAY_NUMBERS, *NUMBERS, *UNIT_DAYS}
        | {*RELATIVE_DAYS, *UNDATED_PHRASES}
    )
)


@given(st.lists(st.tuples(WORDS, st.sampled_from(["", " ", " ", " ", "\n "])), max_size=12))
def test_a_rule_matches_only_where_one_of_its_openers_stands(pieces: list[tuple[str, str]]) -> None:
    text = "".join(word + gap for word, gap in pieces)
    tried = {(at, number) for at, number, _ in openings(text)}
    for number, rule in enumerate(RULES):
        anywhere = re.compile(rf"(?<![\w-])(?:{rule.pattern.pattern})")
        for match in anywhere.finditer(text):
            assert (match.start(), number) in tried
