"""The words of a text that can show where it comes from: folded, without what proves nothing.

Two reports of one press conference share its quotations, two pages of one site its notices and
lists of videos; neither makes one text of two. What is quoted is left out, and so are sentences
that speak to the reader ("you", "we") or hold the words of a notice.
"""

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import normalize

_WORD: Final = re.compile(r"\w+")
_QUOTED: Final = re.compile(r'“[^”\n]{1,600}”|"[^"\n]{1,600}"|«[^»\n]{1,600}»')
# A stop before a space, or, where a page lost its breaks, between "night." and "Police".
_SENTENCE: Final = re.compile(r"(?<=[.!?…])[\"”’)]*\s+|\n+|(?<=[a-z][.!?])(?=[A-Z])")
# "0:43 Firefighters save a horse", one below the other beside a story.
_VIDEO: Final = re.compile(r"\s*\d{1,2}:\d\d\b(?! ?[ap]\.?m)|.*\d:\d\d [A-Z].*\d:\d\d [A-Z]")

_TO_THE_READER: Final = frozenset("you your yours we our ours vous votre vos".split())
_NOTICE: Final = frozenset(
    "copyright subscribe subscriber subscribers subscription newsletter newsletters click"
    " javascript facebook twitter instagram app iphone android browser cookies login http https"
    " www com newsradio gallery stoppers crimestoppers tipsters abonnez abonnés".split()
)
_NOTICES: Final = tuple(
    frozenset(pair.split())
    for pair in (
        "rights reserved",
        "broadcast rewritten",
        "droits réservés",
        "information call",
        "information contact",
        "asked call",
        "asked contact",
        "urged call",
        "urged contact",
        "share story",
        "related stories",
        "related coverage",
        "related articles",
        "news weather",
        "television stations",
    )
)
_STAMPS: Final = frozenset(["posted", "updated", "published"])
_LONGEST_STAMP: Final = 15


def telling_words(text: str) -> list[str]:
    r"""List the words of a text that may tell where it comes from, case folded.

    Example:
        >>> telling_words("OKER (AFP) - Twelve died, a nurse said.\n\nAll rights reserved.")
        ['oker', 'afp', 'twelve', 'died', 'a', 'nurse', 'said']
        >>> telling_words('Two died. "It burned all night," a man said. Follow us on Twitter.')
        ['two', 'died', 'a', 'man', 'said']
    """
    return [word for sentence in _sentences(text) if not _is_notice(sentence) for word in sentence]


def folded(words: str) -> list[str]:
    """Split into words, case folded."""
    return _WORD.findall(normalize("NFKC", words).casefold())


def _sentences(text: str) -> Iterator[list[str]]:
    told = (line for line in text.splitlines() if not _VIDEO.match(line))
    for sentence in _SENTENCE.split(_QUOTED.sub(" ", "\n".join(told))):
        yield folded(sentence)


def _is_notice(sentence: list[str]) -> bool:
    words = frozenset(sentence)
    return (
        not words.isdisjoint(_TO_THE_READER)
        or not words.isdisjoint(_NOTICE)
        or any(pair <= words for pair in _NOTICES)
        or (len(sentence) < _LONGEST_STAMP and not words.isdisjoint(_STAMPS))
    )
