"""The core of a quantity phrase: a number, a vague word, a share of a whole, nobody."""

from dataclasses import replace

from tollbook.claim import Form
from tollbook.counting.cardinals import read_cardinal
from tollbook.counting.figures import Figure, exact, vague
from tollbook.counting.ranges import read_between, read_decade, read_number
from tollbook.counting.tokens import HYPHENS, Tokens
from tollbook.counting.vocabulary import Vocabulary

_STOPS = frozenset(",.;:!?)")


def read_core(tokens: Tokens, at: int, known: Vocabulary) -> Figure | None:
    """Read the core that starts at a token: the phrase without bound words and what follows.

    Returns:
        What it entails by itself, or None.
    """
    word = tokens.words[at]
    if word[:1].isdecimal():
        return read_number(tokens, at, known)
    if word not in known.triggers:
        return None
    return (
        _read_listed(tokens, at, known)
        or _read_fraction(tokens, at, known)
        or read_number(tokens, at, known)
        or read_between(tokens, at, known)
        or _read_plural_scale(tokens, at, known)
        or read_decade(tokens, at, known)
        or _read_single_word(tokens, at, known)
    )


def _read_listed(tokens: Tokens, at: int, known: Vocabulary) -> Figure | None:
    """Read a phrase that stands in the data file: "both", "nobody", "several", "most"."""
    if none := known.none.starting_at(tokens, at):
        is_answer = tokens.words[at] in known.words["answers"] and tokens.words[none[1]] in _STOPS
        return None if is_answer else Figure(low=0, high=0, stated=0, form=Form.NONE, end=none[1])
    if listed := known.exact.starting_at(tokens, at):
        return _multiplied(tokens, exact(*listed), known)
    if most := known.majority.starting_at(tokens, at):
        follows = tokens.words[most[1]]
        counts = not follows or follows in known.words["after_majority"]
        return replace(vague("most", *most), is_majority=True) if counts else None
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
    """Read "half of the 30", "half the 30" and "two-thirds of them"; no share without a whole."""
    over, end = 1, at
    if tokens.words[at] in known.words["articles"]:
        end = at + 1
    elif tokens.words[at] in known.cardinals:
        over, end = known.cardinals[tokens.words[at]], at + 1
        end += tokens.words[end] in HYPHENS
    under = known.fractions.get(tokens.words[end])
    if under is None or over >= under or not (end > at or under == 2):
        return None
    if not _has_whole(tokens, end + 1, known):
        return None
    return replace(vague(tokens.words[end].lower(), 2, end + 1), share=(over, under))


def _has_whole(tokens: Tokens, at: int, known: Vocabulary) -> bool:
    if tokens.words[at] in known.words["of"]:
        return True
    is_determined = tokens.words[at] in known.words["determiners"]
    return is_determined and read_cardinal(tokens, at + 1, known) is not None


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
