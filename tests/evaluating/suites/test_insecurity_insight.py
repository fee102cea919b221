"""Descriptions become the numbers a coder of each file would write. All texts are invented."""

import json
from pathlib import Path

import pytest

from tollbook.annotating import annotator
from tollbook.document import Document
from tollbook.errors import UnusableCorpus
from tollbook.evaluating.suite import Reader
from tollbook.evaluating.suites.insecurity_insight import load, measure, read_numbers

HEALTH = "2031-attacked-health-care-map.xlsx"
SCHOOLS = "2031-education-in-danger.xlsx"


def numbers(text: str, group: str) -> dict[str, int]:
    document = Document(text=text, name="row")
    reader = Reader(annotator=annotator("rules"))
    return read_numbers(document, reader.accounts(document), group)


def row(file: str, text: str, **counts: int) -> dict[str, object]:
    named = {name.replace("_", " "): count for name, count in counts.items()}
    return {"file": file, "text": text, "counts": named}


def corpus(folder: Path, *rows: dict[str, object]) -> Path:
    (folder / "insecurity_insight").mkdir()
    lines = "\n".join(json.dumps(one) for one in rows)
    (folder / "insecurity_insight/dev.jsonl").write_text(lines, "utf-8")
    return folder


@pytest.mark.parametrize(
    ("text", "group", "kind", "expected"),
    [
        pytest.param(
            "A nurse and two soldiers were killed in Oker.", "health", "killed", 1, id="own group"
        ),
        pytest.param(
            "Twelve people, including two nurses, were killed in Oker.",
            "health",
            "killed",
            2,
            id="a part of others",
        ),
        pytest.param(
            "Twelve teachers, including two women, were killed in Oker.",
            "education",
            "killed",
            12,
            id="a part of the group",
        ),
        pytest.param(
            "Two nurses were killed and three others wounded in Oker.",
            "health",
            "injured",
            3,
            id="others are like those before",
        ),
        pytest.param(
            "A medic was shot and wounded in Oker. He died on the way.",
            "health",
            "injured",
            0,
            id="who died is not injured",
        ),
        pytest.param(
            "A medic was killed in Oker. The medic was killed by a mine.",
            "health",
            "killed",
            1,
            id="told again",
        ),
        pytest.param("Pupils were kidnapped.", "education", "kidnapped", 3, id="a bare plural"),
        pytest.param("Two nurses went missing.", "health", "kidnapped", 2, id="missing"),
        pytest.param("A teacher was assaulted.", "education", "injured", 1, id="an assault"),
        pytest.param("A nurse was assaulted.", "health", "injured", 0, id="no wound, health"),
        pytest.param("Four villagers were killed.", "camp", "killed", 4, id="whoever is there"),
        pytest.param("Four soldiers were killed.", "camp", "killed", 0, id="but no fighters"),
    ],
)
def test_only_the_group_of_the_file_is_counted(
    text: str, group: str, kind: str, expected: int
) -> None:
    assert numbers(text, group)[kind] == expected


def test_a_class_without_a_column_is_not_scored(tmp_path: Path) -> None:
    folder = corpus(tmp_path, row("explosive-weapons.xlsx", "A nurse was injured."))
    (only,) = load(folder / "insecurity_insight/dev.jsonl")
    assert only.gold == {"killed": 0}


def test_columns_of_a_file_add_up_and_breakdowns_do_not(tmp_path: Path) -> None:
    counts = {"Educators Killed": 1, "Students Killed": 2, "Male Educators Killed": 1}
    (only,) = load(
        corpus(tmp_path, {"file": SCHOOLS, "text": "Shots.", "counts": counts})
        / "insecurity_insight/dev.jsonl"
    )
    assert only.gold["killed"] == 3


def test_rows_of_an_unknown_file_alone_are_no_corpus(tmp_path: Path) -> None:
    folder = corpus(tmp_path, row("food.json", "Trucks were looted."))
    with pytest.raises(UnusableCorpus, match="no row"):
        load(folder / "insecurity_insight/dev.jsonl")


def test_every_class_is_scored_beside_a_baseline(tmp_path: Path) -> None:
    folder = corpus(
        tmp_path,
        row(HEALTH, "A nurse and two soldiers were killed.", Total_health_worker_killed=1),
        row(HEALTH, "A clinic was shelled."),
    )
    result = measure(folder, "dev", Reader(annotator=annotator("rules")))
    figures = {figure.name: figure for figure in result.figures}
    assert (result.documents, result.annotator) == (2, "rules")
    assert figures["killed exact"].value == 1.0
    assert figures["killed exact"].baseline == 0.5
    assert (figures["killed exact, coded > 0"].of, figures["killed exact"].of) == (1, 2)


def test_a_part_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnusableCorpus, match=r"test\.jsonl"):
        measure(tmp_path, "test", Reader(annotator=annotator("rules")))
