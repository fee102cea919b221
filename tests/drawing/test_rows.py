from dataclasses import replace

from tollbook.claim import Attribution, Group, TollClaim
from tollbook.cli.card.numbering import Numbering
from tollbook.drawing.rows import rows_of
from tollbook.incident import Incident
from tollbook.toll import Toll


def test_parties_stand_apart_and_after_everybody_else(oker: Incident, killed: Toll) -> None:
    rows = rows_of(killed, oker, Numbering(oker.accounts).claims)
    assert [(row.section, row.is_set_aside) for row in rows] == [
        ("the reports themselves", True),
        ("hospitals and medics", False),
        ("monitors and aid groups", False),
        ("monitors and aid groups", False),
        ("party: military", True),
    ]


def test_one_said_to_have_done_it_stands_under_that_heading(oker: Incident, killed: Toll) -> None:
    told = replace(oker, perpetrators=("soldiers of the army",))
    rows = rows_of(killed, told, Numbering(told.accounts).claims)
    assert rows[-1].section == "named as perpetrator"
    assert rows[-1].name == "The army"


def test_a_monitor_named_for_the_country_is_no_perpetrator(oker: Incident, killed: Toll) -> None:
    told = replace(oker, perpetrators=("Vell",))
    rows = rows_of(killed, told, Numbering(told.accounts).claims)
    assert {row.section for row in rows if "Vell Monitor" in row.name} == {
        "monitors and aid groups"
    }


def test_one_voice_that_says_one_thing_twice_is_one_row(
    oker: Incident, killed: Toll, tolls_claimed: dict[str, TollClaim]
) -> None:
    nurse = tolls_claimed["nurse"]
    copy = replace(nurse, imprint=replace(nurse.imprint, document_id="0", name="copy.txt"))
    accounts = (*oker.accounts, replace(oker.accounts[0], imprint=copy.imprint, claims=(copy,)))
    told = replace(oker, accounts=accounts)
    nurses = replace(killed.voices[0], claim_ids=(nurse.id, copy.id))
    voices = (nurses, *killed.voices[1:])
    twice = replace(killed, counted=(*killed.counted, copy.id), voices=voices)
    numbering = Numbering(told.accounts)
    (row,) = [row for row in rows_of(twice, told, numbering.claims) if row.name == "a nurse"]
    assert set(row.claim_ids) == {nurse.id, copy.id}


def test_a_headline_stands_under_the_source_it_sums_up(
    oker: Incident, killed: Toll, tolls_claimed: dict[str, TollClaim]
) -> None:
    nurse = tolls_claimed["nurse"]
    headline = replace(
        nurse,
        attribution=Attribution(),
        count=replace(nurse.count, words=nurse.sentence, low=10),
    )
    accounts = (replace(oker.accounts[0], claims=(headline, nurse)), *oker.accounts[1:])
    told = replace(oker, accounts=accounts)
    one = replace(killed.voices[0], claim_ids=(headline.id, nurse.id))
    toll = replace(killed, counted=(headline.id, *killed.counted), voices=(one, *killed.voices[1:]))
    rows = rows_of(toll, told, Numbering(told.accounts).claims)
    (row,) = [row for row in rows if headline.id in row.claim_ids]
    assert (row.section, row.name) == ("hospitals and medics", "a nurse")
    assert nurse.id in row.claim_ids


def test_people_counted_by_nobody_here_are_not_drawn(oker: Incident, killed: Toll) -> None:
    children = replace(killed, group=Group.CHILD)
    rows = rows_of(children, oker, Numbering(oker.accounts).claims)
    assert not any(row.is_set_aside for row in rows)
    assert [row.name for row in rows] == [
        "people: a nurse",
        "the Vell Monitor",
        "people: the Vell Monitor",
    ]
