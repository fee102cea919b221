"""Which documents of a store repeat which, kept up to date one document at a time.

Beside its fingerprint the store keeps of each document the closest it repeats. A new document is
held against those it shares a band with; where it is the closest for another, that one and all
that go back to it may get another root. In any order of adding the copies are those of
`tracing.trace` over all documents.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from pydantic import TypeAdapter

from tollbook.document import Document
from tollbook.incident import Copy
from tollbook.storing import Fingerprint, Store
from tollbook.tracing import VERSION, Repeat, closest, fingerprint, same_origin, settle
from tollbook.tracing import Fingerprint as Print
from tollbook.tracing.families import MOST_UNDER_ONE_KEY


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A document's fingerprint and the closest of those it repeats."""

    printed: Print
    closest: Repeat | None = None


_TRACE = TypeAdapter(Trace)
Traces = dict[str, Trace]


def take_in(store: Store, document: Document) -> frozenset[str]:
    """Find what a new document repeats, and what repeats it.

    Returns:
        The documents that from now on repeat another one, or none, or go back to another root.
    """
    new = Trace(printed=fingerprint(document))
    _keep(store, [new])
    bands = store.in_bands(new.printed.bands)
    moved = _held_against(store, new, _met(bands, document.id))
    for filled in (ids for ids in bands.values() if len(ids) == MOST_UNDER_ONE_KEY + 1):
        moved |= _traced_anew(store, filled)
    return _follow_to_roots(store, moved)


def trace_all(store: Store, documents: Iterable[Document]) -> None:
    """Trace all documents of a store at once; whatever was kept of it before goes."""
    prints = [fingerprint(document) for document in documents]
    bands: dict[str, list[str]] = {}
    for printed in prints:
        for band in printed.bands:
            bands.setdefault(band, []).append(printed.document_id)
    by_id = {printed.document_id: Trace(printed=printed) for printed in prints}
    chosen = {
        document_id: _closest_of(trace, by_id, _met({b: bands[b] for b in trace.printed.bands}))
        for document_id, trace in by_id.items()
    }
    _keep(store, (replace(trace, closest=chosen[key]) for key, trace in by_id.items()))
    repeats = [repeat for repeat in chosen.values() if repeat is not None]
    store.keep_copies(tuple(by_id), settle(repeats), made_by=VERSION)


def _met(bands: Mapping[str, Collection[str]], *but: str) -> set[str]:
    """Gather who shares a band; one that too many share shows nothing."""
    shared = [ids for ids in bands.values() if len(ids) <= MOST_UNDER_ONE_KEY]
    return {document_id for ids in shared for document_id in ids}.difference(but)


def _held_against(store: Store, new: Trace, met: Collection[str]) -> Traces:
    """Hold a new document against others; gives those that repeat another one than before."""
    changed: Traces = {}
    mine: list[Repeat] = []
    for document_id, other in _traces(store, met).items():
        repeat = same_origin(new.printed, other.printed)
        if repeat is None:
            continue
        if repeat.of_id == document_id:
            mine.append(repeat)
        elif (nearer := closest(filter(None, (other.closest, repeat)))) != other.closest:
            changed[document_id] = replace(other, closest=nearer)
    changed[new.printed.document_id] = replace(new, closest=closest(mine))
    _keep(store, changed.values())
    return changed


def _traced_anew(store: Store, document_ids: Collection[str]) -> Traces:
    """Choose again what documents repeat: a band they met in has come to show nothing."""
    changed: Traces = {}
    for document_id, trace in _traces(store, document_ids).items():
        met = _met(store.in_bands(trace.printed.bands), document_id)
        nearest = _closest_of(trace, _traces(store, met), met)
        if nearest != trace.closest:
            changed[document_id] = replace(trace, closest=nearest)
    _keep(store, changed.values())
    return changed


def _closest_of(trace: Trace, others: Mapping[str, Trace], met: Iterable[str]) -> Repeat | None:
    repeats = (same_origin(trace.printed, others[each].printed) for each in met)
    own = trace.printed.document_id
    return closest(each for each in repeats if each is not None and each.document_id == own)


def _follow_to_roots(store: Store, changed: Traces) -> frozenset[str]:
    """Lead back to their roots the documents that changed, and their families."""
    parents = {trace.closest.of_id for trace in changed.values() if trace.closest is not None}
    touched = parents | set(changed)
    before = store.copies(touched)
    roots = {before[each].root_id if each in before else each for each in touched}
    kin = {copy.document_id for copies in store.repeating(roots).values() for copy in copies}
    family = {**_traces(store, kin | roots | touched), **changed}
    old = store.copies(tuple(family))
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
            document_id=trace.printed.document_id,
            signature=_TRACE.dump_json(trace),
            bands=trace.printed.bands,
            made_by=VERSION,
        )
        for trace in traces
    )


def _traces(store: Store, document_ids: Collection[str]) -> Traces:
    if not document_ids:
        return {}
    kept = store.fingerprints(sorted(document_ids))
    return {key: _TRACE.validate_json(each.signature) for key, each in kept.items()}
