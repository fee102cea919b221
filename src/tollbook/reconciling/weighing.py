"""How much each statement counts: voices that depend on each other, old figures, silence."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from tollbook.reconciling.parameters import Parameters
from tollbook.reconciling.statements import Statement
from tollbook.reconciling.updates import day_of


def weigh(statements: Sequence[Statement], chosen: Parameters) -> tuple[float, ...]:
    """Give each statement its weight.

    The figures of one voice for one harm share a weight of one, older ones less. G voices
    together weigh G^gamma: reports on one incident are never independent, even where
    nobody copies. A voice whose last word is older than the newest of all weighs less.

    Args:
        statements: what is said.
        chosen: the parameters.

    Returns:
        A weight for each statement, in their order.
    """
    raw = [chosen.older if each.is_replaced else 1.0 for each in statements]
    total: defaultdict[tuple[object, ...], float] = defaultdict(float)
    for each, weight in zip(statements, raw, strict=True):
        total[(each.voice.key, each.harm)] += weight
    tempering = _tempered(count_voices(statements), chosen)
    stale = _silent_since(statements)
    return tuple(
        weight
        / total[(each.voice.key, each.harm)]
        * tempering
        * (chosen.stale if each.voice.key in stale else 1.0)
        for each, weight in zip(statements, raw, strict=True)
    )


def count_voices(statements: Sequence[Statement]) -> int:
    """Count independent origins: G in the formulae."""
    return len({each.voice.key for each in statements})


def _tempered(voices: int, chosen: Parameters) -> float:
    return 1.0 if voices < 2 else float(voices ** (chosen.gamma - 1))


def _silent_since(statements: Sequence[Statement]) -> frozenset[tuple[str, ...]]:
    """Find the voices whose last figure is a day or more older than the newest of all."""
    last: dict[tuple[str, ...], date] = {}
    for each in statements:
        if each.moment is not None:
            day = day_of(each.moment)
            last[each.voice.key] = max(day, last.get(each.voice.key, day))
    undated = {each.voice.key for each in statements if each.moment is None}
    newest = max(last.values(), default=date.min)
    return frozenset(key for key, day in last.items() if day < newest) - undated
