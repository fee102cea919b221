"""The import contract holds, and refuses what it is there to refuse."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HEAPS = {"base", "common", "helper", "helpers", "misc", "util", "utils"}

LINT = "import sys; from importlinter.cli import lint_imports_command as lint; sys.exit(lint())"


def lint(folder: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", LINT, "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def checkout(tmp_path: Path, pytestconfig: pytest.Config) -> Path:
    """A copy of the package and its contract, to break on purpose."""
    root = pytestconfig.rootpath
    shutil.copy(root / "pyproject.toml", tmp_path)
    skip = shutil.ignore_patterns("__pycache__", "*.txt", "*.tsv", "*.json", "*.onnx", "*.sqlite")
    shutil.copytree(root / "src/tollbook", tmp_path / "tollbook", ignore=skip)
    return tmp_path


def add(checkout: Path, file: str, line: str) -> None:
    path = checkout / "tollbook" / file
    before = path.read_text("utf-8") if path.exists() else ""
    path.write_text(f"{before}\n{line}\n", "utf-8")


def test_data_flows_one_way(checkout: Path) -> None:
    done = lint(checkout)
    assert done.returncode == 0, done.stdout
    assert "2 kept, 0 broken" in done.stdout


@pytest.mark.parametrize(
    ("file", "line", "verdict"),
    [
        pytest.param("utils.py", "", "not listed as layers", id="a stray top-level heap"),
        pytest.param(
            "reading/__init__.py",
            "import tollbook.extracting",
            "tollbook.reading is not allowed to import tollbook.extracting",
            id="a sibling stage",
        ),
        pytest.param(
            "counting/__init__.py",
            "import tollbook.extracting",
            "tollbook.counting is not allowed to import tollbook.extracting",
            id="a room above",
        ),
        pytest.param(
            "claim.py",
            "import tollbook.incident",
            "tollbook.claim is not allowed to import tollbook.incident",
            id="a noun above",
        ),
        pytest.param(
            "exporting/__init__.py",
            "import tollbook.fetching",
            "tollbook.exporting is not allowed to import tollbook.fetching",
            id="another edge",
        ),
        pytest.param(
            "extracting/__init__.py",
            "import os",
            "tollbook.extracting is not allowed to import os",
            id="the disk",
        ),
        pytest.param(
            "linking/__init__.py",
            "import random",
            "tollbook.linking is not allowed to import random",
            id="the dice",
        ),
        pytest.param(
            "toll.py", "import time", "tollbook.toll is not allowed to import time", id="the clock"
        ),
        pytest.param(
            "document.py",
            "import urllib.request",
            "tollbook.document is not allowed to import urllib",
            id="the network",
        ),
    ],
)
def test_the_contract_refuses(checkout: Path, file: str, line: str, verdict: str) -> None:
    add(checkout, file, line)
    done = lint(checkout)
    assert done.returncode != 0
    assert verdict in done.stdout


def test_the_core_does_not_reach_the_disk_through_another_room(checkout: Path) -> None:
    add(checkout, "document.py", "import os")
    done = lint(checkout)
    assert done.returncode != 0
    assert "tollbook.linking is not allowed to import os" in done.stdout


def test_no_file_is_a_heap(pytestconfig: pytest.Config) -> None:
    root = pytestconfig.rootpath
    files = [
        f for place in ("src", "tests", "benchmarks", "docs") for f in (root / place).rglob("*")
    ]
    assert files
    assert [str(f) for f in files if f.stem in HEAPS] == []
