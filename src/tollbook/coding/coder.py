"""A report and its accounts -> the two numbers a coder would write down."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tollbook.claim import Harm
from tollbook.coding.candidates import gather_evidence
from tollbook.coding.chooser import distribution, weights
from tollbook.document import Document
from tollbook.incident import Account

# The injured are asked for under so many of the likeliest numbers of killed; the others
# together hold less than one part in fifty.
_LIKELIEST: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many one report says were killed and injured in the incident it is about.

    Perpetrators count like everybody else, and who died of wounds later is killed only. The
    probabilities say how sure each number is.
    """

    killed: int
    injured: int
    killed_probability: float
    injured_probability: float


def tally(document: Document, accounts: Sequence[Account]) -> Tally:
    """Note how many a report says were killed and injured.

    Zero means that the report tells of none; it never stands for unknown.

    Args:
        document: the report.
        accounts: what was read out of it, by any annotator.

    Example:
        >>> from tollbook.pipeline import tell
        >>> report = Document(
        ...     text="A woman was killed and two men were wounded in a shooting at a park in Oker "
        ...     "on Sunday. The woman died at the hospital, police said.",
        ...     name="park.txt",
        ... )
        >>> noted = tally(report, tell(report))
        >>> noted.killed, noted.injured
        (1, 2)
    """
    evidence = gather_evidence(document, accounts)
    killed = distribution(evidence, Harm.KILLED, weights(Harm.KILLED))
    likeliest = sorted(killed, key=lambda number: -killed[number])[:_LIKELIEST]
    injured: dict[int, float] = {}
    for number in likeliest:
        given = distribution(evidence, Harm.INJURED, weights(Harm.INJURED), killed=number)
        for injured_number, probability in given.items():
            weighed = killed[number] * probability
            injured[injured_number] = injured.get(injured_number, 0.0) + weighed
    most = max(injured, key=lambda number: injured[number])
    return Tally(
        killed=likeliest[0],
        injured=most,
        killed_probability=killed[likeliest[0]],
        injured_probability=injured[most] / sum(killed[number] for number in likeliest),
    )
