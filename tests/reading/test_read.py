from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook.document import Document, Raw, Unreadable
from tollbook.reading import read


def only(raw: Raw) -> Document:
    (found,) = read(raw)
    assert isinstance(found, Document)
    return found


def refused(content: bytes, suffix: str = ".txt") -> str:
    (found,) = read(Raw(name="x", content=content, suffix=suffix))
    assert isinstance(found, Unreadable)
    return found.reason


HARD = "\ufeffΓειά 🙂 e\u0301 שלום \u202e مرحبا\r\n12 died\r\r\n\x0b\u2028"


def test_plain_text_is_kept_as_it_stands() -> None:
    assert only(Raw(name="x", content=HARD.encode(), suffix=".txt")).text == HARD


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_every_offset_of_plain_text_points_into_the_file(text: str) -> None:
    for found in read(Raw(name="x", content=text.encode("utf-8"), suffix=".txt")):
        if isinstance(found, Document):
            assert found.text == text
        else:
            assert not text.strip("\ufeff").strip()


@pytest.mark.parametrize("nothing", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n"])
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".json", ".jsonl", ""])
def test_a_file_without_text_says_so(nothing: bytes, suffix: str) -> None:
    assert refused(nothing, suffix) == "`x` holds no text; nothing to read"


def test_front_matter_alone_is_no_text() -> None:
    assert refused(b"---\ntitle: Blast\n---\n", ".md") == "`x` holds no text; nothing to read"


def test_what_the_file_says_goes_before_what_the_caller_says() -> None:
    raw = Raw(name="x", content=b'{"text": "t", "publisher": "Oker Daily"}', suffix=".json")
    (found,) = read(raw, publisher="Other", title="Given", published=date(2031, 3, 4))
    assert isinstance(found, Document)
    assert (found.publisher, found.title, found.published_at) == (
        "Oker Daily",
        "Given",
        date(2031, 3, 4),
    )


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param(b"[Update] 12 died", "[Update] 12 died", id="a bracket is no list"),
        pytest.param(b"{12 died}", "{12 died}", id="a brace is no record"),
        pytest.param(b' {"text": "12 died"}', "12 died", id="a record"),
        pytest.param(b'[{"text": "12 died"}]', "12 died", id="a list of records"),
        pytest.param(
            b"<!DOCTYPE html><html><body><article><p>At Oker 12 died.</p></article></body></html>",
            "At Oker 12 died.",
            id="a page",
        ),
        pytest.param(b"12 died < 13", "12 died < 13", id="text"),
    ],
)
def test_without_a_kind_the_content_is_looked_at(content: bytes, text: str) -> None:
    assert only(Raw(name="stdin", content=content, suffix="")).text.strip() == text
