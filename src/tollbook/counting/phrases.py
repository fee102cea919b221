"""The grammar of a quantity phrase: bound words, a core, and what follows it."""

from dataclasses import replace

from tollbook.claim import Form
from tollbook.counting.cardinals import read_cardinal
from tollbook.counting.figures import (
    Figure,
    bounded,
    exact,
    majority_of,
    part_of_whole,
    span_of,
    vague,
)
from tollbook.counting.tokens import DASHES, HYPHENS, Tokens
from tollbook.counting.vocabulary import Vocabulary

_STOPS = frozenset(",.;:!?)")


def read_phrase(tokens: Tokens, at: int, known: Vocabulary) -> Figure | None:
    """Read the quantity phrase that starts at a token.

    Returns:
        The longest phrase that starts there, or None.
    """
    return _read_bounded(tokens, at, known) or (
        None if known.idioms.starting_at(tokens, at) else _read_core_and_rest(tokens, at, known)
    )


def _read_bounded(tokens: Tokens, at: int, known: Vocabulary) -> Figure | None:
    """Read "at least | 12" and "another | 12"; the words before may themselves be bounded."""
    bound = known.bounds.starting_at(tokens, at)
    if bound is not None:
        inner = read_phrase(tokens, bound[1], known)
        if inner is not None and inner.form is not Form.NONE:
            return replace(bounded(inner, bound[0]), is_bare=False)
    lead = known.additional_before.starting_at(tokens, at)
    if lead is not None:
        inner = read_phrase(tokens, lead[1], known)
        if inner is not None and inner.form is not Form.NONE:
            return replace(inner, is_additional=True, is_bare=False)
    return None


def _read_core_and_rest(tokens: Tokens, at: int, known: Vocabulary) -> Figure | None:
    core = _read_core(tokens, at, known)
    return None if core is None else _read_rest(tokens, core, known)


def _read_core(tokens: Tokens, at: int, known: Vocabulary) -> Figure | None:
    word = tokens.words[at]
    if word[:1].isdecimal():
        return _read_number(tokens, at, known)
    if word not in known.triggers:
        return None
    return (
        _read_listed(tokens, at, known)
        or _read_fraction(tokens, at, known)
        or _read_number(tokens, at, known)
        or _read_between(tokens, at, known)
        or _read_plural_scale(tokens, at, known)
        or _read_decade(tokens, at, known)
        or _read_single_word(tokens, at, known)
    )


def _read_number(tokens: Tokens, at: int, known: Vocabulary) -> Figure | None:
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
    if joiner not in DASHES and joiner not in known.words["range"] | known.words["either"]:
        return None
    second = _read_plain(tokens, first.end + 1, known)
    if second is None or not (first.is_whole and second.is_whole):
        return None
    if joiner in known.words["either"] and second.low <= first.low:
        return None
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


def _read_between(tokens: Tokens, at: int, known: Vocabulary) -> Figure | None:
    if tokens.words[at] not in known.words["between"]:
        return None
    first = _read_plain(tokens, at + 1, known)
    if first is None or tokens.words[first.end] not in known.words["between_and"]:
        return None
    second = _read_plain(tokens, first.end + 1, known)
    return None if second is None else _range(first, second)


def _read_listed(tokens: Tokens, at: int, known: Vocabulary) -> Figure | None:
    """Read a phrase that stands in the data file: "both", "nobody", "several", "most"."""
    if none := known.none.starting_at(tokens, at):
        is_answer = none[1] == at + 1 and tokens.words[none[1]] in _STOPS  # "No, he said."
        return None if is_answer else Figure(low=0, high=0, stated=0, form=Form.NONE, end=none[1])
    if listed := known.exact.starting_at(tokens, at):
        return _multiplied(tokens, exact(*listed), known)
    if most := known.majority.starting_at(tokens, at):
        whole = _whole_after(tokens, most[1], known)
        if whole:
            return majority_of(*whole, whole[0].end)
        counts = tokens.words[most[1]] in known.words["after_majority"] or not tokens.words[most[1]]
        return vague("most", *most) if counts else None
    if found := known.vague.starting_at(tokens, at):
        word, end = found
        figure = vague(word.term, word.low, end)
        return _multiplied(tokens, figure, known) if word.multiplies else figure
    return None


def _multiplied(tokens: Tokens, figure: Figure, known: Vocabulary) -> Figure:
    """Let a scale follow: "several | dozen", "a few | hundred thousand", "a couple | of dozen"."""
    end = figure.end
    scale = 1
    while factor := known.scales.get(tokens.words[end]) or known.plural_scales.get(
        tokens.words[end]
    ):
        scale, end = scale * factor, end + 1
        if tokens.words[end] in known.words["of"] and tokens.words[end + 1] in known.plural_scales:
            end += 1
    if scale == 1:
        return figure
    return replace(
        figure,
        low=figure.low * scale,
        high=None if figure.high is None else figure.high * scale,
        stated=None if figure.stated is None else figure.stated * scale,
        term=figure.term and " ".join((figure.term, *tokens.words[figure.end : end])).lower(),
        end=end,
    )


def _read_plural_scale(tokens: Tokens, at: int, known: Vocabulary) -> Figure | None:
    """Read "dozens" and "hundreds of thousands"."""
    base = known.plural_scales.get(tokens.words[at])
    if base is None:
        return None
    low, end = 2 * base, at + 1
    while tokens.words[end] in known.words["of"] and tokens.words[end + 1] in known.plural_scales:
        low, end = low * known.plural_scales[tokens.words[end + 1]], end + 2
    return vague(" ".join(tokens.words[at:end]).lower(), low, end)


def _read_fraction(tokens: Tokens, at: int, known: Vocabulary) -> Figure | None:
    """Read "half of the 30" and "two-thirds of them"; a fraction of nothing is no quantity."""
    over, end = 1, at
    if tokens.words[at] in known.words["articles"]:
        end = at + 1
    elif tokens.words[at] in known.cardinals:
        over, end = known.cardinals[tokens.words[at]], at + 1
        end += tokens.words[end] in HYPHENS
    under = known.fractions.get(tokens.words[end])
    if under is None or over >= under or not (end > at or under == 2):
        return None
    whole = _whole_after(tokens, end + 1, known)
    if whole:
        return part_of_whole(over, under, *whole)
    if tokens.words[end + 1] in known.words["of"]:
        return vague(tokens.words[end].lower(), 2, end + 1)
    return None


def _whole_after(tokens: Tokens, at: int, known: Vocabulary) -> tuple[Figure, int] | None:
    """Read the whole a figure is a part of: "of the 100", "out of 100"."""
    at += tokens.words[at] in known.words["out"]
    if tokens.words[at] not in known.words["of"]:
        return None
    at += 1
    at += tokens.words[at] in known.words["determiners"]
    whole = read_phrase(tokens, at, known)
    if whole is None or whole.form in (Form.NONE, Form.VAGUE) or not whole.is_whole:
        return None
    return whole, at


def _read_decade(tokens: Tokens, at: int, known: Vocabulary) -> Figure | None:
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


def _read_single_word(tokens: Tokens, at: int, known: Vocabulary) -> Figure | None:
    """Read "another" alone, "twice", and the "triple" of a triple murder."""
    word = tokens.words[at]
    if alone := known.additional_alone.starting_at(tokens, at):
        return replace(exact(1, alone[1]), is_additional=True)
    if word in known.adverbs:
        return exact(known.adverbs[word], at + 1)
    if word in known.multiples and tokens.words[at + 1] in known.words["multiplied"]:
        return exact(known.multiples[word], at + 1)
    return None


def _read_rest(tokens: Tokens, figure: Figure, known: Vocabulary) -> Figure:
    """Read what may follow a core: "or more", "or so", "more" people, a whole."""
    at = figure.end + (tokens.words[figure.end] in HYPHENS and tokens.is_joined(figure.end))
    after = known.bounds_after.starting_at(tokens, at)
    if after is not None and read_cardinal(tokens, after[1], known) is None:
        figure = replace(bounded(figure, after[0]), end=after[1], is_bare=False)
    word, following = tokens.words[figure.end], tokens.words[figure.end + 1]
    if word in known.words["additional_after"] and following not in known.words["than"]:
        figure = replace(figure, end=figure.end + 1, is_additional=True, is_bare=False)
    elif word in known.words["additional_peek"]:
        figure = replace(figure, is_additional=True, is_bare=False)
    if figure.whole is None and figure.form is not Form.RANGE:
        whole = _whole_after(tokens, figure.end, known)
        if whole:
            figure = replace(figure, whole=(whole[1], whole[0].end), is_bare=False)
    return figure
