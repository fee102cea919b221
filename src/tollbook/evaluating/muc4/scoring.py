"""Official MUC-4 slot scoring: templates mapped to the key, fillers to fillers, and counted."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tollbook.evaluating.muc4.agreement import FULL, NONE, PART, agree, referents_agree
from tollbook.evaluating.muc4.assignment import best_pairs
from tollbook.evaluating.muc4.slots import SLOTS, TYPE, Fill, Slot
from tollbook.evaluating.muc4.tallies import Tally
from tollbook.evaluating.muc4.templates import Filler, Template

TEMPLATES: Final = "template-id"
ALL: Final = "ALL TEMPLATES"

_CONTENT_SLOTS: Final = (9, 10, 12, 13, 18, 19, 20)
"""A pair of templates must agree on one of these, and on the type, to be mapped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapped:
    """A key template and the response mapped to it; one is None where nothing was."""

    key: Template | None
    response: Template | None
    tallies: Mapping[str, Tally]


def score(
    key: Mapping[str, Sequence[Template]],
    response: Mapping[str, Sequence[Template]],
    mapping: Collection[tuple[str, int, int]] | None = None,
) -> dict[str, Tally]:
    """Score a response against an answer key: a tally by slot, by part and in all.

    Args:
        key: the templates of each message that is scored.
        response: the templates a system gave; messages it left out count as told of nothing.
        mapping: which templates go together, as (message, number in the key, number in the
            response); found by likeness where it is not given.
    """
    totals: defaultdict[str, Tally] = defaultdict(Tally)
    for message, templates in key.items():
        theirs = None if mapping is None else {(k, r) for m, k, r in mapping if m == message}
        for mapped in score_message(templates, response.get(message, ()), theirs):
            for name, tally in mapped.tallies.items():
                totals[name] += tally
    for slot in SLOTS:
        totals[f"{slot.part}-total"] += totals[slot.name]
        totals[ALL] += totals[slot.name]
    return dict(totals)


def score_message(
    key: Sequence[Template],
    response: Sequence[Template],
    mapping: Collection[tuple[int, int]] | None = None,
) -> list[Mapped]:
    """Map the templates of one message to each other and count how each slot was filled."""
    tallies = [[_tally_pair(theirs, ours) for ours in response] for theirs in key]
    if mapping is None:
        pairs = _map_templates([[_likeness(pair) for pair in row] for row in tallies])
    else:
        numbers = {
            (k.number, r.number): (i, j) for i, k in enumerate(key) for j, r in enumerate(response)
        }
        pairs = [numbers[pair] for pair in mapping if pair in numbers]
    found = [Mapped(key=key[i], response=response[j], tallies=tallies[i][j]) for i, j in pairs]
    mapped_keys, mapped_responses = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, template in enumerate(key):
        if i not in mapped_keys and not template.is_optional:
            found.append(Mapped(key=template, response=None, tallies=_tally_missing(template)))
    for j, template in enumerate(response):
        if j not in mapped_responses:
            spurious = _tally_spurious(template)
            found.append(Mapped(key=None, response=template, tallies=spurious))
    return found


def _map_templates(likeness: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Map the likest pair first, then the likest of those left over."""
    ranked = sorted((-alike, i, j) for i, row in enumerate(likeness) for j, alike in enumerate(row))
    pairs: list[tuple[int, int]] = []
    for alike, i, j in ranked:
        if alike and all(i != other and j != another for other, another in pairs):
            pairs.append((i, j))
    return pairs


def _likeness(tallies: Mapping[str, Tally]) -> float:
    """How much of the key template a response has; 0 where the two may not be mapped.

    What the official program weighed is not on record. Strings counted twice, the likest pair
    first, gives the mapping of the 1992 sheets for 89 % of their pairs (tried: recall,
    precision, both, slots alike, seven weightings; the best pairing overall or one by one).
    """
    same_type = tallies[TYPE.name].credit > 0
    content = any(tallies[s.name].credit > 0 for s in SLOTS if s.number in _CONTENT_SLOTS)
    if not same_type or not content:
        return 0.0
    weights = {slot.name: 2 if slot.fill is Fill.STRING else 1 for slot in SLOTS}
    credit = sum(weight * tallies[name].credit for name, weight in weights.items())
    return credit / sum(weight * tallies[name].possible for name, weight in weights.items())


def _tally_pair(key: Template, response: Template) -> dict[str, Tally]:
    tallies = {TEMPLATES: Tally(correct=1)}
    for slot in SLOTS:
        if slot.number in key.inapplicable:
            tallies[slot.name] = Tally(spurious=len(response.of(slot)))
        else:
            tallies[slot.name] = _tally_slot(slot, key.of(slot), response.of(slot))
    return tallies


def _tally_slot(slot: Slot, key: Sequence[Filler], response: Sequence[Filler]) -> Tally:
    judged = [[_judge(slot, theirs, ours) for ours in response] for theirs in key]
    # Fillers that point to the same person are held against each other, right or wrong.
    pairs = best_pairs([[credit + alike for credit, alike in row] for row in judged])
    credits = [judged[i][j][0] for i, j in pairs]
    found = {i for i, _ in pairs}
    unmatched = [filler for i, filler in enumerate(key) if i not in found]
    required = sum(not filler.is_optional for filler in unmatched)
    left = len(response) - len(pairs)
    # What is left over on both sides was answered wrongly rather than not at all; so is an
    # optional filler that was tried.
    return Tally(
        correct=credits.count(FULL),
        partial=credits.count(PART),
        incorrect=credits.count(NONE) + min(len(unmatched), left),
        spurious=max(left - len(unmatched), 0),
        missing=max(required - left, 0),
    )


def _judge(slot: Slot, key: Filler, response: Filler) -> tuple[float, float]:
    """What a filler is worth, and how far it points to the same filler as the key's."""
    credit = agree(slot, key, response)
    if not slot.refers_to:
        return credit, NONE
    alike = referents_agree(key, response)
    return (PART if credit == FULL and alike < FULL else credit), alike


def _tally_missing(key: Template) -> dict[str, Tally]:
    tallies = {TEMPLATES: Tally(missing=1)}
    for slot in SLOTS:
        required = sum(not filler.is_optional for filler in key.of(slot))
        tallies[slot.name] = Tally(missing=required)
    return tallies


def _tally_spurious(response: Template) -> dict[str, Tally]:
    tallies = {TEMPLATES: Tally(spurious=1)}
    for slot in SLOTS:
        tallies[slot.name] = Tally(spurious=len(response.of(slot)))
    return tallies
