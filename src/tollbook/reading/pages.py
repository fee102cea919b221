"""Web pages: the article without the site around it, and its imprint."""

import re
from collections.abc import Iterator
from datetime import date, datetime

from tollbook.document import Raw, Unreadable
from tollbook.errors import UnreadableDate, UnreadableDocument
from tollbook.reading.clock import published_at
from tollbook.reading.drafts import Draft

# Only what the page marks as its date of publication: a search of the whole page takes dates
# of the events told. The fixed last day keeps the clock out.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}

_TIME_TAG = re.compile(
    r"""<meta[^>]*(?:property|name|itemprop)=["'](?:article:published_time|datePublished)["'][^>]*>""",
    re.I,
)
_CONTENT = re.compile(r"""content=["']([^"']+)["']""", re.I)


def read_page(raw: Raw, text: str) -> Iterator[Draft | Unreadable]:
    """Find the article of a web page, its title, site, address and date.

    Offsets count in the article's text, not in the page's source.

    Raises:
        UnreadableDocument: the page holds no article.
    """
    from trafilatura import bare_extraction  # 0.1 to 0.3 s, and only pages need it

    article = bare_extraction(
        text, with_metadata=True, include_comments=False, date_extraction_params=_DATES
    )
    if article is None or isinstance(article, dict) or not article.text:
        raise UnreadableDocument(f"`{raw.name}` is a page without an article; nothing to read")
    yield Draft(
        name=raw.name,
        text=article.text,
        title=article.title,
        publisher=article.sitename,
        published_at=_moment(text, article.date),
        url=article.url,
    )


def _moment(page: str, day: str | None) -> date | datetime | None:
    """Give the time of day too, where the page marks one on the day that was found."""
    if day is None:
        return None
    found = date.fromisoformat(day)
    tag = _TIME_TAG.search(page)
    words = tag and _CONTENT.search(tag[0])
    try:
        moment = published_at(words[1]) if words else found
    except UnreadableDate:
        return found
    return moment if moment.isoformat().startswith(day) else found
