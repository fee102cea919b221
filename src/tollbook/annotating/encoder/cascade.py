"""Which sentences the encoder reads: those whose words may speak of harm, judged at a glance."""

import re
from collections.abc import Sequence
from typing import Final

from tollbook.document import Passage

_STEMS: Final = """
    kill dead death die murder slain slay assassin massacr execut fatal casualt victim bod toll
""".split()
_SPEAKS: Final = re.compile(rf"\b(?:{'|'.join(_STEMS)})")


def is_read(passages: Sequence[Passage]) -> list[bool]:
    """Say for each sentence whether the encoder reads it."""
    return [_SPEAKS.search(passage.text.casefold()) is not None for passage in passages]
