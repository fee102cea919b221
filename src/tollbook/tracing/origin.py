"""Whether two documents go back to one text, judged by their fingerprints, with the reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Final

from tollbook.document import Imprint
from tollbook.fingerprint import Fingerprint
from tollbook.incident import Descent

# Chosen on the training pairs of `wire-copies` (256 labelled by reading): among those that keep a
# precision of .98 they find most. Fewer runs are a list of charges, or the phrases in which every
# agency words a shooting; two of them at least must be on the matter of a title, which the
# furniture of a page is not.
_FEWEST_RUNS: Final = 12
_FEWEST_TELLING: Final = 2
_SHARE: Final = 0.06
# Of a fifth of the shorter text fewer will do.
_FEWEST_OF_A_FIFTH: Final = 8
_FIFTH: Final = 0.2
# From here on it is the same text, or one within the other. Assumed.
_COPY_SHARE: Final = 0.6
# A later version of a page keeps most of it; a new story on the same matter does not. Assumed.
_PAGE_SHARE: Final = 0.4
# A text of a few words is copied whole, or not at all.
_BRIEF: Final = 30


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
    shared = {*earlier.runs} & {*later.runs}
    share = len(shared) / max(1, min(len({*earlier.runs}), len({*later.runs})))
    telling = len(shared & {*earlier.telling, *later.telling})
    found = _descent(earlier, later, share, len(shared), telling)
    if found is None:
        return None
    descent, because = found
    return Repeat(
        document_id=later.document_id,
        of_id=earlier.document_id,
        descent=descent,
        share=round(share, 4),
        runs=len(shared),
        because=because,
    )


def _descent(
    earlier: Fingerprint, later: Fingerprint, share: float, runs: int, telling: int
) -> tuple[Descent, str] | None:
    if earlier.page is not None and earlier.page == later.page:
        return Descent.REVISION, f"later version of the same page, {earlier.page}"
    if not _is_shared_text(min(earlier.words, later.words), share, runs, telling):
        return None
    told = f"{share:.0%} of the shorter text stands word for word in the other"
    is_same_outlet = earlier.publisher is not None and earlier.publisher == later.publisher
    if is_same_outlet and share >= _PAGE_SHARE:
        return Descent.REVISION, f"later version by the same outlet: {told}"
    signed = _signed(earlier, later)
    if share >= _COPY_SHARE:
        return Descent.COPY, f"{signed} copy: {told}".lstrip()
    return Descent.WIRE, f"{signed} story, cut or added to: {told}".lstrip()


def _is_shared_text(words: int, share: float, runs: int, telling: int) -> bool:
    if words <= _BRIEF:
        return telling >= _FEWEST_TELLING and share >= _COPY_SHARE
    if share >= _FIFTH and runs >= _FEWEST_OF_A_FIFTH:
        return telling > 0
    return runs >= _FEWEST_RUNS and share >= _SHARE and telling >= _FEWEST_TELLING


def _signed(earlier: Fingerprint, later: Fingerprint) -> str:
    """Name the agency that both are signed with, or the one that either is."""
    either = {*earlier.agencies, *later.agencies}
    return min({*earlier.agencies} & {*later.agencies} or either, default="")


def closest(repeats: Iterable[Repeat]) -> Repeat | None:
    """Pick which of the earlier documents one is made from: of all `Repeat`s of one document.

    The choice does not depend on their order, and picking among some and then among the rest
    comes to the same.
    """
    return max(repeats, key=_closeness, default=None)


def _closeness(repeat: Repeat) -> tuple[object, ...]:
    return repeat.descent is Descent.REVISION, repeat.runs, repeat.share, repeat.of_id


def publication(printed: Fingerprint | Imprint) -> tuple[date, time, str]:
    """Sort documents as they were published: a day alone last on its day, undated last of all."""
    moment = printed.published_at
    if moment is None:
        return date.max, time.max, printed.document_id
    if not isinstance(moment, datetime):
        return moment, time.max, printed.document_id
    utc = moment if moment.tzinfo is None else moment.astimezone(UTC)
    return utc.date(), utc.time(), printed.document_id
