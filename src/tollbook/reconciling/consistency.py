"""Figures that cannot all be right: arithmetic among the claims on one incident.

A part is no larger than its whole, groups that exclude each other are no more together, killed and
injured add up to both, and one source has one figure at a time. Sources that merely disagree
contradict nobody: that is what a toll's range is for. Nor does a total contradict a part that was
published after it: it was overtaken.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations

from tollbook.claim import Claim, Group, Harm, Stance, TollClaim
from tollbook.incident import Copy
from tollbook.reconciling.counting_both import Both
from tollbook.reconciling.firm import Firm, firm_figures, is_firm, number_named
from tollbook.reconciling.intake import Intake, take_in
from tollbook.reconciling.statements import Statement
from tollbook.reconciling.testimony import WITHIN
from tollbook.reconciling.updates import is_older
from tollbook.toll import Clash, Contradiction

# Groups of which nobody is in two.
_EXCLUSIVE = (Group.CIVILIAN, Group.SECURITY_FORCE, Group.ARMED_GROUP)
# Two figures of one source for "five fighters" may count two sides of a battle.
_OF_ONE_SIDE = frozenset({Group.PEOPLE, Group.CIVILIAN})
# Figures further apart more likely count something else: another attack, or a whole war.
_WITHIN_REACH = 3
_MORE = re.compile(r"\b(?:additional|further|more(?! than))\b", re.I)


def find_contradictions(
    claims: Collection[Claim], copies: Collection[Copy] = ()
) -> tuple[Contradiction, ...]:
    """Find the claims on one incident whose figures do not go together.

    Does not say who is right; some come of a misreading, which is worth knowing too.

    Args:
        claims: claims of any kind about one incident, in any order.
        copies: which of the documents they stand in repeat which.

    Returns:
        In the order of harms, the largest first.

    Example:
        >>> from tollbook.testing import claim
        >>> total = claim("12", source="a nurse")
        >>> civilians = claim("14", group=Group.CIVILIAN, document="doc-2", source="the mayor")
        >>> [found.sentence for found in find_contradictions([total, civilians])]
        ['“14” civilians killed (the mayor): 2 more than “12” people killed (a nurse) in all']
    """
    intake = take_in(claims, copies)
    firm = firm_figures(intake)
    found = {
        *_parts_over_whole(firm),
        *_sums_over_whole(firm),
        *_harms_over_both(firm),
        *_counts_both(intake),
        *_two_figures(firm),
        *_on_top(intake, firm),
    }
    return tuple(sorted(found, key=_largest_first))


def _largest_first(found: Contradiction) -> tuple[object, ...]:
    harms, clashes = list(Harm), list(Clash)
    return harms.index(found.harm), -found.by, clashes.index(found.clash), found.claim_ids


def _parts_over_whole(firm: Firm) -> Iterator[Contradiction]:
    """Find groups that no total given at that time or later can hold."""
    for part in firm.leading:
        for group in dict.fromkeys(whole.group for whole in firm.wholes):
            whole = _largest(
                each for each in firm.wholes if each.group is group and _may_hold(each, part)
            )
            excess = 0 if whole is None else _excess([part], whole)
            if whole is not None and excess and not _may_be_shot_dead(part, excess, firm):
                told = f"{_said(part)}: {excess:,} more than {_said(whole)} in all"
                yield _contradiction(Clash.PART_OVER_WHOLE, [part], [whole], excess, told)


def _may_hold(whole: Statement, part: Statement) -> bool:
    if whole.harm is not part.harm or whole.is_replaced or is_older(whole.moment, part.moment):
        return False
    if whole.group is part.group:
        return part.is_part
    return part.group in WITHIN.get(whole.group, frozenset())


def _largest(wholes: Iterable[Statement]) -> Statement | None:
    """Pick the largest total; none where one has no ceiling and can hold anything."""
    given = list(wholes)
    if any(whole.count.high is None for whole in given):
        return None
    return max(given, key=_ceiling, default=None)


def _ceiling(whole: Statement) -> int:
    return whole.count.low if whole.count.high is None else whole.count.high


def _excess(parts: Collection[Statement], whole: Statement) -> int:
    """Say by how many the parts exceed a whole; 0 where they do not, or by far too many."""
    together = sum(number_named(part.count) for part in parts)
    ceiling = _ceiling(whole)
    is_excess = whole.count.high is not None and ceiling < together <= _WITHIN_REACH * ceiling
    return together - ceiling if is_excess else 0


def _may_be_shot_dead(part: Statement, excess: int, firm: Firm) -> bool:
    """Tell "five teenagers were shot", one of whom died, beside four wounded."""
    return part.harm is Harm.INJURED and any(
        each.harm is Harm.KILLED and each.count.low == excess for each in firm.figures
    )


def _sums_over_whole(firm: Firm) -> Iterator[Contradiction]:
    """Find groups of which nobody is in two that are together more than their report's total."""
    for whole in firm.wholes:
        if whole.group is Group.PEOPLE:
            parts = _fullest(
                (each, each.group)
                for each in firm.figures
                if each.harm is whole.harm
                and each.group in _EXCLUSIVE
                and not each.documents.isdisjoint(whole.documents)
            )
            is_sum = len(parts) > 1 and all(part.count.low < _ceiling(whole) for part in parts)
            excess = _excess(parts, whole) if is_sum else 0
            if excess:
                told = f"{_all_said(parts)}: {excess:,} more than {_said(whole)} in all"
                yield _contradiction(Clash.PARTS_OVER_WHOLE, parts, [whole], excess, told)


def _harms_over_both(firm: Firm) -> Iterator[Contradiction]:
    """Find killed and injured that are more than one source says both are together."""
    for both in firm.figures:
        if both.harm is Harm.KILLED_OR_INJURED and not both.is_part:
            parts = _fullest(
                (each, each.harm)
                for each in firm.figures
                if each.harm in (Harm.KILLED, Harm.INJURED)
                and (each.group, each.voice.key) == (both.group, both.voice.key)
                and not each.documents.isdisjoint(both.documents)
            )
            excess = _excess(parts, both)
            if excess:
                told = f"{_all_said(parts)}: {excess:,} more than {_said(both)}"
                yield _contradiction(Clash.HARMS_OVER_BOTH, parts, [both], excess, told)


def _fullest(said: Iterable[tuple[Statement, Group | Harm]]) -> list[Statement]:
    """Pick the largest figure of each kind."""
    largest: dict[Group | Harm, Statement] = {}
    for statement, kind in said:
        known = largest.get(kind)
        if known is None or statement.count.low > known.count.low:
            largest[kind] = statement
    return list(largest.values())


def _counts_both(intake: Intake) -> Iterator[Contradiction]:
    """Find figures of the injured that count the killed too."""
    found: dict[tuple[str, Group, int], list[Both]] = {}
    for both in intake.counting_both:
        claim = both.claim
        key = (claim.imprint.document_id, claim.group, claim.count.low)
        found.setdefault(key, []).append(both)
    for alike in found.values():
        first = alike[0]
        yield Contradiction(
            clash=Clash.COUNTS_BOTH,
            harm=Harm.INJURED,
            claim_ids=tuple(both.claim.id for both in alike),
            against=(first.killed.id, first.injured.id),
            by=first.killed.count.low,
            sentence=f"“{first.claim.count.words.text}” injured {first.reason}",
        )


def _two_figures(firm: Firm) -> Iterator[Contradiction]:
    """Find sources that give two figures at a time, or take part of an earlier one back."""
    wholes = (each for each in firm.wholes if each.group in _OF_ONE_SIDE)
    for pair in combinations(wholes, 2):
        low, high = sorted(pair, key=lambda each: number_named(each.count))
        if (low.harm, low.group, low.voice.key) != (high.harm, high.group, high.voice.key):
            continue
        excess = _excess([high], low)
        if not excess or _may_be_shot_dead(high, excess, firm) or low.is_replaced:
            continue
        if is_older(high.moment, low.moment):
            told = f"{_said(low)}: {excess:,} fewer than its earlier {_quoted(high)}"
            yield _contradiction(Clash.LOWERED, [low], [high], excess, told)
        elif not is_older(low.moment, high.moment):
            told = f"{_said(high)}, and {_quoted(low)} from the same source at the same time"
            yield _contradiction(Clash.TWO_FIGURES, [high], [low], excess, told)


def _on_top(intake: Intake, firm: Firm) -> Iterator[Contradiction]:
    """Find "12 more" dead that no figure given can hold."""
    for claim in intake.told:
        if not _is_more(claim) or claim.attribution.stance is Stance.DENIED or not is_firm(claim):
            continue
        base = max(
            (each for each in firm.told.values() if _is_base(each, claim)),
            key=lambda each: each.count.low,
            default=None,
        )
        if base is None or _is_held(claim, base, intake.told):
            continue
        together = number_named(base.count) + number_named(claim.count)
        largest = (_ceiling(each) for each in intake.statements if each.harm is claim.harm)
        if max(largest, default=0) < together:
            words, others = claim.count.words.text, base.count.words.text
            yield Contradiction(
                clash=Clash.ON_TOP,
                harm=claim.harm,
                claim_ids=(claim.id,),
                against=(base.id,),
                by=number_named(claim.count),
                sentence=f"“{words}” {claim.harm} beside “{others}”: no figure given holds both",
            )


def _is_held(claim: TollClaim, base: TollClaim, told: Iterable[TollClaim]) -> bool:
    """Tell whether a total holds the "two more" already: it is those and others told of beside."""
    others = number_named(base.count) - number_named(claim.count)
    counted = (
        each.count.low
        for each in told
        if each.harm is claim.harm and each.imprint.document_id == claim.imprint.document_id
    )
    return others == 0 or others in counted


def _is_more(claim: TollClaim) -> bool:
    is_added = claim.count.is_additional and not claim.part_of
    return claim.harm is Harm.KILLED and is_added and bool(_MORE.search(claim.count.words.text))


def _is_base(base: TollClaim, claim: TollClaim) -> bool:
    counted = ((each.imprint.document_id, each.harm, each.group) for each in (base, claim))
    is_whole = not base.part_of and not base.count.is_additional
    return len(set(counted)) == 1 and is_whole and is_firm(base)


def _contradiction(
    clash: Clash,
    parts: Sequence[Statement],
    wholes: Sequence[Statement],
    excess: int,
    sentence: str,
) -> Contradiction:
    return Contradiction(
        clash=clash,
        harm=parts[0].harm,
        claim_ids=_ids(parts),
        against=_ids(wholes),
        by=excess,
        sentence=sentence,
    )


def _ids(statements: Iterable[Statement]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim_id for each in statements for claim_id in each.claim_ids))


def _quoted(statement: Statement) -> str:
    return f"“{statement.count.words.text}”"


def _said(statement: Statement) -> str:
    harm = statement.harm.replace("_", " ")
    return f"{_quoted(statement)} {statement.group.plural} {harm} ({statement.voice.name})"


def _all_said(statements: Iterable[Statement]) -> str:
    return " and ".join(map(_said, statements))
