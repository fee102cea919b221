"""Time among claims: which came first, which figure replaces which. Never by file order."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from tollbook.claim import TollClaim

Moment = date | datetime


def day_of(moment: Moment) -> date:
    """Say on which day, in UTC where a time zone is given."""
    if not isinstance(moment, datetime):
        return moment
    return moment.date() if moment.tzinfo is None else moment.astimezone(UTC).date()


def is_older(one: Moment | None, other: Moment | None) -> bool:
    """Tell whether one was surely published before the other.

    Where only days are known, two moments of one day are not older than each other; where
    nothing is known, nothing is older.
    """
    if one is None or other is None:
        return False
    if day_of(one) != day_of(other):
        return day_of(one) < day_of(other)
    if isinstance(one, datetime) and isinstance(other, datetime):
        return _clock(one) < _clock(other)
    return False


def first(moments: Iterable[Moment | None]) -> Moment | None:
    """Pick the earliest moment known; a day without a time comes last on its day."""
    known = [moment for moment in moments if moment is not None]
    return min(known, key=published_order) if known else None


def publication_order(claim: TollClaim) -> tuple[object, ...]:
    """Sort claims as they were published, then by document and place in it; undated last."""
    imprint = claim.imprint
    order = published_order(imprint.published_at)
    return (*order, imprint.document_id, claim.count.words.start, claim.harm, claim.group, claim.id)


def published_order(moment: Moment | None) -> tuple[date, time]:
    """Sort moments: by day, then by the clock where there is one; unknown last."""
    if moment is None:
        return date.max, time.max
    return day_of(moment), _clock(moment) if isinstance(moment, datetime) else time.max


def _clock(moment: datetime) -> time:
    return (moment if moment.tzinfo is None else moment.astimezone(UTC)).time()
