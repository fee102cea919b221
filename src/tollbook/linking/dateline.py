"""The day that a report prints at its head, which an archive's date may contradict."""

import re
from datetime import date
from typing import Final

_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d)(?P<day>\d{{1,2}})[-./](?P<number>\d{{1,2}})[-./]{_YEAR}(?!\d)",
        rf"(?<!\d){_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}})\s{_MONTH}\.?,?\s?{_YEAR}(?!\d)",
        rf"\b{_MONTH}\.?\s(?P<day>\d{{1,2}}),?\s?{_YEAR}(?!\d)",
    )
)
# So far down a date still stands at the head; further only behind an agency's name and a weekday.
_HEAD: Final = 40
_BEHIND_HEADLINE: Final = 200
_AGENCY: Final = re.compile(r"\b[A-Z]\w+ (?:mon|tues|wednes|thurs|fri|satur|sun)day,? $", re.I)
_TOLD: Final = re.compile(
    r"\b(?:on|of|in|since|until|from|by|to|between|and)\s+(?:\w+day\s+)?$", re.I
)


def printed_on(text: str) -> date | None:
    """Read the date printed at the head of a report.

    Returns:
        None where none stands there; a date within a sentence ("killed on 3 March 2031") is none.

    Example:
        >>> printed_on("Date of publication 4 March 2031 Two guards died.").isoformat()
        '2031-03-04'
        >>> printed_on("Two guards died on 3 March 2031.") is None
        True
    """
    found = [match for form in _FORMS for match in form.finditer(text[:_BEHIND_HEADLINE])]
    for match in sorted(found, key=lambda match: match.start()):
        before = text[: match.start()]
        if _TOLD.search(before):
            continue
        if match.start() <= _HEAD or _AGENCY.search(before):
            return _date(match)
    return None


def _date(match: re.Match[str]) -> date | None:
    told = match.groupdict()
    month = (
        int(told["number"])
        if told.get("number")
        else _MONTHS.index(told["month"][:3].casefold()) + 1
    )
    try:
        return date(int(told["year"]), month, int(told["day"]))
    except ValueError:
        return None
