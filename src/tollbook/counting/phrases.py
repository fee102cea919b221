"""The grammar of a quantity phrase: bound words, a core, and what follows it."""

from dataclasses import replace

from tollbook.claim import Form
from tollbook.counting.cardinals import read_cardinal
from tollbook.counting.cores import read_core
from tollbook.counting.figures import Figure, bounded, part_of
from tollbook.counting.tokens import HYPHENS, Tokens
from tollbook.counting.vocabulary import Vocabulary


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
    core = read_core(tokens, at, known)
    return None if core is None else _read_rest(tokens, core, known)


def _whole_after(tokens: Tokens, part: Figure, known: Vocabulary) -> tuple[Figure, int] | None:
    """Read the whole a figure is a part of: "of the 100", "out of 100", half "the 100"."""
    at = part.end + (tokens.words[part.end] in known.words["out"])
    if tokens.words[at] in known.words["of"]:
        at += 1
    elif part.share is None:
        return None
    at += tokens.words[at] in known.words["determiners"]
    whole = read_phrase(tokens, at, known)
    if whole is None or whole.form in (Form.NONE, Form.VAGUE) or not whole.is_whole:
        return None
    return whole, at


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
    whole = None if figure.form is Form.RANGE else _whole_after(tokens, figure, known)
    return figure if whole is None else part_of(figure, *whole)
