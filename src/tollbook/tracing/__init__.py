"""Which documents repeat which: fingerprints of texts -> copies, wire stories, revisions."""

from tollbook.tracing.families import NEIGHBOURS, settle, trace
from tollbook.tracing.fingerprint import VERSION, Fingerprint, fingerprint
from tollbook.tracing.origin import Repeat, closest, publication, same_origin

__all__ = [
    "NEIGHBOURS",
    "VERSION",
    "Fingerprint",
    "Repeat",
    "closest",
    "fingerprint",
    "publication",
    "same_origin",
    "settle",
    "trace",
]
