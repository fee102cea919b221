"""The annotated reports: everything is known of them but sources that count nobody."""

import json
import re
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
from tollbook.document import Span
from tollbook.evaluating.gold import annotated
from training.sheets import Figure, Pointer, Sheet

ACT_LABELS = (*ACTORS, *OBJECTS, *REACTIONS)


def claims_gold(folder: Path, ids: list[str]) -> list[Sheet]:
    """Read annotated reports."""
    return [
        gold_sheet(
            (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8"),
            json.loads((folder / "gold" / f"{name}.json").read_text("utf-8")),
            name,
        )
        for name in ids
    ]


def gold_sheet(text: str, gold: dict[str, object], name: str) -> Sheet:
    """Give the sheet of one annotated report.

    Args:
        text: the report.
        gold: its annotation, as the guideline writes it.
        name: what an error calls it.
    """
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
