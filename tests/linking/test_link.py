from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tollbook.claim import (
    BACKGROUND,
    Attribution,
    Claim,
    Count,
    Group,
    Harm,
    ResponsibilityClaim,
    Status,
    TollClaim,
)
from tollbook.document import Imprint, Words
from tollbook.incident import Account, Days, Incident, Judgement, Place, What
from tollbook.linking import link, locate
from tollbook.linking.candidates import candidate_pairs
from tollbook.linking.evidence import read_evidence

MONDAY, TUESDAY = date(2031, 3, 3), date(2031, 3, 4)


def words(text: str) -> Words:
    return Words(text=text, start=0, end=len(text))


def account(
    report: str,
    *,
    label: str = "A",
    what: What = What.ARMED_ATTACK,
    day: date | None = TUESDAY,
    places: Sequence[str] = ("Oum Tellit",),
    killed: int | None = None,
    actors: Sequence[tuple[str, Status]] = (),
    targets: Sequence[str] = (),
    published: date | datetime | None = TUESDAY,
    sentence: str = "",
) -> Account:
    imprint = Imprint(document_id=report, name=report, published_at=published)
    claims: list[Claim] = [
        ResponsibilityClaim(
            actor=words(name),
            status=status,
            attribution=Attribution(),
            incident=label,
            sentence=words(sentence or f"Report {report} blames {name}."),
            imprint=imprint,
        )
        for name, status in actors
    ]
    if killed is not None:
        claims.append(
            TollClaim(
                harm=Harm.KILLED,
                count=Count(low=killed, high=killed, stated=killed, words=words(str(killed))),
                group=Group.PEOPLE,
                group_words=None,
                part_of=False,
                attribution=Attribution(),
                incident=label,
                sentence=words(sentence or f"Report {report} counts {killed} dead."),
                imprint=imprint,
            )
        )
    return Account(
        label=label,
        what=what,
        imprint=imprint,
        days=Days(first=day, last=day) if day is not None else None,
        places=tuple(Place(words=words(name)) for name in places),
        targets=tuple(words(target) for target in targets),
        claims=tuple(claims),
    )


def reports(incident: Incident) -> set[str]:
    return {account.imprint.document_id for account in incident.accounts}


def grouped(*accounts: Account) -> list[set[str]]:
    return [reports(incident) for incident in link(accounts)]


def test_one_day_and_one_place_make_one_incident() -> None:
    assert grouped(account("flash"), account("daily")) == [{"flash", "daily"}]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(account("other", day=date(2031, 2, 3)), id="the same town a month before"),
        pytest.param(account("other", places=["Sarn"]), id="another town on the same day"),
        pytest.param(account("other", places=["Oum Tellit", "Peru"]), id="a namesake abroad"),
        pytest.param(
            account("other", day=None, published=MONDAY.replace(day=1)),
            id="printed before it happened",
        ),
        pytest.param(account("flash", label="B"), id="told apart by the report itself"),
    ],
)
def test_these_stay_two_incidents(other: Account) -> None:
    told = account("flash", places=["Oum Tellit", "Chad"])
    assert len(link([told, other])) == 2


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(account("other", places=["the town of Oum-Tellit"]), id="a hyphen"),
        pytest.param(account("other", places=["OUM TELLIT"]), id="upper case"),
        pytest.param(account("other", places=["Oum Téllit"]), id="an accent"),
        pytest.param(account("other", places=["Oum Telleet"]), id="a transliteration"),
        pytest.param(account("other", day=None), id="no day, but printed that day"),
        pytest.param(
            account("other", places=[], killed=44, targets=["a barracks"]),
            id="no place, but the figure, the day and the target",
        ),
    ],
)
def test_these_are_one_incident(other: Account) -> None:
    told = account("flash", killed=44, targets=["the barracks"])
    assert len(link([told, other])) == 1


def test_a_whole_country_is_too_wide_to_join_on() -> None:
    assert len(link([account("one", places=["Chad"]), account("two", places=["Chad"])])) == 2


def test_a_reprint_joins_its_original_without_place_or_day() -> None:
    told = "Nine shepherds were killed at the well before the sun was up."
    original = account("original", day=None, places=[], killed=9, sentence=told)
    reprint = account("reprint", day=None, places=[], killed=9, sentence=told)
    assert grouped(original, reprint) == [{"original", "reprint"}]


def test_two_attacks_of_one_report_find_their_own_follow_ups() -> None:
    found = grouped(
        account("long", label="A", places=["Oum Tellit"]),
        account("long", label="B", places=["Sarn"], day=MONDAY),
        account("sarn", places=["Sarn"], day=MONDAY),
        account("tellit", places=["Oum Tellit"]),
    )
    assert sorted(map(sorted, found)) == [["long", "sarn"], ["long", "tellit"]]


def test_an_undated_report_does_not_pull_two_distant_attacks_together() -> None:
    later = date(2031, 6, 4)
    march, june = account("march", killed=9), account("june", day=later, published=later, killed=9)
    undated = account("undated", day=None, published=None, killed=9)
    assert not any({"march", "june"} <= group for group in grouped(march, june, undated))


def undated(report: str, *places: str, killed: int | None = None) -> Account:
    return account(
        report, what=What.BOMBING, day=None, published=None, places=places, killed=killed
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(undated("a", "Bogota"), undated("b", "Bogota"), id="a capital"),
        pytest.param(undated("a", "Sarn"), undated("b", "Sarn"), id="a town"),
        pytest.param(
            undated("a", "Sarn", killed=47), undated("b", "Sarn", killed=47), id="a figure"
        ),
    ],
)
def test_what_nothing_dates_needs_more_than_a_place_and_a_figure(
    one: Account, other: Account
) -> None:
    assert len(link([one, other])) == 2


def test_a_pair_that_nobody_can_judge_is_shown_as_a_doubt_of_both() -> None:
    told = [undated(name, "Sarn", killed=47) for name in "ab"]
    first, second = link(told)
    assert first.doubts == second.doubts
    (doubt,) = first.doubts
    assert doubt.judgement is Judgement.UNSURE
    assert {doubt.account_id, doubt.to_account_id} == {one.id for one in told}


def test_countries_that_react_do_not_move_a_capital_abroad() -> None:
    home = account("home", places=["Bamako", "Mali"], killed=44)
    abroad = account("abroad", places=["Bamako", "Senegal"], killed=44)
    assert len(link([home, abroad])) == 1


def test_a_report_that_sums_up_two_towns_is_the_incident_of_neither_but_of_both() -> None:
    found = link(
        [
            account("sarn", what=What.BOMBING, places=["Sarn", "Chad"], killed=12),
            account("vell", what=What.SUICIDE_BOMBING, places=["Vell", "Chad"], killed=11),
            account("both", what=What.BOMBING, places=["Sarn", "Vell", "Chad"], killed=23),
        ]
    )
    by_report = {next(iter(reports(incident))): incident for incident in found}
    assert by_report.keys() == {"sarn", "vell", "both"}
    assert by_report["both"].part_of is None
    assert by_report["sarn"].part_of == by_report["vell"].part_of == by_report["both"].id


def test_a_larger_figure_alone_sums_up_nothing() -> None:
    early, late = account("early", killed=12), account("late", killed=23)
    (incident,) = link([early, late])
    assert incident.part_of is None


def test_one_attack_named_by_quarter_city_and_both_is_one() -> None:
    quarter = account("quarter", places=["the Salt Market", "Chad"], killed=77)
    city = account("city", places=["Oum Tellit", "Chad"], killed=77)
    both = account("both", places=["the Salt Market", "Oum Tellit"], killed=77)
    assert len(link([quarter, city, both])) == 1


def test_every_join_says_what_it_rests_on() -> None:
    (incident,) = link([account("flash", killed=44), account("daily", killed=44)])
    (joined,) = incident.links
    assert joined.log_odds > 0
    assert {joined.account_id, joined.to_account_id} == {a.id for a in incident.accounts}
    assert joined.because[0].startswith("same day: 2031-03-04 (+")
    weights = [float(reason.split("(")[-1].rstrip(")")) for reason in joined.because]
    assert weights == sorted(weights, key=abs, reverse=True)


def test_one_actor_under_two_names_is_one_perpetrator() -> None:
    (incident,) = link(
        [
            account("a", actors=[("Northern Salt Liberation Army (NSLA)", Status.CLAIMED)]),
            account("b", actors=[("NSLA", Status.STATED), ("gunmen", Status.STATED)]),
            account("c", actors=[("the Salt Guard", Status.ACCUSED)]),
            account("d", actors=[("the river militia of Sarn", Status.DENIED)]),
        ]
    )
    assert incident.perpetrators == ("Northern Salt Liberation Army (NSLA)", "the Salt Guard")


def test_unnamed_gunmen_are_all_there_is_where_nobody_is_named() -> None:
    (incident,) = link([account("a", actors=[("gunmen", Status.STATED)])])
    assert incident.perpetrators == ("gunmen",)


@pytest.mark.parametrize(
    ("blamed", "shown"),
    [
        pytest.param(["gunmen", "the army"], ("gunmen",), id="who attacked and who answered"),
        pytest.param(["the army"], ("the army",), id="an army alone"),
        pytest.param(["its men"], (), id="only pointed back at"),
        pytest.param(["gunmen", "masked gunmen", "gunmen"], ("gunmen",), id="most often"),
    ],
)
def test_one_description_is_shown_where_nobody_is_named(
    blamed: list[str], shown: tuple[str, ...]
) -> None:
    told = [account(str(at), actors=[(who, Status.STATED)]) for at, who in enumerate(blamed)]
    assert link(told)[0].perpetrators == shown


def test_days_narrow_to_what_the_reports_share() -> None:
    wide = Account(
        label="A",
        what=What.ARMED_ATTACK,
        imprint=Imprint(document_id="wide", name="wide", published_at=TUESDAY),
        days=Days(first=MONDAY, last=TUESDAY),
        places=(Place(words=words("Oum Tellit")),),
    )
    (incident,) = link([wide, account("exact")])
    assert incident.days is not None
    assert (incident.days.first, incident.days.last) == (TUESDAY, TUESDAY)


def test_places_come_most_exact_first_and_countries_last() -> None:
    (incident,) = link(
        [
            account("a", places=["Chad", "the Old Market", "Oum Tellit"]),
            account("b", places=["OUM TELLIT", "Chad"]),
            account("c", places=["Oum Tellit", "Chad"]),
        ]
    )
    assert incident.places == ("the Old Market", "Oum Tellit", "Chad")


@pytest.mark.parametrize(
    ("places", "shown"),
    [
        pytest.param([["Chad"]], ("Chad",), id="a country"),
        pytest.param([["Oum Tellit", "Chad"]], ("Oum Tellit", "Chad"), id="town, country"),
        pytest.param(
            [
                ["the Old Market", "Oum Tellit"],
                ["Oum Tellit", "Chad"],
                ["Sarn Clinic", "Oum Tellit"],
                ["the Old Market"],
            ],
            ("the Old Market", "Oum Tellit", "Chad"),
            id="a site, the town, the country",
        ),
        pytest.param(
            [["Oum Tellit", "Chad"], ["Oum Tellit", "Chad", "Peru"]],
            ("Oum Tellit", "Chad"),
            id="a country that only reacts",
        ),
    ],
)
def test_an_incident_is_located_in_a_few_places(
    places: list[list[str]], shown: tuple[str, ...]
) -> None:
    told = [account(str(at), places=named, killed=44) for at, named in enumerate(places)]
    (incident,) = link(told)
    assert locate(incident) == shown


def test_a_town_is_where_it_was_and_no_target_beside_others() -> None:
    (incident,) = link([account("a", targets=["Oum Tellit", "the Oum Tellit barracks"])])
    assert incident.targets == ("the Oum Tellit barracks",)


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        pytest.param([["the old barracks"], ["the barracks"]], ("the old barracks",), id="fuller"),
        pytest.param(
            [["the old barracks", "the new barracks"], ["the barracks"]],
            ("the barracks", "the new barracks", "the old barracks"),
            id="nobody knows which",
        ),
        pytest.param(
            [["a school", "a hotel"], ["the school"], ["the well"]], ("the school",), id="agreed"
        ),
        pytest.param([["a school", "a hotel"]], ("a hotel", "a school"), id="one report"),
    ],
)
def test_targets_are_those_the_reports_agree_on(
    told: list[list[str]], shown: tuple[str, ...]
) -> None:
    (incident,) = link([account(str(at), targets=named) for at, named in enumerate(told)])
    assert incident.targets == shown


def test_capitals_of_a_dateline_are_no_spelling() -> None:
    dateline = account("wire", places=["OUM TELLIT"])
    assert link([dateline])[0].places == ("Oum Tellit",)
    assert link([dateline, account("daily", places=["Oum Tellît"])])[0].places == ("Oum Tellît",)


def test_the_kind_named_most_often_wins_and_other_never_does() -> None:
    (incident,) = link([account("a", what=What.OTHER), account("b", what=What.OTHER), account("c")])
    assert incident.what is What.ARMED_ATTACK


def test_totals_of_a_war_stand_apart_and_last() -> None:
    told = [
        account("a", label=BACKGROUND, places=["Chad"], day=None, killed=9000),
        account("b", label=BACKGROUND, places=["Chad"], day=None, killed=12000),
        account("a", places=["Oum Tellit"]),
        account("b", label=BACKGROUND, places=["Chad"], day=None, killed=12000),
    ]
    incident, total = link(told)
    assert not incident.is_background
    assert total.is_background
    assert len(total.accounts) == 2
    assert total.days is None


def test_one_earlier_attack_recalled_twice_is_one_group() -> None:
    told = [
        account(report, label=BACKGROUND, day=date(2025, 11, 20), killed=20)
        for report in ("flash", "daily")
    ]
    assert len(link(told)) == 1


def test_words_broken_over_two_lines_are_shown_on_one() -> None:
    (incident,) = link([account("wire", places=["OUM\nTELLIT"], targets=["the old\n barracks"])])
    assert (incident.places, incident.targets) == (("Oum Tellit",), ("the old barracks",))


def test_accounts_stand_in_order_of_print_across_time_zones() -> None:
    late = account("late", published=datetime(2031, 3, 4, 9, tzinfo=UTC))
    early = account("early", published=datetime(2031, 3, 4, 8, tzinfo=UTC))
    (incident,) = link([late, early])
    assert [told.imprint.name for told in incident.accounts] == ["early", "late"]


def test_most_claims_come_first() -> None:
    few = account("few", places=["Sarn"])
    many = account("many", killed=3, actors=[("NSLA", Status.STATED)])
    assert [reports(incident) for incident in link([few, many])] == [{"many"}, {"few"}]


def test_an_account_given_twice_counts_once() -> None:
    assert len(link([account("a"), account("a")])[0].accounts) == 1


told_accounts = st.lists(
    st.builds(
        account,
        st.sampled_from("abcdefgh"),
        label=st.sampled_from(["A", "B", BACKGROUND]),
        what=st.sampled_from([What.BOMBING, What.CLASH, What.OTHER]),
        day=st.sampled_from([None, MONDAY, TUESDAY, date(2031, 5, 1)]),
        places=st.lists(st.sampled_from(["Oum Tellit", "Sarn", "Chad", "Mali"]), max_size=3),
        killed=st.sampled_from([None, 0, 9, 44]),
        published=st.sampled_from([None, TUESDAY, datetime(2031, 3, 5, tzinfo=UTC)]),
    ),
    max_size=10,
    unique_by=lambda told: told.id,
)


@settings(max_examples=60, deadline=None)
@given(told=told_accounts, data=st.data())
def test_the_order_of_the_accounts_does_not_matter(
    told: list[Account], data: st.DataObject
) -> None:
    assert link(told) == link(data.draw(st.permutations(told)))


@settings(max_examples=60, deadline=None)
@given(told=told_accounts)
def test_every_account_stands_in_exactly_one_incident(told: list[Account]) -> None:
    placed = sorted(account.id for incident in link(told) for account in incident.accounts)
    assert placed == sorted(account.id for account in told)


@settings(max_examples=60, deadline=None)
@given(told=told_accounts)
def test_no_incident_holds_two_attacks_of_one_report(told: list[Account]) -> None:
    for incident in link(told):
        if not incident.is_background:
            assert len(reports(incident)) == len(incident.accounts)


@settings(max_examples=60, deadline=None)
@given(told=told_accounts)
def test_links_form_a_tree_over_each_incident(told: list[Account]) -> None:
    for incident in link(told):
        if not incident.is_background:
            assert len(incident.links) == len(incident.accounts) - 1


def test_five_thousand_accounts_do_not_mean_twelve_million_comparisons() -> None:
    told = [
        account(
            f"r{number}",
            day=date.fromordinal(TUESDAY.toordinal() + number % 500),
            places=[f"Village {number % 97}x", "Chad"],
        )
        for number in range(5000)
    ]
    assert len(candidate_pairs([read_evidence(one) for one in told])) < 500_000
