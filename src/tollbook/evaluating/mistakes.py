"""What went wrong in a report: one line each for whoever mends it, or kinds alone to publish."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from tollbook.counting import find_quantities
from tollbook.evaluating.matching import CHECKED, Answer, Comparison
from tollbook.evaluating.suite import Case

# What is said of a figure wrong in several ways: the first of these that is.
_GRAVEST = ("figure", "background", "source", "group", "stance", "part_of", "source_kind")
_BREAKS_THE_CLAIM = _GRAVEST[:3]

# Enough of the text around a claim nobody annotated to see why it was taken for one.
_AROUND = 70


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """One thing that went wrong: `kind` is that of the claim, `fault` missed, extra or wrong.

    `faults` name what is wrong about a claim that was found, `words` the claim's own words.
    """

    report_id: str
    kind: str
    fault: str
    faults: tuple[str, ...] = ()
    words: str
    expected: str = ""
    got: str = ""
    context: str

    def __str__(self) -> str:
        what = f"{self.fault} {','.join(self.faults)}".strip()
        detail = " | ".join(part for part in (self.words, self.expected, self.got) if part)
        return f"{self.report_id} {self.kind} {what} | {detail} | {self.context}"


def mistakes(comparison: Comparison) -> Iterator[Mistake]:
    """List what went wrong in one report: figures first, wrong ones before missed and extra."""
    yield from _wrong(comparison)
    yield from _missed_and_extra(comparison)
    yield from _acts(comparison)


def _wrong(comparison: Comparison) -> Iterator[Mistake]:
    for answer in comparison.answers:
        faults = tuple(name for name in CHECKED if name not in answer.right)
        if faults:
            yield Mistake(
                report_id=comparison.report.id,
                kind=answer.gold.harm,
                fault="WRONG",
                faults=faults,
                words=answer.gold.words,
                expected="expected " + _expected(answer, faults),
                got="got " + _got(answer, faults, comparison.report.text),
                context=answer.gold.sentence,
            )


def _expected(answer: Answer, faults: tuple[str, ...]) -> str:
    gold = answer.gold
    values = {
        "figure": f"{gold.low}..{gold.high}",
        "source": repr(gold.source),
        "source_kind": gold.source_kind,
        "stance": gold.stance,
        "group": gold.group,
        "part_of": gold.part_of,
        "background": "background" if gold.is_background else "incident",
    }
    return ", ".join(str(values[fault]) for fault in faults)


def _got(answer: Answer, faults: tuple[str, ...], text: str) -> str:
    count = answer.found["count"]
    words = text[count["start"] : count["end"]]
    values = {
        "figure": f"{words!r} {count['low']}..{count['high']}",
        "source": repr(answer.source),
        "source_kind": answer.found["source_kind"],
        "stance": answer.found["stance"],
        "group": answer.found["group"],
        "part_of": answer.found["part_of"],
        "background": answer.found["incident"],
    }
    return ", ".join(str(values[fault]) for fault in faults)


def _missed_and_extra(comparison: Comparison) -> Iterator[Mistake]:
    report = comparison.report
    for toll in comparison.missed:
        yield Mistake(
            report_id=report.id,
            kind=toll.harm,
            fault="MISSED",
            words=toll.words,
            context=toll.sentence,
        )
    for row in comparison.extra:
        start, end = row["count"]["start"], row["count"]["end"]
        yield Mistake(
            report_id=report.id,
            kind=row["harm"],
            fault="EXTRA",
            words=report.text[start:end],
            context=_around(report.text, start, end),
        )


def _acts(comparison: Comparison) -> Iterator[Mistake]:
    report = comparison.report
    for act in comparison.acts_missed:
        yield Mistake(
            report_id=report.id,
            kind=act.kind,
            fault="MISSED",
            words=act.name,
            expected=act.what,
            context=act.sentence,
        )
    for found in comparison.acts_extra:
        yield Mistake(
            report_id=report.id,
            kind=found.kind,
            fault="EXTRA",
            words=found.name,
            got=found.what,
            context=_around(report.text, found.place.start, found.place.end),
        )


def _around(text: str, start: int, end: int) -> str:
    return "…" + " ".join(text[max(0, start - _AROUND) : end + _AROUND].split()) + "…"


def cases(comparison: Comparison) -> Iterator[Case]:
    """Say of what kind each mistake in a report is, without any of its words.

    The worst are those that lose or invent the most people; a figure that is found is the
    less wrong for it.
    """
    text = comparison.report.text
    for answer in comparison.answers:
        wrong = [name for name in _GRAVEST if name not in answer.right]
        if wrong:
            yield Case(kind=f"wrong {wrong[0]}", weight=_gravity(answer, wrong[0]))
    for toll in comparison.missed:
        yield Case(
            kind=f"missed {_plain(toll.harm)}, {_how_said(toll.words)}", weight=_size(toll.low)
        )
    for row in comparison.extra:
        count = row["count"]
        how = _how_said(text[count["start"] : count["end"]])
        yield Case(kind=f"extra {_plain(row['harm'])}, {how}", weight=_size(count["low"]))
    for act in comparison.acts_missed:
        yield Case(kind=f"missed {act.kind}, {act.what}")
    for found in comparison.acts_extra:
        yield Case(kind=f"extra {found.kind}, {found.what}")


def _gravity(answer: Answer, fault: str) -> float:
    return _size(answer.gold.low) / (2 if fault in _BREAKS_THE_CLAIM else 4)


def _size(people: int) -> float:
    return 1 + math.log10(max(people, 1))


def _plain(harm: str) -> str:
    return harm.replace("_", " ")


def _how_said(words: str) -> str:
    if any(char.isdigit() for char in words):
        return "in digits"
    return "in number words" if find_quantities(words) else "without a number"
