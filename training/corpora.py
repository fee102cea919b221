"""The corpora beside the repository -> sheets. Each reads its folder as `data/README.md` says."""

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

from tollbook.annotation import (
    ACTORS,
    CUE,
    HARMS,
    OBJECTS,
    PLACE,
    REACTIONS,
    RELAY,
    SOURCE,
    TIME,
)
from tollbook.claim import BACKGROUND, TollClaim
from tollbook.document import Document, Span
from tollbook.evaluating.gold import annotated
from tollbook.extracting import extract
from training.sheets import Figure, Pointer, Sheet

ACT_LABELS = (*ACTORS, *OBJECTS, *REACTIONS)


def claims_gold(folder: Path, ids: list[str]) -> list[Sheet]:
    """Read annotated reports: everything is known of them but sources that count nobody."""
    return [
        _gold_sheet(
            (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8"),
            json.loads((folder / "gold" / f"{name}.json").read_text("utf-8")),
            name,
        )
        for name in ids
    ]


def _gold_sheet(text: str, gold: dict[str, object], name: str) -> Sheet:
    sheet = Sheet(text=text)
    sheet.whole(HARMS)
    sheet.whole(ACT_LABELS)
    claims = gold["claims"]
    assert isinstance(claims, list)
    tolls = [claim for claim in claims if claim["kind"] == "toll"]
    report = annotated(text, gold, name)
    for raw, toll in zip(tolls, report.tolls, strict=True):
        start, end = toll.place.start, toll.place.end
        sheet.marks.append((toll.harm, start, end))
        sheet.figures.append(
            Figure(
                start=start,
                end=end,
                group=f"group:{toll.group}",
                stance=f"stance:{toll.stance}",
                part_of=toll.part_of,
                is_background=toll.is_background,
            )
        )
        sentence = _sentence_around(text, toll.sentence, start)
        sources = _nearest(text, toll.source, sentence, start)
        sheet.pointers.append(Pointer(start=start, end=end, sources=sources))
        for label, words in ((SOURCE, toll.source), (CUE, raw["cue_words"])):
            sheet.marks += [(label, s.start, s.end) for s in _inside(text, words, sentence)]
        sheet.known.append(((RELAY,), sentence.start, sentence.end))
        relays = _inside(text, raw["relay_words"], sentence)
        sheet.marks += [(RELAY, s.start, s.end) for s in relays]
    for claim in claims:
        if claim["kind"] != "toll":
            _mark_act(sheet, claim)
    _mark_scene(sheet, gold)
    return sheet


def _sentence_around(text: str, sentence: str, place: int) -> Span:
    starts = [m.start() for m in re.finditer(re.escape(sentence), text)]
    start = max((s for s in starts if s <= place), default=starts[0])
    return Span(start=start, end=start + len(sentence))


def _inside(text: str, words: str | None, stretch: Span) -> list[Span]:
    if not words:
        return []
    pattern = rf"(?<!\w){re.escape(words)}(?!\w)"
    found = re.finditer(pattern, text[stretch.start : stretch.end])
    return [Span(start=stretch.start + m.start(), end=stretch.start + m.end()) for m in found]


def _nearest(text: str, words: str | None, sentence: Span, place: int) -> tuple[Span, ...]:
    """A source in the figure's sentence, else the last one before it, else the next."""
    if not words:
        return ()
    if inside := _inside(text, words, sentence):
        return tuple(inside)
    every = _inside(text, words, Span(start=0, end=len(text)))
    before = [span for span in every if span.end <= place]
    return tuple(before[-1:] or every[:1]) or (Span(start=place, end=place),)


def _mark_act(sheet: Sheet, claim: dict[str, str]) -> None:
    words, what = {
        "responsibility": ("actor_words", "status"),
        "damage": ("object_words", "effect"),
        "reaction": ("actor_words", "reaction"),
    }[claim["kind"]]
    label, labels = f"{claim['kind']}:{claim[what]}", _rivals(claim["kind"])
    starts = [m.start() for m in re.finditer(re.escape(claim["sentence"]), sheet.text)]
    if not starts:
        return
    sentence = Span(start=starts[0], end=starts[0] + len(claim["sentence"]))
    here = _inside(sheet.text, claim[words], sentence)[:1]
    # Only the first mention is annotated: of the later ones nothing is known.
    everywhere = Span(start=0, end=len(sheet.text))
    for again in _inside(sheet.text, claim[words], everywhere):
        if again not in here:
            sheet.unknown.append((labels, again.start, again.end))
    sheet.marks += [(label, span.start, span.end) for span in here]


def _rivals(kind: str) -> tuple[str, ...]:
    return tuple(label for label in ACT_LABELS if label.startswith(f"{kind}:"))


def _mark_scene(sheet: Sheet, gold: dict[str, object]) -> None:
    incidents = gold["incidents"]
    assert isinstance(incidents, list)
    sheet.whole((PLACE, TIME))
    everywhere = Span(start=0, end=len(sheet.text))
    for incident in incidents:
        times = [incident["when_words"]] if incident["when_words"] else []
        for label, phrases in ((PLACE, incident["where_words"] or []), (TIME, times)):
            for words in phrases:
                found = _inside(sheet.text, words, everywhere)
                sheet.marks += [(label, span.start, span.end) for span in found]


def polnear(folder: Path) -> Iterator[Sheet]:
    """Read news with every attribution marked: source, cue, and what is said.

    A text that several people annotated is read once, as the first of them did.
    """
    files = sorted((folder / "attributions").glob("*.ann"), reverse=True)
    for name, file in sorted({file.stem.rpartition("_")[0]: file for file in files}.items()):
        text = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        yield _attributed(text, file.read_text("utf-8"))


def _attributed(text: str, annotation: str) -> Sheet:
    sheet = Sheet(text=text)
    sheet.whole((SOURCE, CUE))
    stretches: dict[str, list[Span]] = {}
    for line in annotation.splitlines():
        if re.match(r"T\d+\t", line):
            name, body, _ = line.split("\t", 2)
            kind, _, offsets = body.partition(" ")
            pairs = [tuple(map(int, pair.split())) for pair in offsets.split(";")]
            stretches[name] = [Span(start=start, end=end) for start, end in pairs]
            if kind in {"Source", "Cue"}:
                label = SOURCE if kind == "Source" else CUE
                sheet.marks += [(label, s.start, s.end) for s in stretches[name]]
    sheet.pointers += _who_says(annotation, stretches)
    said = [(pointer.start, pointer.end) for pointer in sheet.pointers]
    for span in sheet.spans:
        if not any(start < span.end and span.start < end for start, end in said):
            sheet.pointers.append(Pointer(start=span.start, end=span.end, sources=()))
    return sheet


def _who_says(annotation: str, stretches: dict[str, list[Span]]) -> Iterator[Pointer]:
    for line in annotation.splitlines():
        if not line.startswith("E"):
            continue
        roles = [pair.partition(":") for pair in line.split("\t")[1].split()]
        named = [(role.rstrip("0123456789"), name) for role, _, name in roles]
        sources = tuple(s for role, name in named if role == "Source" for s in stretches[name])
        contents = [s for role, name in named if role == "Content" for s in stretches[name]]
        if sources:
            for content in contents:
                yield Pointer(start=content.start, end=content.end, sources=sources)


_HARM_WORDS = {
    "killed": r"\b(KILL|MURDER|DEAD|DEATH|DIED|DIE\b|DIES|ASSASSINAT|SLAIN|EXECUT|MASSACR|FATAL|LIVES|PERISH|BODIES|BODY)",
    "injured": r"\b(INJUR|WOUND|HURT)",
    "abducted": r"\b(KIDNAP|ABDUCT|HOSTAGE|SEQUEST)",
}
_NUMBERED = re.compile(
    r"((?:AT LEAST |MORE THAN |ABOUT |SOME |NEARLY |OVER )?(?:\d+|A|AN|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN"
    r"|EIGHT|NINE|TEN|ELEVEN|TWELVE|SEVERAL|DOZENS OF|MANY))\s+(?:\w+\s+)?$"
)


def muc(folder: Path, without: set[str], share: float, dice: random.Random) -> Iterator[Sheet]:
    """Read wire texts whose human targets are known: their words next to words of harm."""
    for file in sorted((folder / "dev").glob("dev-muc3-*")):
        keys = (folder / "dev" / f"key-dev-{file.name.split('-')[2]}.muc4").read_text("latin-1")
        targets = _human_targets(keys)
        parts = re.split(r"^(DEV-MUC3-\d+) .*$", file.read_text("latin-1"), flags=re.M)
        for name, body in zip(parts[1::2], parts[2::2], strict=True):
            if name not in without and dice.random() < share:
                yield _wire_sheet(body.strip(), targets.get(name, []))


def _human_targets(keys: str) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    name = slot = kind = ""
    for line in keys.splitlines():
        if line[:1].isdigit():
            slot, line = line[4:36].strip(), line[36:] if len(line) > 36 else ""
            if slot == "MESSAGE: ID":
                name = line.split(" ")[0]
                found.setdefault(name, [])
            if slot == "INCIDENT: TYPE":
                kind = line.strip()
        words = re.findall(r'"([^"]+)"', line)
        if slot == "HUM TGT: EFFECT OF INCIDENT":
            for effect, harm in (("DEATH:", "killed"), ("INJURY:", "injured")):
                if line.strip().lstrip("? ").startswith(effect):
                    found[name] += [(harm, w) for w in words]
        if slot in {"HUM TGT: NAME", "HUM TGT: DESCRIPTION"} and kind == "KIDNAPPING":
            found[name] += [("abducted", w) for w in words]
    return found


def _wire_sheet(text: str, targets: list[tuple[str, str]]) -> Sheet:
    sheet = Sheet(text=text)
    for span in sheet.spans:
        sentence = text[span.start : span.end]
        told = [harm for harm, pattern in _HARM_WORDS.items() if re.search(pattern, sentence)]
        if not told:
            sheet.known.append((HARMS, span.start, span.end))
        for harm, words in targets:
            if harm in told:
                pattern = r"\b" + r"\s+".join(map(re.escape, words.split())) + r"\b"
                for match in re.finditer(pattern, sentence):
                    start, end = _counting_words(sentence, match.start(), match.end())
                    sheet.marks.append((harm, span.start + start, span.start + end))
    return sheet


def _counting_words(sentence: str, start: int, end: int) -> tuple[int, int]:
    """The number before a noun, or at its head, else all of the noun phrase."""
    if before := _NUMBERED.search(sentence[:start]):
        return before.span(1)
    opening = re.match(
        r"(\d+|A|AN|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN)\s", sentence[start:end]
    )
    return (start, start + opening.end(1)) if opening else (start, end)


_VICTIMS = {
    ("Life.Die", "Victim"): "killed",
    ("Life.Injure", "Victim"): "injured",
    ("Justice.ArrestJailDetain", "Detainee"): "detained",
}
_NUMBER_WORD = re.compile(
    r"^(?:at least |more than |about |some |nearly |over |around |up to )*(?:[\d,]+|an?|one|two|three|four|five|six"
    r"|seven|eight|nine|ten|eleven|twelve|several|dozens|hundreds|thousands|many)\b",
    re.I,
)


def wikievents(file: Path, without: set[str]) -> Iterator[Sheet]:
    """Read reports whose victims are marked; sentences that tell no harm are known to be so."""
    for line in file.read_text("utf-8").splitlines():
        record = json.loads(line)
        if record["docid"] not in without:
            yield _event_sheet(record)


def _event_sheet(record: dict[str, list[dict[str, object]]]) -> Sheet:
    tokens = [str(token) for token in record["tokens"]]
    starts, length = [], 0
    for token in tokens:
        starts.append(length)
        length += len(token) + 1
    sheet = Sheet(text=" ".join(tokens))
    told: list[int] = []
    for event in record["event_mentions"]:
        trigger = event["trigger"]
        assert isinstance(trigger, dict)
        told.append(starts[trigger["start_idx"]])
        kind = ".".join(str(event["event_type"]).split(".")[:2])
        arguments = event["arguments"]
        assert isinstance(arguments, list)
        for argument in arguments:
            harm = _VICTIMS.get((kind, argument["role"]))
            if harm:
                words = str(argument["text"])
                at = _closest(sheet.text, words, starts[trigger["start_idx"]])
                if at >= 0:
                    number = _NUMBER_WORD.match(words)
                    end = at + (number.end() if number else len(words))
                    sheet.marks.append((harm, at, end))
                    told.append(at)
    for span in sheet.spans:
        if not any(span.start <= at < span.end for at in told):
            sheet.known.append((HARMS, span.start, span.end))
    return sheet


def _closest(text: str, words: str, place: int) -> int:
    found = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    return min(found, key=lambda at: abs(at - place), default=-1)


_COUNTED = {
    "killed": "killed",
    "injured": "injured",
    "kidnapped": "abducted",
    "arrested": "detained",
}


def counted_paragraphs(file: Path, share: float, dice: random.Random) -> Iterator[Sheet]:
    """Read paragraphs whose coded counts bear out what the grammar reads in them."""
    for line in file.read_text("utf-8").splitlines():
        if dice.random() < share:
            record = json.loads(line)
            if sheet := _borne_out(record["text"], _coded(record["counts"])):
                yield sheet


def _coded(counts: dict[str, object]) -> dict[str, int]:
    coded = dict.fromkeys(_COUNTED.values(), 0)
    for column, count in counts.items():
        for word, harm in _COUNTED.items():
            if word in column.lower() and isinstance(count, int | float):
                coded[harm] = max(coded[harm], int(count))
    return coded


def _borne_out(text: str, coded: dict[str, int]) -> Sheet | None:
    if not text.strip():
        return None
    claims = [
        claim
        for account in extract(Document(text=text, name="paragraph"))
        for claim in account.claims
        if isinstance(claim, TollClaim)
    ]
    for harm, count in coded.items():
        told = [claim.count.low for claim in claims if claim.harm == harm]
        if count != sum(told) and count not in told:
            return None
    sheet = Sheet(text=text)
    sheet.known.append((tuple(coded), 0, len(text)))
    for claim in claims:
        if claim.harm in coded and claim.incident != BACKGROUND:
            sheet.marks.append((claim.harm, claim.count.words.start, claim.count.words.end))
    return sheet


def articles(docs: Path, incidents: Path, share: float, dice: random.Random) -> Iterator[Sheet]:
    """Read local news whose coded counts bear out what the grammar reads in them."""
    coded = {}
    for line in incidents.read_text("utf-8").splitlines():
        incident = json.loads(line)
        for name in incident["docs"]:
            coded[name] = {"killed": incident["killed"], "injured": incident["injured"]}
    for line in docs.read_text("utf-8").splitlines():
        record = json.loads(line)
        if dice.random() < share and record["doc_id"] in coded:
            if sheet := _borne_out(record["content"], coded[record["doc_id"]]):
                yield sheet
