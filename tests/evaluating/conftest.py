"""One invented report with its annotation, in memory and as a corpus on disk."""

import json
from pathlib import Path
from typing import Any

import pytest

from tollbook.evaluating.gold import GoldReport, annotated

TEXT = """Blast kills nine in Osra

A blast killed nine people and hurt at least 20 on Monday, the mayor of Osra said.
Two nurses were among the dead. The blast damaged a school, and the army denied firing.
The bishop condemned the attack. The war has killed more than 400 since May.
"""


def toll(words: str, sentence: str, low: int, high: int | None, **more: Any) -> dict[str, Any]:
    """Annotate a figure, dully, but for what is said otherwise."""
    dull = {
        "kind": "toll",
        "incident": "A",
        "harm": "killed",
        "count_words": words,
        "low": low,
        "high": high,
        "group": "people",
        "group_words": None,
        "part_of": False,
        "source_words": None,
        "source_kind": None,
        "stance": "asserted",
        "sentence": sentence,
    }
    return dull | more


LEAD = "A blast killed nine people and hurt at least 20 on Monday, the mayor of Osra said."
MAYOR = {"source_words": "the mayor of Osra", "source_kind": "government"}
GOLD: dict[str, Any] = {
    "id": "fk_1",
    "published": "2021-05-04",
    "incidents": [],
    "claims": [
        toll("nine", "Blast kills nine in Osra", 9, 9),
        toll("nine", LEAD, 9, 9, group_words="people", **MAYOR),
        toll("at least 20", LEAD, 20, None, harm="injured", **MAYOR),
        toll("Two", "Two nurses were among the dead.", 2, 2, group="medic", part_of=True),
        toll(
            "more than 400",
            "The war has killed more than 400 since May.",
            401,
            None,
            incident="background",
        ),
        {
            "kind": "responsibility",
            "actor_words": "the army",
            "status": "denied",
            "sentence": "The blast damaged a school, and the army denied firing.",
        },
        {
            "kind": "damage",
            "object_words": "a school",
            "effect": "damaged",
            "sentence": "The blast damaged a school, and the army denied firing.",
        },
        {
            "kind": "reaction",
            "actor_words": "The bishop",
            "reaction": "condemned",
            "sentence": "The bishop condemned the attack.",
        },
    ],
}


@pytest.fixture
def report() -> GoldReport:
    return annotated(TEXT, GOLD, name="fk_1")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Two reports on disk, one per split, as the guideline lays them out."""
    gold = tmp_path / "claims-gold"
    for folder in ("text", "gold"):
        (gold / folder).mkdir(parents=True)
    for name in ("fk_1", "muc_1"):
        (gold / "text" / f"{name}.txt").write_bytes(TEXT.encode())
        (gold / "gold" / f"{name}.json").write_text(json.dumps(GOLD | {"id": name}), "utf-8")
    (gold / "split.json").write_text(json.dumps({"train": ["fk_1"], "dev": ["muc_1"]}), "utf-8")
    return tmp_path
