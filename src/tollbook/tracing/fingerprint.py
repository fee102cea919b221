"""What is kept of a document to find out which others it repeats, without its text."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

import numpy as np

from tollbook.document import Document, content_id
from tollbook.tracing.credits import credited
from tollbook.tracing.minhash import signature
from tollbook.tracing.pages import page_of
from tollbook.tracing.runs import LONG, SHORT, run_hashes, winnow, word_hashes
from tollbook.tracing.wording import folded, telling_words

VERSION: Final = "tracing-1"
"""Changes with anything that changes a fingerprint or what is made of it."""

_ROWS: Final = 3
# One in so many kept runs is a key.
_ONE_IN: Final = 4
# Shorter words of a title are "the", "dead" and "in".
_SHORTEST: Final = 4
_LONGEST_TITLE: Final = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """A document without its text: enough to tell whose copy it is.

    `runs` are numbers of runs of words, about one for every two words, in the order of the
    text; `telling` are those of them that hold a word of the title, all where there is none.
    `signature` is that of its MinHash and `maker` who computed it; `page` is its address
    without what differs from visit to visit; `agencies` are those it is signed with.
    """

    document_id: str
    published_at: date | datetime | None
    publisher: str | None
    page: str | None
    agencies: tuple[str, ...]
    words: int
    maker: str
    signature: tuple[int, ...]
    runs: tuple[int, ...]
    telling: tuple[int, ...]
    version: str = VERSION

    def __repr__(self) -> str:
        return f"<Fingerprint of {self.document_id} words={self.words} runs={len(self.runs)}>"

    @property
    def bands(self) -> tuple[str, ...]:
        """The keys under which this meets what it may repeat: each once, sorted.

        Two documents that share no key are taken for strangers.
        """
        return tuple(sorted(set(self._keys())))

    def _keys(self) -> Iterator[str]:
        if self.page is not None:
            yield f"page:{content_id(self.page)}"
        yield from (f"run:{run:08x}" for run in self.runs if run % _ONE_IN == 0)
        if self.words >= LONG:
            for start in range(0, len(self.signature), _ROWS):
                rows = self.signature[start : start + _ROWS]
                yield f"{self.maker}:{content_id(start, *rows)}"


def fingerprint(document: Document) -> Fingerprint:
    """Take the fingerprint of a document: the same document always has the same.

    Example:
        >>> from tollbook.document import Document
        >>> text = "A blast killed twelve people at the market of Oker on Monday, a nurse said."
        >>> one = fingerprint(Document(text=text, name="a", publisher="Oker Daily"))
        >>> other = fingerprint(Document(text=text.upper(), name="b", publisher="Vell Post"))
        >>> one.runs == other.runs, set(one.bands) == set(other.bands)
        (True, True)
    """
    words = telling_words(document.text)
    numbers = word_hashes(words)
    maker, made = signature(np.unique(run_hashes(numbers, SHORT)))
    hashes = run_hashes(numbers, LONG)
    places = winnow(hashes).tolist()
    runs = [int(hashes[place] >> np.uint64(32)) for place in places]
    title = _title_words(document)
    return Fingerprint(
        document_id=document.id,
        published_at=document.published_at,
        publisher=document.publisher,
        page=page_of(document.url),
        agencies=credited(document.text, document.title),
        words=len(words),
        maker=maker,
        signature=made,
        runs=tuple(runs),
        telling=tuple(
            run
            for run, place in zip(runs, places, strict=True)
            if not title or not title.isdisjoint(words[place : place + LONG])
        ),
    )


def _title_words(document: Document) -> frozenset[str]:
    title = folded(document.title or "")
    return frozenset(word for word in title[:_LONGEST_TITLE] if len(word) >= _SHORTEST)
