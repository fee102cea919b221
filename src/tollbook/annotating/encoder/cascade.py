"""Which sentences the encoder reads, judged at a glance by their words.

In a stream of general news few sentences tell of harm; what the encoder costs follows those.
A sentence that names a harm is read. One that does not may still tell of it ("Two were
children.", "The mayor condemned it."), but then it stands near one that does.
"""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Final

from tollbook.document import Passage

# In sentences. Chosen on the training reports of the claims gold, from 0 to everywhere, for
# the least read at less than half a point of their claims lost.
NEAR: Final = 4
BESIDE: Final = 1


def is_read(passages: Sequence[Passage]) -> list[bool]:
    """Say for each sentence whether the encoder reads it.

    Args:
        passages: all sentences of one report, in order; white space and case do not matter.

    Example:
        >>> from tollbook.extracting.parsing.sentences import sentences
        >>> is_read([*sentences("It rained. Ten people were killed. The road is closed.")])
        [False, True, False]
    """
    texts = [passage.text.casefold() for passage in passages]
    telling = [at for at, text in enumerate(texts) if _words("harm").search(text)]
    return [_may_tell(text, _distance(at, telling)) for at, text in enumerate(texts)]


def _distance(at: int, telling: Sequence[int]) -> int | None:
    """Give the way to the nearest sentence that names a harm; None if there is none."""
    after = bisect_left(telling, at)
    return min((abs(at - near) for near in telling[max(after - 1, 0) : after + 1]), default=None)


def _may_tell(text: str, distance: int | None) -> bool:
    if distance is None or distance > NEAR:
        return False
    if distance == 0 or _words("violence").search(text):
        return True
    return distance <= BESIDE and _words("people").search(text) is not None


@lru_cache(maxsize=3)
def _words(kind: str) -> re.Pattern[str]:
    lists = tomllib.loads((files("tollbook") / "data/cascade.en.toml").read_text("utf-8"))
    beginnings = "|".join(lists[kind]).replace(" ", r"\s+")
    return re.compile(rf"\b(?:{beginnings})")
