import json
from pathlib import Path

import pytest

from tollbook.annotating import annotator
from tollbook.errors import UnusableCorpus
from tollbook.evaluating.suite import Reader
from tollbook.evaluating.suites.cis530p import articles, measure

ARTICLES = [
    ("A man was shot in the leg in Oker, police said. He is in stable condition.", (0, 1)),
    ("A man was shot and killed in Oker. He was pronounced dead at the scene.", (1, 0)),
    ("Two men were arrested in Oker after police found a stolen handgun.", (0, 0)),
    ("", (0, 0)),
]


@pytest.fixture
def reader() -> Reader:
    return Reader(annotator=annotator("rules"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    corpus = tmp_path / "cis530p"
    corpus.mkdir()
    texts = [{"text": text, "publish_date": "2031-03-07"} for text, _ in ARTICLES]
    notes = [{"n_killed": killed, "n_injured": injured} for _, (killed, injured) in ARTICLES]
    for part in ("val", "test"):
        (corpus / f"X_{part}.json").write_text(json.dumps(texts), "utf-8")
        (corpus / f"y_{part}.json").write_text(json.dumps(notes), "utf-8")
    return tmp_path


@pytest.mark.parametrize("part", ["dev", "test"])
def test_the_sealed_part_is_read_like_the_other(folder: Path, part: str, reader: Reader) -> None:
    assert len(articles(folder, part)) == len(ARTICLES)
    assert measure(folder, part, reader).documents == len(ARTICLES)


def test_articles_without_text_are_scored_like_all_others(folder: Path, reader: Reader) -> None:
    result = measure(folder, "dev", reader)
    assert {figure.of for figure in result.figures if not figure.section} == {4}


def test_every_figure_stands_beside_target_peer_and_baseline(folder: Path, reader: Reader) -> None:
    result = measure(folder, "dev", reader)
    assert len(result.figures) == 4
    for figure in result.figures:
        assert None not in (figure.target, figure.peer, figure.baseline)


def test_the_second_figures_leave_out_articles_of_nobody_harmed(
    folder: Path, reader: Reader
) -> None:
    result = measure(folder, "dev", reader)
    assert [figure.of for figure in result.figures if figure.section] == [1, 1]


def test_the_notes_say_how_far_the_commonest_number_gets(folder: Path, reader: Reader) -> None:
    assert "killed always 0: 0.750" in " ".join(measure(folder, "dev", reader).notes)


def test_another_number_of_notes_than_of_articles_is_refused(folder: Path) -> None:
    (folder / "cis530p/y_val.json").write_text("[]", "utf-8")
    with pytest.raises(UnusableCorpus, match="need as many"):
        articles(folder, "dev")


def test_a_part_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnusableCorpus, match="X_train"):
        articles(tmp_path, "train")


def test_the_day_of_the_report_counts_where_none_is_named(folder: Path, reader: Reader) -> None:
    texts = [
        "A man was shot in the leg on Tuesday night in Oker, police said on Thursday.",
        "Two men were arrested around 9 p.m. Wednesday in Oker after a robbery.",
        "A man was shot in Oker.",
    ]
    days = ["2031-03-04", "2031-03-05", "2031-03-07"]
    rows = [{"text": text, "publish_date": "2031-03-07"} for text in texts]
    notes = [{"n_killed": 0, "n_injured": 0, "shooting_date": day} for day in days]
    (folder / "cis530p/X_val.json").write_text(json.dumps(rows), "utf-8")
    (folder / "cis530p/y_val.json").write_text(json.dumps(notes), "utf-8")
    dated = [f for f in measure(folder, "dev", reader).figures if f.name == "date exact"]
    assert [(figure.value, figure.of, figure.baseline) for figure in dated] == [(1.0, 3, 1 / 3)]
