"""Words that must make no difference, swapped at random while the encoder learns.

How many and on which day does not say how to read a sentence, so each window shows another of
its kind. Names and loaded words it never sees: `annotating/encoder/neutral.py` stands in for them.
"""

import random
from dataclasses import replace

from tollbook.annotating.encoder.hints import HINTS
from tollbook.annotating.encoder.pieces import vocabulary
from training.sheets import Example

_KINDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fifteen twenty thirty",
    " ".join(map(str, range(2, 10))),
    " ".join(map(str, range(10, 100))),
    "monday tuesday wednesday thursday friday saturday sunday",
)
SHARE = 0.3
# The grammar was written with these reports in view: what it sees is taken away now and then,
# so that the encoder does not lean on it more than unseen text allows.
WITHHELD = 0.15
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


def withhold(example: Example, dice: random.Random) -> Example:
    """Take the grammar's reading away from some windows, and all it sees from a few."""
    luck = dice.random()
    if luck >= WITHHELD:
        return example
    hints = example.hints.copy()
    hints[:, _READINGS if luck > WITHHELD / 5 else slice(None)] = 0
    return replace(example, hints=hints)


def swap(example: Example, dice: random.Random) -> Example:
    """Swap the words of some windows; the same word becomes the same other in one window."""
    if dice.random() >= SHARE:
        return example
    ids = example.ids.copy()
    chosen: dict[int, int] = {}
    for place, piece in enumerate(ids.tolist()):
        if piece in _RIVALS:
            ids[place] = chosen.setdefault(piece, dice.choice(_RIVALS[piece]))
    return replace(example, ids=ids)
