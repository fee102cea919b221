"""The word lists of `words/where.en.toml`, ready for looking up."""

from dataclasses import dataclass, field
from functools import lru_cache

from tollbook.dating import calendar_names
from tollbook.extracting.lexicon import by_word, word_list, words
from tollbook.extracting.situating.countries import demonyms

_DAYS = ("today", "yesterday", "tonight")


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Words that stand before, beside and inside the names of places."""

    before: frozenset[str]
    weak_before: frozenset[str]
    determiners: frozenset[str]
    modifiers: frozenset[str]
    particles: frozenset[str]
    kind_fillers: frozenset[str]
    events: frozenset[str]
    kind_of: dict[str, str]
    bodies: frozenset[str]
    not_names: frozenset[str]
    openers: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "openers", self.before | self.kind_of.keys())


@lru_cache(maxsize=1)
def place_words() -> PlaceWords:
    """Load the place words."""
    table = word_list("where")
    bodies = words(table["not_places"]["bodies"])
    names = calendar_names()
    return PlaceWords(
        before=words(table["before"]),
        weak_before=words(table["weak_before"]),
        determiners=words(table["determiners"]),
        modifiers=words(table["directions"]) | demonyms(),
        particles=words(table["particles"]),
        kind_fillers=words(table["kind_fillers"]),
        events=words(table["events"]),
        kind_of=by_word(table["kinds"]),
        bodies=bodies,
        not_names=frozenset({*names, *(f"{name}s" for name in names), *_DAYS, *bodies}),
    )
