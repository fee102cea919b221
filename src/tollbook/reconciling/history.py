"""How a toll was told over time: what was known on each day, and which claims changed it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from tollbook.claim import Group, Harm, TollClaim
from tollbook.incident import Copy, Descent, Incident
from tollbook.reconciling.estimate import reconcile
from tollbook.reconciling.intake import take_in
from tollbook.reconciling.statements import Statement
from tollbook.reconciling.updates import published_order
from tollbook.toll import Move, Replacement, Step, Toll

Told = tuple[Harm, Group]


def retell(versions: Iterable[tuple[date | None, Incident]]) -> tuple[Step, ...]:
    """Reconcile each version of an incident and say what changed from one to the next.

    Args:
        versions: the incident as it was known on each day on which something was published,
            oldest first.

    Returns:
        One step for each version; the last one's tolls are those of the last version.
    """
    steps = []
    known_claims: frozenset[str] = frozenset()
    known_documents: frozenset[str] = frozenset()
    known_tolls: frozenset[Told] = frozenset()
    replaced: frozenset[str] = frozenset()
    for day, incident in versions:
        statements = take_in(incident.claims, incident.copies).statements
        tolls = reconcile(incident.claims, happened_on=incident.happened_on, copies=incident.copies)
        told = (claim for claim in incident.claims if isinstance(claim, TollClaim))
        new = {claim.id: claim for claim in told if claim.id not in known_claims}
        repeated = _repeated(statements, new, known_claims)
        documents = dict.fromkeys(account.imprint.document_id for account in incident.accounts)
        replacements = tuple(_replacements(statements, replaced))
        steps.append(
            Step(
                day=day,
                document_ids=tuple(each for each in documents if each not in known_documents),
                claim_ids=tuple(new),
                repeated=tuple(each for each in new if each in repeated),
                tolls=tolls,
                moves=tuple(_moves(tolls, known_tolls, new.keys() - repeated)),
                replacements=replacements,
                revisions=tuple(_revisions(incident, known_documents)),
            )
        )
        known_claims |= new.keys()
        known_documents |= documents.keys()
        known_tolls = frozenset((toll.harm, toll.group) for toll in tolls)
        replaced |= {each.claim_id for each in replacements}
    return tuple(steps)


def _repeated(
    statements: Sequence[Statement], new: dict[str, TollClaim], known: frozenset[str]
) -> set[str]:
    """Find the new claims that give a figure their voice gave before, or gave twice that day."""
    repeated: set[str] = set()
    for statement in statements:
        mentions = [new[claim_id] for claim_id in statement.claim_ids if claim_id in new]
        if mentions and known.isdisjoint(statement.claim_ids):
            # Who quotes the source speaks for the headline that sums it up.
            mentions.remove(min(mentions, key=lambda claim: claim.attribution.source is None))
        repeated.update(claim.id for claim in mentions)
    return repeated


def _moves(tolls: Sequence[Toll], known: frozenset[Told], news: set[str]) -> Iterator[Move]:
    """Say what the new claims moved; the first figures of all make a toll, and move none."""
    for toll in tolls:
        for influence in toll.influences if (toll.harm, toll.group) in known else ():
            if influence.claim_id in news and influence.shift:
                yield Move(
                    claim_id=influence.claim_id,
                    harm=toll.harm,
                    group=toll.group,
                    shift=influence.shift,
                )


def _replacements(statements: Sequence[Statement], known: frozenset[str]) -> Iterator[Replacement]:
    for statement in statements:
        first = statement.claim_ids[0]
        if statement.is_replaced and first not in known:
            newest = max(
                (other for other in statements if _is_of_same_people(other, statement)),
                key=lambda other: (not other.is_replaced, published_order(other.moment)),
            )
            yield Replacement(claim_id=first, by_claim_id=newest.claim_ids[0])


def _is_of_same_people(other: Statement, statement: Statement) -> bool:
    ours, theirs = ((s.voice.key, s.harm, s.group, s.is_part) for s in (statement, other))
    return other is not statement and ours == theirs


def _revisions(incident: Incident, known: frozenset[str]) -> Iterator[Copy]:
    for copy in incident.copies:
        if copy.descent is Descent.REVISION and copy.document_id not in known:
            yield copy
