"""How far one filler of a response agrees with one of the key: in full, in part, or not.

In 1992 a person judged the strings that differ; here rules stand for that person, written
after the scoring guidelines. Choices are judged as the official program judged them.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from typing import Final

from tollbook.evaluating.muc4.slots import Fill, Slot
from tollbook.evaluating.muc4.templates import Filler

FULL: Final = 1.0
PART: Final = 0.5
NONE: Final = 0.0


def agree(slot: Slot, key: Filler, response: Filler) -> float:
    """Say how far the words of a response agree with the best option of the key.

    What they point to is not looked at.

    Returns:
        `FULL`, `PART` or `NONE`.
    """
    return max(
        (_agree(slot, option, given) for option in key.options for given in response.options),
        default=NONE,
    )


def referents_agree(key: Filler, response: Filler) -> float:
    """Say how far both point to the same filler; two that point nowhere agree in full."""
    theirs = [name for name in key.referents if name != "-"]
    ours = [name for name in response.referents if name != "-"]
    if not theirs or not ours:
        return FULL if not theirs and not ours else NONE
    return max(
        FULL if name == given else strings_agree(name, given) for name in theirs for given in ours
    )


def _agree(slot: Slot, key: str, response: str) -> float:
    if key == response:
        return FULL
    match slot.fill:
        case Fill.STRING:
            return strings_agree(key, response)
        case Fill.CHOICE:
            return PART if _is_partial_choice(slot, key, response) else NONE
        case Fill.NUMBER:
            return numbers_agree(key, response)
        case Fill.DATE:
            return dates_agree(key, response)
        case Fill.PLACE:
            return places_agree(key, response)


_PARTIAL_CHOICES: Final = {
    11: {("SUSPECTED OR ACCUSED BY AUTHORITIES", "SUSPECTED OR ACCUSED")},
    13: {("GOVERNMENT OFFICE OR RESIDENCE", "POLITICAL FIGURE OFFICE OR RESIDENCE")},
    16: {("SOME DAMAGE", "DESTROYED")},
    20: {
        ("FORMER GOVERNMENT OFFICIAL", "GOVERNMENT OFFICIAL"),
        ("FORMER ACTIVE MILITARY", "ACTIVE MILITARY"),
        ("GOVERNMENT OFFICIAL", "POLITICAL FIGURE"),
    },
    23: {("NO INJURY OR DEATH", "NO INJURY"), ("NO INJURY OR DEATH", "NO DEATH")},
}
"""By slot: (key, response) that are half right."""

_INSTRUMENTS: Final = {
    "GUN": "MACHINE GUN|MORTAR|HANDGUN|RIFLE",
    "EXPLOSIVE": ("BOMB|VEHICLE BOMB|DYNAMITE|MINE|AERIAL BOMB|GRENADE|MOLOTOV COCKTAIL"),
    "BOMB": "VEHICLE BOMB|DYNAMITE|MINE|AERIAL BOMB",
    "PROJECTILE": "MISSILE|ROCKET",
}


def _is_partial_choice(slot: Slot, key: str, response: str) -> bool:
    if slot.number == 4:
        return response == "ATTACK"
    if slot.number == 7:
        return key in _INSTRUMENTS.get(response, "").split("|")
    return (key, response) in _PARTIAL_CHOICES.get(slot.number, set())


_UNESSENTIAL: Final = frozenset(
    """A AN THE THIS THAT THESE THOSE SOME SEVERAL ANOTHER OTHER OTHERS ALL BOTH HIS HER ITS
    THEIR OUR AT LEAST ABOUT ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE
    DOZEN DOZENS MANY FEW MORE THAN VARIOUS UNIDENTIFIED SALVADORAN SALVADORANS COLOMBIAN
    PERUVIAN CHILEAN GUATEMALAN HONDURAN BOLIVIAN ARGENTINE ARGENTINIAN ECUADORAN ECUADORIAN
    PANAMANIAN NICARAGUAN SPANISH U.S US MR MRS DR""".split()
)
_LINKS: Final = frozenset(
    """OF IN AT FROM TO FOR WITH BY ON WHO WHICH WHERE NEAR WHOSE THAT AND BELONGING WEARING
    ALLEGEDLY""".split()
)


@cache
def strings_agree(key: str, response: str) -> float:
    """Judge two strings as the guidelines tell a person to, who counts what is in doubt wrong.

    Words before the noun only qualify it, so a response with more of them is right in full;
    words after it drag in what was not asked, and part of a name is part of an answer.

    Returns:
        `FULL`, `PART` or `NONE`.

    References:
        "Guidelines for scoring mismatches", version 7, 3.1.1.

    Example:
        >>> strings_agree("PEASANTS", "THE 3 PEASANTS")
        1.0
        >>> strings_agree("ANA MARIA TORO", "TORO")
        0.5
    """
    wanted, given = essential(key), essential(response)
    if not wanted or not given:
        return FULL if _tokens(key) == _tokens(response) else NONE
    if given[-len(wanted) :] == wanted:
        return FULL
    if _is_run(wanted, given) or _is_run(given, wanted) or _head(wanted) == _head(given):
        return PART
    return NONE


def _tokens(words: str) -> list[str]:
    return re.findall(r"[A-Z0-9Ñ]+(?:['.-][A-Z0-9]+)*", words.upper())


def essential(words: str) -> list[str]:
    """Give the words of a string that count: no articles, figures or nationalities."""
    found = [token.removesuffix("'S") for token in _tokens(words)]
    return [token for token in found if token not in _UNESSENTIAL and not token.isdigit()]


def _is_run(inner: list[str], outer: list[str]) -> bool:
    size = len(inner)
    return any(outer[at : at + size] == inner for at in range(len(outer) - size + 1))


def _head(tokens: list[str]) -> str:
    cut = next((at for at, token in enumerate(tokens) if token in _LINKS and at), len(tokens))
    return tokens[cut - 1].removesuffix("S")


def numbers_agree(key: str, response: str) -> float:
    """Judge numbers that differ: one end of a range, or the number after a tilde, is half."""
    wanted, given = key.replace(" ", ""), response.replace(" ", "")
    if wanted == given:
        return FULL
    # A single number that the key's range is anchored at, or its approximation.
    if given.isdigit() and not wanted.isdigit() and given in re.findall(r"\d+", wanted):
        return PART
    return NONE


_DAY: Final = re.compile(r"\d{1,2} [A-Z]{3,9} (?:19)?\d{2}\b")
_MONTHS: Final = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
_DEFAULT_DAYS: Final = timedelta(days=30)


def dates_agree(key: str, response: str) -> float:
    """Judge dates that differ."""
    wanted, given = _days(key), _days(response)
    if wanted is None or given is None:
        return NONE
    if wanted == given:
        return FULL
    first, last = wanted
    start, end = given
    if start is None:
        # "- 26 AUG 89" is what a system writes that found no date: half, if its day is right.
        return PART if end == last else NONE
    if first is None:
        return PART if last - _DEFAULT_DAYS <= end <= last else NONE
    return PART if first <= start and end <= last else NONE


def _days(words: str) -> tuple[date | None, date] | None:
    days = [day(found) for found in _DAY.findall(words.upper())]
    if not days or days[-1] is None:
        return None
    last = days[-1]
    if len(days) > 1:
        return days[0], last
    return (None if words.strip().startswith("-") else last), last


def day(words: str) -> date | None:
    """Read a day as the templates and datelines write it, "03 MAY 90"; None if it is none."""
    found = re.match(r"\s*(\d{1,2})\s+([A-Z]{3})[A-Z]*\s+(?:19)?(\d{2})\b", words.upper())
    if found is None or found[2] not in _MONTHS:
        return None
    try:
        return date(1900 + int(found[3]), _MONTHS.index(found[2]) + 1, int(found[1]))
    except ValueError:
        return None


def places_agree(key: str, response: str) -> float:
    """Judge places that differ: the right country alone, or the right place alone, is half."""
    wanted, given = _place_names(key), _place_names(response)
    if not wanted or not given:
        return NONE
    if wanted == given:
        return FULL
    if wanted[0] == given[0] or set(wanted[1:]) & set(given[1:]):
        return PART
    return NONE


def _place_names(words: str) -> list[str]:
    parts: Iterable[str] = re.split(r":| - ", re.sub(r"\([A-Z ]*\)?", "", words.upper()))
    return [part.strip() for part in parts if part.strip()]
