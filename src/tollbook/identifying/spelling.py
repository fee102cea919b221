"""Words of a text as names are compared by: no accents, one transliteration, no articles."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from tollbook.identifying.words import word_list

# "U.S." is one word; "Jama'at" and "l'armée" are cut later, where an apostrophe means that.
_WORD = re.compile(r"\w+(?:['’ʿʼ`‘]\w+)*(?:(?<=\b[A-Z])(?:\.[A-Z])+\.?)?")
_APOSTROPHES = str.maketrans("", "", "'’ʿʼ`‘ـ")
_ELIDED = re.compile(r"^(?:l|d|qu)['’](?=\w)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
# Transliterations differ here first, and English words hardly ever.
_SOUNDS = (("oo", "u"), ("ou", "u"), ("ee", "i"), ("q", "k"))
_LAST_SOUNDS = ("ah", "eh")
_TWICE = re.compile(r"(\w)\1")
_TOO_SHORT = 3  # to be changed by a sound and still be told from others
_ARABIC = re.compile(r"^[\u0621-\u064a]+$")
_ARABIC_ARTICLE = re.compile(r"^(?:[وبفك]?ال|لل)(?=\w{2})")
_ARABIC_LETTERS = str.maketrans("ىةأإآٱ", "يهاااا")


class Token(NamedTuple):
    """A word of a text: as written, as compared by, and its place."""

    text: str
    key: str
    start: int
    end: int

    @property
    def has_capital(self) -> bool:
        """Whether a capital stands in it, or its script has none."""
        return self.text != self.text.lower() or not self.text.isascii()


def tokens_of(text: str) -> list[Token]:
    """Cut a text into words, and leave out the articles that names come with and without.

    Example:
        >>> [token.key for token in tokens_of("Jama'at al-Nusra of the U.S.")]
        ['jamat', 'nusra', 'us']
    """
    return [
        Token(word, key, *found.span())
        for found in _WORD.finditer(text)
        if (key := key_of(word := found[0]))
    ]


def keys_of(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared by.

    Example:
        >>> keys_of("Al-Shabaab") == keys_of("al Shabab")
        True
    """
    return tuple(key for word in _WORD.findall(name) if (key := key_of(word)))


@cache
def _particles() -> frozenset[str]:
    return frozenset(word_list("particles"))


@cache
def key_of(word: str) -> str:
    """One word as it is compared by; "" where it is an article or a particle.

    Example:
        >>> key_of("Muslimeen"), key_of("Séléka"), key_of("al"), key_of("l'armée")
        ('muslimin', 'seleka', '', 'armi')
    """
    if not word.isalnum():
        word = _POSSESSIVE.sub("", _ELIDED.sub("", word)).translate(_APOSTROPHES).replace(".", "")
    if word.isascii():
        plain = word.lower()
    else:
        marks = unicodedata.normalize("NFKD", word.casefold())
        plain = "".join(mark for mark in marks if not unicodedata.combining(mark))
        if _ARABIC.match(plain):
            return _ARABIC_ARTICLE.sub("", plain.translate(_ARABIC_LETTERS))
    if plain in _particles():
        return ""
    if len(plain) <= _TOO_SHORT:
        return plain
    for spelled, one_spelling in _SOUNDS:
        plain = plain.replace(spelled, one_spelling)
    if plain.endswith(_LAST_SOUNDS):
        plain = plain[:-2] + "a"
    return _TWICE.sub(r"\1", plain)


@cache
def keys_in(table: str) -> frozenset[str]:
    """The words of a table of `words`, as they are compared by.

    Example:
        >>> "atacked" in keys_in("strikes")
        True
    """
    return frozenset(key for words in word_list(table) for key in keys_of(words))
