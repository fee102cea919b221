"""Expressions of time against those marked. All texts are invented."""

from pathlib import Path

import pytest

from tollbook.annotating import annotator
from tollbook.errors import UnusableCorpus
from tollbook.evaluating.suite import Figure, Reader
from tollbook.evaluating.suites.timex import measure
from tollbook.evaluating.timex_texts import is_of_part, read_tempeval2, read_timebank

READER = Reader(annotator=annotator("rules"))
WORDS = "Two died on Tuesday night in Oker .".split()
ARTICLE = """<?xml version="1.0" ?>
<TimeML><DOCNO> X </DOCNO>
<DD><TIMEX3 tid="t0" type="DATE"
functionInDocument="CREATION_TIME" value="2031-03-07">03/07/31</TIMEX3></DD>
<TEXT><s>Two <EVENT eid="e1">died</EVENT> on <TIMEX3 tid="t1" type="TIME"
functionInDocument="NONE" value="2031-03-04TNI">Tuesday night</TIMEX3>.</s></TEXT></TimeML>
"""


def tables(folder: Path, name: str = "report") -> Path:
    folder.mkdir(parents=True)
    words = [f"{name}\t0\t{at}\t{word}" for at, word in enumerate(WORDS)]
    (folder / "base-segmentation.tab").write_text("\n".join(words), "utf-8")
    (folder / "dct.txt").write_text(f"{name}\t20310307\n", "utf-8")
    marked = [f"{name}\t0\t{at}\ttimex3\tt1\t1" for at in (3, 4)]
    (folder / "timex-extents.tab").write_text("\n".join(marked), "utf-8")
    said = [f"{marked[0]}\t{key}" for key in ("type\tTIME", "value\t2031-03-04TNI")]
    (folder / "timex-attributes.tab").write_text("\n".join(said), "utf-8")
    return folder


def figures(folder: Path, part: str) -> dict[str, Figure]:
    return {figure.name: figure for figure in measure(folder, part, READER).figures}


def test_an_expression_found_with_its_value_counts_in_full(tmp_path: Path) -> None:
    tables(tmp_path / "timex/tempeval2-test")
    found = figures(tmp_path, "test")
    assert found["extent F1"].value == 1.0
    assert found["value accuracy"].value == 1.0
    assert found["value accuracy"].is_held
    assert found["expressions F1, the same"].value == 1.0
    assert found["expressions F1, the same"].baseline == 0.0


def test_the_tables_may_lie_in_folders_by_language(tmp_path: Path) -> None:
    tables(tmp_path / "timex/tempeval2-test/english/data")
    tables(tmp_path / "timex/tempeval2-test/spanish/data", name="informe")
    (text,) = read_tempeval2(tmp_path / "timex/tempeval2-test")
    assert text.name == "report"
    assert text.text == "Two died on Tuesday night in Oker.\n"


def test_an_article_is_read_without_its_head(tmp_path: Path) -> None:
    (tmp_path / "report.tml.xml").write_text(ARTICLE, "utf-8")
    (text,) = read_timebank(tmp_path)
    assert text.text == "Two died on Tuesday night."
    assert str(text.published) == "2031-03-07"
    assert [mark.value for mark in text.marks] == ["2031-03-04TNI"]
    assert text.marks[0].tokens == {3, 4}


def test_a_damaged_article_is_named(tmp_path: Path) -> None:
    (tmp_path / "report.tml.xml").write_text("<TimeML>", "utf-8")
    with pytest.raises(UnusableCorpus, match=r"report\.tml\.xml` is no XML"):
        list(read_timebank(tmp_path))


def test_a_table_that_lacks_is_named(tmp_path: Path) -> None:
    tables(tmp_path / "data")
    (tmp_path / "data/dct.txt").unlink()
    with pytest.raises(UnusableCorpus, match="holds no dct"):
        list(read_tempeval2(tmp_path / "data"))


def test_every_text_is_of_one_part() -> None:
    names = [f"report {number}" for number in range(200)]
    train = [name for name in names if is_of_part(name, "train")]
    assert not any(is_of_part(name, "dev") for name in train)
    assert 100 < len(train) < 180
