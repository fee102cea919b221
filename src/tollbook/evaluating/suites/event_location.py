"""Event locations: sentences in which a verb is marked, and where that happened.

Made for Halterman, "Geolocating Political Events in Text" (2019), from wire texts, reports on
atrocities and on the war in Syria. A sentence may name no place of the event, or several.
Precision and recall are over the words of the marked names in all sentences together, as in the
paper; words of a name found in a sentence without one count against precision.

Some sources give places by token, both ends included, where the rest give characters; both are
read. A sentence that two people read is in the corpus twice; how far they agree stands in the
notes, as nobody can be expected to do better.

The corpus has one file here: of its sentences those whose SHA-1 ends in 7 to 9, modulo ten, are
"dev", the others were learned from.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path
from typing import Any, Final

from tollbook.document import Span
from tollbook.errors import UnusableCorpus
from tollbook.evaluating.scores import Ratio
from tollbook.evaluating.suite import Case, Figure, Reader, Result
from tollbook.gazetteer import open_gazetteer
from tollbook.locating.event_place import event_places

TARGET: Final = 0.85
PEER: Final = 0.83
PEER_NAME: Final = "Halterman 2019 (over .83)"
DEV: Final = frozenset({7, 8, 9})

# These give a place by its first and last token, of spaCy's kind.
_BY_TOKEN: Final = frozenset({"AP", "Atrocities", "Xinhua", "wiki", "coalition", "Masdar"})
_LONGEST_NAME: Final = 6
_NAMED: Final = re.compile(r"[A-Z]|(?:al|el|ad|as|ash)-|[^\x00-\x7f]")
_TOKEN: Final = re.compile(
    r"[A-Z]\.(?:[A-Z]\.)+|(?:St|Mt|Ft|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Brig|Gov|Rep|Sen|Mr|Mrs|Ms|Jan|"
    r"Feb|Aug|Sept|Oct|Nov|Dec|Jr|Inc|Corp|Co|No|U\.S|a\.m|p\.m)\.|['’]s\b|n['’]t\b|"
    r"\d+(?:[.,:/]\d+)*|[^\W\d_]\w*(?:['’](?!s\b)\w+)*(?:\.(?=\w)\w+)*|\w+|``|''|\.\.\.|--|\S"
)
_PLAIN: Final = re.compile(r"\b(?:in|at|near) (?:the )?((?:[A-Z][\w'’-]*)(?: [A-Z][\w'’-]*)*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A sentence, the verb asked for, and the names of where that happened, in code points."""

    sentence: str
    verb: Span
    places: tuple[Span, ...]

    @property
    def fold(self) -> int:
        """A number from 0 to 9 that only depends on the sentence."""
        return int(sha1(self.sentence.encode()).hexdigest(), 16) % 10


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    located: Located
    ours: frozenset[int]
    plain: frozenset[int]


def measure(folder: Path, part: str, reader: Reader) -> Result:
    """Score the words of the place of every verb.

    Raises:
        UnusableCorpus: the file of that part is not there.
    """
    located = load(folder / "event_location", part)
    gazetteer = open_gazetteer()
    read = [
        _Read(
            located=one,
            ours=_words(one.sentence, event_places(one.sentence, one.verb, gazetteer)),
            plain=_words(one.sentence, _nearest(one)),
        )
        for one in located
    ]
    return Result(
        suite="event-location",
        part=part,
        annotator=reader.annotator.name,
        documents=len(read),
        figures=tuple(_figures(read)),
        notes=tuple(_notes(located)),
        cases=tuple(_cases(read)),
    )


def load(folder: Path, part: str) -> tuple[Located, ...]:
    """Load the sentences of one part; those whose place cannot be read are left out.

    Raises:
        UnusableCorpus: the file is not there.
    """
    path = folder / ("test.jsonl" if part == "test" else "train.jsonl")
    if not path.exists():
        raise UnusableCorpus(f"`{path}` is not there; event-location reads it for {part!r}")
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())
    found = [one for row in rows if (one := _located(row)) is not None]
    if part == "test":
        return tuple(found)
    return tuple(one for one in found if (one.fold in DEV) == (part == "dev"))


def _located(row: Mapping[str, Any]) -> Located | None:
    verbs = [span for span in row["spans"] if span["label"] == "VERB"]
    if not verbs:
        return None
    by_token = row.get("source") in _BY_TOKEN
    marked = [span for span in row["spans"] if span["label"] == "LOCATION"]
    read = [_place(row["text"], span["start"], span["end"], by_token) for span in marked]
    places = [place for place in read if place is not None]
    if marked and not places:
        return None
    verb = Span(start=verbs[0]["start"], end=verbs[0]["end"])
    return Located(sentence=row["text"], verb=verb, places=tuple(sorted(set(places))))


def _place(text: str, start: int, end: int, by_token: bool) -> Span | None:
    """Read where a place stands: by characters, by tokens, or a token or two beside."""
    by_letter = Span(start=start, end=end) if _is_aligned(text, start, end) else None
    if not by_token:
        return by_letter
    tokens = _tokens(text)

    def named(shift: int) -> Span | None:
        first, last = start + shift, end + shift
        if not 0 <= first <= last < len(tokens) or end - start > _LONGEST_NAME:
            return None
        ends = (tokens[first], tokens[last])
        if not all(_NAMED.match(text, token.start) for token in ends):
            return None
        return Span(start=ends[0].start, end=ends[1].end)

    if by_letter is not None and _NAMED.match(text, start) is None:
        by_letter = None
    readings = (named(0), by_letter, named(-1), named(1), named(-2), named(2))
    return next((reading for reading in readings if reading is not None), None)


def _is_aligned(text: str, start: int, end: int) -> bool:
    """Whether both ends stand between words."""
    if not 0 <= start < end <= len(text):
        return False
    cuts_first = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    cuts_last = end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
    return not cuts_first and not cuts_last


def _tokens(text: str) -> list[Span]:
    """Cut a text as the corpus was cut: more than one blank is a token too."""
    tokens: list[Span] = []
    for piece in re.finditer(r"\S+|\s+", text):
        start, end = piece.span()
        if not piece.group().isspace():
            found = _TOKEN.finditer(text, start, end)
            tokens += [Span(start=one.start(), end=one.end()) for one in found]
        elif start == 0 or piece.group() != " ":
            tokens.append(Span(start=start + (start > 0 and end - start > 1), end=end))
    return tokens


def _words(text: str, places: Iterable[Span]) -> frozenset[int]:
    """Give the words of some places, each by where it begins."""
    return frozenset(
        word.start()
        for place in places
        for word in re.compile(r"\w+").finditer(text, place.start, place.end)
    )


def _nearest(one: Located) -> tuple[Span, ...]:
    """Take the name behind "in", "at" or "near" that stands nearest to the verb."""
    found = [Span(start=m.start(1), end=m.end(1)) for m in _PLAIN.finditer(one.sentence)]
    if not found:
        return ()
    return (min(found, key=lambda place: abs(place.start - one.verb.start)),)


def _figures(read: Sequence[_Read]) -> Iterator[Figure]:
    ours, plain = _tally(read, "ours"), _tally(read, "plain")
    gold = sum(len(_gold(one)) for one in read)
    for name, value, baseline in (
        ("token precision", ours.precision, plain.precision),
        ("token recall", ours.recall, plain.recall),
    ):
        yield Figure(
            name=name,
            value=value,
            of=gold,
            baseline=baseline,
            peer=PEER,
            peer_name=PEER_NAME,
            target=TARGET,
        )
    exact = [one.ours == _gold(one) for one in read]
    exact_plain = [one.plain == _gold(one) for one in read]
    yield Figure(
        name="sentences wholly right",
        value=sum(exact) / len(exact) if exact else 0.0,
        of=len(read),
        baseline=sum(exact_plain) / len(exact) if exact else 0.0,
    )


def _gold(one: _Read) -> frozenset[int]:
    return _words(one.located.sentence, one.located.places)


def _tally(read: Sequence[_Read], whose: str) -> Ratio:
    found = [(_gold(one), one.ours if whose == "ours" else one.plain) for one in read]
    return Ratio(
        right=sum(len(gold & ours) for gold, ours in found),
        predicted=sum(len(ours) for _, ours in found),
        gold=sum(len(gold) for gold, _ in found),
    )


def _notes(located: Sequence[Located]) -> Iterator[str]:
    twice: dict[tuple[str, int], list[frozenset[str]]] = defaultdict(list)
    for one in located:
        bare = one.sentence.lstrip()
        at = one.verb.start - (len(one.sentence) - len(bare))
        names = {one.sentence[place.start : place.end] for place in one.places}
        twice[bare.rstrip(), at].append(frozenset(w for n in names for w in re.findall(r"\w+", n)))
    pairs = [(names[0], names[1]) for names in twice.values() if len(names) > 1]
    shared = sum(len(one & other) for one, other in pairs)
    first, second = (sum(len(pair[side]) for pair in pairs) for side in (0, 1))
    if first and second:
        yield (
            f"{len(pairs)} sentences were read twice: of the words of one reading "
            f"{shared / first:.3f} are in the other, and {shared / second:.3f} the other way"
        )
    yield "the baseline takes the name behind in, at or near that stands nearest to the verb"


def _cases(read: Sequence[_Read]) -> Iterator[Case]:
    for one in read:
        gold = _gold(one)
        if one.ours != gold:
            kind = (
                "a place where none is marked"
                if not gold
                else "no place found"
                if not one.ours
                else "another place"
                if not gold & one.ours
                else "too many places"
                if gold < one.ours
                else "too few places"
                if one.ours < gold
                else "places in part"
            )
            yield Case(kind=kind, weight=len(gold ^ one.ours))
