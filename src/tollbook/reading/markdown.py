"""Markdown, with what its front matter says of the report.

The text kept is the one a reader sees: without the front matter, the line breaks inside a
paragraph and the signs that only set type. Offsets count in that text.
"""

import re
from collections.abc import Iterator

from tollbook.document import Raw, Unreadable
from tollbook.errors import UnreadableDate, UnreadableDocument
from tollbook.reading.clock import published_at
from tollbook.reading.drafts import Draft

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.S | re.M)
_FIELD = re.compile(r"^(title|publisher|published|url)[ \t]*:[ \t]*(.+?)[ \t]*\r?$", re.M)

# A line break that Markdown reads as a space: none of the lines is empty, a heading, an item
# of a list, a quotation, a row of a table or a rule, and the first does not end in two spaces.
_SOFT_BREAK = re.compile(r"(?<=\S)(?<!  ) ?\r?\n(?=[^\s#>|*+=~`-])(?!\d+[.)] )")
_HEADING = re.compile(r"^(#{1,6}[ \t].*)\n(?=\S)", re.M)
_SIGNS = (
    (re.compile(r"<!--.*?-->", re.S), ""),
    (re.compile(r"!\[([^\]]*)\]\([^)\s]*\)"), r"\1"),
    (re.compile(r"\[([^\]]+)\]\([^)\s]*(?: \"[^\"]*\")?\)"), r"\1"),
    (re.compile(r"^#{1,6}[ \t]+(.*?)[ \t]*#*$", re.M), r"\1"),
    (re.compile(r"^>[ \t]?", re.M), ""),
    (re.compile(r"(?<![\w*])(\*\*|\*|__|_)(?=\S)(.+?)(?<=\S)\1(?![\w*])"), r"\2"),
)


def read_markdown(raw: Raw, text: str) -> Iterator[Draft | Unreadable]:
    """Read the text after the front matter, and four fields of it.

    Only plain `field: value` lines are read, not the whole of YAML; other fields pass.

    Raises:
        UnreadableDocument: `published` is no date.
    """
    found = _FRONT_MATTER.match(text)
    if found is None:
        yield Draft(name=raw.name, text=as_read(text))
        return
    fields = {name: _unquoted(words) for name, words in _FIELD.findall(found[1])}
    try:
        published = fields.get("published")
        yield Draft(
            name=raw.name,
            text=as_read(text[found.end() :]),
            title=fields.get("title"),
            publisher=fields.get("publisher"),
            published_at=None if published is None else published_at(published),
            url=fields.get("url"),
        )
    except UnreadableDate as error:
        raise UnreadableDocument(f"the front matter of `{raw.name}`: {error}") from error


def as_read(markdown: str) -> str:
    r"""Give the text as a reader sees it.

    Example:
        >>> as_read("# Oker\n\nAt **least** [12 people](https://oker.example)\nwere killed.")
        'Oker\n\nAt least 12 people were killed.'
    """
    # A heading is a paragraph of its own even where no empty line follows it.
    text = _HEADING.sub(r"\1\n\n", markdown.lstrip("\ufeff"))
    text = _SOFT_BREAK.sub(" ", text)
    for sign, words in _SIGNS:
        text = sign.sub(words, text)
    return text


def _unquoted(words: str) -> str:
    """Take off the quotes YAML puts around a value with a colon in it.

    Example:
        >>> _unquoted('"Shelling: the second night"')
        'Shelling: the second night'
    """
    is_quoted = len(words) > 1 and words[0] == words[-1] and words[0] in "\"'"
    return words[1:-1] if is_quoted else words
