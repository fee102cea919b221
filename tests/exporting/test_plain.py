import json
from datetime import UTC, date, datetime

import pytest
from pydantic import TypeAdapter

from tollbook.claim import (
    Attribution,
    Claim,
    DamageClaim,
    Effect,
    Reaction,
    ReactionKind,
    ResponsibilityClaim,
    SourceKind,
    Status,
    TollClaim,
)
from tollbook.document import Document
from tollbook.exporting.plain import plain
from tollbook.incident import Days, Incident, Report
from tollbook.testing import account, claim, document, incident, words_in

TEXT = "The Oker Front burnt a clinic; Vell condemned it. 🙂 e\u0301"
PRINTED = document(TEXT, published_at=datetime(2031, 3, 4, 7, 5, tzinfo=UTC))
CLAIMS: list[Claim] = [
    claim("at least 20", source="a nurse", source_kind=SourceKind.MEDICAL, relay="Oker Radio"),
    claim("no"),
    ResponsibilityClaim(
        actor=words_in(PRINTED, "The Oker Front"),
        status=Status.STATED,
        attribution=Attribution(),
        incident="A",
        sentence=words_in(PRINTED, TEXT),
        imprint=PRINTED.imprint,
    ),
    DamageClaim(
        object=words_in(PRINTED, "a clinic"),
        effect=Effect.BURNED,
        attribution=Attribution(),
        incident="A",
        sentence=words_in(PRINTED, TEXT),
        imprint=PRINTED.imprint,
    ),
    Reaction(
        actor=words_in(PRINTED, "Vell"),
        reaction=ReactionKind.CONDEMNED,
        incident="A",
        sentence=words_in(PRINTED, TEXT),
        imprint=PRINTED.imprint,
    ),
]


@pytest.mark.parametrize("said", CLAIMS, ids=lambda said: said.kind)
def test_a_claim_written_and_strictly_read_is_the_same_claim(said: Claim) -> None:
    read = TypeAdapter(Claim).validate_json(json.dumps(plain(said)), strict=True)
    assert read == said
    assert read.id == said.id


def test_an_incident_and_a_report_come_back_the_same() -> None:
    told = incident(CLAIMS)
    report = Report(imprint=PRINTED.imprint, accounts=(account(CLAIMS[2:]),))
    assert TypeAdapter(Incident).validate_json(json.dumps(plain(told)), strict=True) == told
    assert TypeAdapter(Report).validate_json(json.dumps(plain(report)), strict=True) == report


def test_it_says_what_pydantic_says_and_the_ids_with_it() -> None:
    for said in CLAIMS:
        by_pydantic = TypeAdapter(type(said)).dump_python(said, mode="json")
        assert plain(said) == {**by_pydantic, "id": said.id}


def test_strict_reading_takes_no_true_for_one_person() -> None:
    written = json.loads(json.dumps(plain(CLAIMS[0])))
    written["count"]["low"] = True
    with pytest.raises(ValueError, match=r"count\.low"):
        TypeAdapter(TollClaim).validate_json(json.dumps(written), strict=True)


def test_zero_and_nothing_stay_apart() -> None:
    written = plain(claim("no"))
    assert isinstance(written, dict)
    assert written["count"]["low"] == written["count"]["high"] == 0
    assert plain(Document(text="x", name="x"))["published_at"] is None  # type: ignore[index]


def test_a_day_stays_a_day() -> None:
    assert plain(Days(first=date(2031, 3, 4), last=date(2031, 3, 4))) == {
        "first": "2031-03-04",
        "last": "2031-03-04",
        "words": None,
        "date_prec": None,
        "time_precision": None,
        "rule": "",
    }


def test_what_is_no_noun_is_refused() -> None:
    with pytest.raises(TypeError, match="is no noun"):
        plain(object())
