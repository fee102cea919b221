"""Claims about one incident in, tolls out."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

import numpy as np

from tollbook.claim import Claim, Group, Harm, ResponsibilityClaim, Status, TollClaim
from tollbook.incident import Copy
from tollbook.reconciling.explain import explain
from tollbook.reconciling.growth import grown
from tollbook.reconciling.intake import Intake, take_in
from tollbook.reconciling.origins import Origin
from tollbook.reconciling.parameters import FITTED
from tollbook.reconciling.point import summed_up
from tollbook.reconciling.policies import Context, rule_all
from tollbook.reconciling.posterior import Known, Posterior, posterior
from tollbook.reconciling.spread import cover
from tollbook.reconciling.statements import Statement
from tollbook.reconciling.testimony import Testimony, groups_of, hear
from tollbook.reconciling.updates import day_of
from tollbook.toll import Cell, Eventual, SetAside, Spread, Toll, Voice

# Cells at the ends that together hold less than this are joined into one.
_NEGLIGIBLE = 1e-5
_ALSO_ABOUT = {Harm.KILLED: Harm.KILLED_OR_INJURED, Harm.INJURED: Harm.KILLED_OR_INJURED}


def reconcile(
    claims: Collection[Claim],
    *,
    happened_on: date | None = None,
    as_of: date | None = None,
    copies: Collection[Copy] = (),
) -> tuple[Toll, ...]:
    """Reconcile what is said of one incident into tolls that lead back to every claim.

    Does not decide who is right, and links nothing: the claims must be about one incident.
    Order does not matter, and a reprint changes no number.

    Args:
        claims: claims of any kind about one incident. Responsibility claims tell who is a
            party; other kinds are ignored.
        happened_on: the day of the incident, if known: figures of the first day are less
            sure.
        as_of: the day up to which reports were looked for, for what is to be expected in the
            end; by default that of the newest report. It leaves out no claim.
        copies: which of the documents that the claims stand in repeat which: copied words are
            the voice of the document they come from.

    Returns:
        One toll for each harm and group told of, harms in the order of `Harm`, everyone
        (`Group.PEOPLE`) first. Each names all the claims of its harm, and those on killed
        and injured together, as counted or as set aside. Nothing for a harm that only
        background claims and denials tell of: that is no toll, and no zero either.

    Example:
        >>> from tollbook.testing import claim
        >>> [toll] = reconcile([claim("12"), claim("at least 15", source="the hospital")])
        >>> toll.low <= toll.best <= toll.high, len(toll.counted)
        (True, 2)
    """
    intake = take_in(claims, copies)
    statements = intake.statements
    heard = {
        (harm, group): hear(statements, harm, group)
        for harm in Harm
        for group in groups_of(statements, harm)
    }
    context = Context(statements=statements, is_admitted=_is_admitted(claims))
    return tuple(
        _toll(
            testimony,
            _known(group, heard, happened_on),
            tuple(_drop(intake, harm)),
            happened_on,
            _newest(intake.told) if as_of is None else as_of,
            context,
        )
        for (harm, group), testimony in heard.items()
        if testimony.statements
    )


def _newest(told: Iterable[TollClaim]) -> date | None:
    """Find the last day on which anything was published; None where no day is known."""
    moments = [claim.imprint.published_at for claim in told]
    return max((day_of(moment) for moment in moments if moment is not None), default=None)


def _is_admitted(claims: Iterable[Claim]) -> bool:
    return any(
        isinstance(claim, ResponsibilityClaim) and claim.status is Status.CLAIMED
        for claim in claims
    )


def _drop(intake: Intake, harm: Harm) -> Iterable[SetAside]:
    for claim in intake.told:
        reason = intake.refused.get(claim.id)
        if reason is not None and claim.harm in (harm, _ALSO_ABOUT.get(harm)):
            yield SetAside(claim_id=claim.id, reason=reason)


def _known(
    group: Group,
    heard: dict[tuple[Harm, Group], Testimony],
    happened_on: date | None,
) -> Known:
    """Reckon killed and injured alone, for reading what is said of both together."""
    if not any(harm is Harm.KILLED_OR_INJURED for harm, _ in heard):
        return Known()
    alone: dict[Harm, Posterior] = {}
    for harm in (Harm.KILLED, Harm.INJURED):
        testimony = heard.get((harm, group))
        if testimony is not None and testimony.figures:
            plain = replace(testimony, combined=(), combined_floors=())
            alone[harm] = posterior(plain, happened_on=happened_on)
    return Known(killed=alone.get(Harm.KILLED), injured=alone.get(Harm.INJURED))


def _toll(
    testimony: Testimony,
    known: Known,
    dropped: tuple[SetAside, ...],
    happened_on: date | None,
    as_of: date | None,
    context: Context,
) -> Toll:
    found = posterior(testimony, known=known, happened_on=happened_on)
    low, best, high = summed_up(found.grid, found.probability)
    testimony = replace(testimony, set_aside=(*testimony.set_aside, *dropped))
    counted = dict.fromkeys(
        claim_id for each in testimony.statements for claim_id in each.claim_ids
    )
    return Toll(
        harm=testimony.harm,
        group=testimony.group,
        low=low,
        best=best,
        high=high,
        spread=_spread(testimony),
        rulings=rule_all(testimony, context),
        cells=_cells(found),
        influences=explain(testimony, found),
        voices=_voices(testimony.statements),
        counted=tuple(counted),
        set_aside=testimony.set_aside,
        eventual=_eventual(found, happened_on, as_of),
    )


def _eventual(found: Posterior, happened_on: date | None, as_of: date | None) -> Eventual | None:
    """Say what is to be expected in the end, where it is known how long ago it happened."""
    if happened_on is None or as_of is None:
        return None
    probability = grown(found.grid, found.probability, (as_of - happened_on).days, FITTED.growth)
    low, best, high = summed_up(found.grid, probability)
    return Eventual(low=low, best=best, high=high, as_of=as_of)


def _spread(testimony: Testimony) -> Spread:
    """Cover the figures; where there are none, what is said of the parts is a floor."""
    said = testimony.figures or testimony.statements
    covered = cover(
        [each.count for each in said],
        tuple(dict.fromkeys(claim_id for each in said for claim_id in each.claim_ids)),
    )
    if testimony.figures:
        return covered
    return replace(covered, low=max(each.count.low for each in said), is_open=True)


def _voices(statements: Iterable[Statement]) -> tuple[Voice, ...]:
    claim_ids: dict[Origin, dict[str, None]] = {}
    for each in statements:
        claim_ids.setdefault(each.voice, {}).update(dict.fromkeys(each.claim_ids))
    return tuple(Voice(name=voice.name, claim_ids=tuple(ids)) for voice, ids in claim_ids.items())


def _cells(found: Posterior) -> tuple[Cell, ...]:
    """Give the cells that matter; the far ends are joined, so that all sums to one."""
    reached = np.cumsum(found.probability)
    first = int(np.searchsorted(reached, _NEGLIGIBLE))
    last = int(np.searchsorted(reached, 1 - _NEGLIGIBLE))
    last = min(max(last, first), len(reached) - 1)
    grid = found.grid
    inner = slice(first, last + 1)
    columns = (grid.low[inner].astype(int), grid.high[inner].astype(int), found.probability[inner])
    cells = [
        Cell(low=low, high=high, probability=probability)
        for low, high, probability in zip(*(column.tolist() for column in columns), strict=True)
    ]
    if first > 0:
        below = Cell(low=0, high=int(grid.low[first]) - 1, probability=float(reached[first - 1]))
        cells.insert(0, below)
    if last < len(reached) - 1:
        above = float(found.probability[last + 1 :].sum())
        cells.append(Cell(low=int(grid.low[last + 1]), high=int(grid.high[-1]), probability=above))
    return tuple(cells)
