"""Which documents repeat which: fingerprints of texts -> copies, wire stories, revisions."""

from tollbook.fingerprint import Fingerprint
from tollbook.tracing.families import NEIGHBOURS, settle, trace
from tollbook.tracing.origin import Repeat, closest, publication, same_origin
from tollbook.tracing.taking import VERSION, fingerprint

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
