"""A coder's figure beside the toll that the reports come to."""

from collections.abc import Iterator, Sequence
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
            told=_range(tolls) if tolls else "",
            verdict=Verdict.NOT_CODED if coded is None else Verdict.NOT_TOLD,
            note=note,
            claim_ids=claim_ids,
        )
        return
    verdict, size = _judge(coded, tolls)
    policies = _policies(coded, tolls[0]) if len(tolls) == 1 else ()
    notes = [note] if note else []
    notes += _who_says(coded, cases, harm) if verdict is not Verdict.SAME else []
    yield Point(
        about=about,
        coded=_in_words(coded),
        told=_range(tolls),
        verdict=verdict,
        size=size,
        note="; ".join(notes),
        policies=policies,
        claim_ids=claim_ids,
    )


def _tolls(cases: Sequence[Case], harm: Harm, group: Group) -> tuple[list[Toll], str]:
    """The tolls of one group; where nobody counts civilians, of all, and that is said."""
    found = [toll for case in cases if (toll := case.toll(harm, group)) is not None]
    note = ""
    if not found and group is Group.CIVILIAN:
        found = [toll for case in cases if (toll := case.toll(harm)) is not None]
        note = "the sheet counts civilians, the reports all people" if found else ""
    if found and len(cases) > 1:
        added = f"{len(found)} incidents added up" if len(found) > 1 else "one incident of several"
        note = "; ".join(filter(None, (note, added)))
    return found, note


def _judge(coded: CodedCount, tolls: Sequence[Toll]) -> tuple[Verdict, float]:
    """Say how a coded figure stands to a toll; several tolls allow from the largest to the sum."""
    best = sum(toll.best for toll in tolls)
    low, high = max(toll.low for toll in tolls), sum(toll.high for toll in tolls)
    lowest, highest = coded.lowest, coded.highest
    figure = coded.figure
    if figure is not None:
        if figure == best:
            return Verdict.SAME, 0.0
        if low <= figure <= high:
            return Verdict.WITHIN, 0.0
        return Verdict.DIFFERENT, abs(log((figure + 0.5) / (best + 0.5)))
    bottom = 0 if lowest is None or coded.low is None else lowest
    top = high if coded.high is None or highest is None else highest
    if bottom <= high and low <= top:
        return Verdict.WITHIN, 0.0
    nearest = bottom if bottom > high else top
    return Verdict.DIFFERENT, abs(log((nearest + 0.5) / (best + 0.5)))


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


def _range(tolls: Sequence[Toll]) -> str:
    best = sum(toll.best for toll in tolls)
    low, high = max(toll.low for toll in tolls), sum(toll.high for toll in tolls)
    return f"{best:,}" if low == high else f"{best:,} ({low:,}–{high:,})"


def _policies(coded: CodedCount, toll: Toll) -> tuple[str, ...]:
    """Name the rules of the field that would give the coder's figure from these claims."""
    return tuple(
        ruling.policy
        for ruling in toll.rulings
        if coded.figure is not None and _ruled(ruling.low, ruling.best, ruling.high, coded.figure)
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
    stated = claim.count.low if claim.count.stated is None else claim.count.stated
    return figure is not None and stated == figure


def _who_says(coded: CodedCount, cases: Sequence[Case], harm: Harm) -> list[str]:
    """Say where a figure that is not the toll's comes from, or that nobody gives it."""
    if coded.figure is None:
        return []
    telling = [claim for claim in _toll_claims(cases, harm) if _names(claim, coded.figure)]
    if not telling:
        return [f"no claim says {coded.figure:,}"]
    asides = {
        aside.claim_id: aside.reason
        for case in cases
        for toll in case.tolls
        if toll.harm is harm
        for aside in toll.set_aside
    }
    reasons = {asides[claim.id] for claim in telling if claim.id in asides}
    if reasons and all(claim.id in asides for claim in telling):
        return [f"who says {coded.figure:,} is set aside: {min(reasons)}"]
    reports = len({claim.imprint.document_id for claim in telling})
    said = f"{reports} reports say" if reports > 1 else "one report says"
    return [f"{said} {coded.figure:,}"]


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
