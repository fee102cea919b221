"""What standard error hears: every input that could not be read, and how far along we are."""

import sys
import time
from collections.abc import Iterator

from tollbook.document import Unreadable
from tollbook.incident import Report

# A run shorter than this needs no progress; a longer one says something this often.
SECONDS = 1.0
_CLEAR = "\r\x1b[K"


class Progress:
    """Watches reports go by; says how many, on a terminal, once it takes a while."""

    def __init__(self, *, quiet: bool) -> None:
        self.refused = 0
        self._read = 0
        self._is_shown = not quiet and sys.stderr.isatty()
        self._said_at = time.monotonic()
        self._is_on_line = False

    def over(self, told: Iterator[Report | Unreadable]) -> Iterator[Report | Unreadable]:
        """Pass reports on, and name those that could not be read as they go by."""
        for report in told:
            if isinstance(report, Unreadable):
                self.refuse(report.reason)
            else:
                self.saw(report.imprint.name)
            yield report
        self.done()

    def refuse(self, reason: str) -> None:
        """Count one document that could not be read, and say why."""
        self.refused += 1
        self.say(f"tollbook: {reason}")

    def saw(self, name: str) -> None:
        """Count one document that was read."""
        self._read += 1
        self._say(name)

    def say(self, line: str) -> None:
        """Say something on a line of its own, wherever the progress stands."""
        self._clear()
        print(_printable(line), file=sys.stderr)

    def done(self) -> None:
        """Leave the terminal's line as it was found."""
        self._clear()

    def _say(self, name: str) -> None:
        if self._is_shown and time.monotonic() - self._said_at > SECONDS:
            self._said_at = time.monotonic()
            self._is_on_line = True
            line = f"{self._read:,} read, {_printable(name)}"[:79]
            print(f"{_CLEAR}{line}", end="", file=sys.stderr, flush=True)

    def _clear(self) -> None:
        if self._is_on_line:
            print(_CLEAR, end="", file=sys.stderr, flush=True)
            self._is_on_line = False


def _printable(text: str) -> str:
    """Keep what names a file from steering the terminal."""
    return "".join(char if char.isprintable() else "\ufffd" for char in text)
