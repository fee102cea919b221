"""Which claim we found answers which annotated claim.

The rules are those of the guideline's own scorer: a figure answers an annotated one if the
harm is the same and their words overlap; names are the same if they share half their words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tollbook.document import Span
from tollbook.evaluating.gold import GoldAct, GoldReport, GoldToll
from tollbook.exporting.predictions import Prediction, Row, Stretch, TollRow

_STOP = frozenset(
    "the a an of in on at to for and by with its his her their mr mrs who which that is was "
    "s".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A figure we found, next to the annotated one it answers, and what is right about it."""

    gold: GoldToll
    found: TollRow
    source: str | None
    right: frozenset[str]

    @property
    def is_whole(self) -> bool:
        """Whether figure, source and "background or not" are all right."""
        return self.right >= {"figure", "source", "background"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAct:
    """Who did it, what broke or who reacted, as we found it: the words and their place."""

    kind: str
    name: str
    what: str
    place: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Everything one report's annotation and our reading of it have and have not in common."""

    report: GoldReport
    answers: tuple[Answer, ...]
    missed: tuple[GoldToll, ...]
    extra: tuple[TollRow, ...]
    acts_right: tuple[GoldAct, ...]
    acts_missed: tuple[GoldAct, ...]
    acts_extra: tuple[FoundAct, ...]


CHECKED = ("figure", "source", "source_kind", "stance", "group", "part_of", "background")
"""What can be right or wrong about a figure that answers an annotated one."""


def compare(report: GoldReport, prediction: Prediction) -> Comparison:
    """Set what we found in a report against what its annotator found."""
    found = [row for row in prediction["claims"] if row["kind"] == "toll"]
    pairs = _pair_tolls(report.tolls, found)
    answered, used = {i for i, _ in pairs}, {j for _, j in pairs}
    acts_right, acts_missed, acts_extra = _pair_acts(report, prediction["claims"])
    return Comparison(
        report=report,
        answers=tuple(_answer(report.text, report.tolls[i], found[j]) for i, j in pairs),
        missed=tuple(toll for i, toll in enumerate(report.tolls) if i not in answered),
        extra=tuple(row for j, row in enumerate(found) if j not in used),
        acts_right=acts_right,
        acts_missed=acts_missed,
        acts_extra=acts_extra,
    )


def same_name(one: str | None, other: str | None) -> bool:
    """Tell whether two wordings name the same source.

    Both are none, or half of the shorter one's content words stand in the other.

    Example:
        >>> same_name("the regional hospital", "the director of the regional hospital")
        True
        >>> same_name(None, "a resident")
        False
    """
    if not one or not other:
        return not one and not other
    first, second = _content_words(one), _content_words(other)
    return bool(first and second) and len(first & second) / min(len(first), len(second)) >= 0.5


def _content_words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower())) - _STOP


def _pair_tolls(golds: Sequence[GoldToll], founds: Sequence[TollRow]) -> list[tuple[int, int]]:
    """Pair one to one: exact figures first, then those that begin nearest to each other."""
    candidates = [
        (_same_figure(gold, found), -abs(found["count"]["start"] - gold.place.start), i, j)
        for i, gold in enumerate(golds)
        for j, found in enumerate(founds)
        if found["harm"] == gold.harm and _stand_together(gold, found)
    ]
    pairs: dict[int, int] = {}
    for _, _, i, j in sorted(candidates, reverse=True):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return list(pairs.items())


def _stand_together(gold: GoldToll, found: TollRow) -> bool:
    start, end = found["count"]["start"], found["count"]["end"]
    return any(place.start < end and start < place.end for place in gold.places)


def _same_figure(gold: GoldToll, found: TollRow) -> bool:
    return (found["count"]["low"], found["count"]["high"]) == (gold.low, gold.high)


def _answer(text: str, gold: GoldToll, found: TollRow) -> Answer:
    source = _cut(text, found["source"])
    checks = {
        "figure": _same_figure(gold, found),
        "source": same_name(source, gold.source),
        "source_kind": found["source_kind"] == gold.source_kind,
        "stance": found["stance"] == gold.stance,
        "group": found["group"] == gold.group,
        "part_of": found["part_of"] == gold.part_of,
        "background": (found["incident"] == "background") == gold.is_background,
    }
    right = frozenset(name for name, is_right in checks.items() if is_right)
    return Answer(gold=gold, found=found, source=source, right=right)


def _cut(text: str, stretch: Stretch | None) -> str | None:
    return None if stretch is None else text[stretch["start"] : stretch["end"]]


def _pair_acts(
    report: GoldReport, rows: Sequence[Row]
) -> tuple[tuple[GoldAct, ...], tuple[GoldAct, ...], tuple[FoundAct, ...]]:
    left = [act for row in rows if (act := _found_act(report.text, row)) is not None]
    right, missed = [], []
    for gold in report.acts:
        answer = next((act for act in left if _same_act(gold, act)), None)
        if answer is None:
            missed.append(gold)
        else:
            left.remove(answer)
            right.append(gold)
    return tuple(right), tuple(missed), tuple(left)


def _same_act(gold: GoldAct, act: FoundAct) -> bool:
    return (gold.kind, gold.what) == (act.kind, act.what) and same_name(act.name, gold.name)


def _found_act(text: str, row: Row) -> FoundAct | None:
    match row["kind"]:
        case "toll":
            return None
        case "responsibility":
            where, what = row["actor"], row["status"]
        case "damage":
            where, what = row["object"], row["effect"]
        case "reaction":
            where, what = row["actor"], row["reaction"]
    return FoundAct(
        kind=row["kind"],
        name=text[where["start"] : where["end"]],
        what=what,
        place=Span(start=where["start"], end=where["end"]),
    )
