import random
from collections.abc import Callable
from pathlib import Path

import pytest

from training.corpora.wire import muc
from training.sheets import Sheet

Words = Callable[[Sheet, str], list[str]]

FIRST = """TARN, 3 JAN 90 (VELL PRESS) -- [TEXT] IN OKER, THREE PEASANTS AND THE TEACHER LENA
OSTER WERE KILLED BY MEN OF THE VELL FRONT.  PEASANTS OF OKER SOLD MAIZE IN
THE MARKET.  ABOUT 50 YOUNG FISHERMEN HAVE BEEN KIDNAPPED.  A GUARD WAS WOUNDED IN TARN."""
SECOND = "TARN, 4 JAN 90 -- [TEXT] SIX MINERS WERE KILLED."

KEYS = [
    ("MESSAGE: ID", "DEV-MUC3-0001 (INVENTED)"),
    ("INCIDENT: TYPE", "ATTACK"),
    ("HUM TGT: NAME", '"LENA OSTER"'),
    ("HUM TGT: DESCRIPTION", '"PEASANTS"'),
    ("HUM TGT: EFFECT OF INCIDENT", 'DEATH: "PEASANTS"'),
    ("", '? DEATH: "LENA OSTER"'),
    ("HUM TGT: TOTAL NUMBER", "4"),
    ("MESSAGE: ID", "DEV-MUC3-0001 (INVENTED)"),
    ("INCIDENT: TYPE", "KIDNAPPING"),
    ("HUM TGT: DESCRIPTION", '"FISHERMEN"'),
    ("HUM TGT: EFFECT OF INCIDENT", "-"),
    ("MESSAGE: ID", "DEV-MUC3-0002 (INVENTED)"),
    ("INCIDENT: TYPE", "ATTACK"),
    ("HUM TGT: DESCRIPTION", '"MINERS"'),
    ("HUM TGT: EFFECT OF INCIDENT", 'DEATH: "MINERS"'),
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "dev").mkdir()
    texts = f"DEV-MUC3-0001 (VELL)\n\n   {FIRST}\n\n\nDEV-MUC3-0002 (VELL)\n\n   {SECOND}\n"
    (tmp_path / "dev/dev-muc3-0001-0100").write_text(texts, "latin-1")
    numbered = [
        f"{number}.".ljust(4) + slot.ljust(32) + filler if slot else " " * 36 + filler
        for number, (slot, filler) in enumerate(KEYS)
    ]
    (tmp_path / "dev/key-dev-0001.muc4").write_text("\n".join(numbered), "latin-1")
    return tmp_path


def read(corpus: Path, *without: str, share: float = 1.0) -> list[Sheet]:
    return list(muc(corpus, set(without), share, random.Random(0)))


def test_every_text_of_a_file_is_a_sheet_of_its_own(corpus: Path) -> None:
    assert [sheet.text for sheet in read(corpus)] == [FIRST, SECOND]


def test_the_number_before_a_target_counts_it_where_there_is_one(
    corpus: Path, taught: Words
) -> None:
    first, second = read(corpus)
    assert "THREE" in taught(first, "killed")
    assert taught(second, "killed") == ["SIX"]


def test_a_name_over_two_lines_is_marked_whole(corpus: Path, taught: Words) -> None:
    first, _ = read(corpus)
    assert taught(first, "killed") == ["THREE", "LENA\nOSTER"]


def test_who_is_kidnapped_is_told_by_the_kind_of_incident(corpus: Path, taught: Words) -> None:
    first, _ = read(corpus)
    assert taught(first, "abducted") == ["ABOUT 50"]


def test_a_target_in_a_sentence_without_words_of_harm_is_not_marked(
    corpus: Path, taught: Words, masked: Words
) -> None:
    first, _ = read(corpus)
    assert "PEASANTS" not in taught(first, "killed")
    assert not any("MAIZE" in words for words in masked(first, "killed"))


def test_a_sentence_of_harm_without_a_known_target_teaches_nothing(
    corpus: Path, taught: Words, masked: Words
) -> None:
    first, _ = read(corpus)
    assert taught(first, "injured") == []
    assert any("GUARD" in words for words in masked(first, "injured"))


def test_texts_kept_apart_are_left_out(corpus: Path) -> None:
    assert [sheet.text for sheet in read(corpus, "DEV-MUC3-0001")] == [SECOND]


def test_no_share_is_no_text(corpus: Path) -> None:
    assert read(corpus, share=0.0) == []
