"""The known actors by every name: shipped tables, compiled once."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any, Final

from tollbook.actor import Actor
from tollbook.identifying.spelling import keys_of
from tollbook.identifying.states import state_actor
from tollbook.identifying.words import word_list

# Where a name is of several, the earlier file's actor is meant.
FILES: Final = (
    ("armed_groups", 0),
    ("communal", 0),
    ("gangs", 0),
    ("international", 0),
    ("state_forces", 0),
    ("latin_america", 1),
    ("ucdp", 1),
    ("phoenix", 2),
)
LONGEST_ABBREVIATION: Final = 6
_GROUPS: Final = frozenset({"REB", "UAF", "CRM"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An actor, where it is at home and how well known; `rank` 0 comes before 1.

    `is_spoken` is false where its name means others too: a whole people, a party's voters.
    """

    actor: Actor
    countries: frozenset[str]
    rank: int
    names: tuple[str, ...]
    is_spoken: bool = True

    @property
    def is_group(self) -> bool:
        """Whether it is an armed group, not the forces of a state or of several."""
        return self.actor.sector in _GROUPS


@dataclass(frozen=True, slots=True)
class Written:
    """One way of writing an actor's name.

    `is_short` marks an abbreviation, which must stand as it is written; `is_common` one that
    is a word of its own besides; `is_proper` a name that comes with a capital.
    """

    keys: tuple[str, ...]
    text: str
    entry: Entry
    is_short: bool
    is_common: bool
    is_proper: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Entries by id, and by the words they are written with.

    `lengths` says of a first word how many words the names that begin with it have, most first.
    """

    by_id: Mapping[str, Entry]
    by_keys: Mapping[tuple[str, ...], tuple[Written, ...]]
    lengths: Mapping[str, tuple[int, ...]]


@cache
def lexicon() -> Lexicon:
    """The shipped lexicon.

    Example:
        >>> lexicon().by_id["jnim"].actor.inter
        2
    """
    by_id = {entry.actor.id: entry for entry in _entries()}
    by_keys: dict[tuple[str, ...], dict[str, Written]] = {}
    for entry in by_id.values():
        for name in entry.names:
            written = _written(name, entry)
            if written.keys:
                by_keys.setdefault(written.keys, {}).setdefault(entry.actor.id, written)
    lengths: dict[str, set[int]] = {}
    for keys in by_keys:
        lengths.setdefault(keys[0], set()).add(len(keys))
    return Lexicon(
        by_id=by_id,
        by_keys={keys: _best(ways.values()) for keys, ways in by_keys.items()},
        lengths={first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()},
    )


def _best(ways: Iterable[Written]) -> tuple[Written, ...]:
    """Leave of the actors of one name those of the most careful table."""
    ordered = sorted(ways, key=lambda way: way.entry.rank)
    return tuple(way for way in ordered if way.entry.rank == ordered[0].entry.rank)


def _written(name: str, entry: Entry) -> Written:
    keys = keys_of(name)
    is_short = (
        len(keys) == 1
        and name == name.upper() != name.lower()
        and len(name) <= LONGEST_ABBREVIATION
    )
    return Written(
        keys=keys,
        text=name,
        entry=entry,
        is_short=is_short,
        is_common=name.lower() in _common(),
        is_proper=name != name.lower(),
    )


@cache
def _common() -> frozenset[str]:
    return frozenset(word_list("common"))


@cache
def group_names() -> Mapping[str, str]:
    """Every name by which armed groups are widely known, and the first name of its group.

    Without those that are common words or the name of a people.

    Example:
        >>> group_names()["ISIS"], group_names()["Daesh"]
        ('Islamic State', 'Islamic State')
    """
    known: dict[str, str] = {}
    for entry in lexicon().by_id.values():
        if entry.is_group and entry.rank == 0:
            for name in entry.names:
                if name.lower() not in _common() or name.isupper():
                    known.setdefault(name, entry.actor.name)
    return known


def rows_of(name: str) -> list[dict[str, Any]]:
    """Read the rows of one shipped table; its first line says what it is and whose."""
    source = files("tollbook") / "data" / "actors" / f"{name}.jsonl"
    lines = source.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines[1:]]


def _entries() -> Iterator[Entry]:
    """Every actor once; a later table may add to what an earlier one knows."""
    known: dict[str, Entry] = {}
    for name, rank in FILES:
        for row in rows_of(name):
            entry = _entry(row, rank)
            before = known.get(row.get("is", entry.actor.id))
            known[(before or entry).actor.id] = entry if before is None else _join(before, entry)
    yield from known.values()


def _entry(row: Mapping[str, Any], rank: int) -> Entry:
    names = tuple(name for names in row.get("names", {}).values() for name in names)
    if "force" in row:
        actor = state_actor(row["country"], row["force"])
        ucdp = row.get("ucdp", actor.ucdp)
        return Entry(
            actor=replace(actor, ucdp=ucdp),
            countries=frozenset({row["country"]}),
            rank=rank,
            names=names,
        )
    countries = row.get("countries", [])
    actor = Actor(
        id=row.get("id", row.get("is", "")),
        name=row.get("name", ""),
        sector=row.get("sector", "UAF"),
        inter=row.get("inter", 3),
        country=countries[0] if countries else "",
        parent=row.get("parent"),
        first_year=row.get("first"),
        last_year=row.get("last"),
        ucdp=row.get("ucdp"),
        ucdp_id=row.get("ucdp_id"),
        wikidata=row.get("wikidata"),
    )
    own = (actor.name,) if actor.name else ()
    return Entry(
        actor=actor,
        countries=frozenset(countries),
        rank=rank,
        names=own + names,
        is_spoken=row.get("spoken", True),
    )


def _join(before: Entry, more: Entry) -> Entry:
    actor = replace(
        before.actor,
        ucdp=before.actor.ucdp or more.actor.ucdp,
        ucdp_id=before.actor.ucdp_id or more.actor.ucdp_id,
    )
    return Entry(
        actor=actor,
        countries=before.countries | more.countries,
        rank=before.rank,
        names=tuple(dict.fromkeys(before.names + more.names)),
    )
