"""Codes and sides of an incident out of several reports: the majority, never a coin."""

from dataclasses import replace

from tollbook.actor import Actor, Role, Side, Standing
from tollbook.document import Words
from tollbook.event import Code, EventCodes
from tollbook.linking.codes import codes_of, sides_of_all

UNSAID = Code(value=None, rule="no words for it")
NOTHING = EventCodes(
    acled_type=UNSAID,
    acled_sub_type=UNSAID,
    ucdp_violence=UNSAID,
    ucdp_dyad=UNSAID,
    plover_event=UNSAID,
    plover_mode=UNSAID,
    weapon=UNSAID,
    protected=UNSAID,
)


def words(text: str) -> Words:
    return Words(text=text, start=0, end=len(text))


def weapon(value: str) -> EventCodes:
    return replace(NOTHING, weapon=Code(value=value, words=(words(value),), rule="named"))


def side(text: str, standing: Standing, actor: Actor | None = None) -> Side:
    return Side(words=words(text), role=Role.ATTACKED, standing=standing, actor=actor)


FRONT = Actor(id="tarn-front", name="Tarn Front", sector="REB", inter=2)


def test_no_report_coded_is_no_codes() -> None:
    assert codes_of([]) is None


def test_what_most_reports_say_is_taken_with_its_words() -> None:
    found = codes_of([weapon("mortar"), weapon("drone"), NOTHING, weapon("drone")])
    assert found is not None
    assert (found.weapon.value, found.weapon.words[0].text) == ("drone", "drone")


def test_reports_that_differ_evenly_leave_it_undetermined_and_say_why() -> None:
    found = codes_of([weapon("mortar"), weapon("drone")])
    assert found is not None
    assert (found.weapon.value, found.weapon.rule) == (None, "reports differ: drone or mortar")


def test_one_actor_under_two_names_is_one_side() -> None:
    told = [[side("the Front", Standing.SUSPECTED, FRONT)], [side("TF", Standing.STATED, FRONT)]]
    (found,) = sides_of_all(told)
    assert (found.words.text, found.standing) == ("TF", Standing.STATED)


def test_a_side_that_denies_stays_contested_whatever_others_say() -> None:
    told = [[side("the Front", Standing.DECLARED, FRONT)], [side("TF", Standing.CONTESTED, FRONT)]]
    (found,) = sides_of_all(told)
    assert found.standing is Standing.CONTESTED


def test_sides_without_a_known_actor_are_told_apart_by_their_words() -> None:
    told = [[side("gunmen", Standing.STATED)], [side("Gunmen", Standing.STATED)]]
    assert len(sides_of_all(told)) == 1
    told.append([side("raiders", Standing.STATED)])
    assert [found.words.text for found in sides_of_all(told)] == ["gunmen", "raiders"]
