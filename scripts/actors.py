"""Make `ucdp.jsonl` and `phoenix.jsonl` of `src/tollbook/data/actors/`.

Usage: python scripts/actors.py path/to/data
The folder holds `ucdp_ged_sample.csv` and `ucdp/train.jsonl` (UCDP GED, CC BY 4.0) and
`actors/Phoenix.MilNonState.actors.txt` (CAMEO/Phoenix dictionaries, MIT). Only names, numbers
and countries are taken: facts. What the tables made by hand know under one of its names gets
UCDP's name and number; the rest are actors of their own.
"""

import csv
import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tollbook.identifying.lexicon import rows_of
from tollbook.identifying.spelling import keys_of
from tollbook.identifying.states import country_names, peoples

TARGET = Path(__file__).parent.parent / "src/tollbook/data/actors"
BY_HAND = ("armed_groups", "communal", "gangs", "international")
SHORTEST = 2
SMALL = frozenset("of the and for in on to de del la las los e i al wa wal ul a an y".split())
# Words that mean something else far more often.
NO_NAMES = frozenset({"Black Friday", "New Order", "American Front", "Terrorist Group of Assam"})
Row = dict[str, Any]
# CAMEO's codes are ISO 3166-1 alpha-3; only those the file uses.
ALPHA_2 = dict(
    pair.split("=")
    for pair in (
        "AFG=AF AGO=AO ARG=AR AUS=AU AUT=AT BGD=BD BOL=BO CHL=CL CHN=CN COD=CD COL=CO DEU=DE "
        "DZA=DZ EGY=EG ESP=ES FRA=FR GBR=GB GEO=GE GRC=GR GTM=GT IDN=ID IND=IN IRN=IR IRQ=IQ "
        "ITA=IT JOR=JO JPN=JP KWT=KW LAO=LA LBN=LB LKA=LK LVA=LV MEX=MX MKD=MK MLI=ML NGA=NG "
        "NIC=NI NLD=NL NPL=NP PAK=PK PER=PE PHL=PH PRT=PT PSE=PS RUS=RU SDN=SD SLV=SV SOM=SO "
        "THA=TH TUR=TR URY=UY USA=US VEN=VE YEM=YE ZAF=ZA"
    ).split()
)


def main() -> None:
    """Read the folder named on the command line and write the two tables."""
    folder = Path(sys.argv[1])
    known = {
        keys_of(name): row["id"]
        for table in BY_HAND
        for row in rows_of(table)
        for name in (row["name"], *(n for names in row.get("names", {}).values() for n in names))
    }
    known |= {
        keys_of(row["ucdp"]): row["id"]
        for table in BY_HAND
        for row in rows_of(table)
        if "ucdp" in row
    }
    ucdp = list(_ucdp(folder, known))
    _write(
        "ucdp",
        "Names and numbers of actors in the UCDP Georeferenced Event Dataset (Uppsala Conflict "
        "Data Program). Made by scripts/actors.py.",
        "CC BY 4.0",
        ucdp,
    )
    known |= {keys_of(row["name"]): row["id"] for row in ucdp if "name" in row}
    _write(
        "phoenix",
        "Names of armed groups from the CAMEO/Phoenix actor dictionaries (Computational Event "
        "Data System; Open Event Data Alliance). Made by scripts/actors.py.",
        "MIT",
        _phoenix(folder / "actors" / "Phoenix.MilNonState.actors.txt", known),
    )


def _ucdp(folder: Path, known: dict[tuple[str, ...], str]) -> Iterator[Row]:
    rows = list(csv.DictReader((folder / "ucdp_ged_sample.csv").open(encoding="utf-8")))
    events = map(json.loads, (folder / "ucdp" / "train.jsonl").read_text("utf-8").splitlines())
    coded: dict[str, tuple[int | None, str, int]] = {}
    for row in rows:
        for side in ("side_a", "side_b"):
            name, number = row[side].strip(), int(float(row[f"{side}_new_id"] or 0))
            if name and ", " not in name:
                kind = int(float(row["type_of_violence"]))
                coded.setdefault(name, (number or None, row["country"], kind))
    for event in events:
        country = {"syria": "Syria", "car": "Central African Republic"}.get(event["set"], "")
        for side in ("side_a", "side_b"):
            for name in event[side].split(", "):
                coded.setdefault(name.strip(), (None, country, event["type_of_violence"]))
    for name, (known_as, country, kind) in sorted(coded.items()):
        if name == "Civilians" or name.startswith("Government of") or len(name) < SHORTEST:
            continue
        found = known.get(keys_of(name))
        more = {} if known_as is None else {"ucdp_id": known_as}
        if found is not None:
            yield {"is": found, "ucdp": name} | more
        else:
            yield _of_its_own(name, country, kind) | {"ucdp": name} | more


def _of_its_own(name: str, country: str, kind: int) -> Row:
    is_community = kind == 2 and re.search(r"clan|tribe|Christians|Muslims|^[A-Z][a-zéá]+$", name)
    people = peoples().get(keys_of(re.sub(r" \(.*\)", "", country)))
    home = [] if people is None else [people.country]
    is_gang = kind == 2 and (home in (["MX"], ["BR"], ["HT"]) or "Cartel" in name)
    inter = 4 if is_community and not is_gang else 3 if is_gang else 2
    row: Row = {"id": _slug(name), "name": name, "inter": inter}
    row["sector"] = "REB" if inter == 2 else "CRM" if inter == 3 else "UAF"
    # A people or a party's voters are no actor wherever they are named.
    if inter == 4 or re.match(r"Republic of|Supporters of|Forces of", name):
        row["spoken"] = False
    return row | ({"countries": home} if home else {})


def _phoenix(path: Path, known: dict[tuple[str, ...], str]) -> Iterator[Row]:
    current: Row = {}
    found: list[Row] = []
    for raw in path.read_text(encoding="utf-8", errors="replace").splitlines():
        line = raw.split("#")[0].strip()
        if line.startswith("+") and current:
            current["all"].append(line[1:])
        elif head := re.match(r"(\S+)\s*\[([A-Z]{3})REB\]", line):
            current = {"all": [head[1]], "country": ALPHA_2.get(head[2], "")}
            found.append(current)
        elif line:
            current = {}
    seen: set[str] = set()
    for row in found:
        names = list(dict.fromkeys(_plain(row["all"])))
        same = {known[keys_of(name)] for name in names if keys_of(name) in known}
        names = [name for name in names if keys_of(name) not in known and _is_name(name)]
        identity = _slug(names[0]) if names else ""
        if not names or same or identity in seen:
            continue
        seen.add(identity)
        made: Row = {"id": identity, "name": names[0], "inter": 2, "sector": "REB"}
        if row["country"] in country_names():
            made["countries"] = [row["country"]]
        if names[1:]:
            made["names"] = {"en": names[1:]}
        yield made


def _plain(names: Iterable[str]) -> Iterator[str]:
    """Write "ADEN_ISLAMIC_ARMY_(AIA)_" as people do; an abbreviation is a name too."""
    for name in names:
        words = name.replace("_", " ").strip()
        if short := re.search(r"\(([A-Z/-]{3,8})\)", words):
            yield short[1]
        full = re.sub(r"\s*\([^)]*\)", "", words).strip(" ,-+")
        yield " ".join(_written(word) for word in full.lower().split())


def _written(word: str) -> str:
    """Capitals where names have them: "al-Tawhid", "of"."""
    parts = word.split("-")
    return "-".join(part if part in SMALL else part[:1].upper() + part[1:] for part in parts)


def _is_name(name: str) -> bool:
    """Two words at least: one alone is too often something else."""
    return len(keys_of(name)) > 1 and not re.search(r"[+\[\]]", name) and name not in NO_NAMES


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _write(table: str, about: str, licence: str, rows: Iterable[Row]) -> None:
    head = {"about": about, "licence": licence}
    lines = [json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows]
    text = "\n".join([json.dumps(head, ensure_ascii=False), *lines]) + "\n"
    (TARGET / f"{table}.jsonl").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
