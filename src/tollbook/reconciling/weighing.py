"""How much each statement counts: voices that depend on each other, old figures, silence."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from tollbook.reconciling.parameters import Parameters
from tollbook.reconciling.sources import SourceClass
from tollbook.reconciling.statements import Statement
from tollbook.reconciling.updates import day_of


def weigh(statements: Sequence[Statement], chosen: Parameters) -> tuple[float, ...]:
    """Give each statement its weight.

    The figures of one voice for one harm share a weight of one, older ones less. G voices
    together weigh G^gamma: reports on one incident are never independent, even where
    nobody copies, and what stands in headlines alone is less so than what reports say. A
    voice whose last word is older than the newest of all weighs less.

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
    voices = count_voices(statements)
    stale = _silent_since(statements)
    return tuple(
        weight
        / total[(each.voice.key, each.harm)]
        * _tempered(voices, each, chosen)
        * (chosen.stale if each.voice.key in stale else 1.0)
        for each, weight in zip(statements, raw, strict=True)
    )


def count_voices(statements: Sequence[Statement]) -> int:
    """Count independent origins: G in the formulae."""
    return len({each.voice.key for each in statements})


def _tempered(voices: int, statement: Statement, chosen: Parameters) -> float:
    if voices < 2:
        return 1.0
    is_headline = statement.source_class is SourceClass.HEADLINE
    gamma = chosen.headline_gamma if is_headline else chosen.gamma
    return float(voices ** (gamma - 1))


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
