"""An incident as it was known on a day."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tollbook.incident import Account, Days, Incident, Place, What
from tollbook.linking import as_of, link, versions
from tollbook.testing import account, claim, document, incident, words_in

MONDAY, TUESDAY, WEDNESDAY = (date(2031, 3, day) for day in (3, 4, 5))


def told_on(moment: date | datetime | None, words: str = "12", *, document: str) -> Incident:
    return incident([claim(words, published_at=moment, document=document)])


def joined(*told: Incident) -> Incident:
    return incident([claim for each in told for claim in each.claims])


def words_of(known: Incident | None) -> list[str]:
    assert known is not None
    return [str(claim) for claim in known.claims]


def test_what_was_published_on_the_day_itself_counts() -> None:
    whole = joined(told_on(MONDAY, document="a"), told_on(TUESDAY, "15", document="b"))
    assert as_of(whole, TUESDAY) == whole


def test_what_was_published_later_is_left_out() -> None:
    whole = joined(told_on(MONDAY, document="a"), told_on(TUESDAY, "15", document="b"))
    assert words_of(as_of(whole, MONDAY)) == ["killed people: “12”"]


def test_before_anybody_reported_there_is_no_incident() -> None:
    assert as_of(told_on(TUESDAY, document="a"), MONDAY) is None


def test_a_day_ends_at_midnight_in_utc() -> None:
    # Half past midnight on Tuesday, two hours ahead of UTC, is still Monday there.
    night = datetime(2031, 3, 4, 0, 30, tzinfo=timezone(timedelta(hours=2)))
    assert as_of(told_on(night, document="a"), MONDAY) is not None
    assert as_of(told_on(night.astimezone(UTC), document="a"), MONDAY) is not None


def test_a_report_without_a_date_counts_from_the_day_it_was_added() -> None:
    whole = joined(told_on(MONDAY, document="a"), told_on(None, "15", document="b"))
    added = {"b": TUESDAY}
    assert len(words_of(as_of(whole, MONDAY, added))) == 1
    assert as_of(whole, TUESDAY, added) == whole


def test_a_report_of_which_nobody_knows_the_day_was_not_known_on_any() -> None:
    whole = joined(told_on(MONDAY, document="a"), told_on(None, "15", document="b"))
    assert len(words_of(as_of(whole, WEDNESDAY))) == 1


def test_a_date_of_publication_wins_over_the_day_of_adding() -> None:
    assert as_of(told_on(MONDAY, document="a"), MONDAY, {"a": WEDNESDAY}) is not None


def test_days_and_places_are_merged_anew_from_what_was_known() -> None:
    early = placed("Shells fell on Oker on Monday.", "Oker", MONDAY, name="early")
    late = placed("Shells fell on Vell on Tuesday.", "Vell", TUESDAY, name="late")
    [whole] = link([early, late], together={frozenset({early.id, late.id}): "ruling"})
    assert set(whole.places) == {"Oker", "Vell"}
    known = as_of(whole, MONDAY)
    assert known is not None
    assert known.places == ("Oker",)
    assert known.days == Days(first=MONDAY, last=MONDAY)
    assert known.links == ()
    assert known.id == whole.id


def placed(text: str, place: str, day: date, *, name: str) -> Account:
    printed = document(text, name=name, published_at=day)
    return Account(
        label="A",
        what=What.SHELLING,
        imprint=printed.imprint,
        days=Days(first=day, last=day),
        places=(Place(words=words_in(printed, place)),),
    )


def test_each_day_of_publication_is_a_version_and_no_other_day() -> None:
    whole = joined(
        told_on(WEDNESDAY, "20", document="c"),
        told_on(MONDAY, document="a"),
        told_on(MONDAY, document="b"),
    )
    assert [(day, len(known.accounts)) for day, known in versions(whole)] == [
        (MONDAY, 2),
        (WEDNESDAY, 3),
    ]


def test_the_last_version_is_the_incident_as_given() -> None:
    whole = joined(told_on(MONDAY, document="a"), told_on(None, "15", document="b"))
    *_, (day, last) = versions(whole)
    assert day is None
    assert last == whole


@pytest.mark.parametrize("moment", [MONDAY, None])
def test_one_report_makes_one_version(moment: date | None) -> None:
    whole = told_on(moment, document="a")
    assert list(versions(whole)) == [(moment, whole)]


def test_an_account_is_left_out_whole() -> None:
    later = account([claim("15", published_at=TUESDAY, document="b")])
    whole = joined(told_on(MONDAY, document="a"), incident(later.claims))
    known = as_of(whole, MONDAY)
    assert known is not None
    assert later.id not in {each.id for each in known.accounts}
