"""What the words beside a number say it counts, when it counts no people."""

from collections.abc import Sequence

from tollbook.claim import Form
from tollbook.counting.calendar import date_or_time
from tollbook.counting.figures import Figure
from tollbook.counting.quantity import NotPeople
from tollbook.counting.tokens import HYPHENS, PARAGRAPH, Tokens
from tollbook.counting.vocabulary import Vocabulary

_AGE_STOPS = frozenset({",", ".", ";", ")", "", PARAGRAPH})
_ITEM_STARTS = frozenset({".", "]", "", PARAGRAPH})
_SHARED_BACKWARD = frozenset({NotPeople.DATE, NotPeople.AGE, NotPeople.ADDRESS})
_OLDEST = 110
_GROWN_UP = 21


def kinds(
    tokens: Tokens, figures: Sequence[tuple[int, Figure]], known: Vocabulary
) -> list[NotPeople | None]:
    """Tell what each figure of a text counts from the words around it.

    Args:
        tokens: the text.
        figures: each with the token it starts at, in order.
        known: the words of the language.

    Returns:
        One for each figure, None where it could be people.
    """
    found = [_kind(tokens, at, figure, known) for at, figure in figures]
    for here in range(len(figures) - 1, 0, -1):
        _share_kind(tokens, figures, found, here - 1, known)
    return found


def _share_kind(
    tokens: Tokens,
    figures: Sequence[tuple[int, Figure]],
    found: list[NotPeople | None],
    here: int,
    known: Vocabulary,
) -> None:
    """Let neighbours in a list share a kind: "11, 12 and 13 June", "ages 8 and 11"."""
    (at, figure), (following, other) = figures[here], figures[here + 1]
    between = tokens.words[figure.end : following]
    if not between or not all(word == "," or word in known.words["and"] for word in between):
        return
    if found[here] is None and figure.is_bare and found[here + 1] in _SHARED_BACKWARD:
        is_day = figure.low <= 31 and other.low <= 31
        found[here] = found[here + 1] if is_day or found[here + 1] != NotPeople.DATE else None
    is_counted = tokens.words[other.end] in known.words["nouns"]
    is_labelled = found[here] is NotPeople.AGE and tokens.words[at - 1] != ","
    if found[here + 1] is None and is_labelled and other.is_bare and not is_counted:
        found[here + 1] = NotPeople.AGE


def _kind(tokens: Tokens, at: int, figure: Figure, known: Vocabulary) -> NotPeople | None:
    if tokens.words[at] in known.adverbs:
        return NotPeople.TIMES
    if figure.is_bare and tokens.words[at - 1] == tokens.words[figure.end] == "":
        return None  # "1901" alone is whatever its reader asks for
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
            return _chain(words[max(at - 2, 0) : end + 2], known)
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
    if tokens.words[end - 1].isdecimal() and tokens.is_joined(end) and tokens.words[end].isalpha():
        return _suffixed(tokens, at, end, known)
    if not word[:1].isdecimal():
        return None
    if tokens.is_joined(at):
        before = tokens.words[at - 1]
        name = tokens.words[at - 2] if before in HYPHENS and tokens.is_joined(at - 1) else before
        if name.isalpha() and name not in known.triggers:
            return NotPeople.NAME
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
        has_owner = not known.words["possessives"].isdisjoint(tokens.words[max(at - 3, 0) : at])
        return NotPeople.AGE if has_owner or at < end - 1 else NotPeople.DATE  # her 30s, under 18s
    unit = known.units.starting_at(tokens, end)
    if unit is not None:
        return unit[0]
    is_year = len(tokens.words[at]) == 4 and len(suffix) > 1
    return NotPeople.DATE if is_year else NotPeople.NAME


def _by_following(tokens: Tokens, figure: Figure, known: Vocabulary) -> NotPeople | None:
    words, end = tokens.words, figure.end
    is_hyphenated = words[end] in HYPHENS and tokens.is_joined(end) and tokens.is_joined(end + 1)
    is_vague = figure.form is Form.VAGUE and words[end] in known.words["of"]
    unit = known.units.starting_at(tokens, end + (is_hyphenated or is_vague))
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
    """Read what is set off by signs: "Name, 34," and "1. First"; and "children under 12"."""
    before, after = tokens.words[at - 1], tokens.words[figure.end]
    if figure.form is Form.FEWER_THAN:
        is_young = figure.stated is not None and figure.stated <= _GROWN_UP
        return NotPeople.AGE if is_young and before in known.words["minors"] else None
    if not figure.is_bare or figure.is_additional:
        return None
    if tokens.words[at] in known.words["emergency"]:
        return None if after in known.words["nouns"] else NotPeople.PHONE
    if _is_item_or_footnote(before, after):
        return NotPeople.LABEL
    return NotPeople.AGE if _is_age(tokens, at, figure, known) else None


def _is_item_or_footnote(before: str, after: str) -> bool:
    is_item = before in _ITEM_STARTS and after == "."
    is_footnote = before == "." and after in ("", PARAGRAPH)
    return is_item or is_footnote or (before, after) == ("[", "]")


def _is_age(tokens: Tokens, at: int, figure: Figure, known: Vocabulary) -> bool:
    """Read "Name, 34,", "Name (34)" and "Name, now 34,"."""
    name, before, after = tokens.words[at - 2], tokens.words[at - 1], tokens.words[figure.end]
    if not 0 < figure.low <= _OLDEST:
        return False
    if before in known.words["age_leads"]:
        return after in _AGE_STOPS and after != ""
    if not name.isalpha() or name in known.triggers:
        return False
    is_between_commas = before == "," and (after in _AGE_STOPS or after in known.words["age_ends"])
    return is_between_commas or (before == "(" and after == ")")
