from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tollbook.errors import UnreadableDate
from tollbook.reading import published_at


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        pytest.param("2031-03-04", date(2031, 3, 4), id="a day stays a day"),
        pytest.param(" 2031-03-04\n", date(2031, 3, 4), id="space around it"),
        pytest.param("2031-03-04T07:05", datetime(2031, 3, 4, 7, 5), id="no zone is made up"),
        pytest.param("2031-03-04 07:05:09Z", datetime(2031, 3, 4, 7, 5, 9, tzinfo=UTC), id="zulu"),
        pytest.param(
            "2031-03-04T07:05:00+05:30",
            datetime(2031, 3, 4, 7, 5, tzinfo=timezone(timedelta(hours=5, minutes=30))),
            id="a zone",
        ),
        pytest.param(
            "Tue, 04 Mar 2031 07:05:00 GMT", datetime(2031, 3, 4, 7, 5, tzinfo=UTC), id="RSS"
        ),
    ],
)
def test_dates_as_files_and_feeds_write_them(words: str, moment: date | datetime) -> None:
    found = published_at(words)
    assert (type(found), found) == (type(moment), moment)


@pytest.mark.parametrize("words", ["", "yesterday", "4 March", "2031-13-04", "04/03/2031", "1930"])
def test_anything_else_is_refused_in_its_own_words(words: str) -> None:
    with pytest.raises(UnreadableDate, match="expected one such as 2024-09-17") as refused:
        published_at(words)
    assert repr(words) in str(refused.value)
