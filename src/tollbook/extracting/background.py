"""Whether a figure is about one incident or about a war, a year, a campaign."""

import re

from tollbook.claim import Form, Harm
from tollbook.extracting.people import Figure

_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?"
)
_WAR_WIDE = re.compile(
    rf"""
    \bsince\ then\b | \bever\ since\b | \bso\ far\b | \boverall\b | \bto\ date\b
    | \bsince\ (?:\w+\ ){{0,7}}?(?:war|conflict|uprising|crisis|revolt|revolution|unrest|violence|insurgency|coup|offensive
        |began|begins?|started|erupted|broke|launched|launching|beginning|start|tightened|breakdown|withdrawal|outbreak)\b
    | \bsince\ (?:the\ )?(?:early|late|mid|end|start)?-?\ ?(?:of\ )?(?:{_MONTH},?\ )?(?:19|20)\d\d\b
    | \bsince\ (?:\d{{1,2}}\ )?{_MONTH}(?:\ \d{{1,2}})?\b
    | \b(?:this|last|each|every|per)\ year\b | \blast\ month\b | \bthis\ month\b | \b(?:each|every|per|a)\ day\b | \baverage\ of\b
    | \b(?:over|in|during|for|within)\ (?:the\ |a\ )?(?:past|last|previous|recent|six|same|whole|three|four)\ (?:\w+\ )?(?:years?|months?|weeks?|decades?|period)\b
    | \bin\ less\ than\ \w+\ (?:months?|years?|weeks?)\b | \b(?:recent|past)\ (?:days|weeks|months|years)\b | \ba\ month\ of\b
    | \b(?:civil\ war|conflict|war|uprising|insurgency|campaign|crisis|violations)\b.{{0,50}}\b(?:has|have|had)\ (?:also\ )?(?:killed|claimed|left|displaced|cost|resulted)\b
    | \b(?:years?|decades?|months?)-long\b | \bin\ (?:19|20)\d\d\ alone\b | \bdeath\ toll\ (?:from|in|of)\ (?:the\ )?(?:war|conflict)
    | \b(?:19|20)\d\d-(?:19|20)?\d\d\b | \bannually\b | \b(?:in|during)\ the\ (?:civil\ |ongoing\ )?(?:\w+\ )?(?:war|conflict)\b
    | \bas\ a\ result\ of\ these\b | \bsuch\ (?:attacks|raids|strikes)\b | \bdecade\ of\b | \bon\ both\ sides\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# A month or year without a day points away from the incident that the report is about.
_ANOTHER_TIME = re.compile(
    rf"(?:^|\b)in\ (?:early\ |late\ |mid-?\ ?)?(?:{_MONTH}(?:,?\ (?:19|20)\d\d)?|(?:19|20)\d\d)\b(?!\ ?\d)",
    re.VERBOSE | re.IGNORECASE,
)
# Above this many people a figure is hardly ever one incident's: in claims-gold (train) 96 of
# 101 such figures are background.
_TOO_MANY = 5000
_THOUSANDS = 2000


def is_background(text: str, harm: Harm, figure: Figure) -> bool:
    """Whether a claim's words make it a total of more than one incident.

    Args:
        text: the clause or sentence that holds the figure.
        harm: what was done to the people counted.
        figure: how many.
    """
    if figure.low >= _TOO_MANY or (figure.low >= _THOUSANDS and figure.form is Form.VAGUE):
        return True
    if harm is Harm.DISPLACED and figure.stated is None:
        return True
    plain = " ".join(text.split())
    return _WAR_WIDE.search(plain) is not None or _ANOTHER_TIME.search(plain) is not None
