"""Who marks, by the command line; what a language model does there is in tests/annotating/llm."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tollbook.annotating import DEFAULT, NAMES

Run = Callable[..., Any]

LLM = ("--annotator", "llm")


@pytest.fixture
def flash(tmp_path: Path) -> Path:
    path = tmp_path / "flash.txt"
    path.write_text("At Oker at least 12 people were killed, a nurse said.", "utf-8")
    return path


def test_the_default_annotator_needs_no_name(run: Run, flash: Path) -> None:
    assert run("read", flash) == run("read", flash, "--annotator", DEFAULT)


def test_the_rules_read_when_they_are_named(run: Run, flash: Path) -> None:
    done = run("read", flash, "--annotator", "rules")
    assert (done.code, done.err) == (0, "")
    assert "«at least 12»" in done.out


def test_every_annotator_is_named_in_the_help(run: Run) -> None:
    assert f"--annotator {'|'.join([*NAMES, 'llm'])}" in run("read", "--help").out


@pytest.mark.parametrize(
    ("options", "option", "advice"),
    [
        pytest.param(("--annotator", "oracle"), "--annotator", "rules", id="nobody of that name"),
        pytest.param(LLM, "--endpoint", "http://localhost", id="no address"),
        pytest.param(
            (*LLM, "--endpoint", "http://localhost:1/v1"), "--model", "name", id="no model"
        ),
        pytest.param(
            (*LLM, "--endpoint", "localhost", "--model", "m"),
            "--endpoint",
            "http:",
            id="no address",
        ),
        pytest.param(("--model", "m"), "--model", "--annotator llm", id="a model for nobody"),
        pytest.param(("--price-in", "1"), "--price-in", "--annotator llm", id="a price of nothing"),
    ],
)
def test_what_does_not_go_together_is_said_before_anything_is_read(
    run: Run, flash: Path, options: tuple[str, ...], option: str, advice: str
) -> None:
    done = run("read", flash, *options)
    assert (done.code, done.out) == (2, "")
    assert f"Invalid value for {option}" in done.err
    assert advice in " ".join(done.err.split())


def test_a_cache_that_is_a_file_is_refused(run: Run, flash: Path) -> None:
    where = ("--endpoint", "http://localhost:1/v1", "--model", "m", "--cache", flash)
    done = run("read", flash, *LLM, *where)
    assert done.code == 2
    assert "--cache" in done.err
