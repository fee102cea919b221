"""Whether a figure is about one incident or about a war, a year, a campaign."""

import re

from tollbook.claim import Count

_WAR_WIDE = re.compile(
    r"""
    \bsince\ (?:the\ )?(?:\w+\ ){0,4}(?:war|conflict|uprising|crisis|revolt|revolution|unrest|fighting|violence|insurgency|coup|began|started|erupted|broke)\b
    | \bsince\ (?:early\ |late\ |mid-?)?(?:(?:january|february|march|april|may|june|july|august|september|october|november|december),?\ )?(?:19|20)\d\d\b
    | \b(?:since|because)\ .{0,60}\b(?:began|broke\ out|started|erupted|start)\b
    | \b(?:so\ far\ )?this\ year\b | \blast\ year\b | \b(?:over|in|during|for)\ the\ (?:past|last)\ (?:\w+\ )?(?:years|months|decade|decades)\b
    | \b(?:civil\ war|conflict|war|uprising|insurgency|fighting)\b.{0,50}\b(?:has|have|had)\ (?:also\ )?(?:killed|claimed|left|displaced|cost)\b
    | \b(?:years?|decade)(?:-|\ )(?:long|old)\b | \bin\ (?:19|20)\d\d\ alone\b | \bdeath\ toll\ (?:from|in|of)\ (?:the\ )?(?:war|conflict)
    | \b(?:19|20)\d\d-(?:19|20)?\d\d\b | \bevery\ year\b | \bannually\b | \b(?:in|during)\ the\ (?:civil\ )?(?:war|conflict)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_background(sentence: str, count: Count) -> bool:
    """Whether a claim's sentence makes it a total of more than one incident."""
    if count.low >= 5000:
        return True
    plain = " ".join(sentence.split())
    return _WAR_WIDE.search(plain) is not None
