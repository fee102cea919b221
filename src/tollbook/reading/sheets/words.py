"""The tables of words for reading sheets, read once."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


def word_table(name: str) -> Mapping[str, str]:
    """Give one table of `words.toml`."""
    rows: dict[str, str] = _read("words.toml")[name]
    return rows


def presets() -> Mapping[str, Any]:
    """Give the columns of the field's own tables, by scheme."""
    return _read("presets.toml")


@cache
def _read(name: str) -> Mapping[str, Any]:
    source = files("tollbook") / "reading" / "sheets" / name
    return tomllib.loads(source.read_text(encoding="utf-8"))
