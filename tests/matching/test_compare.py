from dataclasses import replace
from datetime import date, timedelta
from random import Random

from tests.matching.builders import DAY, OKER, case, row, sheet
from tollbook.claim import BACKGROUND
from tollbook.comparison import Comparison
from tollbook.incident import Judgement, What
from tollbook.matching import match
from tollbook.testing import claim


def pairs(comparison: Comparison) -> set[tuple[str, str]]:
    ids = {event.row: event.coder_id for one in comparison.matches for event in one.events}
    return {
        (ids[pairing.row], pairing.incident_id)
        for one in comparison.matches
        for pairing in one.pairings
    }


def test_a_row_meets_the_incident_of_its_day_place_and_figure() -> None:
    told = case("12")
    (found,) = match(sheet(row(killed=12)), [told]).matches
    assert found.cases == (told,)
    assert found.judgement is Judgement.POSITIVE
    assert found.differences == ()


def test_what_a_pairing_rests_on_is_said_strongest_first() -> None:
    (found,) = match(sheet(row(killed=12)), [case("12")]).matches
    (pairing,) = found.pairings
    assert pairing.because == (
        "same day: 2031-03-04 (+4.9)",
        "the very figure is stated: 12 (+2.1)",
        "same place named: oker (+1.5)",
        "tolls agree (+0.3)",
    )
    assert pairing.log_odds == 2.9


def test_another_place_a_month_apart_is_another_event() -> None:
    told = case("12", day=DAY + timedelta(days=31), places=("Vell",))
    found = match(sheet(row(killed=12)), [told])
    assert found.matches == ()
    assert [alone.event.coder_id for alone in found.only_coded] == ["E-1"]


def test_of_two_incidents_in_one_town_each_row_gets_its_own() -> None:
    first, second = case("12", name="a"), case("30", day=DAY + timedelta(days=1), name="b")
    rows = [row("E-1", killed=12), row("E-2", killed=30, day=DAY + timedelta(days=1))]
    found = match(sheet(*rows), [second, first])
    assert pairs(found) == {("E-1", first.incident.id), ("E-2", second.incident.id)}


def test_a_row_leaves_the_incident_it_fits_best_to_one_that_fits_no_other() -> None:
    # Both rows fit `first` best; only one of them fits `second` too.
    first, second = case("12", name="a"), case("9", day=DAY + timedelta(days=1), name="b")
    rows = [row("E-1", killed="9-12"), row("E-2", killed=12)]
    found = match(sheet(*rows), [first, second])
    assert pairs(found) == {("E-1", second.incident.id), ("E-2", first.incident.id)}


def test_one_row_may_be_two_incidents_whose_tolls_are_added_up() -> None:
    parts = [
        case("12", name="a", killed=(9, 12, 15)),
        case("5", name="b", killed=(4, 5, 9), what=What.BOMBING),
    ]
    (found,) = match(sheet(row(killed=17)), parts).matches
    assert len(found.cases) == 2
    killed = found.points[0]
    assert (killed.coded, killed.verdict.value) == ("17", "same")
    assert killed.told == "17 (13–24)"
    assert killed.note == "of 2 incidents added up"


def test_two_rows_may_be_one_incident() -> None:
    rows = [row("E-1", killed=7), row("E-2", killed=5)]
    (found,) = match(sheet(*rows), [case("12")]).matches
    assert [event.coder_id for event in found.events] == ["E-1", "E-2"]
    assert found.points[0].coded == "12"


def test_a_weak_pair_is_called_unsure() -> None:
    (found,) = match(sheet(row(killed=9)), [case("9", day=DAY + timedelta(days=1))]).matches
    assert found.judgement is Judgement.UNSURE


def test_the_order_of_rows_and_incidents_does_not_matter() -> None:
    dice = Random(7)
    days = [DAY + timedelta(days=number) for number in range(6)]
    told = [case(str(4 + number), day=day, name=f"{number}") for number, day in enumerate(days)]
    rows = [row(f"E-{number}", day=day, killed=4 + number) for number, day in enumerate(days)]
    expected = pairs(match(sheet(*rows), told))
    assert len(expected) == 6
    for _ in range(5):
        dice.shuffle(told)
        dice.shuffle(rows)
        assert pairs(match(sheet(*rows), told)) == expected


def test_every_row_and_every_incident_is_in_exactly_one_place() -> None:
    days = [DAY + timedelta(days=3 * number) for number in range(8)]
    told = [case("12", day=day, name=f"{n}") for n, day in enumerate(days) if n % 2]
    rows = [row(f"E-{number}", day=day, killed=12) for number, day in enumerate(days) if number < 6]
    found = match(sheet(*rows), told)
    coded = [event.row for one in found.matches for event in one.events]
    coded += [alone.event.row for alone in found.only_coded]
    assert sorted(coded) == sorted(set(coded)) == list(range(2, 8))
    incidents = [one.incident.id for each in found.matches for one in each.cases]
    incidents += [alone.case.incident.id for alone in (*found.only_told, *found.outside)]
    assert sorted(incidents) == sorted(one.incident.id for one in told)


def test_background_is_compared_with_nothing() -> None:
    said = [claim("12", incident=BACKGROUND)]
    told = case(said)
    told = replace(told, incident=replace(told.incident, is_background=True))
    found = match(sheet(row(killed=12)), [told])
    assert (found.matches, found.only_told, found.outside) == ((), (), ())


def test_an_incident_outside_the_sheet_s_own_time_is_not_missing_from_it() -> None:
    rows = [row("E-1", killed=12), row("E-2", killed=2, day=DAY + timedelta(days=9))]
    before = case("40", day=date(2030, 1, 1), places=("Vell",))
    between = case("40", day=DAY + timedelta(days=5), places=("Vell",))
    found = match(sheet(*rows), [case("12"), before, between])
    assert [alone.case for alone in found.only_told] == [between]
    (outside,) = found.outside
    assert outside.case == before
    assert "outside the days of the sheet (2031-03-04 to 2031-03-13)" in outside.reasons[0]


def test_an_incident_of_another_country_is_not_missing_from_the_sheet() -> None:
    told = case("12", places=("Vell",), point=(48.0, 11.0), country="DE")
    (outside,) = match(sheet(row(killed=40)), [told]).outside
    assert outside.reasons == ("DE is none of the sheet's countries",)


def test_an_incident_below_the_sheet_s_own_threshold_is_not_missing_from_it() -> None:
    told = case("no", places=("Vell",), killed=(0, 0, 2))
    found = match(sheet(row(killed=40), reading="fewest_killed = 1"), [told])
    (outside,) = found.outside
    assert outside.reasons == ("0 (0–2) died: the sheet notes events with 1 dead or more",)


def test_a_row_that_no_report_came_out_after_says_so() -> None:
    found = match(sheet(row(killed=4, day=date(2029, 1, 1))), [case("12")])
    (alone,) = found.only_coded
    assert alone.reasons == ("no report at hand came out within 14 days of it",)


def test_a_row_that_reports_of_its_time_do_not_tell_of_says_how_many() -> None:
    (alone,) = match(sheet(row(killed=4, place="Vell")), [case("12")]).only_coded
    assert alone.reasons == ("none of 1 report of the 14 days after tells of it",)
    assert alone.nearest is not None


def test_an_incident_that_one_report_alone_tells_of_says_so() -> None:
    told = case("12", places=("Vell",), point=OKER)
    found = match(sheet(row(killed=40), row("E-2", day=DAY + timedelta(days=6))), [told])
    assert [one.reasons for one in found.only_told] == [("a single report tells of it",)]
