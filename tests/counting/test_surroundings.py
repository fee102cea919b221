"""Numbers that count no people, and their look-alikes that do."""

import pytest

from tollbook.counting import NotPeople, find_quantities

KINDS = [
    ("a 12-year-old girl", "age", "an age with hyphens"),
    ("he was 12 years old", "age", "an age in words"),
    ("men aged 30", "age", "aged"),
    ("Ama Sorel, 34, a nurse", "age", "an age after a name"),
    ("Ama Sorel, 34.", "age", "an age at the end of a sentence"),
    ("Ama Sorel (34) said", "age", "an age in brackets"),
    ("AMA SOREL, 34, WHO", "age", "an age in upper case"),
    ("her brother, now 20, fled", "age", "now so old"),
    ("a woman in her 30s", "age", "an age by decades"),
    ("children under five", "age", "an age limit"),
    ("a club for under 18s", "age", "an age limit in the plural"),
    ("her sons, ages 8 and 11", "age", "a list of ages"),
    ("on May 17", "date", "a month before"),
    ("on Sept. 17", "date", "an abbreviated month"),
    ("on 17 May", "date", "a month after"),
    ("since 21 May have killed", "date", "May is a month after since"),
    ("the 4th of April", "ordinal", "an ordinal day"),
    ("in 2014", "date", "a year after in"),
    ("the 2014 attack", "date", "a year that is not round"),
    ("in March 2016 militants came", "date", "a year after a month"),
    ("BOSSANGA, 21 MAR 89", "date", "a dateline"),
    ("on 11, 12 and 13 June", "date", "a list of days"),
    ("from 1999-2004", "date", "a span of years"),
    ("31-08-2014", "date", "a date of digits"),
    ("at 10:30", "clock_time", "a time with a colon"),
    ("at 10 a.m.", "clock_time", "a time with a.m."),
    ("at 1545 the bomb", "clock_time", "a military time"),
    ("at 0600", "clock_time", "a time with a leading zero"),
    ("at 1200 GMT", "clock_time", "a time with a zone"),
    ("three days", "duration", "days"),
    ("a 12-hour siege", "duration", "hours with a hyphen"),
    ("several months", "duration", "vague months"),
    ("$3 million", "money", "a currency sign"),
    ("25 million pesos", "money", "a currency"),
    ("12 percent", "percent", "percent"),
    ("12%", "percent", "a percent sign"),
    ("about 30 kilometers", "distance", "a distance under a bound"),
    ("hundreds of kilometres", "distance", "a vague distance"),
    ("12km", "distance", "a glued unit"),
    ("250 kg", "size", "a weight"),
    ("7.62 mm rounds", "calibre", "a calibre"),
    ("40 degrees", "temperature", "a temperature"),
    ("AK-47 rifles", "name", "a rifle"),
    ("an F-16", "name", "a plane"),
    ("an M16", "name", "a name without hyphen"),
    ("the 5th Brigade", "formation", "a numbered brigade"),
    ("Battalion 12", "formation", "a battalion's number"),
    ("the 104th anniversary", "ordinal", "an ordinal"),
    ("Resolution 435", "label", "a resolution"),
    ("No. 2", "label", "number two"),
    ("the 3600 block", "address", "a block"),
    ("at 12 Elm Street", "address", "a street"),
    ("three times", "times", "times"),
    ("twice", "times", "twice"),
    ("won 3-1", "score", "a score"),
    ("a vote of 5 to 4", "score", "a vote"),
    ("call 510-238-3326", "phone", "a telephone number"),
    ("called 911", "phone", "the emergency number"),
    ("a mother of three", "kinship", "a mother of three"),
    ("a two-story house", "compound", "a compound"),
]


@pytest.mark.parametrize(
    ("text", "kind"), [pytest.param(text, kind, id=name) for text, kind, name in KINDS]
)
def test_a_number_that_counts_no_people_says_what_it_counts(text: str, kind: str) -> None:
    found = find_quantities(text)
    assert found
    assert {one.not_people for one in found} == {NotPeople(kind)}


PEOPLE = [
    ("killed 2000 people", "a round number before people"),
    ("2014 soldiers were freed", "an exact number before soldiers"),
    ("in August 21 people died", "a count after a month"),
    ("12 may have died", "may as a verb"),
    ("killed 12 in March", "a month that is not beside the number"),
    ("three police officers", "a plain count"),
    ("Ama Sorel, 34 soldiers and a nurse", "a count after a name"),
    ("at 1500 people", "a count after at"),
    ("12 of the dead", "a part"),
    ("no soldiers", "nobody"),
    ("on the bus 12 people", "a count after a word that can be numbered"),
    ("a total of 911 people", "as many people as the emergency number"),
]


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for text, name in PEOPLE])
def test_a_number_that_could_be_people_is_not_explained_away(text: str) -> None:
    assert find_quantities(text)[0].not_people is None
