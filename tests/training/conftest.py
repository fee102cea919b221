"""Reads back what an encoder would be taught: which words bear a label, and what is masked."""

import random
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from numpy.typing import NDArray

from tollbook.annotating.encoder.pieces import vocabulary
from tollbook.annotating.encoder.windows import Window, windows
from training.sheets import NUMBER, Example, Sheet, examples

Words = Callable[[Sheet, str], list[str]]


def cut(sheet: Sheet) -> Iterator[tuple[Window, Example]]:
    """Every window of a sheet, and what is taught there."""
    everything = [True] * len(sheet.spans)
    taught = examples(sheet, vocabulary(), random.Random(0), skip=0.0)
    yield from zip(windows(sheet.text, sheet.spans, everything, vocabulary()), taught, strict=True)


def stretches(sheet: Sheet, window: Window, is_meant: NDArray[np.bool_]) -> list[str]:
    """The words of neighbouring pieces, joined; what opens a window or ends a sentence parts."""
    found: list[list[int]] = []
    is_open = False
    for (start, end), meant in zip(window.places, is_meant, strict=True):
        if not meant or start < 0:
            is_open = False
        elif is_open:
            found[-1][1] = end
        else:
            found.append([start, end])
            is_open = True
    return [sheet.text[start:end] for start, end in found]


@pytest.fixture(scope="session")
def taught() -> Words:
    """Give the words that a label is taught at."""

    def taught_at(sheet: Sheet, label: str) -> list[str]:
        return [
            words
            for window, example in cut(sheet)
            for words in stretches(
                sheet, window, example.target[:, NUMBER[label]] & example.known[:, NUMBER[label]]
            )
        ]

    return taught_at


@pytest.fixture(scope="session")
def masked() -> Words:
    """Give the words of which a label is neither right nor wrong."""

    def masked_at(sheet: Sheet, label: str) -> list[str]:
        return [
            words
            for window, example in cut(sheet)
            for words in stretches(sheet, window, ~example.known[:, NUMBER[label]])
        ]

    return masked_at


@pytest.fixture(scope="session")
def heard() -> Callable[[Sheet], dict[str, list[str]]]:
    """Give who says what: the words that ask, and those that answer; none for nobody quoted."""

    def heard_in(sheet: Sheet) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for window, example in cut(sheet):
            for asked, answer in zip(example.asked, example.answers, strict=True):
                start, end = window.places[asked]
                found[sheet.text[start:end]] = stretches(sheet, window, answer)
        return found

    return heard_in
