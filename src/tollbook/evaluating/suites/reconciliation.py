"""Tolls beside figures settled later: how near the best one is, and how often the range holds.

Three archives (`evaluating.settled`), each against plain rules over the same claims in the same
run. A figure settled as a range is met by a range that overlaps it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from statistics import fmean
from typing import Final

from tollbook.claim import Group, Harm
from tollbook.evaluating.forecasts import (
    central,
    crps,
    crps_of_guess,
    is_near,
    log1p_error,
    log_error,
    mean_width,
)
from tollbook.evaluating.plain_rules import PLAIN_RULES, figures_claimed, gtd, numbers_claimed
from tollbook.evaluating.reliability import Sureness
from tollbook.evaluating.settled import (
    AIRWARS,
    MAVERICK,
    SYRIA,
    WIRE,
    Settled,
    airwars,
    maverick,
    ucdp,
)
from tollbook.evaluating.suite import Case, Figure, Reader, Result
from tollbook.reconciling import reconcile
from tollbook.toll import Toll

NOMINAL: Final = 0.90
OFF_BY: Final = 0.03  # .87 to .93 is as good as said
LOW_COUNT: Final = 4
_LEVELS: Final = tuple(step / 10 for step in range(1, 10))
_SHARED_RULES: Final = (*PLAIN_RULES, "UCDP-like", "GTD-like")


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """One incident: its toll, what every plain rule makes of the same claims, what was settled.

    `numbers` are the figures claimed, one for each report that gives it; `is_vague` says that
    none of them names a number.
    """

    settled: Settled
    toll: Toll
    numbers: tuple[float, ...]
    is_vague: bool
    guesses: dict[str, float]

    def error(self, guess: float) -> float:
        """Distance of a guess from the settled range, in log units."""
        return log_error(guess, self.settled.low, self.settled.high)

    def is_held(self, share: float = NOMINAL) -> bool:
        """Whether the central range of that share meets what was settled."""
        ends = (self.toll.low, self.toll.high) if share == NOMINAL else central(self.toll, share)
        return ends[0] <= self.settled.high and self.settled.low <= ends[1]


def measure(folder: Path, part: str, reader: Reader) -> Result:
    """Reconcile every incident of one part and score the tolls.

    Raises:
        UnusableCorpus: the files of that part are not there.
    """
    incidents = [
        *maverick(folder, part),
        *ucdp(folder, part, reader),
        *airwars(folder, part, reader),
    ]
    forecasts = [one for incident in incidents if (one := forecast(incident)) is not None]
    several = [one for one in forecasts if len(one.numbers) > 1 and not one.is_vague]
    return Result(
        suite="reconciliation",
        part=part,
        annotator=reader.annotator.name,
        documents=len(forecasts),
        figures=(
            *_inquiries([one for one in forecasts if one.settled.corpus == MAVERICK]),
            *_headlines([one for one in several if one.settled.corpus == WIRE], WIRE),
            *_headlines([one for one in several if one.settled.corpus == SYRIA], SYRIA),
            *_pages([one for one in several if one.settled.corpus == AIRWARS]),
            *_low_counts(forecasts),
            *_alone(forecasts),
        ),
        notes=tuple(_notes()),
        cases=tuple(_cases(forecasts)),
        sureness=_sureness(forecasts, several),
    )


def forecast(incident: Settled) -> Forecast | None:
    """Reconcile one incident; None where nobody counts its people."""
    figures = figures_claimed(incident.claims, incident.harm)
    tolls = reconcile(incident.claims, happened_on=incident.happened_on)
    toll = next(
        (each for each in tolls if (each.harm, each.group) == (incident.harm, Group.PEOPLE)), None
    )
    if toll is None or not figures:
        return None
    numbers = numbers_claimed(figures)
    ucdp_like = toll.ruling("ucdp").best
    return Forecast(
        settled=incident,
        toll=toll,
        numbers=numbers,
        is_vague=all(each.is_vague for each in figures),
        guesses={
            **{name: rule(numbers) for name, rule in PLAIN_RULES.items()},
            "UCDP-like": PLAIN_RULES["most frequent"](numbers) if ucdp_like is None else ucdp_like,
            "GTD-like": gtd(figures),
        },
    )


def _inquiries(forecasts: Sequence[Forecast]) -> Iterator[Figure]:
    if not forecasts:
        return
    section = f"{MAVERICK}: what an inquiry found later, from the news"
    single = [one for one in forecasts if one.settled.low == one.settled.high]

    def row(name: str, score: Callable[[Forecast, float], float], **more: float | bool) -> Figure:
        ours = fmean(score(one, one.toll.best) for one in single)
        rules = [fmean(score(one, one.guesses[rule]) for one in single) for rule in _SHARED_RULES]
        is_cost = bool(more.get("is_cost"))
        return Figure(
            name=name,
            value=ours,
            of=len(single),
            baseline=min(rules) if is_cost else max(rules),
            peer=float(more["peer"]),
            peer_name="best of seven rules each",
            target=float(more["target"]),
            section=section,
            is_cost=is_cost,
        )

    yield row("exact", lambda one, guess: guess == one.settled.low, peer=0.533, target=0.56)
    yield row(
        "within 25 % or one person",
        lambda one, guess: is_near(guess, one.settled.low, one.settled.high),
        peer=0.701,
        target=0.72,
    )
    yield row(
        "log error, one added",
        lambda one, guess: log1p_error(guess, one.settled.low, one.settled.high),
        peer=0.438,
        target=0.40,
        is_cost=True,
    )
    yield from _range(forecasts, section, peer=0.657, peer_name="range of the media reports")
    yield from _rules(forecasts, section)


def _headlines(forecasts: Sequence[Forecast], corpus: str) -> Iterator[Figure]:
    if not forecasts:
        return
    section = f"{corpus}: the coded toll, from two headlines or more"
    best = min(_mean_error(forecasts, rule) for rule in _SHARED_RULES)
    yield Figure(
        name="log error",
        value=_own_error(forecasts),
        of=len(forecasts),
        baseline=best,
        peer=0.516 if corpus == WIRE else None,
        peer_name="largest, prototype's 68" if corpus == WIRE else None,
        target=best,
        section=section,
        is_cost=True,
    )
    yield from _range(forecasts, section)
    yield from _rules(forecasts, section)


def _pages(forecasts: Sequence[Forecast]) -> Iterator[Figure]:
    for harm in (Harm.KILLED, Harm.INJURED):
        chosen = [one for one in forecasts if one.settled.harm is harm]
        if not chosen:
            continue
        section = f"{AIRWARS} {harm}: the archive's range, from two figures or more"
        yield Figure(
            name="log error",
            value=_own_error(chosen),
            of=len(chosen),
            baseline=min(_mean_error(chosen, rule) for rule in _SHARED_RULES),
            section=section,
            is_cost=True,
        )
        yield from _range(chosen, section)
        yield from _rules(chosen, section)
        single = [one for one in chosen if one.settled.low == one.settled.high]
        if single:
            yield _held(single, f"{section.split(':')[0]}, settled on one number")


def _low_counts(forecasts: Sequence[Forecast]) -> Iterator[Figure]:
    section = f"settled on 1 to {LOW_COUNT}, every set"
    by_set: defaultdict[str, list[Forecast]] = defaultdict(list)
    for one in forecasts:
        if 1 <= one.settled.high <= LOW_COUNT:
            by_set["all"].append(one)
            by_set[one.settled.corpus].append(one)
    for name, chosen in by_set.items():
        median = _mean_error(chosen, "median")
        yield Figure(
            name=f"log error, {name}",
            value=_own_error(chosen),
            of=len(chosen),
            baseline=median,
            target=median,
            section=section,
            is_cost=True,
        )


def _alone(forecasts: Sequence[Forecast]) -> Iterator[Figure]:
    for corpus in (WIRE, SYRIA, AIRWARS):
        for is_vague, what in ((False, "one figure alone"), (True, "only words without a number")):
            chosen = [
                one
                for one in forecasts
                if one.settled.corpus == corpus
                and one.is_vague is is_vague
                and (is_vague or len(one.numbers) == 1)
            ]
            if chosen:
                section = f"{corpus}: {what}"
                yield Figure(
                    name="log error",
                    value=_own_error(chosen),
                    of=len(chosen),
                    baseline=_mean_error(chosen, "median"),
                    section=section,
                    is_cost=True,
                )
                yield from _range(chosen, section)


def _range(
    forecasts: Sequence[Forecast],
    section: str,
    peer: float | None = None,
    peer_name: str | None = None,
) -> Iterator[Figure]:
    held = _held(forecasts, section, peer, peer_name)
    yield held
    yield Figure(
        name="distance from 90 %",
        value=abs(held.value - NOMINAL),
        of=len(forecasts),
        target=OFF_BY,
        section=section,
        is_cost=True,
    )
    yield Figure(
        name="50 % range holds it",
        value=fmean(one.is_held(0.5) for one in forecasts),
        of=len(forecasts),
        section=section,
    )
    yield Figure(
        name="90 % range, high over low",
        value=mean_width([(one.toll.low, one.toll.high) for one in forecasts]),
        of=len(forecasts),
        section=section,
        is_cost=True,
    )
    yield Figure(
        name="CRPS",
        value=fmean(crps(one.toll.cells, one.settled.low, one.settled.high) for one in forecasts),
        of=len(forecasts),
        baseline=_best_crps(forecasts),
        section=section,
        is_cost=True,
    )


def _held(
    forecasts: Sequence[Forecast],
    section: str,
    peer: float | None = None,
    peer_name: str | None = None,
) -> Figure:
    """How often the 90 % range holds it; the baseline is the range of the figures claimed."""
    return Figure(
        name="90 % range holds it",
        value=fmean(one.is_held() for one in forecasts),
        of=len(forecasts),
        baseline=fmean(
            min(one.numbers) <= one.settled.high and one.settled.low <= max(one.numbers)
            for one in forecasts
        ),
        peer=peer,
        peer_name=peer_name,
        section=section,
    )


def _rules(forecasts: Sequence[Forecast], section: str) -> Iterator[Figure]:
    for rule in _SHARED_RULES:
        yield Figure(
            name=f"log error, {rule}",
            value=_mean_error(forecasts, rule),
            of=len(forecasts),
            section=section,
            is_cost=True,
        )


def _own_error(forecasts: Sequence[Forecast]) -> float:
    return fmean(one.error(one.toll.best) for one in forecasts)


def _mean_error(forecasts: Sequence[Forecast], rule: str) -> float:
    return fmean(one.error(one.guesses[rule]) for one in forecasts)


def _best_crps(forecasts: Sequence[Forecast]) -> float | None:
    """The best rule's, spread by the errors it makes on the other incidents."""
    if len(forecasts) < 2:
        return None
    scores = []
    for rule in _SHARED_RULES:
        errors = [_signed(one, one.guesses[rule]) for one in forecasts]
        scores.append(
            fmean(
                crps_of_guess(error, [*errors[:at], *errors[at + 1 :]])
                for at, error in enumerate(errors)
            )
        )
    return min(scores)


def _signed(one: Forecast, guess: float) -> float:
    settled = (log(one.settled.low + 0.5) + log(one.settled.high + 0.5)) / 2
    return settled - log(guess + 0.5)


def _sureness(
    forecasts: Sequence[Forecast], several: Sequence[Forecast]
) -> dict[str, tuple[Sureness, ...]]:
    """Set each nominal level beside whether its range holds the settled figure, by set."""
    by_set: dict[str, list[Sureness]] = {}
    chosen = [one for one in forecasts if one.settled.corpus == MAVERICK]
    chosen += [one for one in several if one.settled.corpus != MAVERICK]
    for one in chosen:
        pairs = by_set.setdefault(one.settled.corpus, [])
        pairs += [(level, one.is_held(level)) for level in _LEVELS]
    return {name: tuple(pairs) for name, pairs in by_set.items()}


def _notes() -> Iterator[str]:
    yield (
        "log error: mean |log((figure + 1/2) / (settled + 1/2))|, zero inside a settled range; the "
        "baseline is the best of nine plain rules over the same claims, on this very part. The "
        "range's baseline is smallest to largest figure claimed; that of CRPS the best rule "
        "spread by the errors it makes on the other incidents."
    )
    yield (
        "maverick: all events that the news and a commission, the UN or an NGO report on, the dead "
        "of each, as coded; settled is the inquiry's last figure. A report that tells of no dead "
        "is a zero to the rules. Other sets: every event with two figures or more that name a "
        "number; a headline that several events of the part were coded from is left out."
    )
    yield "calibration error: how far ranges of 10 % to 90 % are off what they say, by set."


def _cases(forecasts: Sequence[Forecast]) -> Iterator[Case]:
    for one in forecasts:
        if not one.is_held():
            side = "above" if one.settled.low > one.toll.high else "below"
            figures = "one figure" if len(one.numbers) == 1 else "several figures"
            yield Case(kind=f"{one.settled.corpus}, {figures}: settled {side} the range")
