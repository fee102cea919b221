"""The day it was where a report was filed from, by its dateline."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from functools import cache
from importlib.resources import files

# "SARN, Taval, March 3 (Agency) — ", "SARN (Agency) - ".
_DATELINE = re.compile(
    r"\s*(?P<places>[^\W\d_][\w.'’ -]{1,40}(?:, ?[^\W\d_][\w.'’ -]{1,40}){0,2}?)\s*"
    r"(?:,? ?\w+\.? \d{1,2}\b[^(\n]{0,12})?(?:\(|--|[—–]| - )"
)


def day_of_report(
    published: date | datetime | None, text: str, language: str = "en"
) -> date | None:
    """Give the day of publication as it was where the report was filed from.

    Args:
        published: when it was printed; only a moment with its zone is moved.
        text: the report; its dateline names the place.
        language: of the dateline.

    Returns:
        The day that the moment itself shows where no dateline names a place we know.

    Example:
        >>> from datetime import UTC
        >>> late = datetime(2031, 3, 6, 21, 0, tzinfo=UTC)
        >>> str(day_of_report(late, "KABUL (Agency) — Two guards died on Friday."))
        '2031-03-07'
    """
    if not isinstance(published, datetime):
        return published
    found = _DATELINE.match(text) if published.tzinfo is not None else None
    if found is not None:
        for place in found["places"].lower().split(","):
            hours = _offsets(language).get(place.strip())
            if hours is not None:
                return published.astimezone(timezone(timedelta(hours=hours))).date()
    return published.date()


@cache
def _offsets(language: str) -> Mapping[str, float]:
    table = files("tollbook").joinpath("dating", "words", f"zones.{language}.toml")
    hours: dict[str, str] = tomllib.loads(table.read_text("utf-8"))["hours"]
    return {
        place.strip(): float(offset)
        for offset, places in hours.items()
        for place in places.split(",")
    }
