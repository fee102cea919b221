from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tests.storing.built import printed, report, told, toll, words
from tollbook.incident import Link, Report
from tollbook.storing.packing import pack, unpack
from tollbook.toll import Toll


@pytest.mark.parametrize(
    "moment",
    [
        None,
        date(2031, 3, 4),
        datetime(2031, 3, 4),
        datetime(2031, 3, 4, tzinfo=UTC),
        datetime(2031, 3, 4, 5, 6, 7, 8, tzinfo=timezone(timedelta(hours=-3, minutes=-30))),
    ],
)
@pytest.mark.parametrize(
    "name", ["Vell", "half a pair \ud83d", "pairs apart \ud83d\udc00\ud83d", "\0"]
)
def test_a_report_comes_back_equal(moment: date | None, name: str) -> None:
    document = printed(title=name, published_at=moment)
    given = report(document, told(document, "at least 12", targets=(words(name),)))
    found = unpack(Report, pack(Report, given))
    assert found == given
    assert type(found.imprint.published_at) is type(moment)
    assert [account.id for account in found.accounts] == [account.id for account in given.accounts]


@pytest.mark.parametrize("log_odds", [0.1 + 0.2, float("inf"), float("-inf"), 5e-324])
def test_a_number_comes_back_to_the_last_digit(log_odds: float) -> None:
    given = Link(account_id="a", to_account_id="b", log_odds=log_odds, because=("“x”",))
    assert unpack(Link, pack(Link, given)) == given


def test_a_toll_comes_back_equal() -> None:
    assert unpack(Toll, pack(Toll, toll(10**20))) == toll(10**20)
