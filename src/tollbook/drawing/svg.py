"""SVG by hand: escaped text, the frame every chart stands in, and its colours by light and dark.

No library, no script, no font but the reader's own. Text stays text, so that it can be selected,
searched and read aloud; a title and a description say in words all that a chart shows. Colours
follow the page's variables (`--chart-ink`, …) where it sets them, else the reader's light or dark
screen, and stand as plain colours for programs that know neither.
"""

import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import Final
from unicodedata import east_asian_width

from tollbook.document import content_id
from tollbook.drawing.wording import clean

SMALL: Final = 12
"""The size of most text, in pixels."""

# What no XML may hold, even escaped.
_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
# The width of letters in ems, as common sans-serif fonts have them, rather too wide.
_NARROW, _LOWER, _UPPER, _WIDE = 0.34, 0.58, 0.72, 1.05

# The role of each colour: on a light screen, on a dark one.
COLOURS: Final[Mapping[str, tuple[str, str]]] = {
    "page": ("#ffffff", "#0d1117"),
    "ink": ("#1f2328", "#e6edf3"),
    "faint": ("#59636e", "#9aa4af"),
    "grid": ("#e2e5ea", "#262c36"),
    "band": ("#dbe8f6", "#14304f"),
    "toll": ("#0b5cad", "#6cb6ff"),
    "media": ("#57606a", "#a3adb8"),
    "medical": ("#1a7f37", "#5cc878"),
    "monitor": ("#0f6e84", "#4fc3dd"),
    "witness": ("#7a3fc9", "#c39bff"),
    "other": ("#7a6400", "#d9bc3f"),
    "state": ("#b4540a", "#f0a35e"),
    "armed": ("#c11f3a", "#ff8093"),
}


def words(text: str) -> str:
    """Make words from a report safe to stand in an SVG, as content or as an attribute.

    Example:
        >>> words('<b> & "c"')
        '&lt;b&gt; &amp; &quot;c&quot;'
    """
    return escape(_NO_XML.sub("\ufffd", clean(text)))


def tag(name: str, content: str = "", /, **attributes: str | float | None) -> str:
    """Write an element; an attribute that is None is left out, `_` stands for a hyphen.

    Args:
        name: the element's name.
        content: what stands in it, as SVG.
        attributes: their values are escaped; numbers are written with a tenth of a pixel.

    Example:
        >>> tag("path", d="M0 0H9", stroke_width=1.25)
        '<path d="M0 0H9" stroke-width="1.2"/>'
    """
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{told}>{content}</{name}>" if content else f"<{name}{told}/>"


def _value(value: str | float) -> str:
    return words(value) if isinstance(value, str) else number(value)


def number(value: float) -> str:
    """Write a length with a tenth of a pixel, no more digits than it needs.

    Example:
        >>> number(3.0), number(2.04), number(-0.01)
        ('3', '2', '0')
    """
    return f"{round(value, 1) + 0:.1f}".removesuffix(".0")


def text(
    said: str,
    x: float,
    y: float,
    role: str = "ink",
    *,
    anchor: str | None = None,
    bold: bool = False,
) -> str:
    """Write words at a point, on its line; `anchor` is SVG's: start, middle or end."""
    style = f"tb-text tb-{role}{' tb-bold' if bold else ''}"
    return tag("text", words(said), x=x, y=y, class_=style, text_anchor=anchor)


def width_of(said: str, size: float = SMALL) -> float:
    """Reckon how wide words are, rather too wide than too narrow: no font is at hand."""
    return sum(map(_ems, said)) * size


def _ems(letter: str) -> float:
    if east_asian_width(letter) in "WF":
        return _WIDE
    if letter in " .,:;'’|!()[]iljtfI·":
        return _NARROW
    return _UPPER if letter.isupper() or letter in "mwMW%—" else _LOWER


def shortened(said: str, room: float, size: float = SMALL) -> str:
    """Cut words that are too wide for their room, with an ellipsis.

    Example:
        >>> shortened("a nurse", 100), shortened("a nurse at the hospital of Oker", 100)
        ('a nurse', 'a nurse at the…')
    """
    if width_of(said, size) <= room:
        return said
    while said and width_of(f"{said}…", size) > room:
        said = said[:-1]
    return f"{said.rstrip()}…"


def chart(body: Iterable[str], *, width: float, height: float, title: str, description: str) -> str:
    """Frame a chart.

    Args:
        body: its elements.
        width: in pixels.
        height: in pixels.
        title: what the chart is of, in a few words.
        description: all that it shows, in sentences.

    Returns:
        A whole SVG document, ready to stand alone or in a page; the same every time.
    """
    drawn = "\n".join(f"  {element}" for element in body)
    # Several charts may stand on one page, and every id of a page must be its own.
    key = content_id(title, description, width)[:8]
    across, down = number(width), number(height)
    frame = {
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": f"0 0 {across} {down}",
        "width": across,
        "height": down,
        "class": "tb-chart",
        "role": "img",
        "aria-labelledby": f"t{key} d{key}",
    }
    head = [
        f'  <title id="t{key}">{words(title)}</title>',
        f'  <desc id="d{key}">{words(description)}</desc>',
        _style(),
        f'  <rect class="tb-page" width="{across}" height="{down}" rx="6"/>',
    ]
    opened = " ".join(f'{name}="{value}"' for name, value in frame.items())
    return "\n".join([f"<svg {opened}>", *head, drawn, "</svg>", ""])


def _style() -> str:
    """Write every role as a fill (`tb-ROLE`) and as a line (`tb-ROLE-line`)."""
    light = "".join(_rules(role, colours[0]) for role, colours in COLOURS.items())
    dark = "".join(_rules(role, colours[1]) for role, colours in COLOURS.items())
    return f"""\
  <style>
    .tb-text {{ font: {SMALL}px system-ui, "Segoe UI", "DejaVu Sans", sans-serif }}
    .tb-bold {{ font-weight: 600 }} .tb-open {{ fill: none }} .tb-apart {{ opacity: .5 }}
    .tb-area {{ opacity: .3 }} .tb-dashed {{ stroke-dasharray: 4 3 }}
{light}    @media (prefers-color-scheme: dark) {{
{dark}    }}
  </style>"""


def _rules(role: str, colour: str) -> str:
    name = f"--chart-{role}"
    return (
        f"    .tb-{role} {{ fill: {colour}; fill: var({name}, {colour}) }}\n"
        f"    .tb-{role}-line {{ stroke: {colour}; stroke: var({name}, {colour}) }}\n"
    )
