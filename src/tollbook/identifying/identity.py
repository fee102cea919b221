"""Words for somebody -> the known actor they name, or nobody."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from rapidfuzz import fuzz, process

from tollbook.actor import Actor
from tollbook.identifying.finding import choose, find_actors
from tollbook.identifying.lexicon import Written, lexicon
from tollbook.identifying.spelling import keys_in, keys_of, tokens_of

# "Jamaat Nusratul Islam" is no further than this from a name it misspells; two groups of one
# country ("… Liberation Front") are further. Chosen on the names of the lexicon itself: at 88
# no name of one actor is taken for another's.
LEAST_LIKENESS: Final = 88
SHORTEST_GUESSED: Final = 8
_COUNTRY_BEHIND: Final = re.compile(r" \((?=[A-Z][a-z])([^()]+)\)$")


@lru_cache(maxsize=4096)
def identify(words: str, *, country: str | None = None, year: int | None = None) -> Actor | None:
    """Say which known actor the words name.

    Words for its people are the actor's ("JNIM fighters"); words that only compare with it
    ("an al-Qaeda affiliate"), that name two, or that nobody is known by name nobody.

    Args:
        words: a name, an abbreviation or a noun phrase, in any spelling.
        country: where the events are, ISO 3166-1 alpha-2; tells namesakes apart.
        year: when they are.

    Example:
        >>> identify("Group to Support Islam and Muslims (GSIM)").id
        'jnim'
        >>> identify("نصرة الإسلام والمسلمين").id, identify("Syrian warplanes").name
        ('jnim', 'Air force of Syria')
        >>> identify("masked gunmen"), identify("an al-Qaeda-linked group")
        (None, None)
    """
    keys = keys_of(words)
    exact = [way for way in lexicon().by_keys.get(keys, ()) if _is_written(way, words)]
    if exact:
        entry = choose([way.entry for way in exact], country=country, year=year)
        return None if entry is None else entry.actor
    # "Police (Togo)", as tables write it.
    words = _COUNTRY_BEHIND.sub(r" of \1", words)
    named = find_actors(words, country=country, year=year)
    actors = {one.actor.id: one.actor for one in named}
    if len(actors) > 1:
        # "Hamas's Qassam Brigades": the part is meant, which stands for the whole.
        every = tuple(actors.values())
        actors = {key: one for key, one in actors.items() if not _has_part(key, every)}
    if len(actors) == 1:
        return next(iter(actors.values()))
    return None if actors else _guess(words, keys, country)


def _is_written(way: Written, words: str) -> bool:
    """An abbreviation that is a word too needs its capitals."""
    return not way.is_common or words.strip() != words.strip().lower()


def _has_part(identity: str, others: Iterable[Actor]) -> bool:
    return any(other.parent == identity for other in others)


def _guess(words: str, keys: tuple[str, ...], country: str | None) -> Actor | None:
    """The one actor whose name is nearly this, letter by letter."""
    kept = [key for key in keys if key not in keys_in("followers")]
    phrase = " ".join(kept)
    if len(phrase) < SHORTEST_GUESSED or not any(token.has_capital for token in tokens_of(words)):
        return None
    near = process.extract(
        phrase, _full_names(), scorer=fuzz.ratio, score_cutoff=LEAST_LIKENESS, limit=5
    )
    near = [one for one in near if one[0][0] == phrase[0]]
    if not near:
        return None
    best = [one[0] for one in near if one[1] == near[0][1]]
    ways = [way for name in best for way in _full_names_by()[name]]
    entry = choose(list({way.entry.actor.id: way.entry for way in ways}.values()), country=country)
    return None if entry is None else entry.actor


@cache
def _full_names_by() -> dict[str, list[Written]]:
    found: dict[str, list[Written]] = {}
    for keys, ways in lexicon().by_keys.items():
        name = " ".join(keys)
        spoken = [way for way in ways if way.entry.is_spoken and not way.entry.rank]
        if len(name) >= SHORTEST_GUESSED and spoken:
            found[name] = spoken
    return found


@cache
def _full_names() -> tuple[str, ...]:
    return tuple(_full_names_by())
