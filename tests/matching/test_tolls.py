import pytest

from tests.matching.builders import case, row, sheet
from tollbook.claim import Group
from tollbook.comparison import About, Point, Verdict
from tollbook.matching import match
from tollbook.testing import claim


def killed(said: object, *words: str, toll: tuple[int, int, int] | None = None) -> Point:
    claims = [claim(one, document=f"d{number}") for number, one in enumerate(words)]
    (found,) = match(sheet(row(killed=said)), [case(claims, killed=toll)]).matches
    (point,) = [point for point in found.points if point.about is About.KILLED]
    return point


def test_the_very_figure_is_the_same() -> None:
    point = killed(12, "12", toll=(9, 12, 20))
    assert (point.verdict, point.size, point.note) == (Verdict.SAME, 0.0, "")
    assert point.told == "12 (9–20)"


def test_a_figure_inside_the_range_is_within_and_says_who_gives_it() -> None:
    point = killed(14, "12", "14", "14", toll=(12, 13, 20))
    assert (point.verdict, point.note) == (Verdict.WITHIN, "2 reports say 14")


def test_a_figure_outside_the_range_differs_and_nobody_says_it() -> None:
    point = killed(400, "12", "14", toll=(9, 13, 20))
    assert (point.verdict, point.note) == (Verdict.DIFFERENT, "no claim says 400")
    assert point.size == pytest.approx(3.39, abs=0.01)  # the logarithm of 400.5 / 13.5


def test_the_rules_that_give_the_coder_s_figure_are_named() -> None:
    point = killed(12, "12", "at least 20", "30", "30")
    assert "acled" in point.policies


def test_the_claims_that_say_the_coder_s_figure_come_first() -> None:
    claims = [claim("12", document="a"), claim("30", document="b"), claim("31", document="c")]
    (found,) = match(sheet(row(killed=12)), [case(claims)]).matches
    assert found.points[0].claim_ids[0] == claims[0].id


def test_a_coded_range_that_meets_the_toll_is_within() -> None:
    assert killed("10-15", "12", toll=(12, 16, 20)).verdict is Verdict.WITHIN
    assert killed("10-15", "12", toll=(16, 17, 20)).verdict is Verdict.DIFFERENT


def test_a_vague_word_is_held_against_the_toll_by_what_it_allows() -> None:
    assert killed("dozens", "40", toll=(30, 40, 50)).verdict is Verdict.WITHIN
    assert killed("dozens", "12", toll=(9, 12, 20)).verdict is Verdict.DIFFERENT


def test_an_unknown_figure_is_not_coded_and_no_difference() -> None:
    point = killed("", "12")
    assert (point.verdict, point.coded, point.size) == (Verdict.NOT_CODED, "", 0.0)


def test_a_coded_zero_is_held_against_the_toll() -> None:
    assert killed(0, "12", toll=(9, 12, 20)).verdict is Verdict.DIFFERENT


def test_a_sheet_of_civilians_is_held_against_the_civilians() -> None:
    claims = [
        claim("12", document="a"),
        claim("4", document="a", group=Group.CIVILIAN, part_of=True),
        claim("4", document="b", group=Group.CIVILIAN, part_of=True),
    ]
    (found,) = match(sheet(row(killed=4), reading='counts = "civilian"'), [case(claims)]).matches
    assert (found.points[0].verdict, found.points[0].note) == (Verdict.SAME, "")


def test_where_the_reports_count_no_civilians_that_is_said() -> None:
    coded = sheet(row(killed=12), reading='counts = "civilian"')
    (found,) = match(coded, [case("12")]).matches
    assert found.points[0].note == "the sheet counts civilians, the reports all people"
