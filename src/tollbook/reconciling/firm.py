"""Which figures are sure enough to be held against each other.

Most figures that seem not to go together were read for another attack, another place or another
part of the people. What is left here is what a report is about: figures read surely, that name a
number, and, of the wholes, the largest of their reports.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tollbook.claim import Count, Form, TollClaim
from tollbook.reconciling.intake import Intake
from tollbook.reconciling.statements import Statement

# Of pairs of figures on the train parts (2026-11) below this hardly any was no misreading.
_SURE = 0.6
# What a report is about stands in its title or in so many characters from its first figure on.
_LEAD = 450
_LOOSE = frozenset({Form.ONE, Form.NONE, Form.VAGUE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Firm:
    """Figures on one incident that are worth comparing.

    `figures` are read surely and name a number; `leading` are those that stand at the head of a
    report; `wholes` those among them that count a whole and that nothing in their report exceeds.
    """

    told: Mapping[str, TollClaim]
    figures: tuple[Statement, ...]
    leading: tuple[Statement, ...]
    wholes: tuple[Statement, ...]


def firm_figures(intake: Intake) -> Firm:
    """Pick the figures that are worth comparing."""
    told = {claim.id: claim for claim in intake.told}
    figures = tuple(each for each in intake.statements if _is_firm(each, told))
    starts: dict[str, int] = {}
    for claim in intake.told:
        start, document_id = claim.sentence.start, claim.imprint.document_id
        starts[document_id] = min(start, starts.get(document_id, start))
    leading = tuple(each for each in figures if _leads(each, told, starts))
    return Firm(
        told=told,
        figures=figures,
        leading=leading,
        wholes=tuple(each for each in leading if _is_whole(each, intake.statements, told)),
    )


def number_named(count: Count) -> int:
    """Give the least a count means, taking "more than 80" for the 80 of a headline."""
    if count.form is Form.MORE_THAN and count.stated is not None:
        return count.stated
    return count.low


def is_firm(claim: TollClaim) -> bool:
    """Tell whether a claim names a number and was read surely."""
    read = claim.confidence
    sureness = 1.0 if read is None else read.whole * read.group * read.part_of
    return claim.count.form not in _LOOSE and sureness >= _SURE


def _is_firm(statement: Statement, told: Mapping[str, TollClaim]) -> bool:
    return statement.count.form not in _LOOSE and any(
        is_firm(told[claim_id]) for claim_id in statement.claim_ids
    )


def _leads(statement: Statement, told: Mapping[str, TollClaim], starts: Mapping[str, int]) -> bool:
    claims = (told[claim_id] for claim_id in statement.claim_ids)
    return any(
        claim.sentence.start - starts[claim.imprint.document_id] < _LEAD or _is_in_title(claim)
        for claim in claims
    )


def _is_in_title(claim: TollClaim) -> bool:
    title = claim.imprint.title
    return title is not None and claim.sentence.text.strip().rstrip(".") in title


def _is_whole(
    statement: Statement, every: Sequence[Statement], told: Mapping[str, TollClaim]
) -> bool:
    if statement.is_part:
        return False
    beside = [
        other
        for other in every
        if other is not statement
        and other.harm is statement.harm
        and not other.documents.isdisjoint(statement.documents)
    ]
    high = statement.count.high
    is_largest = high is None or all(other.count.low <= high for other in beside)
    return is_largest and not any(
        not other.is_part and _share_a_sentence(other, statement, told) for other in beside
    )


def _share_a_sentence(one: Statement, other: Statement, told: Mapping[str, TollClaim]) -> bool:
    """Tell "two men and a woman were killed", where neither figure is the whole."""
    ours, theirs = (
        {
            (told[claim_id].imprint.document_id, told[claim_id].sentence.start)
            for claim_id in each.claim_ids
        }
        for each in (one, other)
    )
    return not ours.isdisjoint(theirs)
