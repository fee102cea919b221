"""Quantity phrases in running text, and the count one phrase stands for."""

from collections.abc import Iterator
from dataclasses import replace

from tollbook.claim import Count, Form
from tollbook.counting.figures import Figure, majority_of
from tollbook.counting.phrases import read_phrase
from tollbook.counting.quantity import NotPeople, Quantity
from tollbook.counting.surroundings import kinds
from tollbook.counting.tokens import Tokens, tokenize
from tollbook.counting.vocabulary import Vocabulary, vocabulary
from tollbook.document import Words
from tollbook.errors import UnusableCount

# "At least 23 people, most of them": so many tokens may stand between.
_FARTHEST_WHOLE = 4


def find_quantities(text: str) -> list[Quantity]:
    """Find every quantity phrase of a text, with its bound words.

    A bare article ("a soldier") and a bare plural ("soldiers were killed") are no
    quantities here: only the noun makes them people.

    Args:
        text: a passage or a whole document, in any case, line breaks included.

    Returns:
        In order of appearance; they overlap only where one is a part of the other.
    """
    known, tokens = vocabulary(), tokenize(text)
    figures = list(_figures(tokens, known))
    return [
        _quantity(tokens, at, figure, kind)
        for (at, figure), kind in zip(figures, kinds(tokens, figures, known), strict=True)
    ]


def read_count(words: str) -> Count:
    """Read a text that is one quantity phrase and nothing else.

    Returns:
        What the words strictly entail, both ends included.

    Raises:
        UnusableCount: the words are not a quantity phrase, or count no people.

    Example:
        >>> count = read_count("more than 70")
        >>> count.low, count.high, count.stated
        (71, None, 70)
    """
    found = find_quantities(words)
    if not found or found[0].not_people or not _covers(found[0], words):
        raise UnusableCount(
            f"{words!r} does not read as a number of people; "
            'give one quantity phrase, such as "at least 12", "dozens" or "no"'
        )
    first = found[0]
    return Count(
        low=first.low,
        high=first.high,
        words=Words(text=words, start=0, end=len(words)),
        form=first.form,
        stated=first.stated,
        term=first.term,
        is_additional=first.is_additional,
    )


def _covers(quantity: Quantity, words: str) -> bool:
    known = vocabulary()
    rest = tokenize(words[quantity.end :]).words[0]
    is_named = not rest or rest in known.words["additional_peek"]
    return is_named and not words[: quantity.start].strip()


def _figures(tokens: Tokens, known: Vocabulary) -> Iterator[tuple[int, Figure]]:
    last = None
    for at, figure in _phrases(tokens, known):
        if last is not None and figure.is_majority:
            figure = _most_of_them(tokens, at, figure, last, known)
        yield at, figure
        last = at, figure


def _phrases(tokens: Tokens, known: Vocabulary) -> Iterator[tuple[int, Figure]]:
    at, words, triggers, seconds = 0, tokens.words, known.triggers, known.seconds
    count = len(words)
    while at < count:
        word = words[at]
        if word not in triggers and not word[:1].isdecimal():
            at += 1
            continue
        if word in seconds and words[at + 1] not in seconds[word]:
            at += 1
            continue
        figure = read_phrase(tokens, at, known)
        if figure is None:
            idiom = known.idioms.starting_at(tokens, at)
            at = idiom[1] if idiom else at + 1
            continue
        yield at, figure
        # A whole is found again as a quantity of its own.
        at = figure.end if figure.whole is None else figure.whole[0]


def _most_of_them(
    tokens: Tokens, at: int, most: Figure, last: tuple[int, Figure], known: Vocabulary
) -> Figure:
    """Read "at least 23 people, most of them civilians": the whole stands before."""
    start, whole = last
    refers_back = (
        tokens.words[most.end] in known.words["of"]
        and tokens.words[most.end + 1] in known.words["pronouns"]
        and at - whole.end <= _FARTHEST_WHOLE
        and whole.form is not Form.NONE
    )
    if not refers_back:
        return most
    return replace(majority_of(whole), end=most.end, whole=(start, whole.end))


def _quantity(tokens: Tokens, at: int, figure: Figure, kind: NotPeople | None) -> Quantity:
    low, high = figure.low, figure.high
    if high is not None and high < low:
        low, high = high, low
    whole = figure.whole and (tokens.starts[figure.whole[0]], tokens.ends[figure.whole[1] - 1])
    return Quantity(
        start=tokens.starts[at],
        end=tokens.ends[figure.end - 1],
        low=low,
        high=high,
        form=figure.form,
        stated=figure.stated,
        term=figure.term,
        is_additional=figure.is_additional,
        not_people=kind,
        whole=None if kind is NotPeople.SCORE else whole,
    )
