"""Reliability as a drawing: how probable things were held to be against how often they were right.

An SVG written by hand, so that it needs no library, reads well in a diff, follows the reader's
light or dark screen and says in words, for whoever cannot see it, all that it shows.
"""

from collections.abc import Iterable, Mapping
from html import escape
from itertools import chain
from typing import Final

from tollbook.evaluating.reliability import Bin, Reliability

_SIDE: Final = 160  # of a panel's square, in pixels
_LEFT: Final = 54
_TOP: Final = 44
_ACROSS: Final = _SIDE + 54  # from one panel to the next, with room for scale and labels
_DOWN: Final = _SIDE + 84
_COLUMNS: Final = 3
_LARGEST: Final = 7.0  # the radius of the dot of a bin that holds everything
_SMALLEST: Final = 1.8

_STYLE: Final = """\
  <style>
    .page { fill: #ffffff } .frame { fill: none; stroke: #8a8f98 }
    .grid { stroke: #e2e5ea } .ideal { stroke: #8a8f98; stroke-dasharray: 4 3 }
    .gap { stroke: #b4540a; stroke-width: 2 } .dot { fill: #0b5cad }
    text { fill: #1f2328; font: 11px system-ui, sans-serif } .head { font-weight: 600 }
    @media (prefers-color-scheme: dark) {
      .page { fill: #0d1117 } .frame, .ideal { stroke: #8b949e } .grid { stroke: #262c36 }
      .gap { stroke: #f0a35e } .dot { fill: #6cb6ff } text { fill: #e6edf3 }
    }
  </style>"""


def diagram(fields: Mapping[str, Reliability], title: str) -> str:
    """Draw one panel per field, side by side.

    Args:
        fields: what was measured, by the name of the field; at least one.
        title: what all of it is about, as the drawing's name.

    Returns:
        A whole SVG document, with a title and a description for those who cannot see it.
    """
    rows = -(-len(fields) // _COLUMNS)
    width = _LEFT + min(len(fields), _COLUMNS) * _ACROSS - 24
    height = _TOP + rows * _DOWN - 44
    panels = chain.from_iterable(
        _panel(name, found, *_corner(at)) for at, (name, found) in enumerate(fields.items())
    )
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
            f'width="{width}" height="{height}" role="img" aria-labelledby="title desc">',
            f'  <title id="title">{escape(title)}</title>',
            f'  <desc id="desc">{escape(_in_words(fields))}</desc>',
            _STYLE,
            f'  <rect class="page" width="{width}" height="{height}" rx="6"/>',
            *panels,
            "</svg>",
            "",
        ]
    )


def _corner(at: int) -> tuple[int, int]:
    row, column = divmod(at, _COLUMNS)
    return _LEFT + column * _ACROSS, _TOP + row * _DOWN


def _panel(name: str, found: Reliability, x: int, y: int) -> Iterable[str]:
    middle, bottom = x + _SIDE / 2, y + _SIDE
    yield f'  <text class="head" x="{x}" y="{y - 20}">{escape(name)}</text>'
    yield f'  <text x="{x}" y="{y - 6}">{found.count:,} · error {found.error:.1%}</text>'
    for share in (0.25, 0.5, 0.75):
        across, up = x + share * _SIDE, bottom - share * _SIDE
        yield f'  <path class="grid" d="M{across:g} {y}V{bottom}M{x} {up:g}H{x + _SIDE}"/>'
    yield f'  <rect class="frame" x="{x}" y="{y}" width="{_SIDE}" height="{_SIDE}"/>'
    yield f'  <path class="ideal" d="M{x} {bottom}L{x + _SIDE} {y}"/>'
    for held in found.bins:
        yield from _dot(held, found.count, x, bottom)
    for share in (0, 0.5, 1):
        across, up = x + share * _SIDE, bottom - share * _SIDE + 4
        yield f'  <text x="{across:g}" y="{bottom + 14}" text-anchor="middle">{share:.0%}</text>'
        yield f'  <text x="{x - 5}" y="{up:g}" text-anchor="end">{share:.0%}</text>'
    yield f'  <text x="{middle:g}" y="{bottom + 28}" text-anchor="middle">held probable</text>'
    if x == _LEFT:
        yield (
            f'  <text transform="translate({x - 42} {y + _SIDE / 2:g}) rotate(-90)" '
            'text-anchor="middle">right</text>'
        )


def _dot(held: Bin, of: int, x: int, bottom: int) -> Iterable[str]:
    across = x + held.mean_probability * _SIDE
    ideal, up = bottom - held.mean_probability * _SIDE, bottom - held.share_right * _SIDE
    # The area says how many: a bin of twice as many has a dot of twice the ink.
    radius = max(_SMALLEST, _LARGEST * (held.count / of) ** 0.5)
    yield f'  <path class="gap" d="M{across:.1f} {ideal:.1f}V{up:.1f}"/>'
    yield f'  <circle class="dot" cx="{across:.1f}" cy="{up:.1f}" r="{radius:.1f}"/>'


def _in_words(fields: Mapping[str, Reliability]) -> str:
    return (
        "How probable something was held to be, across, and how often it was right, up; on the "
        "dashed line both are the same, and a larger dot stands for more. "
        + " ".join(_field_in_words(name, found) for name, found in fields.items())
    )


def _field_in_words(name: str, found: Reliability) -> str:
    bins = "; ".join(
        f"of {held.count:,} held {held.mean_probability:.0%} probable {held.share_right:.0%} "
        "were right"
        for held in found.bins
    )
    return f"{name}: {bins}."
