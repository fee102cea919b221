"""What the words beside a number say it counts, when it counts no people."""

from tollbook.claim import Form
from tollbook.counting.calendar import date_or_time
from tollbook.counting.figures import Figure
from tollbook.counting.quantity import NotPeople
from tollbook.counting.tokens import HYPHENS, Tokens
from tollbook.counting.vocabulary import Vocabulary

_AGE_STOPS = frozenset({",", ".", ";", ")", ""})
_OLDEST = 110
_GROWN_UP = 21


def not_people(tokens: Tokens, at: int, figure: Figure, known: Vocabulary) -> NotPeople | None:
    """Tell what a figure counts from the words around it.

    Args:
        tokens: the text.
        at: the token the figure starts at.
        figure: the figure read there.
        known: the words of the language.

    Returns:
        None where it could be people.
    """
    if tokens.words[at] in known.adverbs:
        return NotPeople.TIMES
    return (
        _by_digits_around(tokens, at, figure, known)
        or _by_glued_words(tokens, at, figure, known)
        or _by_following(tokens, figure, known)
        or date_or_time(tokens, at, figure, known)
        or _by_preceding(tokens, at, figure, known)
        or _by_place(tokens, at, figure, known)
        or (None if figure.is_whole else NotPeople.SIZE)
    )


def _by_digits_around(
    tokens: Tokens, at: int, figure: Figure, known: Vocabulary
) -> NotPeople | None:
    """Read digits glued to digits: 10:30, 9/11, 31-08-2014, 510-238-3326, 3-1."""
    words, end = tokens.words, figure.end
    before = words[at - 1] if tokens.is_joined(at) and words[at - 2][:1].isdecimal() else ""
    after = words[end] if tokens.is_joined(end) and words[end + 1][:1].isdecimal() else ""
    match before or after:
        case ":":
            return NotPeople.CLOCK_TIME
        case "/":
            return NotPeople.DATE
        case "." if (before and tokens.is_joined(at - 1)) or (after and tokens.is_joined(end + 1)):
            return NotPeople.DATE
        case sign if sign in HYPHENS and sign:
            return _chain(words[at - 2 : end + 2], known)
    if figure.form is Form.RANGE and figure.high is not None and figure.low > figure.high:
        return NotPeople.SCORE
    return None


def _chain(words: tuple[str, ...], known: Vocabulary) -> NotPeople:
    """Tell the date 31-08-2014 from the phone number 510-238-3326."""
    groups = [word for word in words if word.isdecimal()]
    is_date = any(
        len(group) == 4 and known.first_year <= int(group) <= known.last_year for group in groups
    ) and not any(len(group) == 3 for group in groups)
    return NotPeople.DATE if is_date else NotPeople.PHONE


def _by_glued_words(tokens: Tokens, at: int, figure: Figure, known: Vocabulary) -> NotPeople | None:
    """Read digits glued to letters: AK-47, F16, 5th, 30s, 12kg, 0600."""
    word, end = tokens.words[at], figure.end
    if not word[:1].isdecimal():
        return None
    if tokens.is_joined(at):
        before = tokens.words[at - 1]
        name = tokens.words[at - 2] if before in HYPHENS and tokens.is_joined(at - 1) else before
        if name.isalpha() and name not in known.triggers:
            return NotPeople.NAME
    if tokens.is_joined(end) and tokens.words[end].isalpha():
        return _suffixed(tokens, at, end, known)
    if word.startswith("0") and word.isdecimal() and len(word) > 1:
        return NotPeople.CLOCK_TIME if len(word) == 4 else NotPeople.LABEL
    return None


def _suffixed(tokens: Tokens, at: int, end: int, known: Vocabulary) -> NotPeople:
    suffix, follows = tokens.words[end], tokens.words[end + 1]
    if suffix in known.words["ordinal_suffixes"]:
        unit = known.units.starting_at(tokens, end + 1)
        if unit is not None and unit[0] is NotPeople.FORMATION:
            return NotPeople.FORMATION
        is_day = {follows, tokens.words[at - 1]} & known.words["months"]
        return NotPeople.DATE if is_day else NotPeople.ORDINAL
    if suffix == "S":
        is_age = any(
            word in known.words["possessives"] for word in tokens.words[max(at - 3, 0) : at]
        )
        return NotPeople.AGE if is_age else NotPeople.DATE
    unit = known.units.starting_at(tokens, end)
    if unit is not None:
        return unit[0]
    is_year = len(tokens.words[at]) == 4 and len(suffix) > 1
    return NotPeople.DATE if is_year else NotPeople.NAME


def _by_following(tokens: Tokens, figure: Figure, known: Vocabulary) -> NotPeople | None:
    words, end = tokens.words, figure.end
    is_hyphenated = words[end] in HYPHENS and tokens.is_joined(end) and tokens.is_joined(end + 1)
    unit = known.units.starting_at(tokens, end + is_hyphenated)
    if unit is not None and not _is_model(tokens, unit[1]):
        return unit[0]
    if is_hyphenated and words[end + 1].isalpha():
        return NotPeople.COMPOUND
    if figure.form is Form.EXACT and words[end + 1] in known.words["streets"]:
        return NotPeople.ADDRESS
    return None


def _is_model(tokens: Tokens, end: int) -> bool:
    """Tell the M of "2 M-79 launchers" from metres."""
    return (
        len(tokens.words[end - 1]) == 1
        and tokens.words[end] in HYPHENS
        and tokens.words[end + 1][:1].isdecimal()
    )


def _by_preceding(tokens: Tokens, at: int, figure: Figure, known: Vocabulary) -> NotPeople | None:
    kind = known.labels.ending_at(tokens, at)
    if kind in (NotPeople.MONEY, NotPeople.AGE, NotPeople.KINSHIP):
        return kind
    is_counted = tokens.words[figure.end] in known.words["nouns"]
    is_label = figure.form is Form.EXACT and not figure.is_additional and not is_counted
    return kind if is_label else None


def _by_place(tokens: Tokens, at: int, figure: Figure, known: Vocabulary) -> NotPeople | None:
    """Read bare digits set off by signs: "Name, 34," and "Name (34)", "1. First", "[3]"."""
    words = tokens.words
    before, after = words[at - 1], words[figure.end]
    if figure.form is Form.FEWER_THAN:
        is_young = figure.stated is not None and figure.stated <= _GROWN_UP
        return NotPeople.AGE if is_young and before in known.words["minors"] else None
    if not figure.is_bare or figure.is_additional:
        return None
    if words[at] == "911":
        return None if after in known.words["nouns"] else NotPeople.PHONE
    if (before, after) == ("[", "]") or (before in (".", "]") and after in (".", "") and at):
        return NotPeople.LABEL
    is_after_name = words[at - 2].isalpha() and words[at - 2] not in known.triggers
    ends = _AGE_STOPS | known.words["age_ends"]
    is_set_off = (
        (before == "," and after in ends)
        or (before == "(" and after == ")")
        or (before in known.words["age_leads"] and after in _AGE_STOPS)
    )
    is_age = is_after_name and is_set_off and 0 < figure.low <= _OLDEST
    return NotPeople.AGE if is_age else None
