"""One name, one kind throughout a report: what single words leave open, the whole text settles."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tollbook.locating.tagging import Tagged
from tollbook.locating.tokens import Token
from tollbook.locating.wide_places import COUNTRY, wide_places

_INTO_PLACES: Final = frozenset("in at from near around outside inside across throughout".split())
_TITLES: Final = frozenset(
    "mr mrs ms dr mr. mrs. ms. dr. gen. col. lt. sgt. capt. maj. sen. rep. gov. prof. rev. general "
    "colonel major captain lieutenant sergeant president minister senator governor mayor judge "
    "sheriff detective officer deputy chief professor pope prince princess king queen singer actor "
    "coach manager brother sister father mother son daughter wife husband".split()
)
# Words that close or open the name of a place and are none alone.
_NO_NAMES: Final = frozenset(
    "university hospital street st. st road rd avenue ave county co city court park center centre "
    "school church college station district province state region west east north south central "
    "western eastern northern southern far upper lower main town village island airport river "
    "lake mount mountain valley beach hill house hall square bridge highway memorial "
    "republic kingdom union council capitol government army no".split()
)


def agree(tokens: Sequence[Token], runs: Sequence[Tagged]) -> tuple[Tagged, ...]:
    """Bring the names of one text to one kind each.

    A surname, or who bears a title, is no place because a town is called so; a town named
    once as a place is one wherever it stands alone; "the U.S." is one always; "County" alone
    is none.
    """
    surnames = _surnames(tokens, runs)
    places = _settled(tokens, runs)
    kept = [run for run in runs if not _is_no_place(tokens, run, surnames)]
    kept = [
        replace(run, kind="place")
        if run.kind in {"people", "site", "person"} and _words(tokens, run) in places
        else run
        for run in kept
    ]
    taken = {at for run in kept for at in range(run.start, run.end)}
    found = [run for run in _missed(tokens, places) if taken.isdisjoint(range(run.start, run.end))]
    return tuple(sorted([*kept, *found], key=lambda run: run.start))


def _words(tokens: Sequence[Token], run: Tagged) -> tuple[str, ...]:
    return tuple(token.lower for token in tokens[run.start : run.end])


def _surnames(tokens: Sequence[Token], runs: Sequence[Tagged]) -> set[str]:
    full = [run for run in runs if run.kind == "person" and run.end - run.start > 1]
    return {tokens[at].lower for run in full for at in (run.start, run.end - 1)}


def _settled(tokens: Sequence[Token], runs: Sequence[Tagged]) -> set[tuple[str, ...]]:
    """The names that somewhere stand as places do: "in Sarn", or told by another place."""
    settled: set[tuple[str, ...]] = set()
    for run in runs:
        before = tokens[run.start - 1].lower if run.start else ""
        if run.kind == "place" and before in _INTO_PLACES:
            settled.add(_words(tokens, run))
    return settled - {(word,) for word in _NO_NAMES}


def _is_no_place(tokens: Sequence[Token], run: Tagged, surnames: set[str]) -> bool:
    if run.kind not in {"place", "site"} or run.end - run.start > 1:
        return False
    word = tokens[run.start].lower
    if word in _NO_NAMES:
        return True
    before = tokens[run.start - 1].lower if run.start else ""
    return before in _TITLES or (word in surnames and before not in _INTO_PLACES)


def _missed(tokens: Sequence[Token], places: set[tuple[str, ...]]) -> Iterator[Tagged]:
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for words in places:
        by_first.setdefault(words[0], []).append(words)
    short = wide_places().short
    for at, token in enumerate(tokens):
        if not token.is_capitalised:
            continue
        for words in sorted(by_first.get(token.lower, ()), key=len, reverse=True):
            if tuple(one.lower for one in tokens[at : at + len(words)]) == words:
                yield Tagged(at, at + len(words), "place")
                break
        else:
            country = short.get(token.text)
            if country is not None and country.feature == COUNTRY and len(token.text) > 1:
                yield Tagged(at, at + 1, "place")
