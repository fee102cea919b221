"""News with every attribution marked: source, cue, and what is said (PolNeAR)."""

import re
from collections.abc import Iterator
from pathlib import Path

from tollbook.annotation import CUE, SOURCE
from tollbook.document import Span
from training.sheets import Pointer, Sheet


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
