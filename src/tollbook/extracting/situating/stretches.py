"""A stretch of a report, from one sentence to a few pages, and the words that set its scene.

Everything found stands where it stands in the report, and is looked for when first asked for.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from tollbook.dating import day_of_report
from tollbook.document import Document, Words
from tollbook.extracting.parsing.tokens import Token, tokenise
from tollbook.extracting.situating.targets import find_targets
from tollbook.extracting.situating.what import Deed, find_deeds, find_weapons
from tollbook.extracting.situating.when import DatedWords, find_days
from tollbook.extracting.situating.where import FoundPlace, find_places

# A page may be so much longer, to end with a paragraph.
_LONGEST_OVERRUN = 2000


class Stretch:
    """The words of a report from `start` on."""

    def __init__(self, document: Document, start: int, end: int) -> None:
        self.start = start
        self.text = document.text[start:end]
        self._published = day_of_report(document.published_at, document.text)

    @cached_property
    def deeds(self) -> list[Deed]:
        """The words for a deed; these stand where they stand in the stretch."""
        return find_deeds(self.text)

    @cached_property
    def days(self) -> list[DatedWords]:
        """The words that date something."""
        found = find_days(self.text, self._published)
        if self.start == 0:
            return found
        return [
            replace(words, start=words.start + self.start, end=words.end + self.start)
            for words in found
        ]

    @cached_property
    def places(self) -> list[FoundPlace]:
        """The words for places, in the order of the text."""
        found = sorted(self._places, key=lambda place: place.start)
        if self.start == 0:
            return found
        return [
            replace(place, start=place.start + self.start, end=place.end + self.start)
            for place in found
        ]

    def targets(self) -> Iterator[Words]:
        """Read the words for what was attacked, each wording once."""
        found = find_targets(self.text, tokens=self._tokens, places=self._places, deeds=self.deeds)
        return map(self._moved, found)

    def weapons(self) -> Iterator[Words]:
        """Read the words for what the harm was done with, each wording once."""
        return map(self._moved, find_weapons(self.text))

    def _moved(self, words: Words) -> Words:
        start = words.start + self.start
        return Words(text=words.text, start=start, end=words.end + self.start)

    @cached_property
    def _tokens(self) -> list[Token]:
        return tokenise(self.text)

    @cached_property
    def _places(self) -> list[FoundPlace]:
        return find_places(self.text, self._tokens)


def pages(document: Document, start: int, length: int) -> Iterator[Stretch]:
    """Cut a report from `start` on into stretches of `length` characters or a little more."""
    size = len(document.text)
    while start < size:
        end = _break_after(document.text, start + length)
        yield Stretch(document, start, end)
        start = end


def _break_after(text: str, position: int) -> int:
    """Find the next end of a paragraph, else of a line, else of a word, if one is near."""
    for mark in ("\n\n", "\n", " "):
        found = text.find(mark, position, position + _LONGEST_OVERRUN)
        if found >= 0:
            return found + len(mark)
    return min(len(text), position + _LONGEST_OVERRUN)
