from datetime import date
from pathlib import Path

import pytest

from tollbook.errors import UnusableCorpus
from tollbook.evaluating.muc4.texts import message, read_messages, split_messages

FILE = """TST9-MUC4-0001

   KETTA (OKER), 3 MAY 90 (RADIO OKER) -- [TEXT] NOBODY WAS HURT.


TST9-MUC4-0002 (MADEUP)

   KETTA, NO DATE -- TWO NUNS WERE KILLED.
"""
KEY = """0.  MESSAGE: ID                     TST9-MUC4-0001
1.  MESSAGE: TEMPLATE               *

0.  MESSAGE: ID                     TST9-MUC4-0002
1.  MESSAGE: TEMPLATE               1
4.  INCIDENT: TYPE                  ATTACK
"""


def test_a_file_is_cut_into_its_messages() -> None:
    found = dict(split_messages(FILE))
    assert list(found) == ["TST9-MUC4-0001", "TST9-MUC4-0002"]
    assert found["TST9-MUC4-0002"].startswith("KETTA, NO DATE")


def test_the_dateline_says_where_and_when() -> None:
    first, second = (message(name, text) for name, text in split_messages(FILE))
    assert (first.place, first.country, first.published) == ("KETTA", "OKER", date(1990, 5, 3))
    assert (second.place, second.published) == ("KETTA", None)
    assert first.document.published_at == date(1990, 5, 3)


def test_texts_come_with_their_keys_and_mixed_case_is_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "tst4"
    folder.mkdir()
    (folder / "tst4-muc4").write_text(FILE, "latin-1")
    (folder / "tst4-muc4.mixed-case").write_text(FILE.lower(), "latin-1")
    (folder / "key-tst4.v9").write_text(KEY, "latin-1")
    messages = read_messages(tmp_path, "test")
    assert [len(found.key) for found in messages] == [0, 1]


def test_a_part_without_texts_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnusableCorpus, match="no texts"):
        read_messages(tmp_path, "dev")
    with pytest.raises(UnusableCorpus, match="no part 'exam'"):
        read_messages(tmp_path, "exam")
