"""A text cut into words, and what each may be: a weekday, a month, a number, a year."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from tollbook.dating.vocabulary import Vocabulary

Reading = tuple[str, int, Any]
"""A word or class that may stand at a place, where it ends there, and what it says."""

# Of lower-case text; the commonest first.
_TOKEN = re.compile(
    r"[^\W\d_]+"
    r"|\d{4}-\d\d-\d\d(?:t[\d:]+z?)?(?!\w)"
    r"|\d+(?:(?:st|nd|rd|th|s)\b|(?:[.,:/]\d+)*)"
    r"|['’](?:s\b|\d\ds?\b)"
    r"|\n\s*\n|\S"
)
_LATEST_YEAR = 2100
_EARLIEST_YEAR = 1400
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)(?::[0-5]\d)?$")
_MILITARY = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_DECIMAL = re.compile(r"\d+\.\d+")
_OCLOCK = (["o", "'", "clock"], ["o", "’", "clock"])
_OPENS_DIGITS = frozenset("0123456789'’,")


class Words:
    """The words of a text in lower case, and where each stands."""

    def __init__(self, text: str, known: Vocabulary) -> None:
        self.text = text
        self.known = known
        self.spans: list[tuple[int, int]] = []
        self.lower: list[str] = []
        self._readings: dict[int, list[Reading]] = {}
        for found in _TOKEN.finditer(_lowered(text)):
            self.spans.append(found.span())
            self.lower.append(found[0])

    def __len__(self) -> int:
        return len(self.lower)

    def before(self, at: int) -> str:
        """Give the word before a place, "" at the beginning."""
        return self.lower[at - 1] if at else ""

    def readings(self, at: int) -> list[Reading]:
        """Give all that may stand at a place: the word itself, and its classes."""
        found = self._readings.get(at)
        if found is None:
            found = self._readings[at] = self._read(at) if at < len(self.lower) else []
        return found

    def _read(self, at: int) -> list[Reading]:
        word, known = self.lower[at], self.known
        readings: list[Reading] = [(word, at + 1, None)]
        if word in known.classes:
            readings += self._classes(at, word)
        if word in known.numbers:
            readings += self._numbers(at, word)
        elif word[0] in _OPENS_DIGITS:
            readings += self._of_year(at)
            readings += self._digits(at, word)
            readings += self._numerals(at, word)
        if word in known.opens_holidays:
            readings += self._holidays(at, word)
        return readings

    def _classes(self, at: int, word: str) -> Iterator[Reading]:
        end = at + 1
        if word in self.known.short and self._word(end) == ".":
            end += 1  # the full stop of an abbreviation
        for kind, says in self.known.classes[word]:
            if kind != "BARE_MONTH" or self._is_surely_month(at, word):
                yield kind, end, says

    def _holidays(self, at: int, word: str) -> Iterator[Reading]:
        for words, day in self.known.holidays.items():
            if words[0] == word and tuple(self.lower[at : at + len(words)]) == words:
                yield "HOLIDAY", at + len(words), day

    def _of_year(self, at: int) -> Iterator[Reading]:
        """Read the year behind a day or month, and the comma that may stand before it."""
        year = at + (self.lower[at] == ",")
        for kind, end, says in self._digits(year, self._word(year)):
            if kind == "YEAR":
                yield "OF_YEAR", end, says

    def _is_surely_month(self, at: int, word: str) -> bool:
        if word not in self.known.doubtful:
            return True
        is_name = self.text[self.spans[at][0]].isupper()
        return is_name and at > 0 and self.lower[at - 1] in self.known.behind_doubtful

    def _digits(self, at: int, word: str) -> Iterator[Reading]:
        bare = word.lstrip("'’")
        if not bare[:1].isdigit():
            return
        if bare != word:
            if bare.isdigit():
                yield "SHORT_YEAR", at + 1, _short_year(int(bare))
            else:
                yield "DECADE", at + 1, 1900 + int(bare[:2])
            return
        if word.isdigit():
            number = int(word)
            if 1 <= number <= 31 and len(word) <= 2:
                yield "DAYNUM", at + 1, number
            if len(word) == 2:
                yield "SHORT_YEAR", at + 1, _short_year(number)
            if len(word) == 4 and _EARLIEST_YEAR <= number <= _LATEST_YEAR and self._is_year(at):
                yield "YEAR", at + 1, number
                if number % 10 == 0 and self._word(at + 1) in ("'s", "’s"):
                    yield "DECADE", at + 2, number
        elif word[-2:] in ("st", "nd", "rd", "th") and word[:-2].isdigit():
            number = int(word[:-2])
            if 1 <= number <= 31:
                yield "DAYNUM", at + 1, number
                yield "DAYTH", at + 1, number
        elif word[-1] == "s" and word[:-1].isdigit() and len(word) in (3, 5) and word[-2] == "0":
            decade = int(word[:-1])
            yield "DECADE", at + 1, decade if decade > 100 else 1900 + decade
        elif "-" in word:
            try:
                yield "ISO_DATE", at + 1, date.fromisoformat(word[:10])
            except ValueError:
                return
        yield from self._clock(at, word)

    def _is_year(self, at: int) -> bool:
        """Tell "1998" from "$1998", "1998 people" and "1,998"."""
        before, after = self._word(at - 1), self._word(at + 1)
        if before in ("$", "£", "€", "#", "no", "."):
            return False
        return after not in ("people", "%", "percent", "killed", "dead", "soldiers", "civilians")

    def _word(self, at: int) -> str:
        return self.lower[at] if 0 <= at < len(self) else ""

    def _clock(self, at: int, word: str) -> Iterator[Reading]:
        """Read "7:15", "7 p.m.", "10:30 a.m.", "1545" behind "at"."""
        found = _CLOCK.match(word)
        hour, minute = (int(found[1]), int(found[2])) if found else (-1, 0)
        if word.isdigit() and len(word) <= 2 and int(word) <= 24:
            hour = int(word)
        half, end = self._half_of_day(at + 1)
        if 0 <= hour <= 12 and half:
            yield "CLOCK", end, (hour % 12 + 12 * (half == "p"), minute)
        elif hour >= 0 and self.lower[at + 1 : at + 4] in _OCLOCK:
            yield "CLOCK", at + 4, (hour, minute)
        elif found and ":" in word:
            yield "CLOCK", at + 1, (hour, minute)
        elif self._is_behind_at(at) and _MILITARY.fullmatch(word):
            yield "CLOCK", at + 1, (int(word[:2]), int(word[2:]))

    def _is_behind_at(self, at: int) -> bool:
        before = self._word(at - 1)
        return before == "at" or (before == "about" and self._word(at - 2) == "at")

    def _half_of_day(self, at: int) -> tuple[str, int]:
        """Read "pm", "p.m.": the first letter, and where the words end."""
        word = self._word(at)
        if word in ("am", "pm"):
            return word[0], at + 1
        if word in ("a", "p") and self.lower[at + 1 : at + 3] == [".", "m"]:
            return word, at + 3 + (self._word(at + 3) == ".")
        return "", at

    def _numerals(self, at: int, word: str) -> Iterator[Reading]:
        """Read "3", "1,500", "2 1/2", "3.5"."""
        plain = word.replace(",", "")
        if plain.isdigit():
            yield "AMOUNT", at + 1, plain
            if self._word(at + 1) in ("1/2", "½"):
                yield "AMOUNT", at + 2, f"{plain}.5"
        elif _DECIMAL.fullmatch(plain):
            yield "AMOUNT", at + 1, plain

    def _numbers(self, at: int, word: str) -> Iterator[Reading]:
        """Read "twenty-five", "two thousand", "nineteen ninety-one"."""
        lower, known = self.lower, self.known
        number, end = known.numbers[word], at + 1
        yield "AMOUNT", end, str(number)
        if number >= 20 and end < len(lower):
            step = end + (lower[end] == "-")
            ones = known.numbers.get(self._word(step), 0)
            if 0 < ones < 10 and self._word(step) not in ("a", "an"):
                number, end = number + ones, step + 1
                yield "AMOUNT", end, str(number)
        if self._word(end) in known.multipliers:
            number, end = number * known.multipliers[self._word(end)], end + 1
            yield "AMOUNT", end, str(number)
            if _EARLIEST_YEAR <= number <= _LATEST_YEAR:
                yield "YEAR", end, number
        elif 13 <= number <= 20 and known.numbers.get(self._word(end), 0) >= 10:
            for _, later, rest in self._numbers(end, self._word(end)):
                yield "YEAR", later, 100 * number + int(rest)


def _short_year(digits: int) -> int:
    # The archives reach back to the 1950s, and no report is from the future.
    return digits + (1900 if digits >= 50 else 2000)


def _lowered(text: str) -> str:
    """Lower the letters whose lower form is as long: each character keeps its place."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(mark.lower() if len(mark.lower()) == 1 else mark for mark in text)
