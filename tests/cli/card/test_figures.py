import re
from dataclasses import replace

import pytest

from tollbook.claim import Attribution, Group, TollClaim
from tollbook.cli.card.figures import figure, rows_of
from tollbook.cli.card.ink import plain
from tollbook.cli.card.numbering import Numbering
from tollbook.incident import Incident
from tollbook.toll import Cell, Toll


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


def test_a_monitor_named_for_the_country_is_no_perpetrator(oker: Incident, killed: Toll) -> None:
    told = replace(oker, perpetrators=("Vell",))
    rows = rows_of(killed, told, Numbering(told.accounts))
    assert {row.section for row in rows if "Vell Monitor" in row.name} == {
        "monitors and aid groups"
    }


def test_many_claims_of_one_voice_stay_within_the_line(
    oker: Incident, killed: Toll, tolls_claimed: dict[str, TollClaim]
) -> None:
    nurse = tolls_claimed["nurse"]
    copies = [
        replace(nurse, imprint=replace(nurse.imprint, document_id=str(at), name=f"{at:02}"))
        for at in range(0, 60, 2)
    ]
    others = [
        replace(tolls_claimed["monitor"], imprint=replace(copy.imprint, document_id=f"x{at}"))
        for at, copy in enumerate(copies)
    ]
    both = [claim for pair in zip(copies, others, strict=True) for claim in pair]
    accounts = [replace(oker.accounts[0], imprint=one.imprint, claims=(one,)) for one in both]
    told = replace(oker, accounts=tuple(accounts))
    ids = tuple(claim.id for claim in copies)
    toll = replace(
        killed, counted=ids, voices=(replace(killed.voices[0], claim_ids=ids),), set_aside=()
    )
    lines = [plain(line) for line in figure(toll, told, Numbering(told.accounts))]
    assert max(map(len, lines)) <= 80
    numbers = re.findall(r"\d+(?=[,\]])", "".join(lines[2:8]))
    assert len(numbers) == len(copies)


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
    (row,) = [row for row in rows_of(twice, told, numbering) if row.name == "a nurse"]
    assert set(row.claim_ids) == {nurse.id, copy.id}


def test_every_row_names_its_claims(oker: Incident, killed: Toll) -> None:
    numbering = Numbering(oker.accounts)
    drawn = [plain(line) for line in figure(killed, oker, numbering)]
    for row in rows_of(killed, oker, numbering):
        assert any(line.endswith(numbering.references(row.claim_ids)) for line in drawn)


def test_only_the_first_figure_says_how_it_is_read(oker: Incident, killed: Toll) -> None:
    numbering = Numbering(oker.accounts)

    def text(*, is_first: bool) -> str:
        return "\n".join(map(plain, figure(killed, oker, numbering, is_first=is_first)))

    assert "● this number" in text(is_first=True)
    assert "● this number" not in text(is_first=False)
    assert "Even odds that it lies in" in text(is_first=False)


@pytest.mark.parametrize(
    ("low", "high", "odds"),
    [
        (15, 25, "Even odds that it lies in 17–20, 9 in 10 in 15–25."),
        (17, 20, "9 in 10 that it lies in 17–20."),
    ],
)
def test_the_odds_are_said_once(
    oker: Incident, killed: Toll, low: int, high: int, odds: str
) -> None:
    toll = replace(killed, low=low, high=high)
    text = " ".join(map(plain, figure(toll, oker, Numbering(oker.accounts))))
    assert odds in " ".join(text.split())


def test_a_toll_that_is_one_number_even_odds(oker: Incident, killed: Toll) -> None:
    sure = replace(killed, cells=(Cell(low=18, high=18, probability=1.0),))
    text = " ".join(map(plain, figure(sure, oker, Numbering(oker.accounts))))
    assert "Even odds that it is 18, 9 in 10 in 15–25." in " ".join(text.split())


def test_a_headline_stands_under_the_source_it_sums_up(
    oker: Incident, killed: Toll, tolls_claimed: dict[str, TollClaim]
) -> None:
    nurse = tolls_claimed["nurse"]
    headline = replace(
        nurse,
        attribution=Attribution(),
        count=replace(nurse.count, words=nurse.sentence),
    )
    accounts = (replace(oker.accounts[0], claims=(headline, nurse)), *oker.accounts[1:])
    told = replace(oker, accounts=accounts)
    one = replace(killed.voices[0], claim_ids=(headline.id, nurse.id))
    toll = replace(killed, counted=(headline.id, *killed.counted), voices=(one, *killed.voices[1:]))
    rows = rows_of(toll, told, Numbering(told.accounts))
    (row,) = [row for row in rows if headline.id in row.claim_ids]
    assert (row.section, row.name) == ("hospitals and medics", "a nurse")
    assert nurse.id in row.claim_ids


def test_people_counted_by_nobody_here_are_not_drawn(oker: Incident, killed: Toll) -> None:
    children = replace(killed, group=Group.CHILD)
    rows = rows_of(children, oker, Numbering(oker.accounts))
    assert not any(row.is_set_aside for row in rows)
    assert [row.name for row in rows] == [
        "people: a nurse",
        "the Vell Monitor",
        "people: the Vell Monitor",
    ]
