"""Which words may begin the name of a place, in prose and where a capital says nothing."""

import re
import sys
from collections.abc import Iterator
from functools import lru_cache

from tollbook.extracting.parsing.tagging import word_tags
from tollbook.extracting.parsing.tokens import Token
from tollbook.extracting.situating.countries import known_place
from tollbook.extracting.situating.place_words import place_words

_NOWHERE = (sys.maxsize, sys.maxsize)
_LINE = re.compile(r"[^\n]+")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_CLOSED = frozenset({"DT", "IN", "PRP", "CC", "MD", "TO", "PRP$", "CD", "WDT", "WP", "WRB", "EX"})


def caseless(text: str, tokens: list[Token]) -> list[bool]:
    """Say of each token whether it stands where a capital says nothing."""
    flags: list[bool] = []
    stretches = _caseless_stretches(text)
    start, end = next(stretches, _NOWHERE)
    for token in tokens:
        while token.start >= end:
            start, end = next(stretches, _NOWHERE)
        flags.append(token.start >= start)
    return flags


def _caseless_stretches(text: str) -> Iterator[tuple[int, int]]:
    """Find the lines where a capital says nothing: wire text and Title Case headlines."""
    for line in _LINE.finditer(text):
        words = _LONG_WORD.findall(line.group())
        capitals = sum(word[0].isupper() for word in words)
        is_title = len(words) >= 5 and capitals > 0.75 * len(words)
        if is_title or _is_upper(line.group()):
            yield line.span()


def _is_upper(line: str) -> bool:
    # Nearly every line shows in every fourth character that it is not.
    if sum(map(str.islower, line[::4])) >= 0.1 * len(line):
        return False
    return sum(map(str.islower, line)) < 0.1 * sum(map(str.isupper, line))


# The words of a language come back: most tokens are looked up here.
@lru_cache(maxsize=1 << 14)
def begins_name(text: str, word: str, is_caseless: bool) -> bool:
    """Whether a word may begin a name; `word` is its text in lower case."""
    if word in place_words().not_names:
        return False
    if is_caseless:
        return _is_name_in_capitals(text, word)
    if text[0].isupper():
        if text.isupper() and 1 < len(text) < 5:
            return known_place(text) is not None  # an abbreviation is a body
        return word_tags().get(word) not in _CLOSED
    particle, _, rest = text.partition("-")
    return particle in place_words().particles and rest[:1].isupper()


def _is_name_in_capitals(text: str, word: str) -> bool:
    """Upper case says nothing: a name is what the dictionary does not know."""
    if not text[0].isalpha():
        return False
    is_known = known_place(text) is not None or word in place_words().particles
    return is_known or word.replace("-", "").replace("'", "") not in word_tags()
