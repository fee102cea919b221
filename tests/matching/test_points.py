from datetime import timedelta

from tests.matching.builders import DAY, OKER, case, row, sheet
from tollbook.comparison import About, Point, Verdict
from tollbook.matching import match
from tollbook.toll import Case


def point(about: About, coded: str, told: Case) -> Point:
    (found,) = match(sheet(coded), [told]).matches
    (only,) = [one for one in found.points if one.about is about]
    return only


def test_one_day_is_the_same_day() -> None:
    assert point(About.DAYS, row(killed=12), case("12")).verdict is Verdict.SAME


def test_a_day_inside_the_coded_days_is_within() -> None:
    coded = row(killed=12, day=DAY - timedelta(days=2), last=DAY + timedelta(days=1))
    told = point(About.DAYS, coded, case("12"))
    assert (told.verdict, told.coded) == (Verdict.WITHIN, "2031-03-02 to 2031-03-05")


def test_another_day_differs_and_says_by_how_many() -> None:
    told = point(About.DAYS, row(killed=12), case("12", day=DAY + timedelta(days=1)))
    assert (told.verdict, told.note) == (Verdict.DIFFERENT, "the reports say 1 day later")


def test_near_points_are_one_place_and_the_distance_is_said() -> None:
    told = point(About.PLACE, row(killed=12, lat=12.52, lon=-8), case("12", point=OKER))
    assert (told.verdict, told.note) == (Verdict.SAME, "2 km apart, known to 15 km")


def test_a_point_beyond_what_both_leave_open_differs_by_its_distance() -> None:
    told = point(About.PLACE, row(killed=12, lat=13.5, lon=-8), case("12", point=OKER))
    assert told.verdict is Verdict.DIFFERENT
    assert told.note == "111 km apart, known to 15 km"


def test_without_points_one_name_in_two_spellings_is_one_place() -> None:
    told = point(
        About.PLACE, row(killed=12, place="Deir ez-Zor city"), case("12", places=["Deir Ezzor"])
    )
    assert told.verdict is Verdict.SAME


def test_two_names_without_points_are_two_places() -> None:
    told = point(About.PLACE, row(killed=12, place="Vell"), case("12"))
    assert (told.verdict, told.note) == (Verdict.DIFFERENT, "no place is named by both")


def test_a_force_and_its_state_are_one_side() -> None:
    coded = row(killed=12, by="Government of Syria")
    told = point(About.SIDES, coded, case("12", by="Syrian army"))
    assert told.verdict is Verdict.SAME


def test_another_actor_differs_and_both_are_named() -> None:
    told = point(About.SIDES, row(killed=12, by="Boko Haram"), case("12", by="JNIM"))
    assert told.verdict is Verdict.DIFFERENT
    assert "no report names Boko Haram" in told.note
    assert "the sheet does not name" in told.note


def test_who_is_only_described_is_not_compared() -> None:
    told = point(About.SIDES, row(killed=12, by="masked men"), case("12", by="JNIM"))
    assert (told.verdict, told.size) == (Verdict.WITHIN, 0.0)
