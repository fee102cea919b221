"""Plain numbers, in figures or in words: 1,400 · 1 000 · 1.5 million · two hundred and fifty."""

from dataclasses import dataclass

from tollbook.counting.tokens import HYPHENS, Tokens
from tollbook.counting.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Cardinal:
    """A plain number and the token after it.

    `is_bare` marks digits without separators or scale, which may be a year, an age or a
    label; `is_whole` is false for a number with a decimal part, which never counts people.
    """

    value: int
    end: int
    is_bare: bool = False
    is_whole: bool = True
    is_scaled: bool = False


def read_cardinal(tokens: Tokens, at: int, known: Vocabulary) -> Cardinal | None:
    """Read the plain number that starts at a token.

    Returns:
        The longest number that starts there, or None.
    """
    word = tokens.words[at]
    if word[:1].isdecimal():
        return _read_figures(tokens, at, known)
    if word in known.cardinals or word in known.scales:
        return _read_words(tokens, at, known)
    if word in known.words["articles"] and tokens.words[at + 1] in known.scales:
        return _read_words(tokens, at + 1, known)
    return None


def _read_figures(tokens: Tokens, at: int, known: Vocabulary) -> Cardinal:
    digits, end = _join_groups(tokens, at, known)
    is_bare = end == at + 1 and digits.isdecimal()
    scale, after = _scale_at(tokens, end, known)
    whole, _, decimals = digits.replace(",", "").partition(".")
    if scale == 1 and len(decimals) == 3 and whole != "0":  # 10.000 as much of the world writes it
        whole, decimals = whole + decimals, ""
    value = int(whole + decimals) * scale
    unit = 10 ** len(decimals)
    return Cardinal(
        value=value // unit,
        end=after,
        is_bare=is_bare and scale == 1,
        is_whole=value % unit == 0 and not (decimals and scale == 1),
        is_scaled=scale > 1,
    )


def _join_groups(tokens: Tokens, at: int, known: Vocabulary) -> tuple[str, int]:
    """Join "1 000" and "32, 600", as extraction from web pages leaves them."""
    words, digits, end = tokens.words, tokens.words[at], at + 1
    if len(digits) > 3 or not digits.isdecimal() or digits.startswith("0"):
        return digits, end
    if words[at - 1] in known.words["months"] or words[at - 1] == ".":
        return digits, end  # "March 3, 200 people"
    while True:
        follows = end + 1 if words[end] == "," and tokens.is_joined(end) else end
        group = words[follows]
        is_group = len(group) == 3 and group.isdecimal() and not tokens.is_joined(follows)
        if not is_group or tokens.starts[follows] - tokens.ends[follows - 1] != 1:
            return digits, end
        digits, end = digits + group, follows + 1


def _scale_at(tokens: Tokens, at: int, known: Vocabulary) -> tuple[int, int]:
    """Multiply out the scales after a number: "6 million", "2 hundred thousand", "a 3-dozen"."""
    scale = 1
    while True:
        follows = at + 1 if tokens.words[at] in HYPHENS and tokens.is_joined(at) else at
        factor = known.scales.get(tokens.words[follows]) or _glued_scale(tokens, at, known)
        if factor is None:
            return scale, at
        scale, at = scale * factor, follows + 1


def _glued_scale(tokens: Tokens, at: int, known: Vocabulary) -> int | None:
    is_glued = tokens.is_joined(at) and tokens.words[at + 1] in known.words["nouns"]
    return known.glued_scales.get(tokens.words[at]) if is_glued else None


def _read_words(tokens: Tokens, at: int, known: Vocabulary) -> Cardinal:
    total, group, smallest = 0, 0, 0
    end, is_scaled = at, False
    while True:
        here = end if end == at else _past_joiner(tokens, end, known, total, group)
        word = tokens.words[here]
        value, factor = known.cardinals.get(word), known.scales.get(word)
        if value is not None and (end == at or _fits(value, total, group)):
            group += value
        elif factor is not None and factor >= 1000 and (factor < smallest or smallest == 0):
            total, group, smallest, is_scaled = total + max(group, 1) * factor, 0, factor, True
        elif factor is not None and factor < 1000 and group < 100:
            group, is_scaled = max(group, 1) * factor, True
        else:
            return Cardinal(value=total + group, end=end, is_scaled=is_scaled)
        end = here + 1


def _fits(value: int, total: int, group: int) -> bool:
    """Tell whether a number word may follow: "twenty | one", "two hundred | fifty"."""
    if group == 0:
        return total > 0 and value > 0
    if group % 100 == 0:
        return 0 < value < 100
    return group % 10 == 0 and group % 100 >= 20 and 0 < value < 10


def _past_joiner(tokens: Tokens, at: int, known: Vocabulary, total: int, group: int) -> int:
    """Step over the hyphen of "twenty-one" and the "and" of "two hundred and fifty"."""
    word = tokens.words[at]
    if word in HYPHENS and tokens.is_joined(at) and tokens.is_joined(at + 1):
        return at + 1
    is_after_scale = (group >= 100 and group % 100 == 0) or (group == 0 and total > 0)
    if is_after_scale and word in known.words["and"] and tokens.words[at + 1] in known.cardinals:
        return at + 1
    return at
