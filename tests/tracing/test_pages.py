import pytest

from tollbook.tracing.pages import page_of

PAGE = "post.example/2031/03/oker-blast"


@pytest.mark.parametrize(
    "url",
    [
        "https://www.post.example/2031/03/oker-blast",
        "http://post.example/2031/03/oker-blast/",
        "https://m.post.example/2031/03/oker-blast",
        "https://amp.post.example/2031/03/oker-blast",
        "https://post.example/amp/2031/03/oker-blast",
        "https://post.example/2031/03/oker-blast/amp/",
        "https://post.example/2031/03/oker-blast?utm_source=feed&utm_medium=rss",
        "https://post.example/2031/03/oker-blast?fbclid=x#comments",
        "HTTPS://POST.example:443/2031/03/oker-blast",
        "https://post.example/2031/03/oker-blast/index.html",
    ],
)
def test_many_ways_lead_to_one_page(url: str) -> None:
    assert page_of(url) == PAGE


@pytest.mark.parametrize(
    "url",
    [
        "https://post.example/2031/03/oker-blast-2",
        "https://post.example/story?id=7",
        "https://other.example/2031/03/oker-blast",
    ],
)
def test_another_page_stays_another(url: str) -> None:
    assert page_of(url) not in (None, PAGE)


def test_what_the_page_is_asked_for_counts_in_any_order() -> None:
    assert page_of("https://a.example/s?id=7&p=2") == page_of("https://a.example/s?p=2&id=7")
    assert page_of("https://a.example/s?id=7") != page_of("https://a.example/s?id=8")


@pytest.mark.parametrize("url", [None, "", "oker.txt", "https://post.example", "//post.example/"])
def test_a_whole_site_or_none_is_no_page(url: str | None) -> None:
    assert page_of(url) is None
