"""The gazetteer as the rest of tollbook asks it: names in, places out."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, cos, radians

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extract

from tollbook.gazetteer.folding import ARTICLE, POINT, fold
from tollbook.gazetteer.importance import importance
from tollbook.gazetteer.layout import square
from tollbook.gazetteer.shelf import Shelf
from tollbook.gazetteer.skeletons import nearby, skeleton
from tollbook.place import GazetteerEntry, kilometres

EXACT = 100.0
# Shorter names have too many neighbours for a likeness to mean anything.
_SHORTEST = 4
_LIKE_ENOUGH = 80.0
_NEAR_ENOUGH = 85.0
_MOST_LIKE = 95.0
_LIKE_SPELLING = 86.0
_SPELLINGS = 8
_KM_A_DEGREE = 111.2
_KEPT = 1 << 13
# More would not show: a drawing of a country has fewer dots.
_TOWNS = 4_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A place, how well the name asked for fits it (0-100), and the name it was found by.

    100 is the same name once folded. `spelling` is folded.
    """

    entry: GazetteerEntry
    score: float
    spelling: str


class Gazetteer:
    """Places by name, by kin and by distance, from the shipped file and a user's own.

    Answers are kept, so asking again is free. Names may be in any spelling: `folding.py`
    says which are one.
    """

    def __init__(self, shelves: Iterable[Shelf]) -> None:
        self._shelves = tuple(shelves)
        self._knows: Callable[[str], bool] = lru_cache(_KEPT)(self._look_whether)
        self._named: Callable[[str], tuple[GazetteerEntry, ...]] = lru_cache(_KEPT)(self._look_up)
        self._country = lru_cache(None)(self._look_up_country)
        self._towns = lru_cache(None)(self._look_up_towns)

    @property
    def attribution(self) -> str:
        """Who made the places, under which licence: to be shown where they are."""
        said = dict.fromkeys(shelf.about.get("attribution", "") for shelf in self._shelves)
        return " ".join(line for line in said if line)

    def close(self) -> None:
        """Let go of the files."""
        for shelf in self._shelves:
            shelf.close()

    def knows(self, name: str) -> bool:
        """Tell whether a place has exactly this name, once folded."""
        return any(self._knows(folded) for folded in _readings(name))

    def named(self, name: str) -> tuple[GazetteerEntry, ...]:
        """Give the places that have exactly this name, once folded; the best known first."""
        found: tuple[GazetteerEntry, ...] = ()
        for folded in _readings(name):
            found = found or self._named(folded)
        return found

    def find(self, name: str, *, country: str | None = None, limit: int = 20) -> tuple[Match, ...]:
        """Find places by a name as somebody spelled it.

        Where no place has the name, also with or without an article, names a few letters
        away are tried; those of fewer than four letters are not.

        Args:
            name: in any script.
            country: only places of this country, as ISO 3166-1 alpha-2.
            limit: no more than so many.

        Returns:
            The best score first; of one score, the best known place first.
        """
        folded = fold(name)
        for reading in _readings(name):
            for spelling, score in _as_it_stands(reading):
                if matches := self._matches(spelling, score, country):
                    return tuple(matches[:limit])
        best: dict[str, Match] = {}
        for spelling, score in self._spellings_like(folded):
            if len(best) >= limit:
                break
            for match in self._matches(spelling, score, country):
                best.setdefault(match.entry.id, match)
        ranked = sorted(best.values(), key=lambda m: (m.score, importance(m.entry)), reverse=True)
        return tuple(ranked[:limit])

    def like(self, name: str, country: str) -> tuple[GazetteerEntry, ...]:
        """Give the places of one country whose name is another spelling of this one; fast.

        Only vowels, double letters and the like may differ, or an article; the likest spelling
        decides. `find` goes further and takes its time.

        Args:
            name: in any script.
            country: ISO 3166-1 alpha-2.
        """
        folded = fold(name).removesuffix(POINT)
        spellings = [spelling for spelling, _ in _as_it_stands(folded)]
        bones = skeleton(folded)
        if len(folded) >= _SHORTEST and len(bones) > 1:
            spellings += [name for name, _ in self._built_like(folded, {bones}, _LIKE_SPELLING)]
        for spelling in spellings:
            if found := tuple(e for e in self._named(spelling) if e.country == country):
                return found
        return ()

    def country(self, code: str) -> GazetteerEntry | None:
        """Give the country that an ISO 3166-1 alpha-2 code stands for."""
        return self._country(code)

    def towns(self, country: str) -> tuple[tuple[float, float], ...]:
        """Give where the towns and villages of a country are: latitudes and longitudes.

        Args:
            country: ISO 3166-1 alpha-2.

        Returns:
            Up to four thousand, the most populous first; none for a country that is not known.
        """
        return self._towns(country)

    def parent(self, entry: GazetteerEntry) -> GazetteerEntry | None:
        """Give the town, division or country that an entry lies in, the smallest listed."""
        for name, is_one in ((entry.adm2, _is_adm2_or_town), (entry.adm1, _is_adm1)):
            for other in self.named(name) if name else ():
                if is_one(other) and _holds(other, entry):
                    return other
        above = self.country(entry.country)
        return None if above is None or above.id == entry.id else above

    def near(
        self, latitude: float, longitude: float, radius_km: float
    ) -> tuple[tuple[GazetteerEntry, float], ...]:
        """Give the places within a distance, each with its kilometres, the nearest first."""
        reach = radius_km / _KM_A_DEGREE
        across = reach / max(0.02, cos(radians(min(89.0, abs(latitude) + reach))))
        squares = {
            square(min(90.0, max(-90.0, latitude + up)), (longitude + east + 180) % 360 - 180)
            for up in _steps(reach)
            for east in _steps(min(across, 180.0))
        }
        found = []
        for shelf in self._shelves:
            for number in squares:
                for entry in shelf.within(number):
                    away = kilometres(latitude, longitude, entry.latitude, entry.longitude)
                    if away <= radius_km:
                        found.append((entry, away))
        return tuple(sorted(found, key=lambda pair: pair[1]))

    def _look_whether(self, folded: str) -> bool:
        return any(shelf.knows(folded) for shelf in self._shelves)

    def _look_up(self, folded: str) -> tuple[GazetteerEntry, ...]:
        # A user's own entry takes the place of ours with the same id.
        found = {e.id: e for shelf in self._shelves for e in shelf.named(folded)}
        return tuple(sorted(found.values(), key=importance, reverse=True))

    def _look_up_country(self, code: str) -> GazetteerEntry | None:
        found = (shelf.country(code) for shelf in self._shelves)
        return next((entry for entry in found if entry is not None), None)

    def _look_up_towns(self, country: str) -> tuple[tuple[float, float], ...]:
        found = (place for shelf in self._shelves for place in shelf.towns(country, _TOWNS))
        return tuple(dict.fromkeys(found))[:_TOWNS]

    def _matches(self, spelling: str, score: float, country: str | None) -> list[Match]:
        return [
            Match(entry=entry, score=score, spelling=spelling)
            for entry in self._named(spelling)
            if country is None or entry.country == country
        ]

    def _spellings_like(self, folded: str) -> list[tuple[str, float]]:
        """Give the names a few letters away, the likest first."""
        bones = skeleton(folded)
        if len(folded) < _SHORTEST or len(bones) < 2:
            return []
        # Most misspellings keep the bones; only where none is near is the search widened.
        for near, enough in (({bones}, _NEAR_ENOUGH), (nearby(bones), _LIKE_ENOUGH)):
            if alike := self._built_like(folded, near, enough):
                return alike
        return []

    def _built_like(
        self, folded: str, bones: Collection[str], enough: float
    ) -> list[tuple[str, float]]:
        more = min(3, len(folded) // 4)
        lengths = len(folded) - more, len(folded) + more
        names = {n for shelf in self._shelves for n in shelf.names_built_of(bones, lengths)}
        alike = extract(folded, names, scorer=ratio, score_cutoff=enough, limit=_SPELLINGS)
        return [(name, min(_MOST_LIKE, score)) for name, score, _ in alike]


def _is_adm1(entry: GazetteerEntry) -> bool:
    return entry.feature == "A.ADM1"


def _is_adm2_or_town(entry: GazetteerEntry) -> bool:
    return entry.feature == "A.ADM2" or entry.feature.startswith("P.")


def _holds(division: GazetteerEntry, entry: GazetteerEntry) -> bool:
    """Tell whether a division or town is the one of its name that an entry lies in."""
    is_above = division.feature != entry.feature and entry.feature not in ("A.ADM1", "A.PCLI")
    return is_above and division.country == entry.country and division.adm1 == entry.adm1


def _readings(name: str) -> tuple[str, ...]:
    """Give a name folded; without its point too, which may only end a sentence."""
    folded = fold(name)
    return (folded, folded[:-1]) if folded.endswith(POINT) else (folded,)


def _as_it_stands(folded: str) -> Iterable[tuple[str, float]]:
    yield folded, EXACT
    first, _, rest = folded.partition(" ")
    if rest and first in {ARTICLE, "la", "le", "les"}:
        yield rest, _MOST_LIKE + 1
    else:
        yield f"{ARTICLE} {folded}", _MOST_LIKE + 1
        yield f"la {folded}", _MOST_LIKE
        yield f"le {folded}", _MOST_LIKE


def _steps(reach: float) -> list[float]:
    count = ceil(2 * reach) + 1
    return [-reach + 2 * reach * at / count for at in range(count + 1)]
