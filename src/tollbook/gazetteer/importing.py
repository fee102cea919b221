"""A user's own places into a gazetteer of their own, beside the shipped one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tollbook.errors import UnusableGazetteer
from tollbook.gazetteer.columns import read_csv, read_geojson
from tollbook.gazetteer.dumps import COLUMNS, read_dump
from tollbook.gazetteer.faults import Fault
from tollbook.gazetteer.shelf import Shelf
from tollbook.gazetteer.writing import Listing, write

_GEONAMES = "Places imported from GeoNames (geonames.org), CC BY 4.0."


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """How many places of a file are in, and what was passed over."""

    places: int
    faults: tuple[Fault, ...]


def import_places(
    path: Path, into: Path, watch: Callable[[Listing | Fault], None] | None = None
) -> Imported:
    """Put the places of a file into the user's own gazetteer.

    What is there already stays; a place with the same id is replaced. The file may be a
    country dump of GeoNames, a CSV or a GeoJSON (`columns.py` says what they hold).

    Args:
        path: the file to read.
        into: the user's own gazetteer, made where there is none.
        watch: told every place and every fault as it is read.

    Raises:
        UnusableGazetteer: the file cannot be read, or `into` is no gazetteer.
    """
    kept = {listing.entry.id: listing for listing in _kept(into)}
    faults, places = [], 0
    for told in _read(path):
        if watch is not None:
            watch(told)
        if isinstance(told, Fault):
            faults.append(told)
        else:
            places += 1
            kept[told.entry.id] = told
    if places:
        from_geonames = any(identifier.startswith("geonames:") for identifier in kept)
        write(into, list(kept.values()), {"attribution": _GEONAMES if from_geonames else ""})
    return Imported(places=places, faults=tuple(faults))


def _kept(into: Path) -> Iterator[Listing]:
    if into.is_file():
        shelf = Shelf(into)
        try:
            yield from (Listing(entry=entry, also=also) for entry, also in shelf.everything())
        finally:
            shelf.close()


def _read(path: Path) -> Iterator[Listing | Fault]:
    try:
        with path.open(encoding="utf-8-sig") as opened:
            first = opened.readline()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise UnusableGazetteer(f"cannot read {path}: {reason}") from error
    if first.count("\t") == COLUMNS - 1 and first.partition("\t")[0].isdecimal():
        return read_dump(path)
    if first.lstrip().startswith("{"):
        return read_geojson(path)
    return read_csv(path)
