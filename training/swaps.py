"""Windows shown otherwise than they stand, so that the encoder does not learn them by heart.

How many it was and on which day says nothing of how to read a sentence: each window shows
other numbers and days. Words that nothing may hang on it never sees: `encoder/neutral.py`.
"""

import random
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tollbook.annotating.encoder.hints import HINTS
from tollbook.annotating.encoder.pieces import vocabulary
from training.sheets import Example

_KINDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fifteen twenty thirty",
    " ".join(map(str, range(2, 10))),
    " ".join(map(str, range(10, 100))),
    "monday tuesday wednesday thursday friday saturday sunday",
)
# The piece that BERT was taught to look past.
MASK = 103

_OF_HARM = ("count", "harm", "part", "nobody")
_READINGS = [number for number, hint in enumerate(HINTS) if hint.startswith(_OF_HARM)]


def _rivals() -> dict[int, list[int]]:
    known = vocabulary()
    found: dict[int, list[int]] = {}
    for words in _KINDS:
        cut = [list(known.cut(word, 0, len(word))) for word in words.split()]
        ids = [pieces[0][0] for pieces in cut if len(pieces) == 1]
        found |= dict.fromkeys(ids, ids)
    return found


_RIVALS = _rivals()


@dataclass(frozen=True, slots=True, kw_only=True)
class Disguise:
    """How often a window is shown otherwise than it stands: shares in [0, 1].

    `swapped` windows have their interchangeable words swapped. From `withheld` ones the
    grammar's reading is taken: it was written with these reports in view, and the encoder is
    not to lean on it more than unseen text allows. `blotted` pieces cannot be read.
    """

    swapped: float = 0.3
    withheld: float = 0.15
    blotted: float = 0.0


def disguise(example: Example, how: Disguise, dice: random.Random) -> Example:
    """Show a window as another text might have put it; what is right stays right."""
    ids, hints = example.ids.copy(), example.hints
    if dice.random() < how.swapped:
        _swap(ids, dice)
    if how.blotted:
        _blot(ids, how.blotted, dice)
    luck = dice.random()
    if luck < how.withheld:
        hints = hints.copy()
        # From a few, all that the grammar sees.
        hints[:, _READINGS if luck > how.withheld / 5 else slice(None)] = 0
    return replace(example, ids=ids, hints=hints)


def _swap(ids: NDArray[np.int64], dice: random.Random) -> None:
    """Swap words for others of their kind; the same word becomes the same other one."""
    chosen: dict[int, int] = {}
    for place, piece in enumerate(ids.tolist()):
        if piece in _RIVALS:
            ids[place] = chosen.setdefault(piece, dice.choice(_RIVALS[piece]))


def _blot(ids: NDArray[np.int64], share: float, dice: random.Random) -> None:
    kept = {vocabulary().cls, vocabulary().sep}
    for place, piece in enumerate(ids.tolist()):
        if piece not in kept and dice.random() < share:
            ids[place] = MASK
