"""The figures on claims, found through the suite as a user asks for them."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tollbook.annotating import annotator
from tollbook.errors import UnusableCorpus
from tollbook.evaluating.scores import ACCURACIES, SHARES
from tollbook.evaluating.suite import Reader, Result
from tollbook.evaluating.suites.claims_gold import measure, measure_files
from tollbook.exporting.predictions import prediction

TEXT = """At least 12 people were killed in Ketta on Tuesday, the mayor said.

Shells also damaged the ferry landing.
"""
GOLD: dict[str, Any] = {
    "published": "2021-05-04",
    "incidents": [],
    "claims": [
        {
            "kind": "toll",
            "incident": "A",
            "harm": "killed",
            "count_words": "At least 12",
            "low": 12,
            "high": None,
            "group": "people",
            "group_words": "people",
            "part_of": False,
            "source_words": "the mayor",
            "source_kind": "government",
            "stance": "asserted",
            "sentence": "At least 12 people were killed in Ketta on Tuesday, the mayor said.",
        },
        {
            "kind": "damage",
            "incident": "A",
            "object_words": "the ferry landing",
            "effect": "damaged",
            "sentence": "Shells also damaged the ferry landing.",
        },
    ],
}


@pytest.fixture
def reader() -> Reader:
    return Reader(annotator=annotator("rules"))


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Two reports of different kinds, laid out by the guideline, beside an empty data folder."""
    folder = tmp_path / "claims-gold"
    for name in ("text", "gold"):
        (folder / name).mkdir(parents=True)
    for name in ("fk_1", "we_1"):
        (folder / "text" / f"{name}.txt").write_text(TEXT, "utf-8")
        (folder / "gold" / f"{name}.json").write_text(json.dumps(GOLD), "utf-8")
    (folder / "split.json").write_text(json.dumps({"train": ["fk_1"], "dev": ["we_1"]}), "utf-8")
    (tmp_path / "data").mkdir()
    return folder


def values(result: Result, section: str = "") -> dict[str, float]:
    return {figure.name: figure.value for figure in result.figures if figure.section == section}


@pytest.mark.parametrize("data", [".", "data"])
def test_the_reports_lie_in_the_data_folder_or_beside_it(
    gold: Path, reader: Reader, data: str
) -> None:
    result = measure(gold.parent / data, "dev", reader)
    assert (result.suite, result.part, result.documents) == ("claims-gold", "dev", 1)
    assert values(result)["whole"] == 1.0
    assert values(result)["damage"] == 1.0


def test_every_figure_of_the_guideline_is_there_with_its_baseline(
    gold: Path, reader: Reader
) -> None:
    figures = {figure.name: figure for figure in measure(gold.parent, "dev", reader).figures}
    assert set(figures) == {*SHARES, *ACCURACIES, "responsibility", "damage", "reaction"}
    assert figures["found"].precision == figures["found"].recall == 1.0
    assert figures["found"].baseline == 1.0
    assert figures["figure"].of == 1
    assert figures["damage"].baseline is None


def test_every_annotation_of_a_folder_is_scored_and_by_kind_of_text(
    gold: Path, reader: Reader
) -> None:
    result = measure_files(gold / "text", gold / "gold", reader)
    assert (result.part, result.documents) == ("all", 2)
    assert values(result, "war in Syria")["found"] == 1.0
    assert values(result, "world news")["found"] == 1.0


def test_targets_are_for_all_kinds_of_text_together(gold: Path, reader: Reader) -> None:
    figures = measure_files(gold / "text", gold / "gold", reader).figures
    assert {figure.target is None for figure in figures if figure.section} == {True}
    assert any(figure.target for figure in figures)


def test_a_part_the_split_does_not_name_is_refused(gold: Path, reader: Reader) -> None:
    with pytest.raises(UnusableCorpus, match="has no part 'test'; it has train, dev"):
        measure(gold.parent, "test", reader)


def test_reports_that_are_not_there_are_named_with_what_was_expected(
    tmp_path: Path, reader: Reader
) -> None:
    with pytest.raises(UnusableCorpus, match=r"no annotated reports in .*expected split\.json"):
        measure(tmp_path, "dev", reader)
    with pytest.raises(UnusableCorpus, match="holds no annotations"):
        measure_files(tmp_path, tmp_path, reader)


def test_an_annotation_without_its_text_is_named(gold: Path, reader: Reader) -> None:
    (gold / "text/we_1.txt").unlink()
    with pytest.raises(UnusableCorpus, match=r"we_1\.txt` is not there"):
        measure_files(gold / "text", gold / "gold", reader)


def test_whoever_watches_hears_of_every_report(gold: Path) -> None:
    heard: list[str] = []
    reader = Reader(annotator=annotator("rules"), watch=heard.append)
    measure_files(gold / "text", gold / "gold", reader)
    assert heard == ["fk_1.txt", "we_1.txt"]


def test_mistakes_are_told_without_the_words_of_the_text(gold: Path) -> None:
    (gold / "text/we_1.txt").write_text("Nothing of it.\n" + TEXT.upper() + TEXT, "utf-8")
    result = measure(gold.parent, "dev", Reader(annotator=annotator("rules")))
    assert [case.kind for case in result.cases if "killed" in case.kind] == [
        "extra killed, in digits"
    ]


def test_figures_are_those_of_the_guidelines_own_scorer(
    shared: Path, tmp_path: Path, reader: Reader
) -> None:
    from tollbook.evaluating.gold import load_split

    corpus = shared / "claims-gold"
    for name in ("gold", "predicted"):
        (tmp_path / name).mkdir()
    for report in (*load_split(corpus, "train")[::9], *load_split(corpus, "dev")[::4]):
        shutil.copy(corpus / "gold" / f"{report.id}.json", tmp_path / "gold")
        claims = json.dumps(prediction(reader.accounts(report.document)))
        (tmp_path / "predicted" / f"{report.id}.json").write_text(claims, "utf-8")
    folders = (corpus / "text", tmp_path / "gold", tmp_path / "predicted")
    command = [sys.executable, *map(str, (corpus / "score.py", *folders)), "--json"]
    official = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)

    result = measure_files(corpus / "text", tmp_path / "gold", reader)
    assert result.documents == official["documents"]
    for figure in result.figures:
        if not figure.section:
            theirs = official[figure.name]
            if isinstance(theirs, dict):
                assert (figure.value, figure.of) == (theirs["f1"], theirs["gold"])
                assert (figure.precision, figure.recall) == (theirs["p"], theirs["r"])
            else:
                assert figure.value == theirs
