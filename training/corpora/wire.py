"""Wire texts whose human targets are known: their words, next to words of harm (MUC-4)."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

from tollbook.annotation import HARMS
from training.sheets import Sheet

_HARM_WORDS = {
    "killed": r"\b(KILL|MURDER|DEAD|DEATH|DIED|DIE\b|DIES|ASSASSINAT|SLAIN|EXECUT|MASSACR|FATAL"
    r"|LIVES|PERISH|BODIES|BODY)",
    "injured": r"\b(INJUR|WOUND|HURT)",
    "abducted": r"\b(KIDNAP|ABDUCT|HOSTAGE|SEQUEST)",
}
_NUMBERED = re.compile(
    r"((?:AT LEAST |MORE THAN |ABOUT |SOME |NEARLY |OVER )?(?:\d+|A|AN|ONE|TWO|THREE|FOUR|FIVE"
    r"|SIX|SEVEN|EIGHT|NINE|TEN|ELEVEN|TWELVE|SEVERAL|DOZENS OF|MANY))\s+(?:\w+\s+)?$"
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
