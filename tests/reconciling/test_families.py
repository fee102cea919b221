from dataclasses import replace
from datetime import date

import pytest

from tollbook.claim import SourceKind, TollClaim
from tollbook.incident import Copy, Descent
from tollbook.reconciling import reconcile
from tollbook.reconciling.intake import take_in
from tollbook.testing import claim

FIRST, NEXT, LAST = date(2031, 3, 4), date(2031, 3, 5), date(2031, 3, 6)
LEAD = "A car bomb killed 12 people at the main market of Oker on Tuesday"


def copied(document: str, descent: Descent = Descent.COPY, root: str = "wire") -> Copy:
    return Copy(document_id=document, root_id=root, descent=descent, because="copy")


def wire(words: str = "12", **more: object) -> TollClaim:
    told: dict[str, object] = {
        "document": "wire",
        "publisher": "Coast Wire",
        "published_at": FIRST,
        "sentence": f"{LEAD}.",
    }
    return claim(words, **(told | more))  # type: ignore[arg-type]


def site(words: str = "12", **more: object) -> TollClaim:
    told: dict[str, object] = {"document": "site", "publisher": "Vell Post", "published_at": NEXT}
    return claim(words, **(told | more))  # type: ignore[arg-type]


def voices(*claims: TollClaim, copies: tuple[Copy, ...] = ()) -> list[str]:
    [toll] = reconcile(claims, copies=copies)
    return sorted(voice.name for voice in toll.voices)


def test_a_copy_in_a_changed_sentence_is_the_voice_of_the_agency() -> None:
    changed = site(sentence="Some 12 are dead after Tuesday's blast at Oker's market.")
    assert voices(wire(), changed) == ["Coast Wire", "Vell Post"]
    assert voices(wire(), changed, copies=(copied("site"),)) == ["Coast Wire"]


def test_the_headline_over_a_copied_story_follows_it() -> None:
    headline = site("12", sentence="Oker bombing: 12 dead")
    body = site("12", sentence=f"{LEAD}, it was learnt.")
    copies = (copied("site", Descent.WIRE),)
    assert voices(wire(), headline, body, copies=copies) == ["Coast Wire"]


@pytest.mark.parametrize(
    "own",
    [
        pytest.param(site("15", source="a surgeon"), id="another source"),
        pytest.param(site("15"), id="another figure"),
        pytest.param(
            site("12", source="a surgeon", anonymous=True, source_kind=SourceKind.MEDICAL),
            id="the same figure of another source",
        ),
    ],
)
def test_what_an_outlet_adds_stays_its_own(own: TollClaim) -> None:
    assert len(voices(wire(), own, copies=(copied("site", Descent.WIRE),))) == 2


def test_in_a_story_added_to_only_its_words_are_the_agencys() -> None:
    own = site("12", sentence="We saw 12 bodies laid out under the plane trees by the river.")
    assert voices(wire(), own, copies=(copied("site", Descent.WIRE),)) == [
        "Coast Wire",
        "Vell Post",
    ]


def test_an_unnamed_source_is_the_same_one_in_every_copy() -> None:
    told = {"source": "a security source", "anonymous": True, "sentence": None}
    assert voices(wire("12", **told), site("12", **told), copies=(copied("site"),)) == [
        "a security source"
    ]


def test_a_report_of_no_family_is_heard_as_before() -> None:
    claims = (wire(), site("15"))
    assert reconcile(claims, copies=(copied("other"),)) == reconcile(claims)


def test_the_order_of_claims_and_copies_does_not_matter() -> None:
    claims = [wire(), site(), site("15", source="a surgeon"), claim("9", document="third")]
    copies = [copied("site", Descent.WIRE), copied("third")]
    assert reconcile(claims, copies=copies) == reconcile(claims[::-1], copies=copies[::-1])


def test_what_a_medium_reports_is_said_by_whom_it_quotes() -> None:
    asked = wire("12", source="police", source_kind=SourceKind.POLICE, sentence=None)
    passed_on = site("12", source="Coast Wire", source_kind=SourceKind.MEDIA)
    headline = site("12", sentence="Bomb in Oker kills 12")
    assert voices(asked, passed_on, headline) == ["police"]


def test_a_chain_of_media_ends_at_the_source() -> None:
    asked = wire("12", source="the ministry", relay="Coast Wire", sentence=None)
    second = site("12", source="Coast Wire", source_kind=SourceKind.MEDIA)
    third = claim(
        "12",
        source="Vell Post",
        source_kind=SourceKind.MEDIA,
        publisher="Sarn Daily",
        document="third",
        published_at=LAST,
    )
    assert voices(asked, second, third) == ["the ministry"]


def test_two_media_that_quote_each_other_end_somewhere() -> None:
    one = wire("12", source="Vell Post", source_kind=SourceKind.MEDIA, sentence=None)
    other = site("12", source="Coast Wire", source_kind=SourceKind.MEDIA)
    assert 1 <= len(voices(one, other)) <= 2


REVISED = (copied("later", Descent.REVISION),)


def later(words: str, **more: object) -> TollClaim:
    return wire(words, document="later", published_at=LAST, sentence=None, **more)


def test_a_later_version_replaces_its_own_figure_and_keeps_it_known() -> None:
    old, new = wire(), later("17")
    statements = take_in([old, new], REVISED).statements
    assert [(each.count.low, each.is_replaced) for each in statements] == [(12, True), (17, False)]


def test_unsigned_versions_of_one_page_are_one_outlet() -> None:
    url = "https://coast.example/oker"
    old, new = (_at(each, url) for each in (wire(publisher=None), later("17", publisher=None)))
    assert len(voices(old, new)) == 2
    assert voices(old, new, copies=REVISED) == ["the report itself"]


def _at(told: TollClaim, url: str) -> TollClaim:
    return replace(told, imprint=replace(told.imprint, url=url))


def test_a_figure_that_the_page_no_longer_gives_is_set_aside() -> None:
    dropped = wire("30", source="a nurse", sentence=None)
    [toll] = reconcile([wire(), dropped, later("12")], copies=REVISED)
    [aside] = toll.set_aside
    assert aside.claim_id == dropped.id
    assert aside.reason == (
        "the page no longer says so: its later version of 2031-03-06 gives no such figure"
    )


@pytest.mark.parametrize(
    "last",
    [
        pytest.param(later("30", source="the hospital"), id="another source gives it"),
        pytest.param(later("31", source="a nurse"), id="the same source gives another"),
    ],
)
def test_a_figure_that_lives_on_is_not_withdrawn(last: TollClaim) -> None:
    said = wire("30", source="a nurse", sentence=None)
    assert take_in([said, last], REVISED).refused == {}


def test_what_another_report_still_says_stands() -> None:
    dropped, kept = (make("30", source="a nurse", sentence=None) for make in (wire, site))
    intake = take_in([dropped, kept, later("12")], REVISED)
    assert set(intake.refused) == {dropped.id}
    assert any(kept.id in each.claim_ids for each in intake.statements)


def test_versions_of_one_day_withdraw_nothing() -> None:
    said = wire("30", source="a nurse", sentence=None)
    same_day = wire("12", document="later", sentence=None)
    assert take_in([said, same_day], REVISED).refused == {}


def test_a_copy_that_is_no_later_version_withdraws_nothing() -> None:
    said = wire("30", source="a nurse", sentence=None)
    assert take_in([said, site("12")], (copied("site"),)).refused == {}
