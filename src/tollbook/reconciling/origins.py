"""Who speaks, where nobody repeats anybody: a named source, an unnamed one, or the outlet.

"The group" and "the affiliate" are the one armed group that the reports name as a source, if
there is just one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from re import findall

from tollbook.claim import SourceKind, TollClaim
from tollbook.reconciling.families import ALONE, Families
from tollbook.reconciling.names import key_words, settle_names

_UNSIGNED = "the report itself"
# What a report calls the medium it is printed in.
_OURSELVES = frozenset({"agency", "newspaper", "paper", "daily", "channel", "station", "reporters"})
# Words for some medium, nobody knows which.
_SOME_MEDIUM = frozenset(
    "other media medium outlets outlet press news agencies agency newspapers reports local foreign"
    " international several journalists reporters".split()
)
# An armed group is named once and then pointed back at.
_POINTS_BACK = frozenset(
    "group groups movement organisation organization affiliate branch offshoot militants militant"
    " rebels insurgents jihadists islamists extremists terrorists fighters gunmen faction".split()
)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Origin:
    """Where a figure comes from: `key` tells origins apart, `name` is for reading."""

    key: tuple[str, ...]
    name: str


def own_origins(claims: Sequence[TollClaim], known: Families = ALONE) -> dict[str, Origin]:
    """Find who speaks in each claim, by claim id, as if nobody repeated anybody.

    The versions of one page are one outlet, named or not.
    """
    outlets = settle_names([name for claim in claims for name in _media_of(claim, known)])
    sources = {kind: settle_names(_named_sources(claims, kind)) for kind in SourceKind}
    armed = sources[SourceKind.ARMED_GROUP]
    named = {chosen for words, chosen in armed.items() if not _points_back(words)}
    if len(named) == 1:
        [only] = named
        sources[SourceKind.ARMED_GROUP] = dict.fromkeys(armed, only)
    return {claim.id: _own_origin(claim, outlets, sources, known) for claim in claims}


def _named_sources(claims: Sequence[TollClaim], kind: SourceKind) -> list[str]:
    return [
        claim.attribution.source.text
        for claim in claims
        if claim.attribution.source is not None
        and claim.attribution.source_kind is kind
        and not claim.attribution.anonymous
    ]


def _points_back(words: str) -> bool:
    """Tell "the group" and "the Falcons affiliate" from a name."""
    last = findall(r"\w+", words)[-1]
    return words[:4].casefold() in ("the ", "its ") and last in _POINTS_BACK


def _own_origin(
    claim: TollClaim,
    outlets: Mapping[str, str],
    sources: Mapping[SourceKind, Mapping[str, str]],
    known: Families,
) -> Origin:
    said_by = claim.attribution
    medium = outlets[_medium(claim, known)]
    if said_by.source is None or said_by.source_kind is None:
        # An id tells unsigned reports apart, and is no name to read.
        is_unsigned = medium == known.page_of(claim.imprint.document_id)
        return Origin(key=("outlet", medium), name=_UNSIGNED if is_unsigned else medium)
    words = said_by.source.text
    if said_by.source_kind is SourceKind.MEDIA and not said_by.anonymous:
        return Origin(key=("outlet", outlets[words]), name=words)
    if said_by.anonymous:
        return Origin(key=("unnamed", *sorted(key_words(words)), "to", medium), name=words)
    name = sources[said_by.source_kind][words]
    return Origin(key=("named", said_by.source_kind, name), name=name)


def _media_of(claim: TollClaim, known: Families) -> list[str]:
    said_by = claim.attribution
    quoted = said_by.source_kind is SourceKind.MEDIA and not said_by.anonymous
    return [_medium(claim, known)] + ([said_by.source.text] if quoted and said_by.source else [])


def _medium(claim: TollClaim, known: Families) -> str:
    """Name the medium a claim was made to: the one it is relayed from, else the outlet."""
    relay, imprint = claim.attribution.relay, claim.imprint
    page = known.page_of(imprint.document_id)
    outlet = imprint.publisher if imprint.publisher is not None else page
    if relay is None or key_words(relay.text) <= _OURSELVES:
        return outlet
    if key_words(relay.text) <= _SOME_MEDIUM:
        return outlet if claim.attribution.source is None else some_medium(claim)
    return relay.text


def some_medium(claim: TollClaim) -> str:
    """Name the medium of a source that told "other media": unknown, one for each report."""
    return f"some medium named by {claim.imprint.document_id}"
