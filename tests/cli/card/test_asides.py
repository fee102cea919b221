from dataclasses import replace

from tollbook.claim import Harm, TollClaim
from tollbook.cli.card.asides import contradictions, lists, set_aside
from tollbook.cli.card.ink import plain
from tollbook.cli.card.numbering import Numbering
from tollbook.incident import Incident
from tollbook.toll import Clash, Contradiction, Toll


def test_a_reason_is_given_once_with_its_claims(oker: Incident, killed: Toll) -> None:
    same = tuple(replace(aside, reason="hearsay") for aside in killed.set_aside)
    told = [replace(killed, set_aside=same), replace(killed, set_aside=same)]
    lines = [plain(line) for line in set_aside(told, Numbering(oker.accounts))]
    assert lines == ["Set aside", "  [5, 9] hearsay"]


def test_what_counted_elsewhere_is_not_set_aside(oker: Incident, killed: Toll) -> None:
    all_claims = tuple(claim.id for claim in oker.claims)
    told = [killed, replace(killed, counted=all_claims)]
    assert list(set_aside(told, Numbering(oker.accounts))) == []


def test_nothing_set_aside_is_not_mentioned(oker: Incident, injured: Toll) -> None:
    assert list(set_aside([injured], Numbering(oker.accounts))) == []


def test_who_did_it_what_broke_and_who_reacted(oker: Incident) -> None:
    assert [plain(line) for line in lists(Numbering(oker.accounts))] == [
        "Who did it, they say",
        "  Fighters of the Tarn Front: stated [3]",
        "",
        "Damage",
        "  the clinic: burned [4]",
        "",
        "Reactions",
        "  condemned: The president [6]",
        "",
    ]


def test_what_does_not_add_up_is_said_with_both_sides(
    oker: Incident, tolls_claimed: dict[str, TollClaim]
) -> None:
    sides = tolls_claimed["monitor"].id, tolls_claimed["nurse"].id
    found = Contradiction(
        clash=Clash.LOWERED,
        harm=Harm.KILLED,
        claim_ids=sides[:1],
        against=sides[1:],
        by=2,
        sentence="2 fewer than its earlier “14”",
    )
    lines = [plain(line) for line in contradictions([found], Numbering(oker.accounts))]
    assert lines == ["Does not add up", "  [7] 2 fewer than its earlier “14” [1]"]


def test_what_was_set_aside_for_not_adding_up_is_told_there_only(oker: Incident) -> None:
    found = Contradiction(
        clash=Clash.COUNTS_BOTH, harm=Harm.INJURED, claim_ids=(), against=(), by=1, sentence="x"
    )
    assert list(contradictions([found], Numbering(oker.accounts))) == []
