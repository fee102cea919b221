"""Where output goes: standard output, or files in a folder."""

import os
import re
import sys
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

_RECORD = re.compile(r"^(?P<file>.*?)(?:\.\w+)?:(?P<item>\d+)$", re.S)
_ENDINGS = {"card": "txt", "history": "txt", "claims": "json"}


class Outlet:
    """Writes to standard output, or into a folder: one file, or one per document."""

    def __init__(self, folder: Path | None, form: str) -> None:
        self._folder = folder
        self._form = form
        self._taken: set[str] = set()
        self._file: TextIO | None = None
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        elif isinstance(sys.stdout, TextIOWrapper):
            # Reports hold every script; a locale that knows fewer must not lose a run.
            sys.stdout.reconfigure(encoding="utf-8", errors="replace")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._file is not None:
            self._file.close()
        elif error is None:
            sys.stdout.flush()

    @property
    def has_colour(self) -> bool:
        """Say whether a terminal reads along that wants colour (see https://no-color.org)."""
        is_wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        return self._folder is None and sys.stdout.isatty() and is_wanted

    def write(self, text: str) -> None:
        """Write text and end the line."""
        print(text, file=self._stream())

    def write_for(self, name: str, text: str) -> None:
        """Write a document's text, to `<stem>.json` where there is a folder."""
        if self._folder is None:
            print(text)
        else:
            path = self._folder / f"{self._free(stem(name))}.json"
            path.write_text(text + "\n", encoding="utf-8")

    def _stream(self) -> TextIO:
        if self._folder is None:
            return sys.stdout
        if self._file is None:
            path = self._folder / f"tollbook.{_ENDINGS.get(self._form, self._form)}"
            self._file = path.open("w", encoding="utf-8", newline="")
        return self._file

    def _free(self, wanted: str) -> str:
        """Give two documents of one stem two files: the second gets a number.

        On some disks "Flash" and "flash" are one file.
        """
        free, number = wanted, 2
        while free.casefold() in self._taken:
            free, number = f"{wanted}-{number}", number + 1
        self._taken.add(free.casefold())
        return free


def stem(name: str) -> str:
    """Say what a document's file is called without its folder and kind.

    Example:
        >>> stem("news/flash.txt"), stem("feed.jsonl:14"), stem("stdin")
        ('flash', 'feed-14', 'stdin')
    """
    record = _RECORD.match(name)
    if record is None:
        return Path(name).stem
    return f"{Path(record['file']).name}-{record['item']}"
