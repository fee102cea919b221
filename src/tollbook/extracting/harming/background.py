"""Whether a figure is about one incident or about a war, a year, a campaign."""

import re
from functools import lru_cache

from tollbook.claim import Form, Harm
from tollbook.extracting.harming.people import Figure
from tollbook.extracting.lexicon import word_list

# From this many people on a figure is hardly ever one incident's: in claims-gold (train) 55 of
# 57 such figures are background. Open ones ("thousands") are so earlier: 8 of 8.
_TOO_MANY = 5000
_THOUSANDS = 2000


@lru_cache(maxsize=8)
def _any_of(name: str) -> re.Pattern[str]:
    """Match any of the patterns listed under a name."""
    table = word_list("background")
    # Each opens at the edge of a word: looked for once, not by each in turn.
    joined = "|".join(pattern.removeprefix(r"\b") for pattern in table[name])
    return re.compile(rf"\b(?:{joined})".replace("{month}", table["month"]))


@lru_cache(maxsize=64)
def _is_of_more(text: str) -> bool:
    plain = " ".join(text.lower().split())

    def says(name: str) -> bool:
        return _any_of(name).search(plain) is not None

    if says("war_wide") or (says("loose") and not says("one_day")):
        return True
    return says("another_time") and not says("one_attack")


def is_background(text: str, harm: Harm, figure: Figure) -> bool:
    """Whether a claim's words make it a total of more than one incident.

    Args:
        text: the clause or sentence that holds the figure.
        harm: what was done to the people counted.
        figure: how many.
    """
    if figure.low >= _TOO_MANY or (figure.low >= _THOUSANDS and figure.form is Form.VAGUE):
        return True
    if harm is Harm.DISPLACED and figure.form is Form.VAGUE:
        return True
    return _is_of_more(text)
