"""A coder's figure beside the toll that the reports come to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

from tollbook.claim import Group, Harm, TollClaim
from tollbook.comparison import About, Point, Verdict
from tollbook.sheet import CodedCount, CodedEvent, Meaning
from tollbook.toll import Case, Toll

MOST_CLAIMS = 6
"""How many claims a point leads to; the incident holds them all."""

_COUNTED = {
    Harm.KILLED: About.KILLED,
    Harm.INJURED: About.INJURED,
}


def compare_tolls(
    events: Sequence[CodedEvent], cases: Sequence[Case], counts: Group
) -> Iterator[Point]:
    """Compare the killed, the injured and the civilians killed.

    Several rows are added up, and so are several incidents: a coder's day may be two incidents.

    Args:
        events: rows that tell of one event.
        cases: the incidents they go with.
        counts: whom the sheet's killed and injured are.
    """
    for harm, about in _COUNTED.items():
        coded = [event.killed if harm is Harm.KILLED else event.injured for event in events]
        yield from _compare(about, harm, counts, _sum(coded), cases)
    if counts is not Group.CIVILIAN:
        civilians = _sum([event.part(Meaning.KILLED_CIVILIANS) for event in events])
        told = [case.toll(Harm.KILLED, Group.CIVILIAN) for case in cases]
        if civilians is not None and any(told):
            yield from _compare(About.CIVILIANS, Harm.KILLED, Group.CIVILIAN, civilians, cases)


def _sum(counts: Sequence[CodedCount | None]) -> CodedCount | None:
    """Add up several rows; a figure that one of them lacks is unknown of all."""
    given = [count for count in counts if count is not None]
    if len(given) < 2:
        return given[0] if given else None
    return CodedCount(
        low=_added([count.low for count in given]),
        best=_added([count.figure for count in given]),
        high=_added([count.high for count in given]),
        words=" + ".join(count.words for count in given),
    )


def _added(figures: Sequence[int | None]) -> int | None:
    known = [figure for figure in figures if figure is not None]
    return sum(known) if len(known) == len(figures) else None


def _compare(
    about: About, harm: Harm, group: Group, coded: CodedCount | None, cases: Sequence[Case]
) -> Iterator[Point]:
    tolls, note = _tolls(cases, harm, group)
    if coded is None and not tolls:
        return
    claim_ids = _claims(tolls, cases, harm, coded)
    if coded is None or not tolls:
        yield Point(
            about=about,
            coded="" if coded is None else _in_words(coded),
            told="; ".join(f"{one}" for one in _readings(tolls)) if tolls else "",
            verdict=Verdict.NOT_CODED if coded is None else Verdict.NOT_TOLD,
            note=note,
            claim_ids=claim_ids,
        )
        return
    told = min(_readings(tolls), key=lambda one: (_judge(coded, one)[1], _off(coded, one)))
    verdict, size = _judge(coded, told)
    notes = [note, told.note, *_who_says(coded, tolls, cases, harm, verdict)]
    yield Point(
        about=about,
        coded=_in_words(coded),
        told=str(told),
        verdict=verdict,
        size=size,
        note="; ".join(filter(None, notes)),
        policies=_policies(coded, tolls),
        claim_ids=claim_ids,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A toll to compare with: of one incident, or what several come to."""

    low: int
    best: int
    high: int
    note: str = ""

    def __str__(self) -> str:
        if self.low == self.high:
            return f"{self.best:,}"
        return f"{self.best:,} ({self.low:,}–{self.high:,})"


def _tolls(cases: Sequence[Case], harm: Harm, group: Group) -> tuple[list[Toll], str]:
    """The tolls of one group; where nobody counts civilians, of all, and that is said."""
    found = [toll for case in cases if (toll := case.toll(harm, group)) is not None]
    if found or group is not Group.CIVILIAN:
        return found, ""
    found = [toll for case in cases if (toll := case.toll(harm)) is not None]
    return found, "the sheet counts civilians, the reports all people" if found else ""


def _readings(tolls: Sequence[Toll]) -> Iterator[_Told]:
    """What tolls may come to: several incidents are parts of one event, or one told twice."""
    largest = max(tolls, key=lambda toll: (toll.best, toll.high))
    if len(tolls) == 1:
        yield _Told(low=largest.low, best=largest.best, high=largest.high)
        return
    many = f"of {len(tolls)} incidents"
    yield _Told(
        low=sum(toll.low for toll in tolls),
        best=sum(toll.best for toll in tolls),
        high=sum(toll.high for toll in tolls),
        note=f"{many} added up",
    )
    yield _Told(low=largest.low, best=largest.best, high=largest.high, note=f"the largest {many}")


def _judge(coded: CodedCount, told: _Told) -> tuple[Verdict, float]:
    """Say how a coded figure stands to a toll, and how far off it is."""
    figure = coded.figure
    if figure is not None:
        if figure == told.best:
            return Verdict.SAME, 0.0
        if told.low <= figure <= told.high:
            return Verdict.WITHIN, 0.0
        return Verdict.DIFFERENT, _apart(figure, told.best)
    bottom = 0 if coded.low is None else coded.low
    top = told.high if coded.high is None else coded.high
    if bottom <= told.high and told.low <= top:
        return Verdict.WITHIN, 0.0
    return Verdict.DIFFERENT, _apart(bottom if bottom > told.high else top, told.best)


def _off(coded: CodedCount, told: _Told) -> int:
    return 0 if coded.figure is None else abs(coded.figure - told.best)


def _apart(one: int, other: int) -> float:
    return abs(log((one + 0.5) / (other + 0.5)))


def _in_words(coded: CodedCount) -> str:
    """Write a coded count: "12", "12 (10–15)", or the coder's own words where no figure is.

    Example:
        >>> _in_words(CodedCount(low=10, best=12, high=15, words="12"))
        '12 (10–15)'
        >>> _in_words(CodedCount(low=24, best=None, high=None, words="dozens"))
        'dozens'
    """
    figure, low, high = coded.figure, coded.low, coded.high
    if figure is None:
        return coded.words
    if low in (None, figure) and high in (None, figure):
        return f"{figure:,}" if high is not None or low is None else f"{figure:,} or more"
    return f"{figure:,} ({_or_unknown(low)}–{_or_unknown(high)})"


def _or_unknown(figure: int | None) -> str:
    return "?" if figure is None else f"{figure:,}"


def _policies(coded: CodedCount, tolls: Sequence[Toll]) -> tuple[str, ...]:
    """Name the rules of the field that would give the coder's figure from one toll's claims."""
    figure = coded.figure
    if figure is None:
        return ()
    return tuple(
        dict.fromkeys(
            ruling.policy
            for toll in tolls
            for ruling in toll.rulings
            if _ruled(ruling.low, ruling.best, ruling.high, figure)
        )
    )


def _ruled(low: int | None, best: int | None, high: int | None, figure: int) -> bool:
    return figure == best if best is not None else low == high == figure


def _toll_claims(cases: Sequence[Case], harm: Harm) -> list[TollClaim]:
    return [
        claim
        for case in cases
        for claim in case.incident.claims
        if isinstance(claim, TollClaim) and claim.harm is harm
    ]


def _names(claim: TollClaim, figure: int | None) -> bool:
    """Whether a claim names this very number: "in the 70s" does not name 70."""
    count = claim.count
    named = count.low if count.stated is None and count.low == count.high else count.stated
    return figure is not None and named == figure


def _who_says(
    coded: CodedCount,
    tolls: Sequence[Toll],
    cases: Sequence[Case],
    harm: Harm,
    verdict: Verdict,
) -> Iterator[str]:
    """Say where a figure that is not the toll's comes from, or that nobody gives it."""
    if coded.figure is None or verdict is Verdict.SAME:
        return
    telling = [claim for claim in _toll_claims(cases, harm) if _names(claim, coded.figure)]
    if not telling:
        yield f"no claim says {coded.figure:,}"
        return
    counted = {claim_id for toll in tolls for claim_id in toll.counted}
    asides = {aside.claim_id: aside.reason for toll in tolls for aside in toll.set_aside}
    reasons = sorted({asides[claim.id] for claim in telling if claim.id in asides})
    if reasons and not any(claim.id in counted for claim in telling):
        yield f"who says {coded.figure:,} is set aside: {reasons[0]}"
        return
    reports = len({claim.imprint.document_id for claim in telling})
    said = f"{reports} reports say" if reports > 1 else "one report says"
    yield f"{said} {coded.figure:,}"


def _claims(
    tolls: Sequence[Toll], cases: Sequence[Case], harm: Harm, coded: CodedCount | None
) -> tuple[str, ...]:
    """The claims to look at: who gives the coder's figure, then who moved the toll most."""
    figure = None if coded is None else coded.figure
    told = _toll_claims(cases, harm)
    moved = {one.claim_id: abs(one.shift) for toll in tolls for one in toll.influences}
    counted = {claim_id for toll in tolls for claim_id in toll.counted}
    telling = [claim for claim in told if _names(claim, figure) or claim.id in counted]
    telling.sort(key=lambda claim: (not _names(claim, figure), -moved.get(claim.id, 0), claim.id))
    return tuple(dict.fromkeys(claim.id for claim in telling))[:MOST_CLAIMS]
