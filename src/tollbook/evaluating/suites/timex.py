"""Expressions of time in the news: TimeBank and TempEval-2, where they stand and what they mean.

Extents are scored as TempEval-2 did: of all tokens that stand in an expression, how many are found,
and how many of those found stand in one. Beside it stand whole expressions, those that share a
token and those that are the same. A value is right if it is the very one marked, of the marked
expressions that share a token with one found, the largest overlap first.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from tollbook.dating import find_times
from tollbook.evaluating.scores import Ratio
from tollbook.evaluating.suite import Case, Figure, Reader, Result
from tollbook.evaluating.timex_texts import (
    Mark,
    MarkedText,
    is_of_part,
    read_tempeval2,
    read_timebank,
)

EXTENT_TARGET: Final = 0.85
VALUE_TARGET: Final = 0.75


@dataclass(frozen=True, slots=True)
class Found:
    """An expression as a method gives it: code points, type and value."""

    start: int
    end: int
    type: str
    value: str


Method = Callable[[str, date | None], Iterable[Found]]


@dataclass(slots=True)
class Tally:
    """What was right of the expressions of some texts."""

    tokens: Counter[str] = field(default_factory=Counter)
    predicted: int = 0
    marked: int = 0
    touching: int = 0
    found: int = 0
    exact: int = 0
    types: int = 0
    values: int = 0
    cases: list[Case] = field(default_factory=list)

    def add(self, text: MarkedText, found: Sequence[Found]) -> None:
        """Count one text."""
        ours = [(one, text.tokens_in(one.start, one.end)) for one in found]
        marked = frozenset[int]().union(*(mark.tokens for mark in text.marks))
        given = frozenset[int]().union(*(tokens for _, tokens in ours))
        self.tokens += Counter(right=len(marked & given), predicted=len(given), gold=len(marked))
        self.predicted += len(ours)
        self.marked += len(text.marks)
        for one, tokens in ours:
            if tokens & marked:
                self.touching += 1
            else:
                self.cases.append(Case(kind=f"{one.type.lower()} where none is marked"))
        for mark in text.marks:
            self._add_mark(mark, ours)

    def _add_mark(self, mark: Mark, ours: Sequence[tuple[Found, frozenset[int]]]) -> None:
        best = max(ours, key=lambda pair: len(pair[1] & mark.tokens), default=None)
        if best is None or not best[1] & mark.tokens:
            self.cases.append(Case(kind=f"{mark.type.lower()} missed"))
            return
        one, tokens = best
        self.found += 1
        self.exact += tokens == mark.tokens
        self.types += one.type == mark.type
        self.values += one.value == mark.value
        if one.value != mark.value:
            self.cases.append(Case(kind=f"{mark.type.lower()} with another value"))

    @property
    def extent(self) -> Ratio:
        """The tokens that stand in an expression."""
        tokens = self.tokens
        return Ratio(right=tokens["right"], predicted=tokens["predicted"], gold=tokens["gold"])

    @property
    def same(self) -> Ratio:
        """The expressions that are the same, token by token."""
        return Ratio(right=self.exact, predicted=self.predicted, gold=self.marked)

    @property
    def overlap(self) -> float:
        """F1 of the expressions that share a token."""
        precision = self.touching / self.predicted if self.predicted else 0.0
        recall = self.found / self.marked if self.marked else 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def share(self, right: int) -> float:
        """The share of the marked expressions that were found."""
        return right / self.found if self.found else 0.0


def measure(folder: Path, part: str, reader: Reader) -> Result:
    """Score the expressions of one part, beside a handful of patterns.

    Raises:
        UnusableCorpus: the texts of that part are not there.
    """
    figures: list[Figure] = []
    cases: list[Case] = []
    documents = 0
    for corpus, texts in _corpora(folder / "timex", part):
        ours, plain = Tally(), Tally()
        for text in texts:
            ours.add(text, list(_ours(text.text, text.published)))
            plain.add(text, list(_plain(text.text, text.published)))
            reader.watch(text.name)
        documents += len(texts)
        figures += _figures(corpus, ours, plain)
        cases += ours.cases
    return Result(
        suite="timex",
        part=part,
        annotator=reader.annotator.name,
        documents=documents,
        figures=tuple(figures),
        notes=(
            "extents are those of TempEval-2: tokens that stand in an expression. Values are of "
            "the marked expressions that were found; the day of publication is given.",
            "the baseline knows days of the week, dates, years and a few words, by patterns",
        ),
        cases=tuple(cases),
    )


def _corpora(folder: Path, part: str) -> Iterator[tuple[str, list[MarkedText]]]:
    if part == "test":
        yield "TempEval-2", list(read_tempeval2(folder / "tempeval2-test"))
        return
    for name, texts in (
        ("TempEval-2", read_tempeval2(folder / "tempeval2-english" / "data")),
        ("TimeBank", read_timebank(folder / "timebank")),
    ):
        # TempEval-2 names the texts of TimeBank a little shorter.
        yield name, [t for t in texts if is_of_part(t.name.removesuffix("_orig"), part)]


def _figures(corpus: str, ours: Tally, plain: Tally) -> Iterator[Figure]:
    yield Figure(
        section=corpus,
        name="extent F1",
        value=ours.extent.f1,
        precision=ours.extent.precision,
        recall=ours.extent.recall,
        of=ours.extent.gold,
        baseline=plain.extent.f1,
        target=EXTENT_TARGET,
    )
    yield Figure(
        section=corpus,
        name="value accuracy",
        value=ours.share(ours.values),
        of=ours.found,
        baseline=plain.share(plain.values),
        target=VALUE_TARGET,
    )
    yield Figure(
        section=corpus,
        name="found with the value",
        value=ours.values / ours.marked if ours.marked else 0.0,
        of=ours.marked,
        baseline=plain.values / plain.marked if plain.marked else 0.0,
    )
    yield Figure(
        section=corpus,
        name="type accuracy",
        value=ours.share(ours.types),
        of=ours.found,
        baseline=plain.share(plain.types),
    )
    yield Figure(
        section=corpus,
        name="expressions F1, a token shared",
        value=ours.overlap,
        of=ours.marked,
        baseline=plain.overlap,
    )
    yield Figure(
        section=corpus,
        name="expressions F1, the same",
        value=ours.same.f1,
        precision=ours.same.precision,
        recall=ours.same.recall,
        of=ours.marked,
        baseline=plain.same.f1,
    )


def _ours(text: str, published: date | None) -> Iterator[Found]:
    for one in find_times(text, published=published):
        yield Found(one.start, one.end, one.type, one.value)


# --- the plain way


_WEEKDAYS: Final = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_UNITS: Final = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_SMALL: Final = "one two three four five six seven eight nine ten".split()
_PLAIN: Final = re.compile(
    rf"\b(?:(?P<weekday>{'|'.join(_WEEKDAYS)})"
    rf"|(?P<month>{'|'.join(_MONTHS)})[a-z]*\.? (?P<day>\d{{1,2}})\b(?:, (?P<its>\d{{4}}))?"
    r"|(?P<year>(?:19|20)\d\d)"
    r"|(?P<word>today|yesterday|now|recently)"
    rf"|(?:(?P<number>\d+|a|{'|'.join(_SMALL)})[ -](?P<unit>{'|'.join(_UNITS)})s?))\b",
    re.IGNORECASE,
)


def _plain(text: str, published: date | None) -> Iterator[Found]:
    for match in _PLAIN.finditer(text):
        said = {key: value.lower() for key, value in match.groupdict().items() if value}
        yield Found(match.start(), match.end(), *_plain_value(said, published))


def _plain_value(said: dict[str, str], published: date | None) -> tuple[str, str]:
    if "unit" in said:
        number = said["number"]
        if not number.isdigit():
            number = "1" if number == "a" else str(1 + _SMALL.index(number))
        return "DURATION", f"P{number}{_UNITS[said['unit']]}"
    if "year" in said or published is None:
        return "DATE", said.get("year", "")
    if "weekday" in said:
        back = (published.weekday() - _WEEKDAYS.index(said["weekday"])) % 7
        return "DATE", str(published - timedelta(days=back))
    if "month" in said:
        month = 1 + _MONTHS.index(said["month"][:3])
        return "DATE", f"{said.get('its', published.year)}-{month:02}-{int(said['day']):02}"
    words = {
        "today": str(published),
        "yesterday": str(published - timedelta(days=1)),
        "now": "PRESENT_REF",
        "recently": "PAST_REF",
    }
    return "DATE", words[said["word"]]
