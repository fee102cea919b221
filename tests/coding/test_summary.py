from tollbook.claim import Harm, Stance
from tollbook.coding.summary import summarise
from tollbook.testing import account, claim


def test_nothing_claimed_sums_up_to_nothing() -> None:
    assert set(summarise([], Harm.KILLED).values()) == {0}


def test_the_top_is_the_largest_figure_of_the_main_incident() -> None:
    claims = [claim("two"), claim("four"), claim("nine", harm=Harm.INJURED)]
    assert summarise([account(claims)], Harm.KILLED)["top"] == 4


def test_a_part_of_a_figure_is_no_figure_of_its_own() -> None:
    found = summarise([account([claim("four"), claim("nine", part_of=True)])], Harm.KILLED)
    assert (found["top"], found["parts"]) == (4, 9)


def test_what_is_denied_counts_nowhere() -> None:
    denied = claim("four", source="the army", stance=Stance.DENIED)
    assert summarise([account([denied])], Harm.KILLED)["anywhere"] == 0


def test_another_incident_and_the_background_are_looked_at_only_as_such() -> None:
    accounts = [
        account([claim("one")]),
        account([claim("27", incident="background")], label="background"),
    ]
    found = summarise(accounts, Harm.KILLED)
    assert (found["top"], found["anywhere"]) == (1, 27)
