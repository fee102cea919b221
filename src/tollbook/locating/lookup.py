"""What a gazetteer is asked here: is there a place of this name, and which ones are there."""

from typing import Protocol, runtime_checkable

from tollbook.place import GazetteerEntry


class Lookup(Protocol):
    """Places by their names. A gazetteer answers it; tests answer it from a few entries."""

    def knows(self, name: str) -> bool:
        """Whether some place is called so, in any case and with or without accents; fast."""
        ...

    def named(self, name: str) -> tuple[GazetteerEntry, ...]:
        """Every place that is called so, the most populous first."""
        ...


@runtime_checkable
class LooseLookup(Lookup, Protocol):
    """One that also knows names by other spellings; what needs it does without where it must."""

    def like(self, name: str, country: str) -> tuple[GazetteerEntry, ...]:
        """Every place of a country whose name is another spelling of this one; fast."""
        ...
