"""How each kind of source is drawn: a shape and a colour of its own, parties hollow."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from tollbook.claim import SourceKind
from tollbook.drawing.svg import number, tag
from tollbook.drawing.wording import PARTIES


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A family of kinds of sources: its name, the role of its colour, and its outline.

    `outline` holds the corners of the shape around the origin, in units of its size; None is a
    circle.
    """

    name: str
    role: str
    outline: tuple[tuple[float, float], ...] | None
    is_party: bool = False


_MEDIA = Look(name="media, in their own voice", role="media", outline=None)
_MEDICAL = Look(
    name="hospitals and medics",
    role="medical",
    outline=((-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)),
)
_MONITOR = Look(
    name="monitors, UN, documents",
    role="monitor",
    outline=((0, -1.15), (1.1, 0.8), (-1.1, 0.8)),
)
_WITNESS = Look(
    name="witnesses, families, activists",
    role="witness",
    outline=((0, 1.15), (1.1, -0.8), (-1.1, -0.8)),
)
_OTHER = Look(
    name="diplomats, experts, others",
    role="other",
    outline=((-1.15, 0), (-0.58, -1), (0.58, -1), (1.15, 0), (0.58, 1), (-0.58, 1)),
)
_STATE = Look(
    name="party: government, army, police",
    role="state",
    outline=((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    is_party=True,
)
_ARMED = Look(
    name="party: armed groups",
    role="armed",
    outline=(
        (-1.2, -0.7),
        (-0.7, -1.2),
        (0, -0.5),
        (0.7, -1.2),
        (1.2, -0.7),
        (0.5, 0),
        (1.2, 0.7),
        (0.7, 1.2),
        (0, 0.5),
        (-0.7, 1.2),
        (-1.2, 0.7),
        (-0.5, 0),
    ),
    is_party=True,
)
LOOKS: Final = (_MEDIA, _MEDICAL, _MONITOR, _WITNESS, _OTHER, _STATE, _ARMED)

_OF_KIND = {
    SourceKind.MEDIA: _MEDIA,
    SourceKind.MEDICAL: _MEDICAL,
    SourceKind.UN: _MONITOR,
    SourceKind.NGO: _MONITOR,
    SourceKind.DOCUMENT: _MONITOR,
    SourceKind.COURT: _MONITOR,
    SourceKind.WITNESS: _WITNESS,
    SourceKind.FAMILY: _WITNESS,
    SourceKind.ACTIVIST: _WITNESS,
    SourceKind.ARMED_GROUP: _ARMED,
}


def look_of(kind: SourceKind | None) -> Look:
    """Say how a kind of source is drawn; None is the report's own voice."""
    if kind is None:
        return _MEDIA
    return _OF_KIND.get(kind, _STATE if kind in PARTIES else _OTHER)


def in_order(looks: Iterable[Look]) -> list[Look]:
    """Give looks once each, parties last."""
    wanted = set(looks)
    return [look for look in LOOKS if look in wanted]


def mark(look: Look, x: float, y: float, size: float = 4.5) -> str:
    """Draw the shape of a kind of source at a point; a party's is hollow."""
    paint = f"tb-page tb-{look.role}-line" if look.is_party else f"tb-{look.role}"
    thickness = 1.8 if look.is_party else None
    if look.outline is None:
        return tag("circle", cx=x, cy=y, r=size, class_=paint, stroke_width=thickness)
    corners = "L".join(
        f"{number(x + across * size)} {number(y + down * size)}" for across, down in look.outline
    )
    return tag("path", d=f"M{corners}Z", class_=paint, stroke_width=thickness)
