"""The armed groups and state bodies that the wire of 1988 to 1991 writes about, found by name."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from tollbook.identifying.lexicon import rows_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group named in a text: its first name in the list, its kind, and where it stands.

    `kind` is "guerrilla", "traffickers", "squads" or "state".
    """

    name: str
    kind: str
    start: int
    end: int


def find_groups(text: str) -> list[Group]:
    """Find every group named, the longest name at each place, in text order."""
    pattern, by_alias = _names()
    return [
        Group(name=name, kind=kind, start=match.start(), end=match.end())
        for match in pattern.finditer(text.upper())
        for name, kind in [by_alias[" ".join(match[0].split())]]
    ]


def aliases_of(name: str) -> frozenset[str]:
    """Give every way a group of the list is written."""
    return frozenset(alias for alias, (known, _) in _names()[1].items() if known == name)


@cache
def _names() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    by_alias = {
        alias.upper(): (names[0].upper(), kind) for kind, names in _listed() for alias in names
    }
    longest_first = sorted(by_alias, key=lambda alias: (-len(alias), alias))
    written = "|".join(_pattern(alias) for alias in longest_first)
    return re.compile(rf"(?<![A-Z0-9-])(?:{written})(?![A-Z0-9])"), by_alias


def _listed() -> Iterator[tuple[str, list[str]]]:
    """The groups of the lexicon, then state bodies and groups without a name."""
    for row in rows_of("latin_america"):
        yield row["kind"], row["names"]["en"]
    raw = files("tollbook.data").joinpath("latin_american_bodies.en.toml").read_text("utf-8")
    for kind, groups in tomllib.loads(raw).items():
        for names in groups:
            yield kind, names


_SPACE: Final = r"\s+"


def _pattern(alias: str) -> str:
    return _SPACE.join(re.escape(word) for word in alias.split())
