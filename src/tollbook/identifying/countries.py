"""The countries of the world as English reports call them: the table, read once for all rooms."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NotRequired, TypedDict


class CountryRow(TypedDict):
    """One country: its ISO 3166-1 alpha-2 code, its people, its capitals and other names."""

    iso: str
    demonyms: list[str]
    capitals: list[str]
    also: NotRequired[list[str]]


@cache
def countries() -> Mapping[str, CountryRow]:
    """Give every country by its usual English name.

    Example:
        >>> countries()["Mali"]["iso"], countries()["Mali"]["demonyms"]
        ('ML', ['Malian'])
    """
    source = files("tollbook") / "data" / "countries.en.toml"
    table: dict[str, CountryRow] = tomllib.loads(source.read_text(encoding="utf-8"))
    return table
