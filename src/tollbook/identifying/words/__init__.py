"""Words that help to know an actor, in tables of each language."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def word_list(table: str) -> tuple[str, ...]:
    """The words of one table, of all languages, in the order they stand."""
    found: list[str] = []
    for language in ("en", "fr", "es", "ar"):
        source = files("tollbook") / "identifying" / "words" / f"{language}.toml"
        tables: dict[str, str] = tomllib.loads(source.read_text(encoding="utf-8"))
        found += [word.strip() for word in tables.get(table, "").split("|") if word.strip()]
    return tuple(dict.fromkeys(found))
