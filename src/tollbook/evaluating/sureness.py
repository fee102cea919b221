"""How sure the reader was of each figure it found, and whether it was right."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from tollbook.evaluating.matching import Answer, Comparison
from tollbook.evaluating.reliability import Sureness
from tollbook.exporting.predictions import TollRow

CLAIM: Final = "claim"
"""That there is such a claim at all."""

WHOLE: Final = "whole"
"""That there is, and that figure, source and "background or not" are right.

Every other field is one of `matching.CHECKED`.
"""

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
        for name in (CLAIM, WHOLE):
            if name in held[id(row)]:
                yield name, (held[id(row)][name], False)
    for answer in comparison.answers:
        for name, probability in held[id(answer.found)].items():
            yield name, (probability, _is_right(answer, name))


def _is_right(answer: Answer, name: str) -> bool:
    match name:
        case "claim":
            return True
        case "whole":
            return answer.is_whole
        case _:
            return name in answer.right
