"""Which documents repeat which: fingerprints of texts -> copies, wire stories, revisions."""

from tollbook.tracing.families import settle, trace
from tollbook.tracing.fingerprint import VERSION, Fingerprint, fingerprint
from tollbook.tracing.origin import Repeat, closest, same_origin

__all__ = [
    "VERSION",
    "Fingerprint",
    "Repeat",
    "closest",
    "fingerprint",
    "same_origin",
    "settle",
    "trace",
]
