"""Markdown, with what its front matter says of the report.

The text of a file with front matter is what follows it: offsets count from there.
"""

import re
from collections.abc import Iterator

from tollbook.document import Raw, Unreadable
from tollbook.errors import UnreadableDate, UnreadableDocument
from tollbook.reading.clock import published_at
from tollbook.reading.drafts import Draft

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.S | re.M)
_FIELD = re.compile(r"^(title|publisher|published|url)[ \t]*:[ \t]*(.+?)[ \t]*\r?$", re.M)


def read_markdown(raw: Raw, text: str) -> Iterator[Draft | Unreadable]:
    """Read the text after the front matter, and four fields of it.

    Only plain `field: value` lines are read, not the whole of YAML; other fields pass.

    Raises:
        UnreadableDocument: `published` is no date.
    """
    found = _FRONT_MATTER.match(text)
    if found is None:
        yield Draft(name=raw.name, text=text)
        return
    fields = {name: _unquoted(words) for name, words in _FIELD.findall(found[1])}
    try:
        published = fields.get("published")
        yield Draft(
            name=raw.name,
            text=text[found.end() :],
            title=fields.get("title"),
            publisher=fields.get("publisher"),
            published_at=None if published is None else published_at(published),
            url=fields.get("url"),
        )
    except UnreadableDate as error:
        raise UnreadableDocument(f"the front matter of `{raw.name}`: {error}") from error


def _unquoted(words: str) -> str:
    """Take off the quotes YAML puts around a value with a colon in it.

    Example:
        >>> _unquoted('"Shelling: the second night"')
        'Shelling: the second night'
    """
    is_quoted = len(words) > 1 and words[0] == words[-1] and words[0] in "\"'"
    return words[1:-1] if is_quoted else words
