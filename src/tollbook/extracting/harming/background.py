"""Whether a figure is about one incident or about a war, a year, a campaign."""

import re
from functools import lru_cache

from tollbook.claim import Form, Harm
from tollbook.extracting.harming.people import Figure
from tollbook.extracting.lexicon import word_list, words
from tollbook.extracting.parsing.phrases import Chunk

# From this many people on a figure is hardly ever one incident's: in claims-gold (train) 55 of
# 57 such figures are background. Open ones ("thousands") are so earlier: 8 of 8.
_TOO_MANY = 5000
_THOUSANDS = 2000
# From this many on the people harmed in a month or a year may be the sum of several incidents.
_MANY = 10
_PERFECT = frozenset({"has", "have"})
_DYING = frozenset({"died", "perished"})


@lru_cache(maxsize=8)
def _any_of(name: str) -> re.Pattern[str]:
    """Match any of the patterns listed under a name."""
    table = word_list("background")
    # Each opens at the edge of a word: looked for once, not by each in turn.
    joined = "|".join(pattern.removeprefix(r"\b") for pattern in table[name])
    return re.compile(rf"\b(?:{joined})".replace("{month}", table["month"]))


@lru_cache(maxsize=1)
def _deeds() -> frozenset[str]:
    return words(word_list("background")["deeds"])


@lru_cache(maxsize=64)
def _is_war_wide(text: str) -> bool:
    return _says("war_wide", text)


@lru_cache(maxsize=64)
def _is_of_another_time(text: str) -> bool:
    if _says("loose", text) and not _says("one_day", text):
        return True
    return _says("another_time", text) and not _says("one_attack", text)


def _says(name: str, text: str) -> bool:
    return _any_of(name).search(" ".join(text.lower().split())) is not None


def is_background(
    text: str, harm: Harm, figure: Figure, told: Chunk, *, is_whole_report: bool = False
) -> bool:
    """Whether a claim's words make it a total of more than one incident.

    Args:
        text: the clause or sentence that holds the figure.
        harm: what was done to the people counted.
        figure: how many.
        told: the verb or noun that tells the harm.
        is_whole_report: whether the report says no more than this sentence.
    """
    if figure.low >= _TOO_MANY or (figure.low >= _THOUSANDS and figure.form is Form.VAGUE):
        return True
    if harm is Harm.DISPLACED and figure.form is Form.VAGUE:
        return True
    if _is_war_wide(text) or _is_of_a_kind(figure, told):
        return True
    in_passing = figure.high == 1 and not is_whole_report
    return (in_passing or _may_be_total(figure, told)) and _is_of_another_time(text)


def _may_be_total(figure: Figure, told: Chunk) -> bool:
    """Whether many are counted, or up to now, and no one deed is told: "30 died in March".

    "In March two guards were captured" and "In March a raid killed 30" tell an incident.
    """
    if not _PERFECT.isdisjoint(told.helpers):
        return True
    by_nobody = not told.is_verb or bool(told.helpers) or told.head in _DYING
    return figure.low >= _MANY and by_nobody


def _is_of_a_kind(figure: Figure, told: Chunk) -> bool:
    """ "The murder of priests" is no one deed: neither deed nor victims are counted."""
    return figure.term == "plural" and told.is_noun and told.head in _deeds()
