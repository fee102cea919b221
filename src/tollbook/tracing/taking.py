"""Taking a fingerprint of a document."""

from typing import Final

import numpy as np

from tollbook.document import Document
from tollbook.fingerprint import Fingerprint
from tollbook.tracing.credits import credited
from tollbook.tracing.minhash import signature
from tollbook.tracing.pages import page_of
from tollbook.tracing.runs import LONG, SHORT, run_hashes, winnow, word_hashes
from tollbook.tracing.wording import folded, telling_words

VERSION: Final = "tracing-2"
"""Changes with anything that changes a fingerprint or what is made of it."""

# Shorter words of a title are "the", "dead" and "in".
_SHORTEST: Final = 4
_LONGEST_TITLE: Final = 25


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
        version=VERSION,
    )


def _title_words(document: Document) -> frozenset[str]:
    """Take the words of the title, or of the first line where it can be one."""
    title = folded(document.title or document.text.strip().partition("\n")[0])
    if len(title) > _LONGEST_TITLE:
        return frozenset()
    return frozenset(word for word in title if len(word) >= _SHORTEST)
