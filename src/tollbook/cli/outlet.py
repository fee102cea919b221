"""Where output goes: standard output, or files in a folder."""

import re
from pathlib import Path

_RECORD = re.compile(r"^(?P<file>.*?)(?:\.\w+)?:(?P<item>\d+)$")


class Outlet:
    """Writes to standard output, or into a folder, one file per document where asked."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._taken: set[str] = set()
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)

    def write(self, text: str) -> None:
        """Write a text of its own."""
        print(text)

    def write_for(self, name: str, text: str) -> None:
        """Write a document's text, to `<stem>.json` where there is a folder."""
        if self._folder is None:
            print(text)
        else:
            path = self._folder / f"{self._free(stem(name))}.json"
            path.write_text(text + "\n", encoding="utf-8")

    def _free(self, wanted: str) -> str:
        """Give two documents of one stem two files: the second gets a number."""
        free, number = wanted, 2
        while free in self._taken:
            free, number = f"{wanted}-{number}", number + 1
        self._taken.add(free)
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
