"""Reports with the victims of their events marked (WikiEvents)."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from tollbook.annotation import HARMS
from training.sheets import Sheet

_VICTIMS = {
    ("Life.Die", "Victim"): "killed",
    ("Life.Injure", "Victim"): "injured",
    ("Justice.ArrestJailDetain", "Detainee"): "detained",
}
_NUMBER_WORD = re.compile(
    r"^(?:at least |more than |about |some |nearly |over |around |up to )*(?:[\d,]+|an?"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|dozens|hundreds|thousands|many)\b",
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
