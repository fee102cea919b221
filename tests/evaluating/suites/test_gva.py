import json
from pathlib import Path

import pytest

from tollbook.annotating import annotator
from tollbook.errors import UnusableCorpus
from tollbook.evaluating.suite import Reader
from tollbook.evaluating.suites.gva import articles, measure, stands_in

DOCS = [
    {
        "doc_id": "a",
        "title": "Four people shot at a club in Oker",
        "dct": "2031-03-07",
        "content": "Four people were wounded at a club in Oker. They are in hospital.",
    },
    {"doc_id": "b", "title": "Shooting in Oker", "dct": "2031-03-08", "content": ""},
]
INCIDENTS = [
    {"incident_id": "1", "killed": 0, "injured": 4, "docs": ["a"]},
    {"incident_id": "2", "killed": 1, "injured": 0, "docs": ["b", "a"]},
]


@pytest.fixture
def reader() -> Reader:
    return Reader(annotator=annotator("rules"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    corpus = tmp_path / "gva"
    corpus.mkdir()
    for name, rows in (("docs", DOCS), ("incidents", INCIDENTS)):
        lines = "\n".join(json.dumps(row) for row in rows)
        (corpus / f"test.{name}.jsonl").write_text(lines, "utf-8")
    return tmp_path


def test_an_article_is_held_against_the_first_incident_that_lists_it(folder: Path) -> None:
    assert [(one.killed, one.injured) for one in articles(folder, "test")] == [(0, 4), (1, 0)]


def test_the_headline_is_read_with_the_article(folder: Path) -> None:
    first, second = articles(folder, "test")
    assert first.document is not None
    assert second.document is not None
    assert first.document.text.startswith("Four people shot at a club in Oker\n\nFour people")
    assert second.document.text == "Shooting in Oker"


def test_every_article_is_scored_and_those_that_hold_the_count_once_more(
    folder: Path, reader: Reader
) -> None:
    result = measure(folder, "test", reader)
    assert [(figure.section, figure.of) for figure in result.figures] == [
        ("", 2),
        ("", 2),
        ("where the figure stands in the text", 0),
        ("where the figure stands in the text", 1),
    ]


def test_mistakes_are_named_by_kind_and_never_by_their_words(folder: Path, reader: Reader) -> None:
    for case in measure(folder, "test", reader).cases:
        assert "Oker" not in case.kind


def test_an_article_of_no_incident_is_refused(folder: Path) -> None:
    (folder / "gva/test.incidents.jsonl").write_text("", "utf-8")
    with pytest.raises(UnusableCorpus, match="no incident lists"):
        articles(folder, "test")


@pytest.mark.parametrize(
    ("number", "text", "is_there"),
    [
        pytest.param(4, "Four people were shot", True, id="a word"),
        pytest.param(4, "4 people were shot", True, id="digits"),
        pytest.param(4, "4,000 people live there", False, id="a thousand"),
        pytest.param(4, "about 4:30 p.m.", False, id="a time"),
        pytest.param(14, "14 were shot", True, id="above ten"),
        pytest.param(1, "Someone was shot", False, id="inside a word"),
    ],
)
def test_a_count_stands_in_a_text_only_as_a_whole_word(
    number: int, text: str, is_there: bool
) -> None:
    assert stands_in(number, text) is is_there
