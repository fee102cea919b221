"""Who stands near a document under each of its bands, in order of publication."""

from dataclasses import dataclass

from tollbook.fingerprint import Fingerprint
from tollbook.storing import Store
from tollbook.tracing import publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The documents of one band that were printed before and after one of it, nearest first."""

    before: tuple[str, ...]
    after: tuple[str, ...]


def standing_near(store: Store, printed: Fingerprint) -> tuple[Standing, ...]:
    """Say who stands near a document, band by band; the document itself is left out."""
    bands = store.in_bands(printed.bands).values()
    ids = sorted({document_id for band in bands for document_id in band})
    printed_at = {key: publication(each) for key, each in store.imprints(ids).items()}
    here = publication(printed)
    found = []
    for band in bands:
        ordered = sorted(band, key=printed_at.__getitem__)
        found.append(
            Standing(
                before=tuple(each for each in reversed(ordered) if printed_at[each] < here),
                after=tuple(each for each in ordered if printed_at[each] > here),
            )
        )
    return tuple(found)
