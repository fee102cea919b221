"""Names that are places whatever stands around them: long well-known ones, and those of a force.

"Queen Anne's County" and "Dar es Salaam" are no chance; "Kentucky State Police" and "the
Oker Fire Department" are of Kentucky and of Oker.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from tollbook.locating.lookup import Lookup
from tollbook.locating.name_features import JOINTS, SMALL, name_of, reach, set_down
from tollbook.locating.tagging import Tagged, shipped
from tollbook.locating.tokens import Token
from tollbook.locating.wide_places import is_wide

_POPULOUS: Final = 100_000
_SHOUTED: Final = 0.4
_OF_A_PLACE: Final = frozenset(
    "police fire department sheriff army military government navy embassy parliament council "
    "county ministry".split()
)


def add_known(
    tokens: Sequence[Token], runs: Sequence[Tagged], gazetteer: Lookup
) -> tuple[Tagged, ...]:
    """Add the places that the tagger missed or cut short, and those within names of forces."""
    long = list(_long_names(tokens, gazetteer))
    held = {at for run in long for at in range(run.start, run.end)}
    found: list[Tagged] = []
    for run in runs:
        if held.isdisjoint(range(run.start, run.end)):
            found.append(_its_place(tokens, run, gazetteer) if run.kind == "body" else run)
        elif run.kind in {"person", "body"}:
            long = [one for one in long if one.end <= run.start or run.end <= one.start]
            found.append(run)
        else:
            long = [one for one in long if not (run.start <= one.start and one.end <= run.end)]
            if not any(one.start < run.end and run.start < one.end for one in long):
                found.append(run)
    return tuple(sorted([*found, *long], key=lambda run: run.start))


def _long_names(tokens: Sequence[Token], gazetteer: Lookup) -> Iterator[Tagged]:
    shouted = sum(token.text.isupper() for token in tokens) > _SHOUTED * len(tokens)
    never = SMALL | shipped().small if shouted else frozenset()
    goes_on = [
        token.lower in JOINTS or (token.is_capitalised and token.lower not in never)
        for token in tokens
    ]
    words = set_down(tokens, shouted=shouted)
    at = 0
    while at < len(tokens) - 1:
        step = 1
        if tokens[at].is_capitalised and goes_on[at] and goes_on[at + 1]:
            is_loud = tokens[at].text.isupper()
            for end in range(reach(tokens, at, goes_on, shouted=shouted), at + 1, -1):
                if not tokens[end - 1].is_capitalised:
                    continue
                if is_loud == shouted:
                    name = "".join(words[at:end]).lstrip()
                else:
                    name = name_of(tokens[at:end], shouted=is_loud)
                if _is_known(name, gazetteer):
                    yield Tagged(at, end, "place")
                    step = end - at
                    break
        at += step


def _is_known(name: str, gazetteer: Lookup) -> bool:
    if is_wide(name):
        return True
    if not gazetteer.knows(name):
        return False
    first = gazetteer.named(name)[0]
    is_division = first.feature in {"A.ADM1", "A.ADM2"}
    return first.name.lower() == name.lower() and (is_division or first.population > _POPULOUS)


def _its_place(tokens: Sequence[Token], run: Tagged, gazetteer: Lookup) -> Tagged:
    """The place that a force or an office is of, where its name begins with it."""
    words = [token.lower for token in tokens[run.start : run.end]]
    if _OF_A_PLACE.isdisjoint(words[1:]):
        return run
    for end in range(min(run.end - 1, run.start + 3), run.start, -1):
        name = name_of(tokens[run.start : end], shouted=False)
        if is_wide(name) or (words[end - run.start] in _OF_A_PLACE and gazetteer.knows(name)):
            return Tagged(run.start, end, "place")
    return run
