from pathlib import Path

import pytest

from tollbook.annotating import annotator
from tollbook.errors import UnusableCorpus
from tollbook.evaluating.suite import Figure, Reader
from tollbook.evaluating.suites import speed


def measured(corpus: Path) -> dict[str, Figure]:
    result = speed.measure(corpus, "dev", Reader(annotator=annotator("rules")))
    return {figure.name: figure for figure in result.figures}


def test_reports_are_timed_beside_the_plain_way(corpus: Path) -> None:
    figures = measured(corpus)
    reports, sentences = figures["reports a second"], figures["sentences a second"]
    assert (reports.of, sentences.of) == (1, 6)
    assert reports.baseline is not None
    assert 0 < reports.value < reports.baseline
    assert sentences.value == pytest.approx(6 * reports.value)


def test_rules_are_not_measured_beside_themselves(corpus: Path) -> None:
    assert set(measured(corpus)) == {"reports a second", "sentences a second"}


def test_a_second_is_one_of_a_core_however_long_one_waits(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticks = iter(range(1000))
    monkeypatch.setattr("time.process_time", lambda: float(next(ticks)))
    assert measured(corpus)["reports a second"].value == 1.0


def test_without_reports_there_is_nothing_to_time(tmp_path: Path) -> None:
    with pytest.raises(UnusableCorpus):
        measured(tmp_path)
    (tmp_path / "claims-gold").mkdir()
    (tmp_path / "claims-gold/split.json").write_text('{"dev": []}', "utf-8")
    with pytest.raises(UnusableCorpus, match="nothing to time"):
        measured(tmp_path)
