"""Words as they are searched for: without case, accents and the choices of who wrote them.

Both databases are given words folded here, so that they answer alike. A folded word holds
letters and digits only; between words stands one space.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tollbook.document import Span

# PostgreSQL refuses a word of more than 2,046 bytes, and more than a megabyte of different words.
_LONGEST = 100
_MOST_BYTES = 500_000

# Letters that Unicode does not take apart, and those that writers of Arabic exchange.
_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i",
        "ħ": "h", "ŧ": "t", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ɲ": "ny", "ɛ": "e",
        "ɔ": "o", "ŋ": "ng",
        "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "گ": "ك", "ہ": "ه", "ھ": "ه", "ٱ": "ا",
        "ء": "", "ـ": "",
    }
)  # fmt: skip
_TATWEEL = "ـ"  # a letter to regular expressions, and nothing to `fold_word`
_WORD = re.compile(r"\w+")


class _Shapes(dict[int, str]):
    """Every character as itself, as part of a word that says nothing, or as what divides."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        category = unicodedata.category(char)
        shape = char if char.isalnum() else _TATWEEL if category[0] == "M" else " "
        if category == "Cf":  # joiners, marks of direction, soft hyphens
            shape = _TATWEEL
        self[code] = shape
        return shape


_shapes = _Shapes()


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A folded word and where it stands in the text, in code points."""

    folded: str
    at: Span


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """Bring one word to the form it is searched in; "" where it holds no letter or digit."""
    if word.isascii():
        return word.lower()[:_LONGEST]
    apart = unicodedata.normalize("NFKD", word.casefold()).casefold()
    bare = "".join(char for char in apart if unicodedata.category(char)[0] != "M")
    plain = unicodedata.normalize("NFC", bare.translate(_LETTERS))
    return "".join(_digit(char) for char in plain if char.isalnum())[:_LONGEST]


def _digit(char: str) -> str:
    return str(unicodedata.decimal(char)) if char.isdecimal() else char


def words_of(text: str) -> Iterator[Word]:
    """Find the words of a text, folded, with their places.

    Example:
        >>> [word.folded for word in words_of("L’ATTAQUE de Sénou")]
        ['l', 'attaque', 'de', 'senou']
        >>> next(words_of("  غَزَّة")).at
        Span(start=2, end=8)
    """
    for match in _WORD.finditer(text.translate(_shapes)):
        folded = fold_word(match.group())
        if folded:
            yield Word(folded=folded, at=Span(start=match.start(), end=match.end()))


def fold(text: str) -> str:
    """Give the folded words of a text, one space between them.

    Of a text with more different words than a database can index (books), the first are kept.

    Example:
        >>> fold("Sénou: 12 morts"), fold("مدينة غزّة") == fold("مدينه غزه")
        ('senou 12 morts', True)
    """
    folded = list(filter(None, map(fold_word, _WORD.findall(text.translate(_shapes)))))
    # Only a text this long can hold too many: a letter is up to four bytes.
    if len(text) * 4 > _MOST_BYTES:
        folded = folded[: _last_indexed(folded)]
    return " ".join(folded)


def _last_indexed(folded: list[str]) -> int:
    seen: set[str] = set()
    bytes_left = _MOST_BYTES
    for here, word in enumerate(folded):
        if word not in seen:
            seen.add(word)
            bytes_left -= len(word.encode())
            if bytes_left < 0:
                return here
    return len(folded)
