"""The command as a user runs it: another process, bytes in and out."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True, kw_only=True)
class Done:
    """What a run left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def run_tollbook(*arguments: str | Path, piped: bytes = b"", **environment: str) -> Done:
        done = subprocess.run(
            [sys.executable, "-m", "tollbook.cli", *map(str, arguments)],
            input=piped,
            capture_output=True,
            cwd=tmp_path,
            env={**os.environ, "COLUMNS": "80", **environment},
            check=False,
        )
        return Done(
            code=done.returncode, out=done.stdout.decode("utf-8"), err=done.stderr.decode("utf-8")
        )

    return run_tollbook
