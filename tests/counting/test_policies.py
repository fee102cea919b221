"""What coding policies make of words, by the tables in `number_policies.toml`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook.claim import Count, Form
from tollbook.counting import policies, policy_named, read_count, under
from tollbook.document import Words
from tollbook.errors import UnusableCount

READINGS = [
    ("dozens", "acled", (None, 12, None), "ACLED takes the smallest dozens"),
    ("tens", "acled", (None, 10, None), "ACLED takes the smallest tens"),
    ("hundreds", "acled", (None, 100, None), "ACLED takes the smallest hundreds"),
    ("more than a dozen", "acled", (None, 12, None), "ACLED stays at the number named"),
    ("between 4 and 9", "acled", (None, 4, None), "ACLED takes the most conservative"),
    ("in the 70s", "acled", (None, 70, None), "ACLED takes the start of the decade"),
    ("dozens", "ucdp", (24, 24, 24), "UCDP counts two dozen"),
    ("scores", "ucdp", (40, 40, 40), "UCDP counts two score"),
    ("over 100", "ucdp", (101, 101, 101), "UCDP goes one above the number"),
    ("in the 70s", "ucdp", (70, 70, 79), "UCDP spans the decade"),
    ("up to 20", "ucdp", (None, None, 20), "UCDP has no best for a ceiling"),
    ("scores", "nextier", (None, 20, None), "Nextier reads one score"),
    ("tens", "nextier", (None, 11, None), "Nextier reads eleven"),
    ("numerous", "nextier", (None, 10, None), "Nextier reads ten"),
    ("dozens", "airwars", (None, None, None), "Airwars published no rule for vague words"),
    ("between 4 and 9", "airwars", (4, None, 9), "Airwars has a minimum and a maximum"),
    ("at least 12", "plain", (12, None, None), "plain keeps what is entailed"),
    ("dozens", "plain", (24, None, None), "plain knows no best for a vague word"),
    ("no one", "ucdp", (0, 0, 0), "nobody is a zero under a policy"),
    ("multiple", "acled", (None, None, None), "a word no table lists has no figure"),
]


@pytest.mark.parametrize(
    ("words", "policy", "figures"), [pytest.param(*row, id=name) for *row, name in READINGS]
)
def test_a_policy_reads_words_by_its_table(
    words: str, policy: str, figures: tuple[int | None, int | None, int | None]
) -> None:
    assert under(read_count(words), policy) == figures


@pytest.mark.parametrize("policy", policies())
@given(number=st.integers(min_value=0, max_value=10**6))
def test_every_policy_takes_a_plain_number_as_it_is(policy: str, number: int) -> None:
    given_figures = [one for one in under(read_count(str(number)), policy) if one is not None]
    assert given_figures
    assert set(given_figures) == {number}


@pytest.mark.parametrize("policy", policies())
def test_low_best_and_high_stand_in_order(policy: str) -> None:
    for words in ("about 50", "nearly 100", "fewer than 10", "4 to 9", "several", "12"):
        figures = [one for one in under(read_count(words), policy) if one is not None]
        assert figures == sorted(figures)


@pytest.mark.parametrize("policy", policies())
def test_every_rule_says_how_we_know_it(policy: str) -> None:
    table = policy_named(policy)
    assert table.version
    assert table.source
    rules = [*table.forms.values(), *table.terms.values()]
    assert {rule.evidence for rule in rules} <= {"verified", "recalled", "derived"}
    assert set(table.forms) <= {form.value for form in Form}


def test_a_bare_plural_is_read_where_a_policy_reads_it() -> None:
    words = Words(text="soldiers", start=0, end=8)
    count = Count(low=2, high=None, words=words, form=Form.VAGUE, term="bare plural")
    assert under(count, "nextier") == (None, 1, None)


def test_an_unknown_policy_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(UnusableCount, match=r"'wishful'.*plain, acled"):
        under(read_count("12"), "wishful")
