"""When a report was published, as files, feeds and command lines write it."""

from datetime import date, datetime

from tollbook.errors import UnreadableDate


def published_at(words: str) -> date | datetime:
    """Read a date of publication: ISO 8601, or the form of mail and RSS.

    A day stays a day; a time is never made up for it, nor a time zone.

    Raises:
        UnreadableDate: the words are neither.

    Example:
        >>> published_at("2024-09-17")
        datetime.date(2024, 9, 17)
        >>> published_at("2024-09-17T07:05:00Z").isoformat()
        '2024-09-17T07:05:00+00:00'
        >>> published_at("Tue, 17 Sep 2024 07:05:00 GMT").isoformat()
        '2024-09-17T07:05:00+00:00'
    """
    words = words.strip()
    for attempt in (date.fromisoformat, datetime.fromisoformat, _from_mail):
        try:
            return attempt(words)
        except ValueError:
            continue
    raise UnreadableDate(
        f"{words!r} is no date of publication; expected one such as 2024-09-17 "
        "or 2024-09-17T07:05:00Z"
    )


def _from_mail(words: str) -> datetime:
    from email.utils import parsedate_to_datetime  # 10 ms, and hardly any input needs it

    return parsedate_to_datetime(words)
