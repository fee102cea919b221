from dataclasses import replace
from datetime import date

import pytest

from tollbook.claim import Group, SourceKind, TollClaim
from tollbook.reconciling.lineage import trace
from tollbook.testing import claim

LONG = "Gunmen who came on motorcycles before dawn killed 31 people at the market of Oker"


def voices(*claims: TollClaim) -> int:
    return len({origin.key for origin in trace(claims).origins.values()})


def unnamed(words: str, source: str = "a security source", **more: str) -> TollClaim:
    return claim(
        words,
        source=source,
        source_kind=SourceKind.OTHER,
        anonymous=True,
        relay=more.get("relay"),
        publisher=more.get("publisher", "The Daily"),
        document=more.get("document", "doc-1"),
    )


def test_a_reprint_is_the_voice_of_the_original() -> None:
    original = claim(
        "31", sentence=f"{LONG}.", publisher="Coast Wire", published_at=date(2031, 5, 4)
    )
    reprint = claim(
        "31",
        sentence=f"{LONG}, officials fear.",
        publisher="Hill Post",
        document="doc-2",
        published_at=date(2031, 5, 5),
    )
    origins = trace([reprint, original]).origins
    assert {origin.name for origin in origins.values()} == {"Coast Wire"}


def test_an_unsigned_report_is_called_so_and_not_by_its_id() -> None:
    origins = trace([claim("31", publisher=None), claim("8", publisher=None, document="doc-2")])
    assert [origin.name for origin in origins.origins.values()] == ["the report itself"] * 2
    assert len({origin.key for origin in origins.origins.values()}) == 2


def test_an_updated_wire_story_is_no_reprint() -> None:
    updated = LONG.replace("31", "38")
    assert (
        voices(
            claim("31", sentence=LONG, publisher="Coast Wire"),
            claim("38", sentence=updated, publisher="Hill Post", document="doc-2"),
        )
        == 2
    )


def test_short_sentences_are_alike_by_chance() -> None:
    assert voices(claim("5"), claim("5", publisher="Hill Post", document="doc-2")) == 2


@pytest.mark.parametrize(
    "relays", [["AFP", "AFP", "Agence France-Presse"], ["AFP", "the AFP news agency"]]
)
def test_what_one_unnamed_source_told_an_agency_is_one_voice_wherever_printed(
    relays: list[str],
) -> None:
    printed = [
        unnamed("77", relay=relay, publisher=f"Paper {at}", document=f"doc-{at}")
        for at, relay in enumerate(relays)
    ]
    assert voices(*printed) == 1


def test_the_agency_in_its_own_report_is_its_publisher() -> None:
    own = unnamed("77", relay="the agency", publisher="AFP")
    assert voices(own, unnamed("77", relay="AFP", document="doc-2")) == 1


def test_two_papers_with_unnamed_sources_of_their_own_are_two_voices() -> None:
    assert (
        voices(
            unnamed("77", publisher="Hill Post"),
            unnamed("80", publisher="Coast Wire", document="doc-2"),
        )
        == 2
    )


def test_two_unnamed_sources_in_one_report_stay_two_even_where_they_agree() -> None:
    assert voices(unnamed("77", "a diplomat"), unnamed("77", "a third diplomat")) == 2


def test_an_unnamed_source_worded_otherwise_with_the_same_figure_is_the_same() -> None:
    assert (
        voices(
            unnamed("77", "a security source", relay="AFP"),
            unnamed("77", "a security official", relay="AFP", document="doc-2"),
        )
        == 1
    )


def test_what_a_source_told_other_media_may_be_what_it_told_this_one() -> None:
    told = unnamed("77", "two diplomats", relay="other media")
    assert voices(told, unnamed("77", "two regional diplomats", document="doc-2")) == 1
    assert voices(told, unnamed("80", "two regional diplomats", document="doc-2")) == 2


@pytest.mark.parametrize("words", ["the group", "The movement", "the Sarn affiliate"])
def test_an_armed_group_pointed_back_at_is_the_one_that_is_named(words: str) -> None:
    def group(source: str, document: str) -> TollClaim:
        return claim(
            f"2{document[-1]}0",
            source=source,
            source_kind=SourceKind.ARMED_GROUP,
            document=document,
        )

    named, pointed = group("the Falcons", "doc-1"), group(words, "doc-2")
    assert {origin.name for origin in trace([named, pointed]).origins.values()} == {"the Falcons"}
    assert voices(named, pointed, group("the Eagles", "doc-3")) == 3


def test_an_outlet_that_repeats_a_figure_it_once_attributed_is_no_new_voice() -> None:
    quoted = claim("31", source="the police", published_at=date(2031, 5, 4))
    recalled = claim("31", document="doc-2", published_at=date(2031, 5, 6))
    assert voices(quoted, recalled) == 1
    elsewhere = claim("31", document="doc-2", publisher="Hill Post", published_at=date(2031, 5, 6))
    before = claim("31", document="doc-2", published_at=date(2031, 5, 2))
    assert (voices(quoted, elsewhere), voices(quoted, before)) == (2, 2)


def test_a_named_source_is_one_voice_in_every_report() -> None:
    assert (
        voices(
            claim("12", source="the Oker hospital", source_kind=SourceKind.MEDICAL),
            claim(
                "14",
                source="Oker hospital",
                source_kind=SourceKind.MEDICAL,
                publisher="Hill Post",
                document="doc-2",
            ),
        )
        == 1
    )


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        pytest.param("31", "31", id="the same figure"),
        pytest.param("dozens", "at least 31", id="a vaguer word"),
        pytest.param("more than 70", "77", id="a rounder number"),
        pytest.param("about 100", "98", id="about as many"),
        pytest.param("12", "at least 12", id="the number without its bound"),
    ],
)
def test_a_headline_speaks_with_the_voice_it_sums_up(headline: str, body: str) -> None:
    assert voices(claim(headline), claim(body, source="the police")) == 1


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        pytest.param("at least 12", "30", id="far apart"),
        pytest.param("12", "15", id="two exact numbers"),
        pytest.param("dozens", "300", id="out of the reach of the word"),
    ],
)
def test_a_figure_of_its_own_is_a_voice_of_its_own(headline: str, body: str) -> None:
    assert voices(claim(headline), claim(body, source="the police")) == 2


def test_headlines_that_sum_up_two_sources_do_not_make_one_of_them() -> None:
    assert (
        voices(
            claim("31"),
            claim("40"),
            claim("31", source="the police"),
            claim("40", source="the hospital"),
        )
        == 2
    )


def test_the_mouthpieces_of_a_party_are_one_voice_where_they_repeat_one_figure() -> None:
    def army(source: str, document: str) -> TollClaim:
        return claim(
            "5",
            group=Group.SECURITY_FORCE,
            source=source,
            source_kind=SourceKind.MILITARY,
            document=document,
        )

    assert voices(army("the General Staff", "doc-1"), army("Colonel Rask", "doc-2")) == 1


def test_a_report_that_repeats_itself_for_ever_is_traced_at_once() -> None:
    one = claim("12", source="the mayor")
    count = one.count
    # Pair by pair this would take minutes.
    mentions = [
        replace(one, count=replace(count, words=replace(count.words, start=at, end=at + 2)))
        for at in range(0, 40_000, 2)
    ]
    assert voices(*mentions, claim("12")) == 1


def test_file_order_tells_nothing() -> None:
    claims = [
        unnamed("77", relay="AFP"),
        unnamed("77", relay="AFP", document="doc-2", publisher="Hill Post"),
        claim("dozens"),
        claim("40", source="the police"),
    ]
    assert trace(claims) == trace(claims[::-1])
