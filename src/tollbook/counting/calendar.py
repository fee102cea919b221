"""Numbers that are days, years and times of day."""

from tollbook.claim import Form
from tollbook.counting.figures import Figure
from tollbook.counting.quantity import NotPeople
from tollbook.counting.tokens import Tokens
from tollbook.counting.vocabulary import Vocabulary


def date_or_time(tokens: Tokens, at: int, figure: Figure, known: Vocabulary) -> NotPeople | None:
    """Tell whether a figure is a date or a time of day.

    Returns:
        None where it may be something else.
    """
    if figure.form is Form.RANGE:
        is_years = all(_in_years(year, known) for year in (figure.low, figure.high))
        return NotPeople.DATE if is_years or _is_day(tokens, at, figure, known) else None
    if not figure.is_bare or figure.is_additional:
        return None
    if _is_day(tokens, at, figure, known) or _is_year(tokens, at, figure, known):
        return NotPeople.DATE
    return NotPeople.CLOCK_TIME if _is_time_of_day(tokens, at, known) else None


def _in_years(year: int | None, known: Vocabulary) -> bool:
    return year is not None and known.first_year <= year <= known.last_year


def _before(tokens: Tokens, at: int) -> int:
    """Step back over the point of an abbreviated month: "Sept. 17"."""
    return at - 2 if tokens.words[at - 1] == "." else at - 1


def _is_day(tokens: Tokens, at: int, figure: Figure, known: Vocabulary) -> bool:
    if not 1 <= figure.low <= 31:
        return False
    months, words, end = known.words["months"], tokens.words, figure.end
    before = _before(tokens, at)
    if words[before] in months:
        is_headcount = words[end] in known.words["nouns"]
        return not (is_headcount and words[before - 1] in known.words["month_leads"])
    follows = end + (words[end] in known.words["of"])
    if words[follows] not in months:
        return False
    is_verb = words[follows] == "MAY" and words[follows + 1] in known.words["modals_after_may"]
    return not is_verb or words[at - 1] in known.words["year_cues"]


def _is_year(tokens: Tokens, at: int, figure: Figure, known: Vocabulary) -> bool:
    """Tell a year from a headcount: 2,014 people are rarely counted so exactly, 2,000 are."""
    words, digits = tokens.words, len(tokens.words[at])
    is_after_month = words[_before(tokens, at)] in known.words["months"]
    if is_after_month and (digits == 2 or digits > 4):  # 21 MAR 89, Jun 142016
        return words[figure.end] not in known.words["nouns"]
    if digits != 4 or not _in_years(figure.low, known):
        return False
    is_round = figure.low % 100 == 0
    is_counted = words[figure.end] in known.words["nouns"]
    is_cued = words[at - 1] in known.words["year_cues"] or (
        words[at - 1] == "," and words[at - 2][:1].isdecimal()
    )
    if is_after_month or (is_cued and not (is_round and is_counted)):
        return True
    return not (is_round or is_counted or words[figure.end] in known.words["predicates"])


def _is_time_of_day(tokens: Tokens, at: int, known: Vocabulary) -> bool:
    """Read "at 1545" and "until 1100"; "at 1500 people" counts."""
    words, digits = tokens.words, tokens.words[at]
    if len(digits) != 4 or words[at - 1] not in known.words["clock_cues"]:
        return False
    is_counted = words[at + 1] in known.words["nouns"] | known.words["predicates"]
    return int(digits[:2]) < 24 and int(digits[2:]) < 60 and not is_counted
