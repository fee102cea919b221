"""Words -> the pieces the encoder knows (WordPiece, uncased), each with its place in the text.

The rules are those of BERT's uncased tokeniser: control characters dropped, accents stripped,
punctuation and Chinese characters stand alone, longest known piece first.

References:
    Devlin et al., BERT (2019); Wu et al., Google's neural machine translation system (2016).
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Final

CLS, SEP, UNKNOWN, PAD = "[CLS]", "[SEP]", "[UNK]", "[PAD]"
# What blanks part, and the words and marks of one such stretch where it is plain ASCII.
_STRETCH: Final = re.compile(r"[^ \t\n\r]+")
_IN_ASCII: Final = re.compile(r"[0-9A-Za-z]+|.")

# Longer words are no words; BERT calls them unknown too.
_LONGEST_WORD: Final = 100

Piece = tuple[int, int, int]
"""Id of a piece, and where it stands: start included, end excluded."""


class Vocabulary:
    """The pieces the encoder knows, by their number."""

    def __init__(self, pieces: Mapping[str, int]) -> None:
        self._pieces = pieces
        self.cls, self.sep, self.unknown, self.pad = (
            pieces[name] for name in (CLS, SEP, UNKNOWN, PAD)
        )
        self.size = len(pieces)
        # Reports say the same words again and again; the most common are cut once.
        self.cut_word = lru_cache(maxsize=20_000)(self._cut_word)

    def number(self, piece: str) -> int:
        """Give the number of a piece that is known."""
        return self._pieces[piece]

    def cut(self, text: str, start: int, end: int) -> Iterator[Piece]:
        """Cut a stretch of a text into pieces.

        Returns:
            Pieces in text order; offsets are code points into `text`.
        """
        for letters, places in words_of(text, start, end):
            for piece, first, stop in self.cut_word(letters):
                yield piece, places[first], places[stop - 1] + 1

    def _cut_word(self, word: str) -> tuple[Piece, ...]:
        if len(word) > _LONGEST_WORD:
            return ((self.unknown, 0, len(word)),)
        found: list[Piece] = []
        first = 0
        while first < len(word):
            for stop in range(len(word), first, -1):
                letters = word[first:stop] if first == 0 else f"##{word[first:stop]}"
                if letters in self._pieces:
                    found.append((self._pieces[letters], first, stop))
                    first = stop
                    break
            else:
                return ((self.unknown, 0, len(word)),)
        return tuple(found)


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Give the vocabulary that the shipped weights were trained with."""
    lines = (files("tollbook") / "data/encoder/vocab.txt").read_text("utf-8").split("\n")
    return Vocabulary({piece: number for number, piece in enumerate(lines)})


def words_of(text: str, start: int, end: int) -> Iterator[tuple[str, Sequence[int]]]:
    """Give words in lower case without accents, each letter with the place it came from."""
    for match in _STRETCH.finditer(text, start, end):
        stretch, first, stop = match.group(), match.start(), match.end()
        # Nearly all that stands in a report takes one of these two ways.
        if stretch.isascii() and stretch.isalnum():
            yield stretch.lower(), range(first, stop)
        elif stretch.isascii() and stretch.isprintable():
            for word in _IN_ASCII.finditer(text, first, stop):
                yield word.group().lower(), range(word.start(), word.end())
        else:
            yield from _letter_by_letter(text, first, stop)


def _letter_by_letter(text: str, start: int, end: int) -> Iterator[tuple[str, Sequence[int]]]:
    letters: list[str] = []
    places: list[int] = []
    for place in range(start, end):
        for letter in _plain(text[place]):
            if letter == " " or _stands_alone(letter):
                if letters:
                    yield "".join(letters), places
                    letters, places = [], []
                if letter != " ":
                    yield letter, [place]
            else:
                letters.append(letter)
                places.append(place)
    if letters:
        yield "".join(letters), places


@lru_cache(maxsize=4096)
def _plain(letter: str) -> str:
    category = unicodedata.category(letter)
    if letter in "\t\n\r" or category == "Zs":
        return " "
    if category in {"Cc", "Cf", "Co", "Cn"} or letter == "\ufffd":
        return ""
    bare = unicodedata.normalize("NFD", letter.lower())
    return "".join(part for part in bare if unicodedata.category(part) != "Mn")


@lru_cache(maxsize=4096)
def _stands_alone(letter: str) -> bool:
    code = ord(letter)
    ascii_mark = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    ideograph = 0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0xF900 <= code <= 0xFAFF
    return ascii_mark or ideograph or unicodedata.category(letter).startswith("P")
