"""Time and memory of `tollbook` as its user starts it: each run a process of its own.

    python -m benchmarks.children SEED_FILE

Prints JSON. It imports next to nothing, since the peak memory of a child is never reported as
less than that of the process that started it.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.invented import invented_report

RUNS = 5
DOCUMENTS = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of a command: seconds on the clock, and the most memory it held, in MB."""

    seconds: float
    megabytes: float


def run(*arguments: str) -> Run:
    """Run `tollbook` and throw away what it prints.

    Raises:
        SystemExit: the command failed; a failure must not pass for a fast run.
    """
    began = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-m", "tollbook.cli", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert child.stderr is not None
    said = child.stderr.read().decode("utf-8", "replace")
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - began
    if status != 0:
        raise SystemExit(f"tollbook {' '.join(arguments)} failed: {said}")
    # Linux counts kilobytes, macOS bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(seconds=seconds, megabytes=usage.ru_maxrss * unit / 1e6)


def median_run(*arguments: str) -> Run:
    """Run a command several times and give the run in the middle."""
    runs = sorted((run(*arguments) for _ in range(RUNS)), key=lambda one: one.seconds)
    return Run(
        seconds=statistics.median(one.seconds for one in runs),
        megabytes=max(one.megabytes for one in runs),
    )


def folder_run() -> Run:
    """Read a folder of invented reports, written as a stream."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(DOCUMENTS):
            (Path(folder) / f"{number:05}.txt").write_text(invented_report(number), "utf-8")
        return run("read", folder, "--format", "jsonl", "--quiet")


def main(report: str) -> None:
    """Measure everything and print it."""
    runs = {
        "help": median_run("--help"),
        "card": median_run("read", report, "--published", "2024-09-20"),
        "folder": folder_run(),
    }
    print(json.dumps({name: asdict(one) for name, one in runs.items()}))


if __name__ == "__main__":
    main(sys.argv[1])
