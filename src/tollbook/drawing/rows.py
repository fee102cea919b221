"""The rows of a strip: each voice with what it allows, under the kind of source it is."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tollbook.claim import Claim, SourceKind, TollClaim
from tollbook.drawing.wording import PARTIES, clean, group_in_words, kind_in_words, label
from tollbook.incident import Incident
from tollbook.toll import Toll, Voice

# A drawing shows the toll's neighbourhood: this many times below and above its range.
_AROUND = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One interval to draw: a voice, what it allows, and the claims that say so.

    `kind` is that of the source, None where a report speaks for itself.
    """

    section: str
    rank: int
    name: str
    kind: SourceKind | None
    low: int
    high: int | None
    is_set_aside: bool
    claim_ids: tuple[str, ...]


def rows_of(toll: Toll, incident: Incident, claims: Mapping[str, Claim]) -> list[Row]:
    """Gather the claims on one toll into rows: one voice saying one thing is one row.

    Args:
        toll: what the claims make together.
        incident: what it is the toll of.
        claims: the claims by id, in the order in which they are read.
    """
    set_aside = {aside.claim_id for aside in toll.set_aside}
    given = set_aside.union(toll.counted)
    voices = {claim_id: voice for voice in toll.voices for claim_id in voice.claim_ids}
    found: dict[tuple[object, ...], list[TollClaim]] = {}
    for claim_id, claim in claims.items():
        if not isinstance(claim, TollClaim) or claim_id not in given:
            continue
        if _concerns(claim, toll, set_aside):
            voice = voices.get(claim_id) or _own_voice(claim)
            said = (claim.group, claim.count.low, claim.count.high, claim_id in set_aside)
            found.setdefault((voice, *said), []).append(claim)
    _fold(found)
    rows = [
        _row(claims, voices.get(claims[0].id), toll, incident, claims[0].id in set_aside)
        for claims in found.values()
    ]
    return sorted(rows, key=lambda row: (row.rank, row.section, row.low, row.name))


def numbers_near(toll: Toll, rows: Iterable[Row]) -> list[int]:
    """Choose the numbers an axis must show: the toll's range and what is said near it."""
    said: list[int] = []
    for row in rows:
        # A floor without a ceiling needs room to be seen going on.
        said += [row.low, row.low * 3 // 2 if row.high is None else row.high]
    near = [n for n in said if toll.low <= n * _AROUND and n <= toll.high * _AROUND]
    return [*near, toll.low, toll.high]


def _fold(found: dict[tuple[object, ...], list[TollClaim]]) -> None:
    """Put "dozens dead", said by the report, to the row of the source it sums up."""
    for key, claims in list(found.items()):
        if any(claim.attribution.source is not None for claim in claims):
            continue
        hosts = [
            other
            for other, told in found.items()
            if other[:2] == key[:2]
            and other[-1] == key[-1]
            and any(claim.attribution.source is not None for claim in told)
        ]
        if len(hosts) == 1:
            found[hosts[0]].extend(found.pop(key))


def _own_voice(claim: TollClaim) -> str:
    """Name the voice of a claim that was set aside before anybody asked whose it is."""
    return label(claim.attribution, claim.imprint)


def _concerns(claim: TollClaim, toll: Toll, set_aside: set[str]) -> bool:
    """Leave out what counts other people and does not bear on this toll either."""
    is_of_group = claim.group is toll.group or claim.id not in set_aside
    return claim.harm is toll.harm and is_of_group


def _row(
    claims: list[TollClaim],
    voice: Voice | None,
    toll: Toll,
    incident: Incident,
    is_set_aside: bool,
) -> Row:
    # A headline stands under the source it sums up.
    spokesman = min(claims, key=lambda claim: claim.attribution.source is None)
    is_quoted = spokesman.attribution.source is not None
    name = clean(voice.name) if voice is not None and is_quoted else _own_voice(spokesman)
    rank, section = _section(spokesman.attribution.source_kind, name, incident)
    group = "" if spokesman.group is toll.group else f"{group_in_words(spokesman.group)}: "
    return Row(
        section=section,
        rank=rank,
        name=f"{group}{name}",
        kind=spokesman.attribution.source_kind,
        low=spokesman.count.low,
        high=spokesman.count.high,
        is_set_aside=is_set_aside,
        claim_ids=tuple(claim.id for claim in claims),
    )


def _section(kind: SourceKind | None, name: str, incident: Incident) -> tuple[int, str]:
    """Say under which heading a voice stands; parties to the violence come last."""
    if kind in PARTIES:
        if _is_named(name, incident.perpetrators):
            return 300, "named as perpetrator"
        return 200 + PARTIES.index(kind), f"party: {kind_in_words(kind)}"
    rank = 0 if kind is None else 1 + list(SourceKind).index(kind)
    return rank, kind_in_words(kind)


_EMPTY_WORDS = frozenset(
    ["the", "and", "group", "groups", "its", "their", "from", "with", "forces"]
)


def _is_named(source: str, perpetrators: Iterable[str]) -> bool:
    """Tell whether one name holds all the words of the other."""
    wanted = _telling_words(source)
    named = [_telling_words(name) for name in perpetrators]
    return any(wanted and words and (wanted <= words or words <= wanted) for words in named)


def _telling_words(name: str) -> set[str]:
    return {word for word in re.findall(r"\w{3,}", name.lower()) if word not in _EMPTY_WORDS}
