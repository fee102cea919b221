"""Answers kept on this machine, by content: what was asked once is not asked, or paid, again."""

import json
import os
import sys
from pathlib import Path
from tempfile import NamedTemporaryFile


def default_folder() -> Path:
    """Say where a user's caches lie on this platform."""
    home = Path.home()
    if sys.platform == "darwin":
        caches = home / "Library/Caches"
    elif sys.platform == "win32":
        caches = Path(os.environ.get("LOCALAPPDATA") or home / "AppData/Local")
    else:
        caches = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    return caches / "tollbook" / "llm"


class Cache:
    """A folder of answers, one file each; only its owner may look into it.

    The answers quote the reports. Deleting the folder loses nothing but what it cost to ask.
    """

    def __init__(self, folder: Path) -> None:
        """Make the folder if there is none.

        Raises:
            OSError: it cannot be made, or nothing can be written there.
        """
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(13, "nothing can be written there", str(folder))
        self.folder = folder

    def find(self, key: str) -> str | None:
        """Give the answer kept under a key; None where there is none that can be read."""
        try:
            kept = json.loads(self._path(key).read_text("utf-8"))
        except (OSError, ValueError):
            return None
        answer = kept.get("answer") if isinstance(kept, dict) else None
        return answer if isinstance(answer, str) else None

    def keep(self, key: str, answer: str) -> None:
        """Keep an answer. A full disk loses the saving, not the run."""
        path = self._path(key)
        try:
            path.parent.mkdir(mode=0o700, exist_ok=True)
            _write_whole(path, json.dumps({"answer": answer}))
        except OSError:
            return

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}.json"


def _write_whole(path: Path, text: str) -> None:
    """Write a file whole or not at all: another run may be looking."""
    with NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
        try:
            file.write(text)
            file.flush()
            os.replace(file.name, path)
        except OSError:
            os.unlink(file.name)
            raise
