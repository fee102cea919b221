"""What one side has and the other lacks, and why that may be."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from tollbook.claim import Harm, Stance, TollClaim
from tollbook.comparison import OnlyCoded, OnlyTold, Pairing, Window
from tollbook.incident import Judgement
from tollbook.matching.traits import Traits
from tollbook.sheet import CodedEvent, Sheet
from tollbook.toll import Case

PRINTED_WITHIN = 14
"""How many days after an event its first report is looked for."""

_SCHEMES = {"ucdp": "UCDP", "acled": "ACLED", "airwars": "Airwars"}


def window_of(sheet: Sheet, traits: Iterable[Traits]) -> Window:
    """Say what a sheet covers, by its own rows."""
    told = list(traits)
    firsts = [one.first for one in told if one.first is not None]
    lasts = [one.last for one in told if one.last is not None]
    return Window(
        first=min(firsts, default=None),
        last=max(lasts, default=None),
        countries=frozenset(one.country for one in told if one.country),
        fewest_killed=sheet.columns.fewest_killed,
    )


def why_outside(case: Case, traits: Traits, window: Window, sheet: Sheet) -> str:
    """Say why a sheet does not cover an incident; "" where it does."""
    first, last = traits.first or traits.printed, traits.last or traits.printed
    if window.first is None or window.last is None or first is None or last is None:
        pass
    elif last < window.first or first > window.last:
        days = f"{window.first} to {window.last}"
        return f"{first if first > window.last else last} is outside the days of the sheet ({days})"
    if window.countries and traits.country and traits.country not in window.countries:
        return f"{traits.country} is none of the sheet's countries"
    toll = case.toll(Harm.KILLED)
    if window.fewest_killed and (toll is None or toll.best < window.fewest_killed):
        told = "nobody is said to have died"
        if toll is not None:
            told = f"{toll.best:,} ({toll.low:,}–{toll.high:,}) died"
        who = _SCHEMES.get(sheet.columns.scheme, "the sheet")
        return f"{told}: {who} notes events with {window.fewest_killed:,} dead or more"
    return ""


def why_not_told(
    event: CodedEvent, traits: Traits, printed: Sequence[date], nearest: Pairing | None
) -> OnlyCoded:
    """Say why no report may tell of a row.

    Args:
        event: the row.
        traits: what is compared of it.
        printed: when the reports at hand came out.
        nearest: the incident that comes closest.
    """
    reasons = []
    if traits.first is None or traits.last is None:
        reasons.append("the row has no day to look for")
    else:
        last = traits.last + timedelta(days=PRINTED_WITHIN)
        near = sum(traits.first <= day <= last for day in printed)
        if not near:
            reasons.append(f"no report at hand came out within {PRINTED_WITHIN} days of it")
        else:
            reports = "report" if near == 1 else "reports"
            reasons.append(
                f"none of {near:,} {reports} of the {PRINTED_WITHIN} days after tells of it"
            )
    return OnlyCoded(event=event, reasons=(*reasons, *_doubt(nearest)), nearest=nearest)


def why_not_coded(case: Case, traits: Traits, window: Window, nearest: Pairing | None) -> OnlyTold:
    """Say why no row may tell of an incident."""
    return OnlyTold(
        case=case,
        reasons=(*_weak_evidence(case, traits, window), *_doubt(nearest)),
        nearest=nearest,
    )


def _doubt(nearest: Pairing | None) -> Iterator[str]:
    if nearest is not None and nearest.judgement is not Judgement.NEGATIVE:
        yield "it may be the nearest one, which is taken already"


def _weak_evidence(case: Case, traits: Traits, window: Window) -> Iterator[str]:
    incident = case.incident
    toll = case.toll(Harm.KILLED)
    fewest = window.fewest_killed
    if toll is None:
        yield "nobody is said to have died"
    elif fewest and toll.low < fewest:
        yield f"the toll may be below {fewest:,}, the fewest dead of this sheet"
    if traits.first is None:
        yield "no report dates it"
    if not incident.places:
        yield "no report says where"
    documents = {account.imprint.document_id for account in incident.accounts}
    if len(documents) == 1:
        yield "a single report tells of it"
    tolls = [claim for claim in incident.claims if isinstance(claim, TollClaim)]
    if tolls and all(claim.attribution.stance is Stance.DENIED for claim in tolls):
        yield "who speaks of it denies it"
    elif tolls and all(claim.attribution.stance is not Stance.ASSERTED for claim in tolls):
        yield "who speaks of it is not sure"
