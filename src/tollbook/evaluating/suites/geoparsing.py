"""Geoparsing: news with every toponym marked, and the point it stands for.

A name is found where one of ours has exactly its bounds; `overlapping` is milder. Accuracy is
the share of the toponyms with coordinates for which our point lies within 161 km (100 miles)
of theirs, as this literature has it: `end to end`, what we did not find or left unresolved
counts as wrong; `names given`, we are told where the toponyms stand, as most published
figures assume. `resolved` looks only at the names that both found and we resolved: how often
the pin is right; `unresolved` is the share of the names both found that we left without one.

An adjective ("Turkish police") is a toponym to some annotators and not to others. A corpus
that marks fewer than a quarter of those in its texts is taken to mark none: there ours are
left out.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final

from tollbook.evaluating.geoparsing_texts import CORPORA, Article, Toponym, articles
from tollbook.evaluating.suite import Case, Figure, Reader, Result
from tollbook.gazetteer import Gazetteer, open_gazetteer
from tollbook.locating.mentions import Mention, find_mentions, resolve_mentions
from tollbook.locating.tokens import tokenise
from tollbook.locating.wide_places import wide_places
from tollbook.place import GazetteerEntry, kilometres

NEAR_KM: Final = 161.0
_FEWEST_ADJECTIVES: Final = 0.25
_LONGEST: Final = 4
_PEER: Final = "best of the published geoparsers on LGL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A name that somebody found in a text, and the place they took it for."""

    start: int
    end: int
    entry: GazetteerEntry | None
    is_adjective: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """An article and what is made of it; `given`: told where the toponyms stand."""

    article: Article
    ours: tuple[Pin, ...]
    plain: tuple[Pin, ...]
    given: tuple[Pin, ...]
    plain_given: tuple[Pin, ...]


def measure(folder: Path, part: str, reader: Reader) -> Result:
    """Score the names found and the points they are given.

    Raises:
        UnusableCorpus: a file is not laid out as expected.
    """
    gazetteer = open_gazetteer()
    parsed: list[Parsed] = []
    for _, group in groupby(articles(folder / "geoparsing", part), key=lambda a: a.corpus):
        texts = list(group)
        marks_adjectives = _marks_adjectives(texts)
        for article in texts:
            parsed.append(parse(article, gazetteer, with_adjectives=marks_adjectives))
            reader.watch(article.name)
    sections = [corpus for corpus in CORPORA[part] if len(CORPORA[part]) > 1]
    figures = list(_figures(parsed, "", is_judged=True))
    for corpus in sections:
        one = [read for read in parsed if read.article.corpus == corpus]
        figures += _figures(one, corpus, is_judged=False)
    return Result(
        suite="geoparsing",
        part=part,
        annotator="no annotator",
        documents=len(parsed),
        figures=tuple(figures),
        notes=tuple(_notes(part)),
        cases=tuple(case for read in parsed for case in _cases(read)),
    )


def parse(article: Article, gazetteer: Gazetteer, *, with_adjectives: bool) -> Parsed:
    """Find and resolve the names of one article, in our way and in the plain one."""
    text = article.text
    spans = [(toponym.start, toponym.end) for toponym in article.toponyms]
    ours = [
        mention
        for mention in find_mentions(text, gazetteer)
        if with_adjectives or not mention.is_adjective
    ]
    return Parsed(
        article=article,
        ours=_pins(ours),
        plain=_plain(text, gazetteer),
        given=_pins(resolve_mentions(text, spans, gazetteer)),
        plain_given=tuple(
            Pin(start=start, end=end, entry=_largest(text[start:end], gazetteer))
            for start, end in spans
        ),
    )


def _pins(mentions: Iterable[Mention]) -> tuple[Pin, ...]:
    return tuple(
        Pin(start=m.start, end=m.end, entry=m.entry, is_adjective=m.is_adjective) for m in mentions
    )


def _plain(text: str, gazetteer: Gazetteer) -> tuple[Pin, ...]:
    """Take the longest run of capitalised words that the gazetteer knows, and its first place."""
    tokens = tokenise(text)
    pins: list[Pin] = []
    at = 0
    while at < len(tokens):
        step = 1
        for end in range(min(len(tokens), at + _LONGEST), at, -1):
            run = tokens[at:end]
            name = text[run[0].start : run[-1].end]
            if run[0].is_capitalised and run[-1].is_capitalised and gazetteer.knows(name):
                entry = _largest(name, gazetteer)
                pins.append(Pin(start=run[0].start, end=run[-1].end, entry=entry))
                step = end - at
                break
        at += step
    return tuple(pins)


def _largest(name: str, gazetteer: Gazetteer) -> GazetteerEntry | None:
    entries = gazetteer.named(name)
    return max(entries, key=lambda entry: entry.population) if entries else None


def _marks_adjectives(texts: Sequence[Article]) -> bool:
    adjectives = wide_places().adjectives
    marked = seen = 0
    for article in texts:
        starts = {toponym.start for toponym in article.toponyms}
        for token in tokenise(article.text):
            if token.text in adjectives:
                seen += 1
                marked += token.start in starts
    return marked >= _FEWEST_ADJECTIVES * seen


def _figures(parsed: Sequence[Parsed], section: str, *, is_judged: bool) -> Iterator[Figure]:
    gold = sum(len(read.article.toponyms) for read in parsed)
    pinned = sum(toponym.point is not None for read in parsed for toponym in read.article.toponyms)
    is_lgl = section == "lgl"
    exact, plain = _tagging(parsed, _is_same), _tagging(parsed, _is_same, ours=False)
    yield Figure(
        name="tagging F1",
        value=_f1(*exact),
        of=gold,
        baseline=_f1(*plain),
        peer=0.737 if is_lgl else None,
        peer_name=_PEER if is_lgl else None,
        target=0.76 if is_judged else None,
        section=section,
        precision=exact[0],
        recall=exact[1],
    )
    mild, plain = _tagging(parsed, _overlaps), _tagging(parsed, _overlaps, ours=False)
    yield Figure(
        name="tagging F1, overlapping",
        value=_f1(*mild),
        of=gold,
        baseline=_f1(*plain),
        section=section,
        precision=mild[0],
        recall=mild[1],
    )
    yield Figure(
        name="acc@161 km, end to end",
        value=_accuracy([(read.article, read.ours) for read in parsed]),
        of=pinned,
        baseline=_accuracy([(read.article, read.plain) for read in parsed]),
        target=0.80 if is_judged else None,
        section=section,
    )
    yield Figure(
        name="acc@161 km, names given",
        value=_accuracy([(read.article, read.given) for read in parsed]),
        of=pinned,
        baseline=_accuracy([(read.article, read.plain_given) for read in parsed]),
        peer=0.749 if is_lgl else None,
        peer_name=_PEER if is_lgl else None,
        target=0.80 if is_judged else None,
        section=section,
    )
    right, resolved, found = _pins_met((read.article, read.ours) for read in parsed)
    plain_right, plain_resolved, _ = _pins_met((read.article, read.plain) for read in parsed)
    yield Figure(
        name="resolved, within 161 km",
        value=right / resolved if resolved else 0.0,
        of=resolved,
        baseline=plain_right / plain_resolved if plain_resolved else 0.0,
        section=section,
    )
    yield Figure(
        name="unresolved",
        value=1 - resolved / found if found else 0.0,
        of=found,
        section=section,
        is_cost=True,
    )


Agrees = Callable[[Pin, Toponym], bool]


def _is_same(pin: Pin, toponym: Toponym) -> bool:
    return pin.start == toponym.start and pin.end == toponym.end


def _overlaps(pin: Pin, toponym: Toponym) -> bool:
    return pin.start < toponym.end and toponym.start < pin.end


def _tagging(parsed: Iterable[Parsed], agrees: Agrees, *, ours: bool = True) -> tuple[float, float]:
    """Precision and recall of the names found."""
    hits = met = made = gold = 0
    for read in parsed:
        pins, toponyms = (read.ours if ours else read.plain), read.article.toponyms
        hits += sum(any(agrees(pin, toponym) for toponym in toponyms) for pin in pins)
        met += sum(any(agrees(pin, toponym) for pin in pins) for toponym in toponyms)
        made += len(pins)
        gold += len(toponyms)
    return (hits / made if made else 0.0), (met / gold if gold else 0.0)


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _accuracy(read: Iterable[tuple[Article, Sequence[Pin]]]) -> float:
    right = gold = 0
    for article, pins in read:
        for toponym in article.toponyms:
            if toponym.point is not None:
                gold += 1
                right += any(_overlaps(pin, toponym) and _is_near(pin, toponym) for pin in pins)
    return right / gold if gold else 0.0


def _pins_met(read: Iterable[tuple[Article, Sequence[Pin]]]) -> tuple[int, int, int]:
    """Of the toponyms with a point that were found: right within reach, resolved, all."""
    right = resolved = found = 0
    for article, pins in read:
        for toponym in article.toponyms:
            met = [pin for pin in pins if _overlaps(pin, toponym)]
            if toponym.point is not None and met:
                found += 1
                resolved += any(pin.entry is not None for pin in met)
                right += any(_is_near(pin, toponym) for pin in met)
    return right, resolved, found


def _is_near(pin: Pin, toponym: Toponym) -> bool:
    if pin.entry is None or toponym.point is None:
        return False
    apart = kilometres(pin.entry.latitude, pin.entry.longitude, *toponym.point)
    return apart <= NEAR_KM


def _notes(part: str) -> Iterator[str]:
    yield (
        "end to end, a toponym not found or left unresolved is wrong; the peers' accuracy is that "
        "of names given"
    )
    yield (
        "the baseline takes the longest run of capitalised words that the gazetteer knows, and "
        "the place with most people"
    )
    if part != "test":
        yield (
            "dev is the tenths 7-9 of both corpora by the hash of an article's name; the tagger "
            "learned from the tenths 0-6, the part train"
        )


def _cases(read: Parsed) -> Iterator[Case]:
    for toponym in read.article.toponyms:
        met = [pin for pin in read.ours if _overlaps(pin, toponym)]
        if not met:
            known = "no place given" if toponym.point is None else _size(toponym)
            yield Case(kind=f"missed, {known}")
        elif not any(_is_same(pin, toponym) for pin in met):
            yield Case(kind="other bounds")
        if toponym.point is None or not met:
            continue
        entry = next((pin.entry for pin in met if pin.entry is not None), None)
        if entry is None:
            yield Case(kind=f"unresolved, {_size(toponym)}")
        elif not any(_is_near(pin, toponym) for pin in met):
            yield Case(kind=f"elsewhere, {_size(toponym)}")
    for pin in read.ours:
        if not any(_overlaps(pin, toponym) for toponym in read.article.toponyms):
            yield Case(kind="no toponym, adjective" if pin.is_adjective else "no toponym")


_SIZES: Final = {"A.PCL": "country", "A.ADM": "division", "P.PPL": "town"}


def _size(toponym: Toponym) -> str:
    return _SIZES.get(toponym.feature[:5], "other" if toponym.feature else "kind not told")
