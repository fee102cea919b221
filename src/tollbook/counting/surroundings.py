"""What the words beside a number say it counts, when it counts no people."""

from tollbook.claim import Form
from tollbook.counting.figures import Figure
from tollbook.counting.quantity import NotPeople
from tollbook.counting.tokens import HYPHENS, Tokens
from tollbook.counting.vocabulary import Vocabulary

_AGE_ENDS = frozenset({",", ".", ";", ")", "", "WHO", "WAS"})
_OLDEST = 110


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
    is_before_people = tokens.words[figure.end] in known.words["nouns"]
    return (
        _by_glue(tokens, at, figure, known)
        or _by_following(tokens, figure, known)
        or (None if is_before_people else _by_calendar(tokens, at, figure, known))
        or _by_preceding(tokens, at, figure, known, is_before_people)
        or (NotPeople.AGE if _is_age(tokens, at, figure, known) else None)
        or (None if figure.is_whole else NotPeople.SIZE)
    )


def _by_glue(tokens: Tokens, at: int, figure: Figure, known: Vocabulary) -> NotPeople | None:
    """Read what is written without a space: 10:30, 9/11, AK-47, F16, 5th, 3-1, 555-1234."""
    words, end = tokens.words, figure.end
    before = words[at - 1] if tokens.is_joined(at) else ""
    after = words[end] if tokens.is_joined(end) else ""
    if ":" in (before, after) and (words[at - 2][:1].isdecimal() or words[end + 1][:1].isdecimal()):
        return NotPeople.CLOCK_TIME
    if (before == "/" and words[at - 2][:1].isdecimal()) or (
        after == "/" and words[end + 1][:1].isdecimal()
    ):
        return NotPeople.DATE
    if before in HYPHENS and before:
        return _after_hyphen(tokens, at, known)
    if before.isalpha():
        return NotPeople.NAME
    if figure.form is Form.RANGE and figure.high is not None and figure.low > figure.high:
        return NotPeople.SCORE
    if after in HYPHENS and after and words[end + 1][:1].isdecimal():
        return NotPeople.PHONE
    if words[at][:1].isdecimal() and after.isalpha():
        return _glued_word(tokens, end, known)
    if words[at].startswith("0") and len(words[at]) > 1 and "." not in words[at]:
        return NotPeople.CLOCK_TIME if len(words[at]) == 4 else NotPeople.LABEL
    return None


def _after_hyphen(tokens: Tokens, at: int, known: Vocabulary) -> NotPeople | None:
    word = tokens.words[at - 2]
    if not tokens.is_joined(at - 1):
        return None
    if word[:1].isdecimal():
        return NotPeople.PHONE
    if word.isalpha() and word not in known.triggers and tokens.words[at][:1].isdecimal():
        return NotPeople.NAME
    return None


def _glued_word(tokens: Tokens, end: int, known: Vocabulary) -> NotPeople | None:
    if tokens.words[end] in known.words["ordinal_suffixes"]:
        if tokens.words[end + 1] in known.words["months"]:
            return NotPeople.DATE
        if known.units.starting_at(tokens, end + 1) == (NotPeople.FORMATION, end + 2):
            return NotPeople.FORMATION
        return NotPeople.ORDINAL
    if tokens.words[end] == "S":
        return NotPeople.DATE
    unit = known.units.starting_at(tokens, end)
    return NotPeople.NAME if unit is None else unit[0]


def _by_following(tokens: Tokens, figure: Figure, known: Vocabulary) -> NotPeople | None:
    words, end = tokens.words, figure.end
    is_hyphenated = words[end] in HYPHENS and tokens.is_joined(end) and tokens.is_joined(end + 1)
    unit = known.units.starting_at(tokens, end + is_hyphenated)
    if unit is not None:
        return unit[0]
    if is_hyphenated and words[end + 1].isalpha():
        return NotPeople.COMPOUND
    if figure.form is Form.EXACT and words[end + 1] in known.words["streets"]:
        return NotPeople.ADDRESS
    return None


def _by_preceding(
    tokens: Tokens, at: int, figure: Figure, known: Vocabulary, is_before_people: bool
) -> NotPeople | None:
    kind = known.labels.ending_at(tokens, at)
    if kind in (NotPeople.MONEY, NotPeople.AGE):
        return kind
    is_label = figure.form is Form.EXACT and not figure.is_additional and not is_before_people
    return kind if is_label else None


def _by_calendar(tokens: Tokens, at: int, figure: Figure, known: Vocabulary) -> NotPeople | None:
    months, words = known.words["months"], tokens.words
    if figure.form is Form.RANGE:
        is_years = all(known.first_year <= year <= known.last_year for year in _ends(figure))
        return NotPeople.DATE if is_years or _is_day(tokens, at, figure, known) else None
    if figure.form is not Form.EXACT or figure.is_additional or not figure.is_bare:
        return None
    if _is_day(tokens, at, figure, known):
        return NotPeople.DATE
    before = words[at - 2] if words[at - 1] == "." else words[at - 1]
    if before in months and len(words[at]) == 2:  # 21 MAR 89
        return NotPeople.DATE
    is_year = len(words[at]) == 4 and known.first_year <= figure.low <= known.last_year
    return NotPeople.DATE if is_year and _is_dated(tokens, at, figure, known) else None


def _ends(figure: Figure) -> tuple[int, int]:
    return figure.low, figure.low if figure.high is None else figure.high


def _is_day(tokens: Tokens, at: int, figure: Figure, known: Vocabulary) -> bool:
    months, words, end = known.words["months"], tokens.words, figure.end
    if not 1 <= figure.low <= 31:
        return False
    before = words[at - 2] if words[at - 1] == "." else words[at - 1]
    follows = end + (words[end] in known.words["of"])
    is_verb = words[follows] == "MAY" and words[follows + 1] in known.words["modals_after_may"]
    return before in months or (words[follows] in months and not is_verb)


def _is_dated(tokens: Tokens, at: int, figure: Figure, known: Vocabulary) -> bool:
    """Tell a year from a round number: 2,014 killed is rare, 2,000 is not."""
    words = tokens.words
    before = words[at - 1]
    return (
        figure.low % 100 != 0
        or before in known.words["months"]
        or before in known.words["year_cues"]
        or (before == "," and words[at - 2][:1].isdecimal())
    )


def _is_age(tokens: Tokens, at: int, figure: Figure, known: Vocabulary) -> bool:
    """Read "Name, 34," and "Name (34)", and "children under 12"."""
    words = tokens.words
    if figure.form is Form.FEWER_THAN:
        return (figure.stated or 0) <= 21 and words[at - 1] in known.words["minors"]
    if figure.form is Form.DECADE:
        return False
    if not figure.is_bare or not 0 < figure.low <= _OLDEST:
        return False
    is_after_name = words[at - 2].isalpha() and words[at - 2] not in known.triggers
    if words[at - 1] == "(":
        return is_after_name and words[figure.end] == ")"
    return words[at - 1] == "," and is_after_name and words[figure.end] in _AGE_ENDS
