import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

TEXT = "At least 12 people were killed in Ketta on Tuesday, the mayor said.\n"
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
            "sentence": TEXT.strip(),
        }
    ],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "corpora/claims-gold"
    for name in ("text", "gold"):
        (folder / name).mkdir(parents=True)
    (folder / "text/fk_1.txt").write_text(TEXT, "utf-8")
    (folder / "gold/fk_1.json").write_text(json.dumps(GOLD), "utf-8")
    (folder / "split.json").write_text(json.dumps({"train": [], "dev": ["fk_1"]}), "utf-8")
    return folder


def test_a_suite_is_measured_and_drawn_as_a_table(run: Run, gold: Path) -> None:
    done = run("evaluate", "claims-gold", "--data", gold.parent, "--annotator", "rules")
    assert (done.code, done.err) == (0, "")
    title, _, heads, found, *_ = done.out.splitlines()
    assert title == "claims-gold dev, 1 documents read by rules"
    assert heads.split() == ["value", "P", "R", "on", "baseline", "peer", "target"]
    assert found.split() == ["found", *("1.000",) * 3, "1", "1.000", "0.920", "held"]


def test_json_is_one_object(run: Run, gold: Path) -> None:
    done = run("evaluate", "claims-gold", "--data", gold.parent, "--part", "dev", "--json")
    shown = json.loads(done.out)
    figures = {figure["name"]: figure for figure in shown["figures"]}
    assert (shown["suite"], shown["part"], shown["documents"]) == ("claims-gold", "dev", 1)
    assert figures["whole"]["value"] == 1.0
    assert figures["whole"]["target"] == 0.75
    assert figures["whole"]["is_held"] is True


def test_texts_and_annotations_may_lie_anywhere(run: Run, gold: Path) -> None:
    done = run(
        "evaluate", "claims-gold", "--text", gold / "text", "--gold", gold / "gold", "--json"
    )
    assert json.loads(done.out)["documents"] == 1


def test_neutrality_needs_no_corpus(run: Run) -> None:
    done = run("evaluate", "neutrality", "--json", "--annotator", "rules")
    assert done.code == 0
    assert json.loads(done.out)["figures"][0]["name"] == "flips"


def test_a_corpus_that_is_not_there_is_said_in_a_line(run: Run, tmp_path: Path) -> None:
    done = run("evaluate", "gva", "--data", tmp_path, "--part", "test")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        f"tollbook: `{tmp_path / 'gva'}` lacks test.docs.jsonl, test.incidents.jsonl; for the part "
        "'test' gva reads test.docs.jsonl, test.incidents.jsonl there. "
        "Give with --data the folder that holds `gva/`\n"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["gold"], "`gold` is none", id="no such suite"),
        pytest.param(["gva"], "gva needs a folder of corpora", id="no folder"),
        pytest.param(["gva", "--data", ".", "--part", "all"], "'all'", id="no such part"),
        pytest.param(["gva", "--text", "."], "gva takes --data", id="texts of another suite"),
        pytest.param(["claims-gold", "--text", "."], "give both", id="texts alone"),
        pytest.param(
            ["claims-gold", "--text", ".", "--gold", ".", "--data", "."], "give both", id="too much"
        ),
        pytest.param(["neutrality", "--annotator", "oracle"], "oracle", id="no such annotator"),
    ],
)
def test_a_wrong_command_line_is_refused(run: Run, arguments: list[str], said: str) -> None:
    done = run("evaluate", *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in " ".join(done.err.replace("│", " ").split())
