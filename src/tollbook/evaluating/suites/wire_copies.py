"""Pairs of news articles: whether one text was made from the other, or both from a third.

The pairs are of the Gun Violence Archive's articles, drawn over all degrees of how much of their
words they share, of one incident and of different ones that look alike, and labelled by reading
both texts. Of one origin are an agency's story and its reprints, rewritten press releases, later
versions of a page, and a follow-up that takes over a paragraph or more of an earlier report. A
quotation that both took down at one press conference, a caption or a notice that two pages of one
site share are no origin. Where reading did not settle it the pair is `unsure` and not scored; two
files with the very same document are no pair. `part` follows the hash of the incident, not the
archive's split, so that every part needs both of its files.

There is no test part: whoever wants one labels pairs of sealed articles.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Final

from tollbook.document import Document
from tollbook.evaluating.suite import Case, Figure, Reader, Result
from tollbook.evaluating.suites.gva import articles
from tollbook.fingerprint import Fingerprint
from tollbook.tracing import fingerprint, same_origin
from tollbook.tracing.families import meetings

TARGETS: Final = {"precision": 0.98, "recall": 0.90}
SOURCES: Final = ("train", "dev")
SECTIONS: Final = (
    ("less than a tenth of the shorter text is in the other", 0.0, 0.1),
    ("a tenth to a third", 0.1, 1 / 3),
    ("more", 1 / 3, 2.0),
)
_LABELS: Final = "wire_copies.jsonl"
_GRAM: Final = 5
_ALIKE: Final = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two articles and what reading them said."""

    left: Document
    right: Document
    is_same: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdicts:
    """How often a method says "one origin", and how often rightly."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of its verdicts that are right; 1 where there are none."""
        return self.right / max(1, self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of the pairs of one origin that it finds."""
        return self.right / max(1, self.right + self.missed)


def measure(folder: Path, part: str, reader: Reader) -> Result:
    """Judge every pair of one part by the fingerprints of its articles.

    Raises:
        UnusableCorpus: a file of the archive is not there.
    """
    documents = _documents(folder)
    pairs = load(documents, part)
    prints = {document.id: fingerprint(document) for document in documents.values()}
    for pair in pairs:
        reader.watch(pair.left.name)
    ours = [_is_same(pair, prints) for pair in pairs]
    met = [_has_met(pair, prints) for pair in pairs]
    return Result(
        suite="wire-copies",
        part=part,
        annotator="fingerprints",
        documents=len({document.id for pair in pairs for document in (pair.left, pair.right)}),
        figures=tuple(_figures(pairs, ours, met, prints)),
        notes=tuple(_notes(pairs)),
        cases=tuple(_cases(pairs, ours)),
    )


def _documents(folder: Path) -> dict[str, Document]:
    """Read the archive's articles by their ids in it."""
    found = (article.document for part in SOURCES for article in articles(folder, part))
    return {each.name.rsplit(" ", 1)[-1]: each for each in found if each is not None}


def load(documents: Mapping[str, Document], part: str) -> tuple[Pair, ...]:
    """Give the labelled pairs of one part, without those that reading did not settle."""
    lines = files(__package__).joinpath(_LABELS).read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return tuple(
        Pair(
            left=documents[row["left"]],
            right=documents[row["right"]],
            is_same=row["origin"] == "same",
        )
        for row in rows
        if row["part"] == part and row["origin"] != "unsure"
    )


def _is_same(pair: Pair, prints: Mapping[str, Fingerprint]) -> bool:
    return same_origin(prints[pair.left.id], prints[pair.right.id]) is not None


def _has_met(pair: Pair, prints: Mapping[str, Fingerprint]) -> bool:
    """Tell whether a store that knows one finds it when the other is added."""
    return not {*prints[pair.left.id].bands}.isdisjoint(prints[pair.right.id].bands)


def _figures(
    pairs: Sequence[Pair],
    ours: Sequence[bool],
    met: Sequence[bool],
    prints: Mapping[str, Fingerprint],
) -> Iterator[Figure]:
    found, plain = _verdicts(pairs, ours), _verdicts(pairs, [*map(_by_jaccard, pairs)])
    same = sum(pair.is_same for pair in pairs)
    yield Figure(
        name="precision",
        value=found.precision,
        of=found.right + found.wrong,
        baseline=plain.precision,
        target=TARGETS["precision"],
    )
    yield Figure(
        name="recall",
        value=found.recall,
        of=same,
        baseline=plain.recall,
        target=TARGETS["recall"],
    )
    for section, chosen in _sections(pairs):
        some = _verdicts([pairs[place] for place in chosen], [ours[place] for place in chosen])
        yield Figure(name="recall", value=some.recall, of=some.right + some.missed, section=section)
    kept = _verdicts(pairs, [one and other for one, other in zip(ours, met, strict=True)])
    yield Figure(name="recall, through its keys", value=kept.recall, of=same, section="in a store")
    every = prints.values()
    yield Figure(
        name="candidates an article",
        value=2 * sum(1 for _ in meetings(every)) / len(prints),
        of=len(prints),
        is_cost=True,
        section="in a store",
    )


def _sections(pairs: Sequence[Pair]) -> Iterator[tuple[str, list[int]]]:
    """Sort the places of pairs by how much of the shorter text stands in the other."""
    shares = [_shared(pair) for pair in pairs]
    for section, low, high in SECTIONS:
        yield section, [place for place, share in enumerate(shares) if low <= share < high]


def _shared(pair: Pair) -> float:
    left, right = _grams(pair.left.text), _grams(pair.right.text)
    return len(left & right) / max(1, min(len(left), len(right)))


def _verdicts(pairs: Sequence[Pair], said: Sequence[bool]) -> Verdicts:
    told = [(pair.is_same, verdict) for pair, verdict in zip(pairs, said, strict=True)]
    return Verdicts(
        right=told.count((True, True)),
        wrong=told.count((False, True)),
        missed=told.count((True, False)),
    )


def _by_jaccard(pair: Pair) -> bool:
    left, right = _grams(pair.left.text), _grams(pair.right.text)
    return len(left & right) >= _ALIKE * max(1, len(left | right))


def _grams(text: str) -> frozenset[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return frozenset(zip(*(words[start:] for start in range(_GRAM)), strict=False))


def _by_title(pair: Pair) -> bool:
    return _first_line(pair.left) == _first_line(pair.right)


def _first_line(document: Document) -> str:
    return " ".join(document.text.partition("\n")[0].casefold().split())


def _notes(pairs: Sequence[Pair]) -> Iterator[str]:
    yield (
        "Pairs are drawn over all degrees of how much they share, and of dev more of the hard ones "
        "because the easy ones ran out: compare recall within a section only. The baseline says of "
        "one origin where half of all runs of five words are shared (exact Jaccard)."
    )
    yield f"Who goes by equal titles: {_in_words(_verdicts(pairs, [*map(_by_title, pairs)]))}."
    same = sum(pair.is_same for pair in pairs)
    yield f"{len(pairs)} pairs, {same} of one origin, labelled by one reader."


def _in_words(verdicts: Verdicts) -> str:
    return f"precision {verdicts.precision:.3f}, recall {verdicts.recall:.3f}"


def _cases(pairs: Sequence[Pair], ours: Sequence[bool]) -> Iterator[Case]:
    kinds: Mapping[tuple[bool, bool], str] = {
        (True, False): "missed, of one origin",
        (False, True): "strangers called of one origin",
    }
    for pair, verdict in zip(pairs, ours, strict=True):
        kind = kinds.get((pair.is_same, verdict))
        if kind is not None:
            yield Case(kind=kind)
