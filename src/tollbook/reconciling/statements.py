"""What one voice says of one group: its claims, each figure once, with how it stands in time."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from tollbook.claim import Count, Form, Group, Harm, Stance, TollClaim
from tollbook.reconciling.lineage import Lineage
from tollbook.reconciling.origins import Origin
from tollbook.reconciling.sources import PARTIES, SourceClass, classify, stands_in_headline
from tollbook.reconciling.updates import Moment, first, is_older, publication_order

# "Dozens" is kept by 60; a floor of 70 is not what 2,000 is about. Assumed.
_WITHIN_REACH = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One figure of one voice.

    `claim_ids` are all its mentions, the earliest first, `documents` the reports they stand in.

    `moment` is when it was first published. `is_replaced` is true where the same voice
    later gave another figure, or one that keeps this floor and says more. `added` are the
    words of the groups that we added up to this total, where nobody gave one.
    """

    voice: Origin
    harm: Harm
    group: Group
    count: Count
    source_class: SourceClass
    is_hedged: bool
    is_part: bool
    moment: Moment | None
    claim_ids: tuple[str, ...]
    documents: frozenset[str]
    is_replaced: bool = False
    added: tuple[str, ...] = ()

    @property
    def is_by_party(self) -> bool:
        """Whether a party to the conflict counts its own or its enemy's losses."""
        return self.source_class in PARTIES

    @property
    def is_vague(self) -> bool:
        """Whether the words name no number at all."""
        return self.count.form is Form.VAGUE

    @property
    def said(self) -> str:
        """The words of the count and who says so, for a sentence."""
        if self.added:
            return f"{self.count.low} = {' + '.join(self.added)} ({self.voice.name})"
        return f"“{self.count.words.text}” ({self.voice.name})"


def gather(
    claims: Collection[TollClaim],
    lineage: Lineage,
    perpetrators: Collection[str] = (),
) -> tuple[Statement, ...]:
    """Make one statement of all the mentions of one figure by one voice.

    A reprint adds a mention and changes nothing else.

    Args:
        claims: usable claims about one incident, in any order.
        lineage: where they come from.
        perpetrators: who is said to have done it, as worded.

    Returns:
        Statements in the order of publication, older figures of a voice marked as replaced.
    """
    mentions: dict[tuple[object, ...], list[TollClaim]] = {}
    for claim in sorted(claims, key=publication_order):
        voice = lineage.origins[claim.id]
        mentions.setdefault((voice.key, *lineage.figures[claim.id]), []).append(claim)
    return mark_replaced(
        _state(alike, lineage.origins[alike[0].id], perpetrators) for alike in mentions.values()
    )


def mark_replaced(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Mark every figure that its own voice replaced later, for the same people."""
    known = tuple(statements)
    return tuple(
        replace(statement, is_replaced=any(_replaces(other, statement) for other in known))
        for statement in known
    )


def _replaces(other: Statement, statement: Statement) -> bool:
    if other.voice.key != statement.voice.key:
        return False
    counted, others = ((each.harm, each.group, each.is_part) for each in (statement, other))
    if counted != others:
        return False
    return is_older(statement.moment, other.moment) or _fulfils(other, statement)


def _fulfils(other: Statement, statement: Statement) -> bool:
    """Tell "we now count more than 70" from "we had at least 50": the floor is kept, and moot.

    Far above it, the other figure more likely counts something else.
    """
    floor = statement.count
    return (
        floor.high is None
        and floor.low < other.count.low <= _WITHIN_REACH * floor.low
        and not is_older(other.moment, statement.moment)
    )


def _state(alike: list[TollClaim], voice: Origin, perpetrators: Collection[str]) -> Statement:
    # The attributed mention speaks for the headline that sums it up, not the other way round.
    spokesman = min(
        alike, key=lambda claim: (claim.attribution.source is None, stands_in_headline(claim))
    )
    return Statement(
        voice=voice,
        harm=spokesman.harm,
        group=spokesman.group,
        count=spokesman.count,
        source_class=classify(spokesman, perpetrators, known_as=voice.name),
        is_hedged=spokesman.attribution.stance is Stance.HEDGED,
        is_part=spokesman.part_of,
        moment=first(claim.imprint.published_at for claim in alike),
        claim_ids=tuple(dict.fromkeys(claim.id for claim in alike)),
        documents=frozenset(claim.imprint.document_id for claim in alike),
    )
