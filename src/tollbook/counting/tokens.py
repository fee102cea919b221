"""A text cut into numerals, words, signs and blank lines, each with its place."""

import re
from dataclasses import dataclass

# A numeral with thousands separators and decimals, a word with combining marks,
# one sign, or the blank line that no phrase reaches across.
_TOKEN = re.compile(
    r"\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d+)?"
    r"|\d+(?:\.\d+)?"
    r"|[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*"
    r"|[^\w\s]"
    r"|\n[^\S\n]*\n"
)
HYPHENS = frozenset("-‐‑")
DASHES = frozenset("-‐‑–—")

PARAGRAPH = "¶"

# Neighbours are looked up without checking for the ends of the text: beyond them all is "".
_PADDING = ("",) * 8
_NOWHERE = (-1,) * 8


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists: upper-cased words, and where each stands.

    Upper case is the common ground of wire text, headlines and prose. Past either end of
    the text (also at -1) the word is the empty one.
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def is_joined(self, at: int) -> bool:
        """Tell whether a token touches the one before it."""
        return self.ends[at - 1] == self.starts[at] >= 0


def tokenize(text: str) -> Tokens:
    """Cut a text into tokens; other white space only separates."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(text):
        words.append(match.group().upper().strip() or PARAGRAPH)
        starts.append(match.start())
        ends.append(match.end())
    return Tokens((*words, *_PADDING), (*starts, *_NOWHERE), (*ends, *_NOWHERE))
