"""Which row goes with which incident: the best assignment of all, not the first that fits."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tollbook.comparison import Pairing

Key = tuple[int, str]
LARGEST_BLOCK = 200
"""A block of more rows or incidents than this is assigned best pairing first."""


def assign(pairings: Iterable[Pairing], least: float) -> tuple[Pairing, ...]:
    """Give each row at most one incident and each incident at most one row.

    Of all ways to do so that one is chosen in which the log-odds above `least` add up to the
    most; equals are settled by row and incident, so that the order given does not matter.

    Args:
        pairings: each row and incident at most once together.
        least: a pairing at or below it is never chosen.

    Example:
        >>> from tollbook.incident import Judgement
        >>> def pair(row, incident, odds):
        ...     return Pairing(row=row, incident_id=incident, log_odds=odds, because=(),
        ...                    judgement=Judgement.POSITIVE)
        >>> best = assign([pair(1, "a", 5.0), pair(1, "b", 4.0), pair(2, "a", 4.5)], 0)
        >>> [(one.row, one.incident_id) for one in best]
        [(1, 'b'), (2, 'a')]
    """
    able = {(one.row, one.incident_id): one for one in pairings if one.log_odds > least}
    chosen: list[Pairing] = []
    for block in _blocks(able):
        rows = sorted({row for row, _ in block})
        incidents = sorted({incident for _, incident in block})
        if max(len(rows), len(incidents)) > LARGEST_BLOCK:
            keys = _best_first(block, able)
        else:
            keys = _hungarian(rows, incidents, able, least)
        chosen += [able[key] for key in keys]
    return tuple(sorted(chosen, key=lambda one: (one.row, one.incident_id)))


def _blocks(able: Mapping[Key, Pairing]) -> list[list[Key]]:
    """Cut the pairings into blocks that share no row and no incident."""
    by_row: dict[int, list[Key]] = defaultdict(list)
    by_incident: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(able):
        by_row[key[0]].append(key)
        by_incident[key[1]].append(key)
    seen: set[Key] = set()
    blocks = []
    for key in sorted(able):
        if key in seen:
            continue
        block, waiting = [], [key]
        seen.add(key)
        while waiting:
            row, incident = waiting.pop()
            block.append((row, incident))
            for other in (*by_row[row], *by_incident[incident]):
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        blocks.append(sorted(block))
    return blocks


def _best_first(block: Sequence[Key], able: Mapping[Key, Pairing]) -> list[Key]:
    rows: set[int] = set()
    incidents: set[str] = set()
    chosen = []
    for row, incident in sorted(block, key=lambda key: (-able[key].log_odds, key)):
        if row not in rows and incident not in incidents:
            rows.add(row)
            incidents.add(incident)
            chosen.append((row, incident))
    return chosen


def _hungarian(
    rows: Sequence[int], incidents: Sequence[str], able: Mapping[Key, Pairing], least: float
) -> list[Key]:
    """The assignment of the greatest sum, by shortest augmenting paths (Jonker & Volgenant).

    Every row also has a column of its own that is worth nothing: it may go without an incident.
    """
    width = len(incidents) + len(rows)

    def cost(at: int, column: int) -> float:
        if column >= len(incidents):
            return 0.0
        pairing = able.get((rows[at], incidents[column]))
        return 0.0 if pairing is None else least - pairing.log_odds

    row_price = [0.0] * (len(rows) + 1)
    price = [0.0] * (width + 1)
    taken = [0] * (width + 1)  # which row, from 1, has the column
    for start in range(1, len(rows) + 1):
        taken[0] = start
        column = 0
        shortest = [float("inf")] * (width + 1)
        came_from = [0] * (width + 1)
        done = [False] * (width + 1)
        while True:
            done[column] = True
            at, step, nearest = taken[column], float("inf"), 0
            for other in range(1, width + 1):
                if done[other]:
                    continue
                length = cost(at - 1, other - 1) - row_price[at] - price[other]
                if length < shortest[other]:
                    shortest[other], came_from[other] = length, column
                if shortest[other] < step:
                    step, nearest = shortest[other], other
            for other in range(width + 1):
                if done[other]:
                    row_price[taken[other]] += step
                    price[other] -= step
                else:
                    shortest[other] -= step
            column = nearest
            if not taken[column]:
                break
        while column:
            taken[column] = taken[came_from[column]]
            column = came_from[column]
    pairs = [
        (rows[taken[column] - 1], incidents[column - 1])
        for column in range(1, len(incidents) + 1)
        if taken[column]
    ]
    return [key for key in pairs if key in able]
