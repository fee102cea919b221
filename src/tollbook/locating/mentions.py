"""The places a text names: where the names stand and which places they are."""

from dataclasses import dataclass

from tollbook.document import Words
from tollbook.locating.lookup import Lookup
from tollbook.place import GazetteerEntry


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


def find_mentions(text: str, gazetteer: Lookup) -> tuple[Mention, ...]:
    """Find the places a text names, in reading order, none inside another.

    Args:
        text: a whole report; offsets of the mentions are code points into it.
        gazetteer: where names are looked up.
    """
    raise NotImplementedError
