"""Places that every report takes as known: countries, large divisions, regions and seas.

What a gazetteer of towns has no name or no good point for; their short forms ("Ky.", "U.S.");
and the adjectives that stand for them ("Turkish").
"""

import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

from tollbook.identifying.countries import countries
from tollbook.locating.lookup import Lookup
from tollbook.place import GazetteerEntry

COUNTRY: Final = "A.PCLI"
DIVISION: Final = "A.ADM1"


@dataclass(frozen=True, slots=True, kw_only=True)
class WidePlaces:
    """The table, by the words that stand for a place.

    `named` is by the name in lower case without points, `short` by the exact letters, as "IN"
    and "Wash." would else be found in any text. `points` is by country and division ("US.Ohio").
    """

    named: Mapping[str, GazetteerEntry]
    short: Mapping[str, GazetteerEntry]
    adjectives: Mapping[str, GazetteerEntry]
    points: Mapping[str, tuple[float, float]]
    names_of_countries: Mapping[str, str]


def is_wide(name: str) -> bool:
    """Whether a name first means a place that every report takes as known."""
    known = wide_places()
    return name in known.short or _key(name) in known.named


@lru_cache(maxsize=1 << 14)
def _key(name: str) -> str:
    if not name.isascii():
        apart = unicodedata.normalize("NFKD", name)
        name = "".join(char for char in apart if not unicodedata.combining(char))
    return " ".join(name.lower().replace(".", "").replace("’", "'").replace("-", " ").split())


@lru_cache(maxsize=1)
def wide_places() -> WidePlaces:
    """Read the table once."""
    table = _read("wide_places.en.toml")
    points = {code: (float(at[0]), float(at[1])) for code, at in table["countries"].items()}
    named: dict[str, GazetteerEntry] = {}
    short: dict[str, GazetteerEntry] = {}
    adjectives: dict[str, GazetteerEntry] = {}
    names_of_countries: dict[str, str] = {}
    for name, row in countries().items():
        latitude, longitude = points.get(row["iso"], (None, None))
        if latitude is None or longitude is None:
            continue
        names_of_countries.setdefault(row["iso"], name)
        entry = GazetteerEntry(
            id=f"tollbook:{row['iso'].lower()}",
            name=name,
            latitude=latitude,
            longitude=longitude,
            feature=COUNTRY,
            country=row["iso"],
        )
        for word in (name, *row.get("also", [])):
            (short if word.isupper() else named).setdefault(
                word if word.isupper() else _key(word), entry
            )
        adjectives |= {word: entry for word in row["demonyms"] if word not in adjectives}
    for country, divisions in table["divisions"].items():
        for name, row in divisions.items():
            entry = _entry(name, {"feature": DIVISION, "country": country, **row}, adm1=name)
            points[f"{country}.{name}"] = (entry.latitude, entry.longitude)
            if _key(name) not in _SHARED:
                named[_key(name)] = entry
            short |= {word: entry for word in row.get("short", []) if word not in short}
    for name, row in table["regions"].items():
        entry = _entry(name, row)
        named |= {_key(word): entry for word in (name, *row.get("also", []))}
    for word, name in table["short"].items():
        if meant := named.get(_key(name)):
            (short if word.isupper() else named)[word if word.isupper() else _key(word)] = meant
    for word, name in table["adjectives"].items():
        if meant := named.get(_key(name)):
            adjectives[word] = meant
    return WidePlaces(
        named=named,
        short=short,
        adjectives=adjectives,
        points=points,
        names_of_countries=names_of_countries,
    )


# Names that a country or a city bears as well; the gazetteer has both.
_SHARED: Final = frozenset({"georgia", "new york", "washington", "victoria", "quebec", "amazonas"})


def candidates(name: str, gazetteer: Lookup) -> tuple[GazetteerEntry, ...]:
    """Give every place that a name or its short form may mean, the widely known first.

    Args:
        name: as the text writes it, a full upper case name set down as usual.
        gazetteer: where the rest is looked up.
    """
    known = wide_places()
    wide = known.short.get(name) or known.named.get(_key(name))
    found = [_at_its_point(entry, known) for entry in gazetteer.named(name)]
    if wide is None:
        return tuple(found)
    if wide.feature in {COUNTRY, DIVISION}:
        listed = [e for e in found if _is_same(e, wide)] or [
            _at_its_point(e, known) for e in gazetteer.named(wide.name) if _is_same(e, wide)
        ]
        wide = listed[0] if listed else wide
    return (wide, *(entry for entry in found if entry.id != wide.id))


def _is_same(entry: GazetteerEntry, wide: GazetteerEntry) -> bool:
    return entry.feature[:5] == wide.feature[:5] and entry.country == wide.country


def _at_its_point(entry: GazetteerEntry, known: WidePlaces) -> GazetteerEntry:
    """Put a country or a wide division where its middle is, not the mean of its towns."""
    if entry.feature.startswith("A.PCL"):
        point = known.points.get(entry.country)
    elif entry.feature == DIVISION:
        point = known.points.get(f"{entry.country}.{entry.adm1 or entry.name}")
    else:
        return entry
    return entry if point is None else replace(entry, latitude=point[0], longitude=point[1])


def _entry(name: str, row: Mapping[str, Any], adm1: str = "") -> GazetteerEntry:
    return GazetteerEntry(
        id=f"tollbook:{_key(name).replace(' ', '-')}",
        name=name,
        latitude=row["at"][0],
        longitude=row["at"][1],
        feature=row["feature"],
        country=row.get("country", ""),
        adm1=adm1,
    )


def _read(name: str) -> Mapping[str, Any]:
    return tomllib.loads((files("tollbook") / "data" / name).read_text(encoding="utf-8"))
