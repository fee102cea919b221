"""How sure the reader was of each figure it found, and whether it was right."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from tollbook.evaluating.matching import Comparison
from tollbook.evaluating.reliability import Sureness
from tollbook.exporting.predictions import TollRow

CLAIM: Final = "claim"
"""That there is such a claim at all; every other field is one of `matching.CHECKED`."""

Probabilities = Mapping[str, float]
"""How probable each field of one claim is held to be right, by the field's name."""


def sureness(
    comparison: Comparison, rows: Sequence[TollRow], probabilities: Sequence[Probabilities]
) -> Iterator[tuple[str, Sureness]]:
    """Set what the reader held probable against the annotation, field by field.

    A claim that nobody annotated is a wrong `claim`; its fields are neither right nor wrong.

    Args:
        comparison: a report's reading beside its annotation.
        rows: the figures found there, the very rows that were compared.
        probabilities: for each row, how sure the reader was; empty where it does not say.
    """
    held = {id(row): of for row, of in zip(rows, probabilities, strict=True)}
    for row in comparison.extra:
        if CLAIM in held[id(row)]:
            yield CLAIM, (held[id(row)][CLAIM], False)
    for answer in comparison.answers:
        for name, probability in held[id(answer.found)].items():
            yield name, (probability, name == CLAIM or name in answer.right)
