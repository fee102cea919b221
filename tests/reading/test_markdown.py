from datetime import UTC, datetime

import pytest

from tollbook.document import Document, Raw, Unreadable
from tollbook.reading import read
from tollbook.reading.markdown import as_read


def read_one(text: str) -> Document | Unreadable:
    (found,) = read(Raw(name="x.md", content=text.encode(), suffix=".md"))
    return found


REPORT = """---
title: "Shelling: the second night"
publisher: Oker Daily
author: nobody
published: 2031-03-04T07:05:00Z
url: https://oker.example/2
---
At Oker 12 people
were killed.
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_front_matter_is_the_imprint_and_no_part_of_the_text(line_end: str, mark: str) -> None:
    found = read_one(mark + REPORT.replace("\n", line_end))
    assert isinstance(found, Document)
    assert found.text.strip() == "At Oker 12 people were killed."
    assert (found.title, found.publisher, found.url) == (
        "Shelling: the second night",
        "Oker Daily",
        "https://oker.example/2",
    )
    assert found.published_at == datetime(2031, 3, 4, 7, 5, tzinfo=UTC)


def test_a_rule_at_the_top_without_an_end_is_text() -> None:
    found = read_one("---\ntitle: x\n12 died")
    assert isinstance(found, Document)
    assert found.title is None
    assert "title: x" in found.text


def test_a_bad_date_in_front_matter_is_named() -> None:
    found = read_one("---\npublished: soon\n---\nText.")
    assert isinstance(found, Unreadable)
    assert found.reason.startswith("the front matter of `x.md`: 'soon' is no date of publication")


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        pytest.param("12 people\nwere killed.", "12 people were killed.", id="a soft line break"),
        pytest.param("12 people  \nwere", "12 people  \nwere", id="a hard line break stays"),
        pytest.param("One.\n\nTwo.", "One.\n\nTwo.", id="paragraphs stay"),
        pytest.param("# Blast\nAt Oker", "Blast\n\nAt Oker", id="a heading is a paragraph"),
        pytest.param("- 3 dead\n- 4 hurt", "- 3 dead\n- 4 hurt", id="items stay apart"),
        pytest.param("Dead:\n1. Oker\n2. Vell", "Dead:\n1. Oker\n2. Vell", id="numbered items"),
        pytest.param("killed\n12 people", "killed 12 people", id="a figure is no item"),
        pytest.param("**12** people, *a* nurse", "12 people, a nurse", id="emphasis"),
        pytest.param("2 * 3 * 4 and a_b_c", "2 * 3 * 4 and a_b_c", id="signs that set nothing"),
        pytest.param("said [a nurse](https://x.example/a)", "said a nurse", id="a link"),
        pytest.param("![smoke](a.png) rose", "smoke rose", id="a picture"),
        pytest.param("> 12 died\n> at Oker", "12 died\nat Oker", id="a quotation"),
        pytest.param("12<!-- check --> died", "12 died", id="a remark"),
    ],
)
def test_the_text_is_what_a_reader_sees(markdown: str, text: str) -> None:
    assert as_read(markdown) == text
