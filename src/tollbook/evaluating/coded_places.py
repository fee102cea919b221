"""Where a coder of UCDP put an event, from its coordinates or from the words alone.

Some corpora keep only the words ("Sarn town", "Taval Governorate"). The last of them says what
kind of place it is; the rest is looked up in the gazetteer, within the country.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from tollbook.gazetteer import Gazetteer
from tollbook.gazetteer.folding import fold
from tollbook.gazetteer.skeletons import skeleton
from tollbook.locating.mentions import find_mentions
from tollbook.place import GazetteerEntry, Location, kilometres

WITHIN_KM: Final = 25.0
"""A pin on a town is right up to here."""

NEAR: Final = 2
"""UCDP's `where_prec` up to which a place is a town or near one."""

# Where a coder writes the name of a town, the event was there or near it.
_CODES: Final = {
    **dict.fromkeys("town village city suburb locality".split(), frozenset({1, 2})),
    **dict.fromkeys("district municipality".split(), frozenset({3})),
    **dict.fromkeys("governorate province state oblast".split(), frozenset({4})),
}
_COUNTRY: Final = frozenset({6})
_NAMED_BY_PART: Final = frozenset("northern southern eastern western central".split())
_MOST_WORDS: Final = 5
_FEWEST_BONES: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedPlace:
    """Where a coder put an event.

    `where_prec` holds the codes that it may have, none where the words do not say; `points` the
    coordinates of all that is called so, none where no gazetteer knows it. `division` and
    `country` are as the gazetteer writes them. `name` is without the kind of place.
    """

    name: str
    where_prec: frozenset[int]
    points: tuple[tuple[float, float], ...]
    country: str
    divisions: frozenset[str] = frozenset()

    def agrees(self, pin: Location) -> bool:
        """Whether a pin lies where the coder put the event, by how exactly he knew it."""
        if any(self._is_near(pin, point) for point in self.points):
            return True
        if pin.entry is None or pin.entry.country != self.country or not self.where_prec:
            return False
        if self.where_prec <= _COUNTRY:
            return True
        return min(self.where_prec) > NEAR and division_of(pin.entry) in self.divisions

    def lies_within(self, pin: Location) -> bool:
        """Whether a pin on a wider place is on one that this lies in."""
        if pin.where_prec <= NEAR or pin.entry is None or pin.entry.country != self.country:
            return False
        return division_of(pin.entry) in self.divisions or any(
            self._is_near(pin, point, pin.radius_km) for point in self.points
        )

    def _is_near(
        self, pin: Location, point: tuple[float, float], within_km: float = WITHIN_KM
    ) -> bool:
        return kilometres(*point, pin.latitude, pin.longitude) <= within_km


def division_of(entry: GazetteerEntry) -> str:
    """Give the name of the province that an entry lies in or is."""
    return entry.adm1 or (entry.name if entry.feature == "A.ADM1" else "")


def split(where: str) -> tuple[str, frozenset[int]]:
    """Part the name of a place from the word for its kind, and say how exact that is.

    Example:
        >>> split("Sarn town")
        ('Sarn', frozenset({1, 2}))
        >>> split("Taval Governorate")
        ('Taval', frozenset({4}))
        >>> split("Hills of Oker")
        ('Hills of Oker', frozenset())
    """
    words = where.split()
    codes = _CODES.get(words[-1].lower()) if len(words) > 1 else None
    if codes is None:
        return " ".join(words), frozenset()
    # "Northern Taval Governorate" is a fuzzy place.
    if min(codes) > NEAR and words[0].lower() in _NAMED_BY_PART:
        return " ".join(words[1:-1]), frozenset({5})
    return " ".join(words[:-1]), codes


def from_words(where: str, country: GazetteerEntry | None, gazetteer: Gazetteer) -> CodedPlace:
    """Read a coded place from its words alone."""
    name, codes = split(where)
    code = "" if country is None else country.country
    if country is not None and name in {country.name, _plain(country.name)}:
        return CodedPlace(name=name, where_prec=_COUNTRY, points=(), country=code)
    entries = [
        entry
        for one in name.split("/")
        for entry in gazetteer.named(one.strip())
        if entry.country == code and _fits(entry, codes)
    ]
    return CodedPlace(
        name=name,
        where_prec=codes,
        points=tuple((entry.latitude, entry.longitude) for entry in entries),
        country=code,
        divisions=frozenset(division_of(entry) for entry in entries) - {""},
    )


def from_row(
    where: str,
    where_prec: int,
    point: tuple[float, float],
    division: str,
    country: GazetteerEntry | None,
    gazetteer: Gazetteer,
) -> CodedPlace:
    """Read a coded place from the columns of UCDP GED.

    Args:
        where: `where_coordinates`.
        where_prec: the code.
        point: latitude and longitude.
        division: `adm_1`, with the word for its kind.
        country: that of the row.
        gazetteer: says how it writes the division.
    """
    code = "" if country is None else country.country
    named = gazetteer.named(split(division)[0].removesuffix(" region")) if division else ()
    provinces = [e for e in named if e.feature == "A.ADM1" and e.country == code]
    return CodedPlace(
        name=split(where)[0],
        where_prec=frozenset({where_prec}),
        points=(point,),
        country=code,
        divisions=frozenset(map(division_of, provinces)) - {""},
    )


@cache
def country_named(name: str, gazetteer: Gazetteer) -> GazetteerEntry | None:
    """Give the country of a name as a dataset writes it: "Sarn (Old Sarn)"."""
    found = [mention.entry for mention in find_mentions(f"{name}.", gazetteer)]
    return next((e for e in found if e is not None and e.feature.startswith("A.PCL")), None)


def is_named(headline: str, name: str) -> bool:
    """Whether a text has a name, in whatever spelling of the same consonants.

    Example:
        >>> is_named("Clashes near Der Ezzor", "Deir ez Zor")
        True
        >>> is_named("Clashes near Sarn", "Deir ez Zor")
        False
    """
    words = headline.split()
    asked = {_heard(one) for one in name.split("/")} - {""}
    return any(
        _heard(" ".join(words[start:end])) in asked
        for start in range(len(words))
        if words[start][:1].isupper()
        for end in range(start + 1, min(len(words), start + _MOST_WORDS) + 1)
    )


def first_named(headline: str, gazetteer: Gazetteer) -> Location | None:
    """Pin a headline plainly: the most populous town of its first name that is no country's.

    Where no town is called so, the most populous of what is.
    """
    for mention in find_mentions(headline, gazetteer):
        named = gazetteer.named(mention.words.text)
        if named and not any(entry.feature.startswith("A.PCL") for entry in named):
            towns = [entry for entry in named if entry.feature.startswith("P.")]
            entry = max(towns or named, key=lambda one: one.population)
            return Location(
                latitude=entry.latitude,
                longitude=entry.longitude,
                radius_km=0,
                where_prec=1,
                geo_precision=1,
                rule="named first",
                entry=entry,
            )
    return None


def names_a_place(headline: str, country: str, gazetteer: Gazetteer) -> bool:
    """Whether a headline names a place that is no country, known to the gazetteer or not."""
    return any(
        not mention.is_adjective
        and (mention.entry is None or not mention.entry.feature.startswith("A.PCL"))
        for mention in find_mentions(with_country(headline, country), gazetteer)
    )


def with_country(headline: str, country: str) -> str:
    """Write a headline as a coder has it: with the country that the dataset gives beside it."""
    return f"{headline.rstrip(' .')}.\n{country}." if country else headline


def any_agrees(places: Sequence[CodedPlace], pin: Location | None) -> bool:
    """Whether there is a pin and it lies at one of several coded places."""
    return pin is not None and any(place.agrees(pin) for place in places)


def _heard(name: str) -> str:
    """Give the consonants of a name; a name of few, which has many neighbours, whole."""
    folded = fold(name).strip(".")
    bones = skeleton(folded)
    return bones if len(bones) > _FEWEST_BONES else folded


def _fits(entry: GazetteerEntry, codes: frozenset[int]) -> bool:
    """Whether a place is of the kind that a coder's word says."""
    if not codes:
        return True
    return entry.feature.startswith("A.") == (min(codes) > NEAR)


def _plain(name: str) -> str:
    return name.split("(")[0].strip()
