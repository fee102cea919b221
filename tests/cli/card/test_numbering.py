from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from tollbook.cli.card.numbering import Numbering
from tollbook.incident import Incident
from tollbook.testing import account, claim


def test_reports_stand_as_they_were_published_and_undated_ones_last(oker: Incident) -> None:
    names = [imprint.name for imprint, _ in Numbering(oker.accounts).by_document()]
    assert names == ["flash.txt", "army.txt", "note.txt", "letter.txt"]


def test_the_order_of_accounts_does_not_matter(oker: Incident) -> None:
    turned = replace(oker, accounts=oker.accounts[::-1])
    assert list(Numbering(turned.accounts).claims) == list(Numbering(oker.accounts).claims)


def test_times_are_compared_across_zones() -> None:
    early = datetime(2031, 3, 4, 9, 0, tzinfo=timezone(timedelta(hours=5)))
    late = datetime(2031, 3, 4, 7, 0, tzinfo=UTC)
    told = [
        account([claim("12", document="late", published_at=late)]),
        account([claim("13", document="early", published_at=early)]),
        account([claim("14", document="day", published_at=date(2031, 3, 4))]),
    ]
    names = [imprint.name for imprint, _ in Numbering(told).by_document()]
    assert names == ["day", "early", "late"]


def test_numbers_in_a_row_are_joined() -> None:
    claims = [claim(str(n), document=f"{n:02}") for n in range(10, 18)]
    numbering = Numbering([account([each]) for each in claims])
    ids = [each.id for each in claims]
    assert numbering.references([ids[0]]) == "[1]"
    assert numbering.references([ids[1], ids[0]]) == "[1, 2]"
    assert numbering.references([*ids[:4], ids[6]]) == "[1–4, 7]"
    assert numbering.references(["unknown", ids[2]]) == "[3]"
