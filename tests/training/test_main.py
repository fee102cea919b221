"""Which reports a run of training learns from, on corpora written here."""

import json
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="training needs PyTorch: sh scripts/setup_training.sh")

WIRE = """DEV-MUC3-{number} (VELL)

   TARN, {day} JAN 90 -- [TEXT] SIX MINERS OF SHIFT {number} WERE KILLED.

"""


def record(name: str) -> str:
    return json.dumps({"docid": name, "tokens": ["The", name, "opened", "."], "event_mentions": []})


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    gold, wire, events = (
        tmp_path / name for name in ("claims-gold", "data/muc34/dev", "data/wikievents")
    )
    for folder in (gold, wire, events):
        folder.mkdir(parents=True)
    split = {
        "train": ["muc_DEV-MUC3-0002", "we_market"],
        "dev": ["muc_DEV-MUC3-0001", "we_bridge"],
    }
    (gold / "split.json").write_text(json.dumps(split), "utf-8")
    # Half of the texts are drawn; the seed draws the first, were it not kept apart.
    texts = [WIRE.format(number=f"{n:04}", day=n % 28 + 1) for n in range(1, 61)]
    (wire / "dev-muc3-0001-0100").write_text("".join(texts), "latin-1")
    (wire / "key-dev-0001.muc4").write_text("", "latin-1")
    lines = [record(name) for name in ("market", "bridge", "mill")]
    (events / "train.jsonl").write_text("\n".join(lines), "utf-8")
    return tmp_path


def test_the_reports_that_choices_are_made_on_are_not_learned_from(corpus: Path) -> None:
    from training.__main__ import _kept_apart, open_corpora

    texts = [sheet.text for sheet in open_corpora(corpus, _kept_apart(corpus))]
    assert any("market" in text for text in texts)
    assert any("mill" in text for text in texts)
    assert not any("bridge" in text for text in texts)
    assert any("MINERS" in text for text in texts)
    assert not any("SHIFT 0001" in text for text in texts)


def test_the_annotated_reports_learned_from_are_those_of_train(corpus: Path) -> None:
    from training.__main__ import _train_ids

    assert _train_ids(corpus) == ["muc_DEV-MUC3-0002", "we_market"]
