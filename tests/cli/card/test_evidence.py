from dataclasses import replace

from tollbook.claim import TollClaim
from tollbook.cli.card.evidence import effect, evidence
from tollbook.cli.card.ink import plain
from tollbook.cli.card.numbering import Numbering
from tollbook.incident import Incident
from tollbook.toll import Toll


def test_every_claim_is_listed_with_its_sentence(oker: Incident, killed: Toll) -> None:
    numbering = Numbering(oker.accounts)
    text = " ".join(plain(line) for line in evidence(numbering, [killed]))
    text = " ".join(text.split()).replace("«", "").replace("»", "")
    for number, claim in enumerate(numbering.claims.values(), 1):
        assert claim.sentence.text in text
        assert f"[{number}] " in text


def test_a_sentence_with_two_claims_is_printed_once(oker: Incident, killed: Toll) -> None:
    lines = [plain(line) for line in evidence(Numbering(oker.accounts), [killed])]
    assert sum("«Between 17 and 19» people" in line for line in lines) == 1


def test_what_a_claim_moved(
    killed: Toll, injured: Toll, tolls_claimed: dict[str, TollClaim]
) -> None:
    tolls = [injured, killed]
    effects = {name: effect(claim, tolls) for name, claim in tolls_claimed.items()}
    assert effects == {
        "nurse": "Counted; moved nothing",
        "wounded": "Counted",
        "monitor": "Counted; moved best by −7, range without it 13–60",
        "children": "Counted",
        "army": "Set aside: a party speaks of its enemy's victims",
        "teacher": "Set aside: one person is no figure for the whole",
        "war": "",
    }


def test_a_reprint_is_not_printed_again(oker: Incident, killed: Toll) -> None:
    first = oker.accounts[0]
    imprint = replace(first.imprint, document_id="0", publisher="Copy Post", published_at=None)
    claims = tuple(replace(claim, imprint=imprint) for claim in first.claims)
    reprint = replace(first, imprint=imprint, claims=claims)
    numbering = Numbering([*oker.accounts, reprint])
    lines = [plain(line) for line in evidence(numbering, [killed])]
    assert sum("A night attack on the village of Oker" in line for line in lines) == 1
    at = lines.index("Copy Post, no date")
    assert lines[at + 2 : at + 4] == ["  [9–12] word for word as [1–4]", ""]


def test_what_the_only_voice_moved_is_not_reckoned_against_nothing(
    killed: Toll, tolls_claimed: dict[str, TollClaim]
) -> None:
    alone = replace(killed, voices=killed.voices[:1])
    assert effect(tolls_claimed["monitor"], [killed]) == (
        "Counted; moved best by −7, range without it 13–60"
    )
    assert effect(tolls_claimed["monitor"], [alone]) == "Counted; no other voice counts them"
