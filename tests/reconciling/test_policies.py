from datetime import date

import pytest

from tollbook.claim import Group, Harm, SourceKind, TollClaim
from tollbook.reconciling import reconcile
from tollbook.testing import claim
from tollbook.toll import Ruling

ARMY, REBELS = SourceKind.MILITARY, SourceKind.ARMED_GROUP


def said(*words: str) -> list[TollClaim]:
    """Build claims of independent outlets."""
    return [
        claim(each, publisher=f"Paper {at}", document=f"doc-{at}") for at, each in enumerate(words)
    ]


def rule(policy: str, claims: list[TollClaim]) -> Ruling:
    [found] = [each for each in reconcile(claims)[0].rulings if each.policy == policy]
    return found


def figures(policy: str, claims: list[TollClaim]) -> tuple[int | None, int | None, int | None]:
    found = rule(policy, claims)
    return found.low, found.best, found.high


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(["12"], (12, 12, 12), id="one figure"),
        pytest.param(["more than 70"], (71, 71, 71), id="one floor"),
        pytest.param(["dozens"], (24, 24, 24), id="one vague word"),
        pytest.param(["12", "15"], (12, 12, 15), id="a tie goes to the lower"),
        pytest.param(["12", "15", "15"], (12, 15, 15), id="the corroborated figure is best"),
        pytest.param(["at least 10", "14"], (10, 14, 14), id="a floor is low, a count is best"),
        pytest.param(
            ["at least 10", "about 20"], (10, 10, 20), id="no precise figure, best is low"
        ),
        pytest.param(["dozens", "31"], (31, 31, 31), id="a vague word yields to a number"),
        pytest.param(["in the 70s", "more than 70"], (71, 71, 79), id="a decade is no floor"),
        pytest.param(["some"], (None, None, None), id="no number is not a zero"),
    ],
)
def test_ucdp(words: list[str], expected: tuple[int | None, int | None, int | None]) -> None:
    assert figures("ucdp", said(*words)) == expected


def test_ucdp_counts_unsigned_reports_one_by_one() -> None:
    unsigned = [claim("15", publisher=None, document=f"bare-{at}") for at in range(3)]
    assert figures("ucdp", [*said("12", "12"), *unsigned]) == (12, 15, 15)


def test_ucdp_prefers_the_source_that_counts_killed_and_injured() -> None:
    claims = [
        *said("12"),
        claim("15", source="the hospital", document="x"),
        claim("30", source="the hospital", document="x", harm=Harm.INJURED),
    ]
    assert figures("ucdp", claims) == (12, 15, 15)


def test_ucdp_uses_parties_where_nobody_else_speaks() -> None:
    claims = [claim("5", group=Group.SECURITY_FORCE, source="the army", source_kind=ARMY)]
    assert figures("ucdp", claims) == (5, 5, 5)


@pytest.mark.parametrize(
    ("words", "dead"),
    [
        pytest.param(["12", "15"], 12, id="the lowest"),
        pytest.param(["tens"], 10, id="tens"),
        pytest.param(["dozens"], 12, id="dozens"),
        pytest.param(["hundreds"], 100, id="hundreds"),
        pytest.param(["in the 70s", "about 100"], 70, id="a decade"),
        pytest.param(["several", "31"], 31, id="a vague word yields to a number"),
        pytest.param(["some"], None, id="no number is not a zero"),
    ],
)
def test_acled_takes_the_most_conservative(words: list[str], dead: int | None) -> None:
    assert figures("acled", said(*words)) == (dead, dead, dead)


def test_acled_counts_the_attackers_too() -> None:
    claims = [claim("five"), claim("one", group=Group.ATTACKER)]
    found = rule("acled", claims)
    assert found.best == 6
    assert "attackers count too" in found.rule


def test_acled_does_not_add_attackers_twice() -> None:
    claims = [claim("five", group=Group.CIVILIAN), claim("one", group=Group.ATTACKER)]
    assert figures("acled", claims) == (6, 6, 6)


def test_acled_never_reads_an_admission_without_a_number_as_a_toll() -> None:
    admission = claim("several", source="the army", source_kind=ARMY, group=Group.SECURITY_FORCE)
    assert figures("acled", [admission]) == (None, None, None)


@pytest.mark.parametrize(
    ("others", "dead"),
    [
        pytest.param([], None, id="alone"),
        pytest.param(["12"], 12, id="beside a count"),
        pytest.param(["dozens"], 12, id="beside a vague word"),
    ],
)
def test_acled_never_reads_no_losses_of_its_own_as_a_toll(
    others: list[str], dead: int | None
) -> None:
    boast = claim("no", source="the Falcons", source_kind=REBELS, document="doc-9")
    assert figures("acled", [boast, *said(*others)]) == (dead, dead, dead)


def test_acled_does_not_take_an_army_that_saw_nobody_hurt_for_the_lowest_count() -> None:
    denial = claim("no", source="the army", source_kind=ARMY, document="doc-9")
    assert figures("acled", [denial, *said("12", "15")]) == (12, 12, 12)
    assert figures("acled", [denial]) == (0, 0, 0)


def test_acled_records_no_injured() -> None:
    found = rule("acled", [claim("12", harm=Harm.INJURED)])
    assert (found.low, found.best, found.high) == (None, None, None)
    assert "fatalities only" in found.rule


@pytest.mark.parametrize(
    ("harm", "silent"),
    [
        (Harm.KILLED, set()),
        (Harm.INJURED, {"ucdp", "acled"}),
        (Harm.KILLED_OR_INJURED, {"ucdp", "acled", "ibc", "airwars"}),
        (Harm.DISPLACED, {"ucdp", "acled", "ibc", "airwars"}),
    ],
)
def test_a_rule_is_silent_on_harm_that_its_codebook_does_not_record(
    harm: Harm, silent: set[str]
) -> None:
    [toll] = reconcile([claim("12", harm=harm)])
    assert {each.policy for each in toll.rulings if each.low is None} == silent
    for each in toll.rulings:
        assert bool(each.set_aside) is (each.policy in silent)


def test_acled_notes_the_dispute() -> None:
    assert "reports differ: 12 to 15" in rule("acled", said("12", "15")).notes


@pytest.mark.parametrize("policy", ["ibc", "airwars", "every_casualty", "party_excluded"])
@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        pytest.param(["12", "about 20"], 12, 20, id="a range of the numbers named"),
        pytest.param(["more than 70", "in the 70s"], 70, 79, id="a decade has two ends"),
        pytest.param(["dozens"], 24, None, id="a vague word has no ceiling"),
        pytest.param(["dozens", "31"], 31, 31, id="a vague word yields to a number"),
        pytest.param(["no", "2"], 0, 2, id="nobody is a number"),
        pytest.param(["around 12 to 15"], 11, 16, id="about a range"),
    ],
)
def test_policies_that_publish_a_range(
    policy: str, words: list[str], low: int, high: int | None
) -> None:
    assert figures(policy, said(*words)) == (low, None, high)


def test_party_excluded_never_counts_a_party() -> None:
    boast = claim("200", group=Group.SECURITY_FORCE, source="the Falcons", source_kind=REBELS)
    found = rule("party_excluded", [boast])
    assert (found.low, found.high, found.counted) == (None, None, ())
    assert "the Falcons" in found.notes


def test_ibc_tells_when_only_one_voice_speaks() -> None:
    assert "one voice only" in rule("ibc", said("12")).notes
    assert "one voice only" not in rule("ibc", said("12", "15")).notes


@pytest.mark.parametrize(
    ("words", "grade"),
    [pytest.param(["12"], "Weak", id="one"), pytest.param(["12", "15"], "Fair", id="two")],
)
def test_airwars_grades_by_the_number_of_voices(words: list[str], grade: str) -> None:
    assert rule("airwars", said(*words)).rule.endswith(f"; grade {grade}")


def test_airwars_discounts_combatants() -> None:
    soldiers = [claim("12", group=Group.SECURITY_FORCE), claim("1", group=Group.CIVILIAN)]
    [found] = [toll for toll in reconcile(soldiers) if toll.group is Group.SECURITY_FORCE]
    [ruling] = [each for each in found.rulings if each.policy == "airwars"]
    assert ruling.rule.endswith("; grade Discounted")


@pytest.mark.parametrize("policy", ["ibc", "airwars", "every_casualty", "party_excluded"])
def test_a_range_says_whose_words_it_rests_on(policy: str) -> None:
    assert rule(policy, said("15", "12")).rule.startswith("from “12” (Paper 1) to “15” (Paper 0)")
    assert rule(policy, said("12")).rule.startswith("“12” (Paper 0)")


@pytest.mark.parametrize("policy", ["ucdp", "acled", "ibc", "airwars", "every_casualty"])
def test_a_replaced_figure_counts_nowhere(policy: str) -> None:
    old = claim("20", source="the police", published_at=date(2031, 5, 4), document="a")
    new = claim("40", source="the police", published_at=date(2031, 5, 6), document="b")
    found = rule(policy, [old, new])
    assert (found.low, found.high) == (40, 40)
    assert [each.reason for each in found.set_aside] == [
        "replaced by a later or fuller figure of the same voice"
    ]
