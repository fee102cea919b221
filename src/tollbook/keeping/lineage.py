"""Which documents of a store repeat which, kept up to date one document at a time.

Beside its fingerprint the store keeps of each document the closest it repeats. A new document is
held against those printed near it under a band of its own; where it is the closest for another,
or comes between two, that other and all that go back to it may get another root. In any order of
adding the copies are those of `tracing.trace` over all documents.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from pydantic import TypeAdapter

from tollbook.document import Document
from tollbook.fingerprint import Fingerprint as Print
from tollbook.incident import Copy
from tollbook.storing import Fingerprint, Store
from tollbook.tracing import (
    NEIGHBOURS,
    VERSION,
    Repeat,
    closest,
    fingerprint,
    publication,
    same_origin,
    settle,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A document's fingerprint and the closest of those it repeats."""

    printed: Print
    closest: Repeat | None = None

    @property
    def id(self) -> str:
        """The document's."""
        return self.printed.document_id


_TRACE = TypeAdapter(Trace)
Traces = dict[str, Trace]
Band = tuple[tuple[str, ...], tuple[str, ...]]
"""The documents of a band printed before another and after it, nearest first."""


def take_in(store: Store, document: Document) -> frozenset[str]:
    """Find what a new document repeats, and what repeats it.

    Returns:
        The documents that from now on repeat another one, or none, or go back to another root.
    """
    printed = fingerprint(document)
    bands = _near(store, printed)
    changed = _held_against(store, printed, _met(bands))
    changed |= _parted(store, bands)
    return _follow_to_roots(store, changed)


def trace_all(store: Store, documents: Iterable[Document]) -> None:
    """Trace all documents of a store at once; whatever was kept of it before goes."""
    prints = sorted(map(fingerprint, documents), key=publication)
    bands: dict[str, list[int]] = {}
    for place, printed in enumerate(prints):
        for band in printed.bands:
            bands.setdefault(band, []).append(place)
    met: dict[int, set[int]] = {}
    for places in bands.values():
        for rank, place in enumerate(places):
            met.setdefault(place, set()).update(places[max(0, rank - NEIGHBOURS) : rank])
    traces = [
        Trace(
            printed=printed,
            closest=closest(
                repeat
                for other in met.get(place, ())
                if (repeat := same_origin(prints[other], printed)) is not None
            ),
        )
        for place, printed in enumerate(prints)
    ]
    _keep(store, traces)
    repeats = [trace.closest for trace in traces if trace.closest is not None]
    store.keep_copies([trace.id for trace in traces], settle(repeats), made_by=VERSION)


def _near(store: Store, printed: Print) -> tuple[Band, ...]:
    found = store.near_in_bands(printed.bands, _place_of(printed), limit=NEIGHBOURS)
    return tuple(found.values())


def _place_of(printed: Print) -> str:
    """Write the order of publication so that texts stand in it."""
    day, hour, document_id = publication(printed)
    return f"{day.isoformat()} {hour.isoformat('microseconds')} {document_id}"


def _met(bands: Iterable[Band]) -> set[str]:
    """Gather those that stand near enough under some band to be held against."""
    return {document_id for before, after in bands for document_id in (*before, *after)}


def _held_against(store: Store, printed: Print, met: Collection[str]) -> Traces:
    """Hold a new document against others; gives those that repeat another one than before."""
    changed: Traces = {}
    mine: list[Repeat] = []
    for document_id, other in _traces(store, met).items():
        repeat = same_origin(printed, other.printed)
        if repeat is None:
            continue
        if repeat.of_id == document_id:
            mine.append(repeat)
        elif (nearer := closest(filter(None, (other.closest, repeat)))) != other.closest:
            changed[document_id] = replace(other, closest=nearer)
    _sign(store, changed)
    new = Trace(printed=printed, closest=closest(mine))
    _keep(store, [new])
    return {**changed, new.id: new}


def _parted(store: Store, bands: Iterable[Band]) -> Traces:
    """Trace anew those that stood at the end of the reach from what they repeat.

    The new document came between them, and under this band they no longer meet.
    """
    pairs = {
        (after[rank], before[NEIGHBOURS - 1 - rank])
        for before, after in bands
        for rank in range(len(after))
        if NEIGHBOURS - 1 - rank < len(before)
    }
    if not pairs:
        return {}
    known = _traces(store, {document_id for document_id, _ in pairs})
    parted = [
        known[document_id]
        for document_id, earlier in sorted(pairs)
        if (repeat := known[document_id].closest) is not None and repeat.of_id == earlier
    ]
    found = {trace.id: replace(trace, closest=_closest_of(store, trace)) for trace in parted}
    _sign(store, found)
    return found


def _closest_of(store: Store, trace: Trace) -> Repeat | None:
    met = _traces(store, _met(_near(store, trace.printed))).values()
    repeats = (same_origin(trace.printed, other.printed) for other in met)
    return closest(each for each in repeats if each is not None and each.document_id == trace.id)


def _follow_to_roots(store: Store, changed: Traces) -> frozenset[str]:
    """Lead back to their roots the documents that changed, and their families."""
    parents = {trace.closest.of_id for trace in changed.values() if trace.closest is not None}
    touched = parents | set(changed)
    before = store.copies(sorted(touched))
    roots = {before[each].root_id if each in before else each for each in touched}
    repeating = store.repeating(sorted(roots)).values()
    old = {copy.document_id: copy for copies in repeating for copy in copies}
    if not parents and not old:
        return frozenset()  # it repeats nothing, and nothing repeats it
    family = {**_traces(store, (set(old) | roots | touched) - set(changed)), **changed}
    repeats = [trace.closest for trace in family.values() if trace.closest is not None]
    new = {copy.document_id: copy for copy in settle(repeats)}
    differing = frozenset(each for each in family if old.get(each) != new.get(each))
    if differing:
        store.keep_copies(differing, _only(differing, new), made_by=VERSION)
    return differing


def _only(ids: Iterable[str], copies: Mapping[str, Copy]) -> Iterator[Copy]:
    return (copies[each] for each in sorted(ids) if each in copies)


def _keep(store: Store, traces: Iterable[Trace]) -> None:
    store.keep_fingerprints(
        Fingerprint(
            document_id=trace.id,
            signature=_TRACE.dump_json(trace),
            bands=trace.printed.bands,
            made_by=VERSION,
            printed=_place_of(trace.printed),
        )
        for trace in traces
    )


def _sign(store: Store, traces: Traces) -> None:
    store.sign({key: _TRACE.dump_json(trace) for key, trace in traces.items()})


def _traces(store: Store, document_ids: Collection[str]) -> Traces:
    if not document_ids:
        return {}
    kept = store.signatures(sorted(document_ids))
    return {key: _TRACE.validate_json(signature) for key, signature in kept.items()}
