"""What each claim moved: the toll as it would stand without it, all else held fixed."""

from tollbook.reconciling.point import HIGH, LOW, MIDDLE
from tollbook.reconciling.posterior import Posterior, quantile
from tollbook.reconciling.testimony import Testimony
from tollbook.toll import Influence


def explain(testimony: Testimony, found: Posterior) -> tuple[Influence, ...]:
    """Leave out each statement in turn, with all the mentions of it.

    The number of voices and the weight of every other statement stay as they were: else
    dropping a claim would seem to do what only the bookkeeping does. Shifts are those of the
    median: the best figure often stays on one claim while much moves beneath it.

    Returns:
        One influence for each claim counted; the mentions of one figure by one voice share
        theirs, because none of them alone moves anything.
    """
    middle = quantile(found.grid, found.probability, MIDDLE)
    influences = []
    for statement in testimony.statements:
        left = found.without(statement)
        influences += [
            Influence(
                claim_id=claim_id,
                shift=middle - quantile(found.grid, left, MIDDLE),
                low_without=quantile(found.grid, left, LOW),
                high_without=quantile(found.grid, left, HIGH),
            )
            for claim_id in statement.claim_ids
        ]
    return tuple(influences)
