"""What coders would call an incident, and who took part, out of what each report says."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import fields, replace

from tollbook.actor import Role, Side, Standing
from tollbook.event import Code, EventCodes
from tollbook.linking.names import fold

# A side that one report declares and another suspects is declared.
_SUREST = (Standing.DECLARED, Standing.STATED, Standing.SUSPECTED)


def codes_of(told: Sequence[EventCodes]) -> EventCodes | None:
    """Take of each code what most reports make of it; the words are those of the first of them.

    Reports that do not say take no part; where as many say one thing as another, nothing is
    chosen. None where no report was coded.
    """
    if not told:
        return None
    return EventCodes(
        **{
            field.name: _code([getattr(codes, field.name) for codes in told])
            for field in fields(EventCodes)
        }
    )


def _code(told: Sequence[Code]) -> Code:
    votes = Counter(code.value for code in told if code.value is not None)
    if not votes:
        return told[0]
    most = max(votes.values())
    leading = [value for value, count in votes.items() if count == most]
    if len(leading) > 1:
        differ = " or ".join(sorted(leading))
        return Code(value=None, rule=f"reports differ: {differ}")
    return next(code for code in told if code.value == leading[0])


def sides_of_all(told: Sequence[Sequence[Side]]) -> tuple[Side, ...]:
    """Give every side once: attackers first, most often told of first.

    A side that some report holds responsible and that some report says denies it is contested.
    """
    by_key: dict[tuple[str, Role], list[Side]] = {}
    for sides in told:
        for side in sides:
            by_key.setdefault((_key(side), side.role), []).append(side)
    roles = list(Role)
    order = sorted(by_key, key=lambda key: (roles.index(key[1]), -len(by_key[key]), key[0]))
    return tuple(_together(by_key[key]) for key in order)


def _key(side: Side) -> str:
    return side.actor.id if side.actor is not None else fold(side.words.text)


def _together(told: Sequence[Side]) -> Side:
    standings = {side.standing for side in told}
    if Standing.CONTESTED in standings:
        return replace(told[0], standing=Standing.CONTESTED)
    surest = next(standing for standing in _SUREST if standing in standings)
    return next(side for side in told if side.standing is surest)
