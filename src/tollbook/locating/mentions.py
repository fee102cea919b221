"""The places a text names: where the names stand and which places they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tollbook.document import Words
from tollbook.locating.agreeing import agree
from tollbook.locating.datelines import dateline
from tollbook.locating.known_names import add_known
from tollbook.locating.lookup import Lookup
from tollbook.locating.name_features import name_of
from tollbook.locating.resolve import Name, resolve
from tollbook.locating.tagging import Tagged, tag
from tollbook.locating.tokens import Token, tokenise
from tollbook.locating.wide_places import wide_places
from tollbook.place import GazetteerEntry

_LARGE: Final = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place named in a text.

    `entry` is the place meant, None where the words do not settle it ("unresolved").
    `candidates` are the places called so, the likeliest first; none where the gazetteer has
    none. `probability` is how surely `entry` is the place meant, 0.0 where there is none.
    `is_adjective` marks what stands for a country's people or power ("Turkish police"), not
    for where something is.
    """

    words: Words
    entry: GazetteerEntry | None
    candidates: tuple[GazetteerEntry, ...] = ()
    probability: float = 0.0
    is_adjective: bool = False

    @property
    def start(self) -> int:
        """Where the name begins."""
        return self.words.start

    @property
    def end(self) -> int:
        """Where the name ends, excluded."""
        return self.words.end


def find_mentions(
    text: str, gazetteer: Lookup, home: GazetteerEntry | None = None
) -> tuple[Mention, ...]:
    """Find the places a text names, in reading order, none inside another.

    Adjectives of a country ("Turkish police") are among them, marked as such.

    Args:
        text: a whole report; offsets of the mentions are code points into it.
        gazetteer: where names are looked up.
        home: where the report's publisher sits, where that is known.
    """
    tokens, tagged = tag(text, gazetteer)
    filed_from = dateline(tokens, gazetteer)
    if filed_from is not None:
        taken = range(filed_from.start, filed_from.end)
        others = [run for run in tagged if run.end <= taken.start or run.start >= taken.stop]
        tagged = (filed_from, *others)
    tagged = agree(tokens, add_known(tokens, tagged, gazetteer))
    names = [name for run in tagged if (name := _name(text, tokens, run, gazetteer)) is not None]
    return _mentions(text, names, gazetteer, home)


def resolve_mentions(
    text: str,
    spans: Sequence[tuple[int, int]],
    gazetteer: Lookup,
    home: GazetteerEntry | None = None,
) -> tuple[Mention, ...]:
    """Say which places are meant by names that somebody else found.

    Args:
        text: the report.
        spans: where the names stand, in reading order.
        gazetteer: where names are looked up.
        home: where the report's publisher sits, where that is known.
    """
    return _mentions(text, named_at(text, spans), gazetteer, home)


def named_at(text: str, spans: Sequence[tuple[int, int]]) -> list[Name]:
    """Give the names that stand at some places of a text, set down as names usually are."""
    adjectives = wide_places().adjectives
    names = []
    for start, end in spans:
        words = Words(text=text[start:end], start=start, end=end)
        name = name_of(tokenise(words.text), shouted=words.text.isupper())
        names.append(Name(words=words, name=name, is_adjective=name in adjectives))
    return names


def _mentions(
    text: str, names: Sequence[Name], gazetteer: Lookup, home: GazetteerEntry | None
) -> tuple[Mention, ...]:
    return tuple(
        Mention(
            words=name.words,
            entry=meaning.entry,
            candidates=meaning.candidates,
            probability=meaning.probability,
            is_adjective=name.is_adjective,
        )
        for name, meaning in zip(names, resolve(text, names, gazetteer, home), strict=True)
    )


def _name(text: str, tokens: Sequence[Token], run: Tagged, gazetteer: Lookup) -> Name | None:
    start, end = tokens[run.start].start, tokens[run.end - 1].end
    words = Words(text=text[start:end], start=start, end=end)
    name = name_of(tokens[run.start : run.end], shouted=words.text.isupper())
    match run.kind:
        case "place":
            return Name(words=words, name=name)
        case "site" if gazetteer.knows(name):
            return Name(words=words, name=name)
        case "people" if name in wide_places().adjectives:
            return Name(words=words, name=name, is_adjective=True)
        case "people" if _is_large_town(name, gazetteer):
            return Name(words=words, name=name)  # one that stands before a noun: "Sarn clashes"
        case _:
            return None


def _is_large_town(name: str, gazetteer: Lookup) -> bool:
    entries = gazetteer.named(name) if gazetteer.knows(name) else ()
    return bool(entries) and entries[0].name == name and entries[0].population > _LARGE
