"""Annotated reports: a text, what its annotator found in it, and how the reports are split.

The folder is that of the claims guideline: `text/<id>.txt`, `gold/<id>.json`, `split.json`.
The annotation holds verbatim words; where they stand in the text is worked out here, by the
same rule as the guideline's own scorer, so that both give the same figures.
"""

import json
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from tollbook.document import Document, Span

ACTS = {
    "responsibility": ("actor_words", "status"),
    "damage": ("object_words", "effect"),
    "reaction": ("actor_words", "reaction"),
}
"""The claims that are no figures: which words name them, and what is said of those."""

# A mention of the group before the figure is a worse clue than one after it: "31 people".
_WRONG_SIDE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldToll:
    """A figure as annotated; `places` are all the stretches its words may stand at."""

    harm: str
    low: int
    high: int | None
    words: str
    group: str
    part_of: bool
    is_background: bool
    source: str | None
    source_kind: str | None
    stance: str
    sentence: str
    place: Span
    places: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldAct:
    """Who did it, what broke or who reacted, as annotated.

    `name` are the words of the actor or object; `what` the status, effect or reaction.
    """

    kind: str
    name: str
    what: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldReport:
    """One annotated report."""

    id: str
    text: str
    published: date | None
    tolls: tuple[GoldToll, ...]
    acts: tuple[GoldAct, ...]

    @property
    def family(self) -> str:
        """The kind of text, as its id begins: fk, we, muc or gva."""
        return self.id.partition("_")[0]

    @property
    def document(self) -> Document:
        """The report as the extractor is given it."""
        return Document(text=self.text, name=f"{self.id}.txt", published_at=self.published)


def load_split(folder: Path, split: str) -> tuple[GoldReport, ...]:
    """Read the reports of one split ("train", "dev"), sorted by id."""
    ids = json.loads((folder / "split.json").read_text("utf-8"))[split]
    return tuple(
        load_report(folder / "text" / f"{name}.txt", folder / "gold" / f"{name}.json")
        for name in sorted(ids)
    )


def load_report(text_file: Path, gold_file: Path) -> GoldReport:
    """Read one annotated report; line ends stay as they are, since offsets count them."""
    text = text_file.read_bytes().decode("utf-8")
    return annotated(text, json.loads(gold_file.read_text("utf-8")), name=gold_file.stem)


def fingerprint(folder: Path) -> str:
    """Name a corpus by every byte of its texts, annotations and split."""
    digest = sha256()
    files = [folder / "split.json", *folder.glob("text/*.txt"), *folder.glob("gold/*.json")]
    for file in sorted(files):
        digest.update(f"{file.relative_to(folder).as_posix()}\0{file.stat().st_size}\0".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def annotated(text: str, gold: dict[str, Any], name: str) -> GoldReport:
    """Join a text and its annotation, and find where each figure stands."""
    published = gold.get("published")
    claims = gold["claims"]
    return GoldReport(
        id=name.removesuffix(".gold"),
        text=text,
        published=None if published is None else date.fromisoformat(published),
        tolls=_tolls(text, [claim for claim in claims if claim["kind"] == "toll"]),
        acts=tuple(_act(claim) for claim in claims if claim["kind"] in ACTS),
    )


def _act(claim: dict[str, Any]) -> GoldAct:
    name, what = ACTS[claim["kind"]]
    return GoldAct(
        kind=claim["kind"],
        name=claim[name],
        what=claim[what],
        sentence=claim["sentence"],
    )


def _tolls(text: str, claims: list[dict[str, Any]]) -> tuple[GoldToll, ...]:
    seen: Counter[tuple[str | None, ...]] = Counter()
    found = []
    for claim in claims:
        key = tuple(claim[k] for k in ("harm", "sentence", "count_words", "source_words"))
        found.append(_toll(text, claim, nth=seen[key]))
        seen[key] += 1
    return tuple(found)


def _toll(text: str, claim: dict[str, Any], nth: int) -> GoldToll:
    place, places = _stand(text, claim, nth)
    return GoldToll(
        harm=claim["harm"],
        low=claim["low"],
        high=claim["high"],
        words=claim["count_words"],
        group=claim["group"],
        part_of=claim["part_of"],
        is_background=claim["incident"] == "background",
        source=claim["source_words"],
        source_kind=claim["source_kind"],
        stance=claim["stance"],
        sentence=claim["sentence"],
        place=place,
        places=places,
    )


def _stand(text: str, claim: dict[str, Any], nth: int) -> tuple[Span, tuple[Span, ...]]:
    """Find where the words of a figure stand: the likeliest place, and all of them.

    `nth` counts equal claims before this one: a headline repeated in the body is two.
    """
    sentence, words, group = claim["sentence"], claim["count_words"], claim.get("group_words")
    starts = [match.start() for match in re.finditer(re.escape(sentence), text)]
    start = starts[min(nth, len(starts) - 1)]
    places = _find(words, sentence, start) or _find(words, text, 0)
    if len(starts) > 1 or len(places) == 1:
        return places[0], places
    groups = [start + m.start() for m in re.finditer(re.escape(group), sentence)] if group else []
    if not groups:
        return places[min(nth, len(places) - 1)], places
    return min(places, key=lambda place: min(_distance(place, at) for at in groups)), places


def _distance(place: Span, group_at: int) -> int:
    penalty = _WRONG_SIDE if group_at < place.start else 0
    return abs(group_at - place.end) + penalty


def _find(words: str, text: str, base: int) -> tuple[Span, ...]:
    """Find words in a text, as whole words if they stand there so at all."""
    plain = re.escape(words)
    patterns = [plain]
    if words[:1].isalnum() and words[-1:].isalnum():
        patterns.insert(0, rf"(?<!\w){plain}(?!\w)")
    for pattern in patterns:
        found = [m.span() for m in re.finditer(pattern, text)]
        if found:
            return tuple(Span(start=base + start, end=base + end) for start, end in found)
    return ()
