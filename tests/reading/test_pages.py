from datetime import date, datetime, timedelta, timezone

import pytest

from tollbook.document import Document, Raw, Unreadable
from tollbook.reading import read

PAGE = """<!DOCTYPE html><html><head><title>Blast at a market | Oker Daily</title>
<meta property="og:site_name" content="Oker Daily">
<link rel="canonical" href="https://oker.example/blast">
{date}
</head><body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav>
<article><h1>Blast at a market</h1>
<p>A blast at the market of Oker killed at least 12 people on Friday, a doctor said.</p>
<p>A similar blast on 3 March 2019 killed nobody.</p></article>
<footer>All rights reserved.</footer></body></html>"""


def read_page(head: str = "") -> Document | Unreadable:
    (found,) = read(Raw(name="x.html", content=PAGE.format(date=head).encode(), suffix=".html"))
    return found


def test_the_article_is_found_without_the_site_around_it() -> None:
    found = read_page()
    assert isinstance(found, Document)
    assert "killed at least 12 people on Friday, a doctor said." in found.text
    assert "Sport" not in found.text
    assert (found.title, found.publisher, found.url) == (
        "Blast at a market",
        "Oker Daily",
        "https://oker.example/blast",
    )


def test_a_date_in_the_story_is_not_the_date_of_publication() -> None:
    found = read_page()
    assert isinstance(found, Document)
    assert found.published_at is None


@pytest.mark.parametrize(
    ("head", "moment"),
    [
        pytest.param(
            '<meta property="article:published_time" content="2031-03-04T10:00:00+01:00">',
            datetime(2031, 3, 4, 10, tzinfo=timezone(timedelta(hours=1))),
            id="with the time of day",
        ),
        pytest.param(
            '<meta content="2031-03-04T10:00:00" property="article:published_time">',
            datetime(2031, 3, 4, 10),
            id="attributes turned round",
        ),
        pytest.param('<meta name="date" content="2031-03-04">', date(2031, 3, 4), id="a day"),
    ],
)
def test_the_marked_date_is_taken(head: str, moment: date) -> None:
    found = read_page(head)
    assert isinstance(found, Document)
    assert found.published_at == moment


def test_a_page_without_an_article_is_named() -> None:
    (found,) = read(Raw(name="x.html", content=b"<html><body></body></html>", suffix=".html"))
    assert isinstance(found, Unreadable)
    assert found.reason == "`x.html` is a page without an article; nothing to read"
