"""Documents -> copies: each leads back to the earliest document it descends from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from tollbook.document import Document
from tollbook.fingerprint import Fingerprint
from tollbook.incident import Copy
from tollbook.tracing.origin import Repeat, closest, publication, same_origin
from tollbook.tracing.taking import fingerprint

NEIGHBOURS = 40
"""Under one key a document meets so many printed before it and as many after.

A text that a hundred sites reprint is still followed back from each to the next, and a phrase that
every report holds costs no more than that.
"""


def trace(documents: Iterable[Document | Fingerprint]) -> tuple[Copy, ...]:
    """Find which documents repeat an earlier one, in any order.

    Each descends from the earlier document that it shares most with, and so on back to one that
    repeats none: its root.

    Example:
        >>> from tollbook.document import Document
        >>> text = "A blast killed twelve people at the market of Oker on Monday, a nurse said."
        >>> copies = trace([
        ...     Document(text=text, name="a", publisher="Oker Daily"),
        ...     Document(text=text, name="b", publisher="Vell Post"),
        ... ])
        >>> [copy.descent.value for copy in copies]
        ['copy']
    """
    prints = {each.document_id: each for each in map(_print, documents)}
    repeats = (same_origin(prints[one], prints[other]) for one, other in meetings(prints.values()))
    return settle(repeat for repeat in repeats if repeat is not None)


def _print(each: Document | Fingerprint) -> Fingerprint:
    return each if isinstance(each, Fingerprint) else fingerprint(each)


def meetings(prints: Iterable[Fingerprint]) -> Iterator[tuple[str, str]]:
    """Pair the documents that share a key and are printed near each other, each pair once."""
    under: defaultdict[str, list[str]] = defaultdict(list)
    for each in sorted(prints, key=publication):
        for key in each.bands:
            under[key].append(each.document_id)
    met: set[tuple[str, str]] = set()
    for alike in under.values():
        for place, one in enumerate(alike):
            met.update((one, other) for other in alike[place + 1 : place + 1 + NEIGHBOURS])
    yield from sorted(met)


def settle(repeats: Iterable[Repeat]) -> tuple[Copy, ...]:
    """Follow every document back to its root, whatever order the repeats come in.

    Args:
        repeats: any number for each document; the closest counts.

    Returns:
        One copy for each document that repeats another, sorted by id.
    """
    by_document: defaultdict[str, list[Repeat]] = defaultdict(list)
    for repeat in repeats:
        by_document[repeat.document_id].append(repeat)
    parents = {
        document_id: parent
        for document_id, found in by_document.items()
        if (parent := closest(found)) is not None
    }
    return tuple(
        Copy(
            document_id=document_id,
            root_id=_root(document_id, parents),
            descent=parent.descent,
            because=parent.because,
        )
        for document_id, parent in sorted(parents.items())
    )


def _root(document_id: str, parents: Mapping[str, Repeat]) -> str:
    while document_id in parents:
        document_id = parents[document_id].of_id
    return document_id
