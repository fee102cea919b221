"""PolNeAR: news in which every attribution is marked, with its source, its cue and its content.

A cue is whatever ties a source to what it says, thinks, wants or shows: "said", "according to",
"is opposed to", "the poll". The texts are read whole, whatever they tell of.

Found spans are matched to marked ones, each at most once, largest overlap first; one character
in common is enough. F1 is over all texts together. A span that several attributions share
counts once. "Exact" is the share of spans that are the same to the character, as F1.

Some texts were read by two annotators: we are scored against each, and how far they agree with
each other, by the same count, stands in the notes: nobody can be expected to do better.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import combinations
from pathlib import Path
from typing import Final

from tollbook.annotating import NAMES, Annotator, annotator
from tollbook.document import Document, Span
from tollbook.errors import UnusableCorpus
from tollbook.evaluating.scores import Ratio
from tollbook.evaluating.suite import Case, Figure, Reader, Result
from tollbook.extracting.saying.attributions import Attributed, find_attributions

TARGETS: Final = {"source": 0.80, "cue": 0.85}
PEERS: Final = {"source": 0.912, "cue": 0.915}
PEER: Final = "Citron on PARC3"
LABELS: Final = ("source", "cue", "content")

_STEM: Final = re.compile(r"_[0-9a-f]{4}$")
_MARK: Final = re.compile(r"T\d+\t(?P<label>Source|Cue|Content) (?P<pieces>[\d ;]+)(?:\t|$)")

Spans = Mapping[str, frozenset[Span]]
"""The spans of a text by label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One article and the spans that each of its annotators marked."""

    document: Document
    readings: tuple[Spans, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What was matched, and what was exactly the same, of one label."""

    overlapping: int = 0
    exact: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            overlapping=self.overlapping + other.overlapping,
            exact=self.exact + other.exact,
            predicted=self.predicted + other.predicted,
            gold=self.gold + other.gold,
        )

    def ratio(self, right: int) -> Ratio:
        """Put a number of right ones over what was predicted and what was there."""
        return Ratio(right=right, predicted=self.predicted, gold=self.gold)


def measure(folder: Path, part: str, reader: Reader) -> Result:
    """Score sources, cues and contents, beside quotation marks and "said".

    Raises:
        UnusableCorpus: the texts or their annotations are not there.
    """
    texts = load(folder / "polnear" / part)
    thorough = _reading_all(reader.annotator)
    ours, plain = _nothing(), _nothing()
    for text in texts:
        found = _found(text.document, thorough)
        reader.watch(text.document.name)
        for reading in text.readings:
            ours = _joined(ours, tallies(found, reading))
            plain = _joined(plain, tallies(_plain(text.document.text), reading))
    return Result(
        suite="polnear",
        part=part,
        annotator=thorough.name,
        documents=len(texts),
        figures=tuple(_figures(ours, plain)),
        notes=tuple(_notes(texts)),
        cases=tuple(_cases(ours)),
    )


def _reading_all(marker: Annotator) -> Annotator:
    """Our own annotators pass over sentences that tell of no harm; here all are wanted."""
    kind = marker.name.split()[0]
    return annotator(kind, reads_all=True) if kind in NAMES else marker


def load(folder: Path) -> tuple[Text, ...]:
    """Load articles with what each annotator marked in them.

    Raises:
        UnusableCorpus: there are no annotations, or one has no text.
    """
    by_stem: dict[str, list[Path]] = {}
    for file in sorted((folder / "attributions").glob("*.ann")):
        by_stem.setdefault(_STEM.sub("", file.stem), []).append(file)
    if not by_stem:
        raise UnusableCorpus(f"`{folder / 'attributions'}` holds no annotation (<id>_<reader>.ann)")
    return tuple(_text(folder / "text" / f"{stem}.txt", files) for stem, files in by_stem.items())


def _text(path: Path, annotations: Sequence[Path]) -> Text:
    if not path.exists():
        raise UnusableCorpus(f"`{path}` is not there, and `{annotations[0]}` annotates it")
    # Offsets count every character of the file, line ends as they stand in it.
    text = path.read_bytes().decode("utf-8")
    return Text(
        document=Document(text=text, name=path.stem),
        readings=tuple(_spans(file.read_text("utf-8")) for file in annotations),
    )


def _spans(annotation: str) -> Spans:
    found: dict[str, set[Span]] = {label: set() for label in LABELS}
    for line in annotation.splitlines():
        mark = _MARK.match(line)
        if mark is not None:
            offsets = [int(offset) for offset in re.findall(r"\d+", mark["pieces"])]
            # Of a span in pieces we take all from the first to the last.
            found[mark["label"].lower()].add(Span(start=min(offsets), end=max(offsets)))
    return {label: frozenset(spans) for label, spans in found.items()}


def _found(document: Document, marker: Annotator) -> Spans:
    return _by_label(find_attributions(document, marker.annotate(document)))


def _by_label(found: Sequence[Attributed]) -> Spans:
    return {
        "source": frozenset(one.source for one in found if one.source is not None),
        "cue": frozenset(one.cue for one in found if one.cue is not None),
        "content": frozenset(one.content for one in found if one.content is not None),
    }


def tallies(found: Spans, gold: Spans) -> dict[str, Tally]:
    """Compare what was found in a text with what was marked, label by label."""
    return {label: _tally(found[label], gold[label]) for label in LABELS}


def _tally(found: frozenset[Span], gold: frozenset[Span]) -> Tally:
    return Tally(
        overlapping=_matched(sorted(found), sorted(gold)),
        exact=len(found & gold),
        predicted=len(found),
        gold=len(gold),
    )


def _matched(found: Sequence[Span], gold: Sequence[Span]) -> int:
    """Match spans one to one, those that share most first."""
    shared = sorted(_overlaps(found, gold), reverse=True)
    used_found, used_gold = set[int](), set[int]()
    for _, mine, theirs in shared:
        if mine not in used_found and theirs not in used_gold:
            used_found.add(mine)
            used_gold.add(theirs)
    return len(used_gold)


def _overlaps(found: Sequence[Span], gold: Sequence[Span]) -> Iterator[tuple[int, int, int]]:
    for mine, one in enumerate(found):
        for theirs, other in enumerate(gold):
            if other.start >= one.end:
                break
            common = min(one.end, other.end) - max(one.start, other.start)
            if common > 0:
                yield common, mine, theirs


def _nothing() -> dict[str, Tally]:
    return {label: Tally() for label in LABELS}


def _joined(before: Mapping[str, Tally], more: Mapping[str, Tally]) -> dict[str, Tally]:
    return {label: before[label] + more[label] for label in LABELS}


def _figures(ours: Mapping[str, Tally], plain: Mapping[str, Tally]) -> Iterator[Figure]:
    for label in LABELS:
        mine, rival = ours[label], plain[label]
        overlap = mine.ratio(mine.overlapping)
        yield Figure(
            name=f"{label} F1",
            value=overlap.f1,
            of=mine.gold,
            baseline=rival.ratio(rival.overlapping).f1,
            peer=PEERS.get(label),
            peer_name=PEER if label in PEERS else None,
            target=TARGETS.get(label),
            precision=overlap.precision,
            recall=overlap.recall,
        )
    for label in LABELS[:2]:
        yield Figure(
            name=f"{label} F1, exact",
            value=ours[label].ratio(ours[label].exact).f1,
            of=ours[label].gold,
            baseline=plain[label].ratio(plain[label].exact).f1,
        )


def _cases(ours: Mapping[str, Tally]) -> Iterator[Case]:
    for label in LABELS[:2]:
        tally = ours[label]
        yield from [Case(kind=f"{label} missed")] * (tally.gold - tally.overlapping)
        yield from [Case(kind=f"{label} where none is")] * (tally.predicted - tally.overlapping)


def _notes(texts: Sequence[Text]) -> Iterator[str]:
    yield "the peer's figures are for another corpus (PARC3, Wall Street Journal)"
    yield "the baseline takes a name beside said, says, told or added, and according to"
    pairs = [pair for text in texts for pair in combinations(text.readings, 2)]
    if pairs:
        agreed = reduce(_joined, (tallies(one, other) for one, other in pairs), _nothing())
        shares = [
            f"{label} {agreed[label].ratio(agreed[label].overlapping).f1:.3f}" for label in LABELS
        ]
        yield f"two annotators of the same text agree, F1: {', '.join(shares)} ({len(pairs)} texts)"


_NAME: Final = r"(?:[A-Z][\w.’'-]*)(?: (?:[A-Z][\w.’'-]*|of|the|de))*|he|she|they|it|He|She|They"
_VERB: Final = r"said|says|told|added|announced|wrote|reported"
_PLAIN: Final = (
    re.compile(rf"\b(?P<source>{_NAME}) (?P<cue>{_VERB})\b"),
    re.compile(rf"(?<=[”\",] )(?P<cue>{_VERB}) (?P<source>{_NAME})"),
    re.compile(r"\b(?P<cue>[Aa]ccording to) (?P<source>[^,.\n]{3,60})"),
)
_QUOTED: Final = re.compile(r"“[^”]{10,}”|\"[^\"]{10,}\"")


def _plain(text: str) -> Spans:
    """Take a name beside a verb of saying, and what stands in quotation marks."""
    found = [match for pattern in _PLAIN for match in pattern.finditer(text)]
    return {
        label: frozenset(Span(start=m.start(label), end=m.end(label)) for m in found)
        for label in ("source", "cue")
    } | {"content": frozenset(Span(start=m.start(), end=m.end()) for m in _QUOTED.finditer(text))}
