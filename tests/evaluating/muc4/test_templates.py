from tollbook.evaluating.muc4.slots import (
    CONFIDENCE,
    DATE,
    ORGANISATION,
    PERSON,
    PERSON_NUMBER,
    PLACE,
    THING_EFFECT,
)
from tollbook.evaluating.muc4.templates import Template, read_templates

KEY = r"""
;;; an invented key
0.  MESSAGE: ID                     ZZ1-MUC9-0001 (MADEUP)
1.  MESSAGE: TEMPLATE               1 (OPTIONAL)
2.  INCIDENT: DATE                  (- 03 MAY 90) / 02 MAY 90
3.  INCIDENT: LOCATION              OKER: KETTA (CITY) / OKER
4.  INCIDENT: TYPE                  KIDNAPPING
10. PERP: ORGANIZATION ID           "SORN LIBERATION ARMY" / "SLA"
                                    ? "\"RED\" GUARD"
11. PERP: ORGANIZATION CONFIDENCE   POSSIBLE / ACQUITTED: "SORN LIBERATION ARMY" / "SLA"
12. PHYS TGT: ID                    *
16. PHYS TGT: EFFECT OF INCIDENT    *
18. HUM TGT: NAME                   "ADA TORO"
21. HUM TGT: NUMBER                 1: "ADA TORO"
                                    2-: "NUNS"

0.  MESSAGE: ID                     ZZ1-MUC9-0002 (MADEUP)
1.  MESSAGE: TEMPLATE               *
2.  INCIDENT: DATE                  *
"""


def only() -> Template:
    (template,) = read_templates(KEY)["ZZ1-MUC9-0001"]
    return template


def test_a_text_that_tells_of_nothing_has_no_template() -> None:
    assert read_templates(KEY)["ZZ1-MUC9-0002"] == ()


def test_a_filler_keeps_every_way_to_write_it() -> None:
    first, second = only().of(ORGANISATION)
    assert first.options == ("SORN LIBERATION ARMY", "SLA")
    assert not first.is_optional
    assert second.options == ("RED GUARD",)
    assert second.is_optional


def test_a_filler_points_to_another() -> None:
    (confidence,) = only().of(CONFIDENCE)
    assert confidence.options == ("POSSIBLE", "ACQUITTED")
    assert confidence.referents == ("SORN LIBERATION ARMY", "SLA")


def test_a_slot_has_one_filler_a_line() -> None:
    numbers = [(n.options, n.referents) for n in only().of(PERSON_NUMBER)]
    assert numbers == [(("1",), ("ADA TORO",)), (("2-",), ("NUNS",))]
    assert [name.options for name in only().of(PERSON)] == [("ADA TORO",)]


def test_dates_and_places_lose_the_brackets_around_a_choice_and_keep_their_own() -> None:
    assert only().of(DATE)[0].options == ("- 03 MAY 90", "02 MAY 90")
    assert only().of(PLACE)[0].options == ("OKER: KETTA (CITY)", "OKER")


def test_an_inapplicable_slot_is_known_as_such() -> None:
    assert only().is_optional
    assert THING_EFFECT.number in only().inapplicable
    assert PERSON.number not in only().inapplicable


def test_tabs_of_a_system_are_read_too() -> None:
    (template,) = read_templates(
        "0.  MESSAGE: ID\t\tZZ1-MUC9-0003\n1.  MESSAGE: TEMPLATE\t1\n"
        '18. HUM TGT: NAME\t\t    "ADA TORO"\n16. PHYS TGT: EFFECT OF INCIDENT    -: "ROAD"\n'
    )["ZZ1-MUC9-0003"]
    assert template.of(PERSON)[0].options == ("ADA TORO",)
    # Empty but pointing to something: an answer to the official program.
    assert template.of(THING_EFFECT)[0].referents == ("ROAD",)
