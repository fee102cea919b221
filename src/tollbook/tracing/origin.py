"""Whether two documents go back to one text, judged by their fingerprints, with the reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Final

from tollbook.incident import Descent
from tollbook.tracing.fingerprint import Fingerprint

# Provisional: to be chosen on labelled pairs.
_COPY_SHARE: Final = 0.6
_WIRE_SHARE: Final = 0.2
_WIRE_RUNS: Final = 10
_PAGE_SHARE: Final = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """One document that repeats an earlier one, and what shows it.

    `share` is the part of the shorter text's runs that stand in the other, `runs` how many.
    """

    document_id: str
    of_id: str
    descent: Descent
    share: float
    runs: int
    because: str


def same_origin(left: Fingerprint, right: Fingerprint) -> Repeat | None:
    """Judge whether one text was made from the other, or both from a third.

    Args:
        left: one document.
        right: another one; which is given first does not matter.

    Returns:
        How the later repeats the earlier (by publication, then by id), None where they are
        independent, or the same document.
    """
    if left.document_id == right.document_id:
        return None
    earlier, later = sorted((left, right), key=publication)
    mine, others = set(earlier.runs), set(later.runs)
    runs = len(mine & others)
    share = runs / max(1, min(len(mine), len(others)))
    found = _descent(earlier, later, share, runs)
    if found is None:
        return None
    descent, because = found
    return Repeat(
        document_id=later.document_id,
        of_id=earlier.document_id,
        descent=descent,
        share=round(share, 4),
        runs=runs,
        because=because,
    )


def _descent(
    earlier: Fingerprint, later: Fingerprint, share: float, runs: int
) -> tuple[Descent, str] | None:
    told = f"{share:.0%} of the shorter text stands word for word in the other"
    if earlier.page is not None and earlier.page == later.page:
        return Descent.REVISION, f"same page, {earlier.page}"
    is_same_outlet = earlier.publisher is not None and earlier.publisher == later.publisher
    if is_same_outlet and share >= _PAGE_SHARE:
        return Descent.REVISION, f"same outlet, and {told}"
    credits = sorted({*earlier.agencies} & {*later.agencies}) or sorted(
        {*earlier.agencies, *later.agencies}
    )
    signed = f", signed {credits[0]}" if credits else ""
    if share >= _COPY_SHARE and runs >= 2:
        return Descent.COPY, told + signed
    if share >= _WIRE_SHARE and runs >= _WIRE_RUNS:
        return Descent.WIRE, told + signed
    return None


def closest(repeats: Iterable[Repeat]) -> Repeat | None:
    """Pick which of the earlier documents one is made from: of all `Repeat`s of one document.

    The choice does not depend on their order, and picking among some and then among the rest
    comes to the same.
    """
    return max(repeats, key=_closeness, default=None)


def _closeness(repeat: Repeat) -> tuple[object, ...]:
    return repeat.descent is Descent.REVISION, repeat.runs, repeat.share, repeat.of_id


def publication(printed: Fingerprint) -> tuple[date, time, str]:
    """Sort documents as they were published: a day alone last on its day, undated last of all."""
    moment = printed.published_at
    if moment is None:
        return date.max, time.max, printed.document_id
    if not isinstance(moment, datetime):
        return moment, time.max, printed.document_id
    utc = moment if moment.tzinfo is None else moment.astimezone(UTC)
    return utc.date(), utc.time(), printed.document_id
