"""Numbers joined to ranges: 12 to 15 · two or three · between 4 and 9 · in the 70s."""

from dataclasses import replace

from tollbook.claim import Form
from tollbook.counting.cardinals import read_cardinal
from tollbook.counting.figures import Figure, exact, span_of
from tollbook.counting.tokens import DASHES, Tokens
from tollbook.counting.vocabulary import Vocabulary


def read_number(tokens: Tokens, at: int, known: Vocabulary) -> Figure | None:
    """Read a plain number, or a range that starts with one."""
    first = _read_plain(tokens, at, known)
    if first is None:
        return None
    return _read_range(tokens, at, first, known) or first


def _read_plain(tokens: Tokens, at: int, known: Vocabulary) -> Figure | None:
    number = read_cardinal(tokens, at, known)
    if number is None:
        return None
    return replace(
        exact(number.value, number.end),
        is_bare=number.is_bare,
        is_whole=number.is_whole,
        is_scaled=number.is_scaled,
    )


def _read_range(tokens: Tokens, at: int, first: Figure, known: Vocabulary) -> Figure | None:
    """Read on after a number: "12 | to 15", "12 | -15", "two | or three"."""
    joiner = tokens.words[first.end]
    if joiner not in DASHES and joiner not in known.words["joiners"]:
        return None
    second = _read_plain(tokens, first.end + 1, known)
    if second is None or not (first.is_whole and second.is_whole):
        return None
    is_glued = tokens.is_joined(first.end) and tokens.is_joined(first.end + 1)
    rises = second.low > first.low
    if not rises and (joiner in known.words["either"] or (joiner in DASHES and not is_glued)):
        return None  # "12 - 5 of them children"
    if joiner in known.words["range"] and _is_change(tokens, at, known):
        return None
    return _range(first, second)


def _is_change(tokens: Tokens, at: int, known: Vocabulary) -> bool:
    """Tell "rose from 12 to 15", which are two figures, from a range."""
    if tokens.words[at - 1] not in known.words["from"]:
        return False
    return any(word in known.words["change"] for word in tokens.words[max(at - 9, 0) : at])


def _range(first: Figure, second: Figure) -> Figure:
    """Join two numbers; "10 to 12 million" shares its scale, "3-1" keeps its order (a score)."""
    if second.is_scaled and not first.is_scaled:
        scale = next((s for s in (10**9, 10**6, 1000, 100) if second.low % s == 0), 1)
        if first.low * scale <= second.low:
            first = exact(first.low * scale, first.end)
    return span_of(first, second)


def read_between(tokens: Tokens, at: int, known: Vocabulary) -> Figure | None:
    """Read "between 4 and 9"."""
    if tokens.words[at] not in known.words["between"]:
        return None
    first = _read_plain(tokens, at + 1, known)
    if first is None or tokens.words[first.end] not in known.words["between_and"]:
        return None
    second = _read_plain(tokens, first.end + 1, known)
    return None if second is None else _range(first, second)


def read_decade(tokens: Tokens, at: int, known: Vocabulary) -> Figure | None:
    """Read "in the 70s" and "in the seventies"."""
    words = tokens.words
    if words[at] not in known.words["within"] or words[at + 1] not in known.words["the"]:
        return None
    decade, end = known.decades.get(words[at + 2]), at + 3
    if decade is None and len(words[at + 2]) == 2 and words[at + 2].isdecimal():
        decade, end = int(words[at + 2]), at + 4
        if words[at + 3] != "S" or not tokens.is_joined(at + 3):
            return None
    if decade is None or decade % 10 or not decade:
        return None
    return Figure(low=decade, high=decade + 9, form=Form.DECADE, end=end)
