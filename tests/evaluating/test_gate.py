"""The gate itself: it must open, shut, and say why."""

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tollbook.document import Document
from tollbook.evaluating import gate
from tollbook.evaluating.floors import Floors, pin
from tollbook.evaluating.suite import Figure, Result
from tollbook.incident import Account


def nothing(document: Document) -> tuple[Account, ...]:
    assert document.text
    return ()


@pytest.fixture
def run(corpus: Path, tmp_path: Path) -> Callable[..., int]:
    def with_arguments(*arguments: str) -> int:
        floors, changelog = tmp_path / "floors.toml", tmp_path / "CHANGELOG.md"
        fixed = ["--corpus", corpus, "--floors", floors, "--changelog", changelog]
        return gate.main([*map(str, fixed), *arguments])

    return with_arguments


Run = Callable[..., int]


def test_what_was_just_pinned_passes(run: Run) -> None:
    assert run("--pin") == 0
    assert run() == 0


def test_a_reading_that_got_worse_does_not_pass(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--pin") == 0
    monkeypatch.setattr(gate, "tell", nothing)
    assert run() == 1
    assert "gate: fell: dev found: 0.0000, floor" in capsys.readouterr().out


def test_a_worse_reading_is_pinned_only_in_the_changelogs_words(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("--pin") == 0
    monkeypatch.setattr(gate, "tell", nothing)
    assert run("--pin") == 2
    assert run("--pin", "--allow-regression", "Reads nothing for now") == 2
    (tmp_path / "CHANGELOG.md").write_text("- Reads nothing for now.\n", "utf-8")
    assert run("--pin", "--allow-regression", "Reads nothing for now") == 0
    assert run() == 0


def test_another_corpus_than_the_pinned_one_does_not_pass(
    run: Run, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--pin") == 0
    text = corpus / "claims-gold/text/fk_1.txt"
    text.write_bytes(text.read_bytes() + b"\n")
    assert run() == 1
    assert "not the pinned ones" in capsys.readouterr().out


def test_a_gate_with_nothing_pinned_does_not_pass(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run() == 1
    assert "nothing is pinned" in capsys.readouterr().out


def test_without_annotated_reports_it_says_that_nothing_was_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert gate.main(["--corpus", str(tmp_path / "nowhere")]) == 0
    assert "skipped" in capsys.readouterr().out


def test_mistakes_are_listed_as_far_as_asked(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(gate, "tell", nothing)
    assert run("--show", "train", "--errors", "2", "--what", "killed") == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if "MISSED" in line]
    assert len(lines) == 2
    assert all(line.startswith("fk_1 killed") for line in lines)


def test_only_one_kind_of_text_is_shown_when_asked(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--show", "train", "--kind", "muc") == 0
    assert "fk" not in capsys.readouterr().out


def test_a_suites_figures_with_a_target_become_floors_and_costs_do_not() -> None:
    floors = Floors(pinned_on=date(2031, 3, 4), fingerprint="f", figures={}, reports={})
    result = Result(
        suite="linking",
        part="dev",
        annotator="rules",
        documents=7,
        figures=(
            Figure(name="B³ F1", value=0.9, of=7, target=0.9, section="gva"),
            Figure(name="error", value=0.3, of=7, target=0.4, is_cost=True),
            Figure(name="no target", value=0.3, of=7),
        ),
    )
    measured = gate.with_suites(floors, [result])
    assert measured.figures == {"linking dev": {"gva B³ F1": 0.9}}
    assert measured.reports == {"linking dev": 7}
    assert tomllib.loads(pin(measured, None, ""))["part"][0]["floors"] == {"gva B³ F1": 0.9}
