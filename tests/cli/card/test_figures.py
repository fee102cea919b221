from dataclasses import replace

from tollbook.claim import Group, TollClaim
from tollbook.cli.card.figures import figure, rows_of, rulings_in_lines
from tollbook.cli.card.ink import plain
from tollbook.cli.card.numbering import Numbering
from tollbook.incident import Incident
from tollbook.toll import Ruling, Toll


def test_parties_stand_apart_and_after_everybody_else(oker: Incident, killed: Toll) -> None:
    rows = rows_of(killed, oker, Numbering(oker.accounts))
    assert [(row.section, row.is_set_aside) for row in rows] == [
        ("the reports themselves", True),
        ("hospitals and medics", False),
        ("monitors and aid groups", False),
        ("monitors and aid groups", False),
        ("party: military", True),
    ]


def test_one_said_to_have_done_it_stands_under_that_heading(oker: Incident, killed: Toll) -> None:
    told = replace(oker, perpetrators=("soldiers of the army",))
    rows = rows_of(killed, told, Numbering(told.accounts))
    assert rows[-1].section == "named as perpetrator"
    assert rows[-1].name == "The army"


def test_one_voice_that_says_one_thing_twice_is_one_row(
    oker: Incident, killed: Toll, tolls_claimed: dict[str, TollClaim]
) -> None:
    nurse = tolls_claimed["nurse"]
    copy = replace(nurse, imprint=replace(nurse.imprint, document_id="0", name="copy.txt"))
    accounts = (*oker.accounts, replace(oker.accounts[0], imprint=copy.imprint, claims=(copy,)))
    told = replace(oker, accounts=accounts)
    twice = replace(killed, counted=(*killed.counted, copy.id))
    numbering = Numbering(told.accounts)
    (row,) = [row for row in rows_of(twice, told, numbering) if row.name == "a nurse"]
    assert set(row.claim_ids) == {nurse.id, copy.id}


def test_every_row_names_its_claims(oker: Incident, killed: Toll) -> None:
    numbering = Numbering(oker.accounts)
    drawn = [plain(line) for line in figure(killed, oker, numbering)]
    for row in rows_of(killed, oker, numbering):
        assert any(line.endswith(numbering.references(row.claim_ids)) for line in drawn)


def test_a_figure_a_rule_does_not_give_is_a_gap_and_a_zero_is_a_zero() -> None:
    ruling = Ruling(policy="x", version="1", low=0, best=None, high=7, rule="none")
    line = plain(list(rulings_in_lines([ruling]))[1])
    assert line.split() == ["x", "0", "–", "7", "none"]


def test_a_rule_without_any_figure_is_left_out() -> None:
    silent = Ruling(policy="x", version="1", low=None, best=None, high=None, rule="not for these")
    assert list(rulings_in_lines([silent])) == []


def test_people_counted_by_nobody_here_are_not_drawn(oker: Incident, killed: Toll) -> None:
    children = replace(killed, group=Group.CHILD)
    rows = rows_of(children, oker, Numbering(oker.accounts))
    assert not any(row.is_set_aside for row in rows)
    assert [row.name for row in rows] == [
        "people: a nurse",
        "the Vell Monitor",
        "people: the Vell Monitor",
    ]
