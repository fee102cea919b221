"""Which claims go back to one origin: a wire story reprinted is one voice.

Every claim has an origin: a named source wherever it is quoted, an unnamed source by its words
and the medium it spoke to, or the outlet itself. Some claims only repeat another one, and
then speak with its voice:

* a headline or lead that gives, unattributed, the figure of a source the report quotes, or
  that an earlier report of the same outlet quoted;
* a sentence all but identical to one in another document, with the same figure (wire copy);
* in a document that repeats another, a figure of that one in its words; what the outlet adds,
  another figure or another source quoted, stays its own;
* "AFP reports 12 dead" where AFP itself, or whoever quotes it, says who told it so;
* an unnamed source of one kind that gives one medium one figure, however it is described;
* a party to the conflict whose mouthpieces repeat one figure.

Two unnamed sources that are worded differently and give different figures stay two. "The group"
and "the affiliate" are the one armed group that the reports name as a source, if there is just one.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from re import findall

from tollbook.claim import Count, Form, SourceKind, TollClaim
from tollbook.reconciling.families import ALONE, Families
from tollbook.reconciling.names import key_words, same_name
from tollbook.reconciling.origins import Origin, own_origins, some_medium
from tollbook.reconciling.sources import PARTIES, classify
from tollbook.reconciling.updates import is_older, publication_order

# Shorter sentences are alike by chance ("Five soldiers were killed.").
_FEWEST_WORDS = 8
# Share of three-word runs in common. Assumed: editors cut and add a clause, and keep the rest.
_ALIKE = 0.6
# Within a family less will do: of the shorter sentence so much stands in the other. Assumed.
_KEPT = 0.5
# "More than 70" sums up 77, not 100. Assumed.
_CLOSE = 1.15


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """Where each claim comes from, by claim id.

    `origins`: claims of one origin are one voice. `figures`: what a claim says; one that only
    sums up another says what that one says.
    """

    origins: Mapping[str, Origin]
    figures: Mapping[str, tuple[object, ...]]


def trace(
    claims: Collection[TollClaim],
    perpetrators: Collection[str] = (),
    known: Families = ALONE,
) -> Lineage:
    """Find where each claim comes from.

    Args:
        claims: claims about one incident, any harm and group, any order.
        perpetrators: who is said to have done it, as worded.
        known: which documents repeat which.
    """
    ordered = sorted(claims, key=publication_order)
    own = own_origins(ordered, known)
    followed = _follow_repeats(ordered, own, perpetrators, known)
    names: dict[tuple[str, ...], str] = {}
    for claim in sorted(ordered, key=lambda claim: claim.attribution.source is None):
        origin = own[followed[claim.id].id]
        names.setdefault(origin.key, origin.name)
    return Lineage(
        origins={
            claim_id: Origin(key=own[leader.id].key, name=names[own[leader.id].key])
            for claim_id, leader in followed.items()
        },
        figures={claim_id: figure_of(leader) for claim_id, leader in followed.items()},
    )


def figure_of(claim: TollClaim) -> tuple[object, ...]:
    """What a claim says, apart from who says it: two claims with one figure agree fully."""
    count = claim.count
    return (claim.harm, claim.group, claim.part_of, count.low, count.high, count.stated, count.term)


def _follow_repeats(
    claims: Sequence[TollClaim],
    origins: Mapping[str, Origin],
    perpetrators: Collection[str],
    known: Families,
) -> dict[str, TollClaim]:
    """Find the claim that each one repeats, itself where none; `claims` as published."""
    leaders = {claim.id: claim for claim in claims}
    parties = {claim.id for claim in claims if classify(claim, perpetrators) in PARTIES}
    by_figure: dict[tuple[object, ...], list[TollClaim]] = {}
    for claim in claims:
        by_figure.setdefault(figure_of(claim), []).append(claim)
    for alike in by_figure.values():
        spokesmen = _one_per_mention(alike, origins)
        for earlier, later in combinations(dict.fromkeys(spokesmen), 2):
            both_parties = earlier.id in parties and later.id in parties
            if leaders[later.id] is later and (
                _is_wire_copy(earlier, later)
                or _is_copied(earlier, later, known)
                or _is_same_mouth(earlier, later, origins, both_parties)
            ):
                leaders[later.id] = leaders[earlier.id]
        for claim, spokesman in zip(alike, spokesmen, strict=True):
            leaders[claim.id] = leaders[spokesman.id]
        _let_headlines_follow(alike, leaders, known)
    quoted = _quoted(claims)
    return {claim.id: _resolve(claim, leaders, quoted) for claim in claims}


def _one_per_mention(alike: Sequence[TollClaim], origins: Mapping[str, Origin]) -> list[TollClaim]:
    """Let the first of the same words in one report stand for all: it may repeat them for ever."""
    first: dict[tuple[object, ...], TollClaim] = {}
    return [
        first.setdefault(
            (claim.imprint.document_id, origins[claim.id].key, claim.sentence.text), claim
        )
        for claim in alike
    ]


def _let_headlines_follow(
    alike: Sequence[TollClaim], leaders: dict[str, TollClaim], known: Families
) -> None:
    """Let an outlet's own headline follow the copied story that it stands over."""
    followed: dict[str, TollClaim] = {}
    for claim in alike:
        leader = leaders[claim.id]
        if claim.attribution.source is None and _are_kin(leader, claim, known):
            followed.setdefault(claim.imprint.document_id, leader)
    for claim in alike:
        if claim.attribution.source is None and leaders[claim.id] is claim:
            leaders[claim.id] = followed.get(claim.imprint.document_id, claim)


def _resolve(
    claim: TollClaim,
    leaders: Mapping[str, TollClaim],
    quoted: Mapping[str, TollClaim | None],
) -> TollClaim:
    """Follow a claim to its source: by turns whom it quotes and whom that one copies."""
    seen = {claim.id}
    while True:
        leader = leaders[claim.id]
        attributed = quoted[claim.id] or quoted[leader.id]
        if attributed is None or attributed.id in seen:
            return leader
        claim = attributed
        seen.add(claim.id)


def _are_kin(one: TollClaim, other: TollClaim, known: Families) -> bool:
    """Tell whether two claims stand in two documents that go back to one."""
    ids = one.imprint.document_id, other.imprint.document_id
    return ids[0] != ids[1] and known.root_of(ids[0]) == known.root_of(ids[1])


def _is_copied(earlier: TollClaim, later: TollClaim, known: Families) -> bool:
    """Tell whether a figure was copied with the text around it, whoever is said to say it."""
    if not _are_kin(earlier, later, known) or not _says_the_same_body(earlier, later):
        return False
    ids = earlier.imprint.document_id, later.imprint.document_id
    if known.are_one_text(*ids):
        return True
    one, other = _runs(earlier.sentence.text), _runs(later.sentence.text)
    return len(one & other) >= _KEPT * max(1, min(len(one), len(other)))


def _says_the_same_body(earlier: TollClaim, later: TollClaim) -> bool:
    """Tell whether both are unattributed, or name one unnamed source in about the same words."""
    one, other = earlier.attribution, later.attribution
    if one.source is None or other.source is None:
        return one.source is other.source
    return (
        one.anonymous
        and other.anonymous
        and one.source_kind is other.source_kind
        and not key_words(one.source.text).isdisjoint(key_words(other.source.text))
    )


def _is_wire_copy(earlier: TollClaim, later: TollClaim) -> bool:
    if earlier.imprint.document_id == later.imprint.document_id:
        return False
    one, other = _runs(earlier.sentence.text), _runs(later.sentence.text)
    if min(len(one), len(other)) < _FEWEST_WORDS - 2:
        return False
    return len(one & other) >= _ALIKE * len(one | other)


@lru_cache(maxsize=1024)
def _runs(sentence: str) -> frozenset[tuple[str, ...]]:
    words = findall(r"\w+", sentence.casefold())
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def _is_same_mouth(
    earlier: TollClaim, later: TollClaim, origins: Mapping[str, Origin], both_parties: bool
) -> bool:
    if earlier.attribution.source_kind is not later.attribution.source_kind:
        return False
    if both_parties:
        return True
    # A report that words two unnamed sources differently means two.
    if earlier.imprint.document_id == later.imprint.document_id:
        return False
    if not (earlier.attribution.anonymous and later.attribution.anonymous):
        return False
    media = {origins[each.id].key[-1] for each in (earlier, later)}
    return len(media) == 1 or not media.isdisjoint(map(some_medium, (earlier, later)))


def _quoted(claims: Sequence[TollClaim]) -> dict[str, TollClaim | None]:
    """Find the attributed claim that each one passes on, None where there is none.

    What a report says in its own voice, it sums up from whom it quotes, or from whom an earlier
    report of the same outlet quoted with the same figure. What it has from a medium, that medium
    has from whom it quotes.
    """
    attributed = [claim for claim in claims if claim.attribution.source is not None]
    by_document: dict[str, list[TollClaim]] = {}
    for claim in attributed:
        by_document.setdefault(claim.imprint.document_id, []).append(claim)
    found: dict[str, TollClaim | None] = {}
    known: dict[tuple[object, ...], TollClaim | None] = {}
    for claim in claims:
        medium = _medium_quoted(claim)
        if medium is not None:
            found[claim.id] = next(_told_to(medium, claim, attributed), None)
        elif claim.attribution.source is not None:
            found[claim.id] = None
        else:
            key = (claim.imprint.document_id, claim.count.form, figure_of(claim))
            if key not in known:
                beside = by_document.get(claim.imprint.document_id, [])
                sources = (*_summed_up(claim, beside), *_quoted_before(claim, attributed))
                known[key] = next(iter(sources), None)
            found[claim.id] = known[key]
    return found


def _medium_quoted(claim: TollClaim) -> str | None:
    """Name the medium that a report has a figure from, if it is one and has a name."""
    said_by = claim.attribution
    if said_by.source is None or said_by.anonymous:
        return None
    return said_by.source.text if said_by.source_kind is SourceKind.MEDIA else None


def _told_to(medium: str, claim: TollClaim, attributed: Sequence[TollClaim]) -> Iterator[TollClaim]:
    """Find who told a medium the figure that others have from it; another medium last."""
    for other in sorted(attributed, key=lambda other: _medium_quoted(other) is not None):
        if figure_of(other) != figure_of(claim) or other.id == claim.id:
            continue
        relay, publisher = other.attribution.relay, other.imprint.publisher
        media = [relay.text] if relay is not None else [publisher] if publisher is not None else []
        if any(same_name(medium, name) for name in media) and not is_older(
            claim.imprint.published_at, other.imprint.published_at
        ):
            yield other


def _summed_up(claim: TollClaim, beside: Sequence[TollClaim]) -> list[TollClaim]:
    """Find whom a headline sums up: who gives its figure, else who says no less."""
    told = (claim.harm, claim.group, claim.part_of)
    alike = [other for other in beside if (other.harm, other.group, other.part_of) == told]
    same = [other for other in alike if figure_of(other) == figure_of(claim)]
    # "Dozens dead" over "at least 31 people were killed, police said" says no more than that.
    return [*same, *(other for other in alike if _says_no_more(claim.count, other.count))]


def _quoted_before(claim: TollClaim, attributed: Sequence[TollClaim]) -> Iterator[TollClaim]:
    """Find whom the outlet quoted earlier for what it now says on its own."""
    printed = claim.imprint
    for other in attributed:
        if (
            printed.publisher is not None
            and other.imprint.publisher == printed.publisher
            and figure_of(other) == figure_of(claim)
            and not is_older(printed.published_at, other.imprint.published_at)
        ):
            yield other


def _says_no_more(loose: Count, firm: Count) -> bool:
    """Tell whether a headline's figure is a looser wording of a source's: "dozens" for 31."""
    if loose.stated is not None and loose.stated == firm.stated:
        return True  # "Twelve dead" over "at least 12, the mayor said"
    match loose.form:
        case Form.VAGUE:
            return loose.low <= firm.low <= 3 * loose.low
        case Form.MORE_THAN | Form.AT_LEAST:
            return loose.low <= firm.low <= _CLOSE * loose.low
        case Form.ABOUT | Form.NEARLY | Form.DECADE:
            return loose.high is not None and loose.low <= firm.low <= loose.high
        case _:
            return False
