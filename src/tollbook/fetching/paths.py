"""Paths and standard input to raw bytes, one input in memory at a time."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from tollbook.document import Raw, Unreadable

FEEDS = (".jsonl", ".ndjson")
KINDS = (".txt", ".md", ".html", ".htm", ".json", *FEEDS)
KINDS_IN_WORDS = f"{', '.join(KINDS[:-1])} or {KINDS[-1]}"

STDIN = "-"


def gather(
    paths: Iterable[str | Path], *, stdin: BinaryIO | None = None
) -> Iterator[Raw | Unreadable]:
    """Fetch every input in the order given, folders in the order of their names.

    Folders are walked to the bottom; hidden files and kinds that cannot be read are passed
    over there, but named as unreadable where they are given themselves. Feeds (JSON lines)
    come line by line, everything else whole.

    Args:
        paths: files, folders, or "-" for standard input.
        stdin: read instead of the process's own standard input.

    Returns:
        One `Raw` per file or line; an `Unreadable` for whatever could not be fetched. One
        bad input never stops the rest.
    """
    for path in paths:
        if str(path) == STDIN:
            yield from _standard_input(stdin or sys.stdin.buffer)
        else:
            yield from _named(Path(path))


def _named(path: Path) -> Iterator[Raw | Unreadable]:
    if path.is_dir():
        yield from _folder(path)
    elif path.suffix and path.suffix.lower() not in KINDS and path.exists():
        yield Unreadable(
            name=shown(path),
            reason=f"`{shown(path)}` is not a kind of file that can be read; give {KINDS_IN_WORDS}",
        )
    else:
        yield from _file(path)


def _folder(folder: Path) -> Iterator[Raw | Unreadable]:
    refused: list[OSError] = []
    is_empty = True
    for parent, folders, names in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            if not name.startswith(".") and path.suffix.lower() in KINDS and _is_plain(path):
                is_empty = False
                yield from _file(path)
        yield from _drain(refused)
    yield from _drain(refused, or_else=folder if is_empty else None)


def _drain(refused: list[OSError], *, or_else: Path | None = None) -> Iterator[Unreadable]:
    """Name the folders that could not be listed; `or_else` names one that held nothing."""
    if refused:
        yield from (_refusal(Path(error.filename), error) for error in refused)
        refused.clear()
    elif or_else is not None:
        yield Unreadable(
            name=shown(or_else),
            reason=f"`{shown(or_else)}` holds no file that can be read; give {KINDS_IN_WORDS}",
        )


def _is_plain(path: Path) -> bool:
    # A pipe or a device found in a folder would block for ever; a dangling link is worth naming.
    return path.is_file() or path.is_symlink()


def _file(path: Path) -> Iterator[Raw | Unreadable]:
    suffix = path.suffix.lower()
    try:
        with path.open("rb") as file:
            if suffix in FEEDS:
                yield from _lines(file, shown(path), suffix)
            else:
                yield Raw(name=shown(path), content=file.read(), suffix=suffix)
    except OSError as error:
        yield _refusal(path, error)


def _lines(
    feed: Iterable[bytes], name: str, suffix: str, first: int = 1
) -> Iterator[Raw | Unreadable]:
    is_empty = True
    for number, line in enumerate(feed, first):
        if line.strip():
            is_empty = False
            yield Raw(name=f"{name}:{number}", content=line, suffix=suffix, item=number)
    if is_empty and first == 1:
        yield Unreadable(name=name, reason=f"`{name}` holds no text; nothing to read")


def _standard_input(stream: BinaryIO) -> Iterator[Raw | Unreadable]:
    try:
        yield from _piped(stream)
    except OSError as error:
        yield _refusal(Path("stdin"), error)


def _piped(stream: BinaryIO) -> Iterator[Raw | Unreadable]:
    first = stream.readline()
    if _is_record(first):
        yield Raw(name="stdin:1", content=first, suffix=".jsonl", item=1)
        yield from _lines(stream, "stdin", ".jsonl", first=2)
    else:
        yield Raw(name="stdin", content=first + stream.read(), suffix="")


def _is_record(line: bytes) -> bool:
    line = line.strip()
    return line.startswith(b"{") and line.endswith(b"}")


def _refusal(path: Path, error: OSError) -> Unreadable:
    why = (error.strerror or str(error)).lower()
    return Unreadable(name=shown(path), reason=f"`{shown(path)}` cannot be opened: {why}")


def shown(path: Path) -> str:
    """Spell a path so that it can be printed, even where its bytes are not text."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
