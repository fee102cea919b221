from collections.abc import Callable
from pathlib import Path

import pytest

from training.corpora.attributions import polnear
from training.sheets import Sheet

Words = Callable[[Sheet, str], list[str]]
Heard = Callable[[Sheet], dict[str, list[str]]]

TEXT = "“The bridge is gone,” said Lena Oster, who keeps the mill. Rain fell. The army denied it."


def brat(text: str, *lines: str) -> str:
    """Write annotation: `T1 Cue said` marks words, `|` parts them, `E1 …` stays as it is."""
    written = []
    for line in lines:
        name, kind, *rest = line.split(" ", 2)
        if name.startswith("E"):
            written.append(f"{name}\t{line.partition(' ')[2]}")
            continue
        parts = rest[0].split("|")
        pairs = [f"{text.index(part)} {text.index(part) + len(part)}" for part in parts]
        written.append(f"{name}\t{kind} {';'.join(pairs)}\t{' '.join(parts)}")
    return "\n".join(written) + "\n"


ANNOTATION = brat(
    TEXT,
    "T1 Source Lena Oster|who keeps the mill",
    "T2 Cue said",
    "T3 Content “The bridge is gone,”",
    "T4 Attribution said",
    "E1 Attribution:T4 Content:T3 Cue:T2 Source:T1",
    "T5 Source The army",
    "T6 Cue denied",
    "T7 Content it.",
    "T8 Attribution denied",
    "E2 Attribution:T8 Content:T7 Cue:T6 Source:T5",
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text").mkdir()
    (tmp_path / "text/gazette_2031.txt").write_bytes(TEXT.encode("utf-8"))
    (tmp_path / "attributions/gazette_2031_b1.ann").write_text(ANNOTATION, "utf-8")
    return tmp_path


def test_sources_and_cues_stand_where_they_were_marked(corpus: Path, taught: Words) -> None:
    (sheet,) = polnear(corpus)
    assert taught(sheet, "cue") == ["said", "denied"]
    assert "The army" in taught(sheet, "source")


def test_a_source_in_two_stretches_is_marked_in_both_and_not_between(
    corpus: Path, taught: Words
) -> None:
    (sheet,) = polnear(corpus)
    assert taught(sheet, "source") == ["Lena Oster", "who keeps the mill", "The army"]


def test_what_is_said_points_at_all_of_its_source(corpus: Path, heard: Heard) -> None:
    (sheet,) = polnear(corpus)
    said = heard(sheet)
    assert said["bridge"] == said["gone"] == ["Lena Oster", "who keeps the mill"]
    assert said["it"] == ["The army"]


def test_a_sentence_that_is_nobody_s_is_the_report_s_own(corpus: Path, heard: Heard) -> None:
    (sheet,) = polnear(corpus)
    assert heard(sheet)["Rain"] == []


def test_of_harm_nothing_is_known(corpus: Path, masked: Words) -> None:
    (sheet,) = polnear(corpus)
    assert masked(sheet, "source") == masked(sheet, "cue") == []
    assert "".join(masked(sheet, "killed")).startswith("“The bridge is gone,”")
    assert masked(sheet, "relay") == masked(sheet, "killed")


def test_content_without_a_source_points_nowhere(corpus: Path, heard: Heard) -> None:
    nobody = brat(TEXT, "T1 Content Rain", "T2 Cue fell", "E1 Attribution:T2 Content:T1 Cue:T2")
    (corpus / "attributions/gazette_2031_b1.ann").write_text(nobody, "utf-8")
    (sheet,) = polnear(corpus)
    assert not any(heard(sheet).values())


def test_a_text_that_two_people_annotated_is_read_once_as_the_first_did(
    corpus: Path, taught: Words
) -> None:
    (corpus / "attributions/gazette_2031_a9.ann").write_text(brat(TEXT, "T1 Cue keeps"), "utf-8")
    (sheet,) = polnear(corpus)
    assert taught(sheet, "cue") == ["keeps"]


def test_line_ends_count_as_the_annotators_counted_them(corpus: Path, taught: Words) -> None:
    text = f"Two days later.\r\n\r\n{TEXT}"
    (corpus / "text/gazette_2031.txt").write_bytes(text.encode("utf-8"))
    marked = brat(text, "T1 Cue denied")
    (corpus / "attributions/gazette_2031_b1.ann").write_text(marked, "utf-8")
    (sheet,) = polnear(corpus)
    assert taught(sheet, "cue") == ["denied"]
