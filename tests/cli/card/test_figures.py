import re
from dataclasses import replace

import pytest

from tollbook.claim import TollClaim
from tollbook.cli.card.figures import figure
from tollbook.cli.card.ink import plain
from tollbook.cli.card.numbering import Numbering
from tollbook.drawing.rows import rows_of
from tollbook.incident import Incident
from tollbook.toll import Cell, Toll


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


def test_every_row_names_its_claims(oker: Incident, killed: Toll) -> None:
    numbering = Numbering(oker.accounts)
    drawn = [plain(line) for line in figure(killed, oker, numbering)]
    for row in rows_of(killed, oker, numbering.claims):
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
