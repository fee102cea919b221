from pathlib import Path

import pytest

from tollbook.evaluating.cascade import Tally, main, tally

TEXT = "The road is closed. Rain fell on the coast. It is autumn. Ten people were killed."


def test_sentences_read_are_counted() -> None:
    assert tally(TEXT) == Tally(sentences=4, read=1)


def test_a_claim_in_a_sentence_that_is_not_read_is_lost() -> None:
    places = [TEXT.index("road"), TEXT.index("Ten")]
    assert tally(TEXT, places) == Tally(sentences=4, read=1, claims=2, lost=1)


def test_no_more_than_half_a_point_of_the_annotated_claims_is_lost(
    shared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--corpus", str(shared)]) == 0
    lines = capsys.readouterr().out.splitlines()
    lost = {line.split("  ")[0]: line.rpartition("lost")[2] for line in lines if "lost" in line}
    for split in ("claims-gold train", "claims-gold dev"):
        assert float(lost[split].strip(" %")) <= 0.5
