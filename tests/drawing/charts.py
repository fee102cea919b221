"""What the tests of charts look for in an SVG."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from tollbook.drawing.svg import width_of

SVG = "{http://www.w3.org/2000/svg}"


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)


def groups(svg: str) -> dict[str, ET.Element]:
    """The drawn figures, by the claims they stand for."""
    found = (element for element in parsed(svg).iter(f"{SVG}g") if "data-claims" in element.attrib)
    return {element.attrib["data-claims"]: element for element in found}


def claims_drawn(svg: str) -> set[str]:
    return {claim_id for claim_ids in groups(svg) for claim_id in claim_ids.split()}


def texts(svg: str) -> list[str]:
    return [element.text or "" for element in parsed(svg).iter(f"{SVG}text")]


def hints(svg: str) -> str:
    return "\n".join(each.findtext(f"{SVG}title") or "" for each in groups(svg).values())


def clipped(svg: str) -> Iterator[str]:
    """Find the words that may stand out of the chart, as wide as we reckon them."""
    root = parsed(svg)
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    for element in root.iter(f"{SVG}text"):
        said = element.text or ""
        wide = width_of(said)
        x, y = float(element.attrib["x"]), float(element.attrib["y"])
        start = x - {"middle": wide / 2, "end": wide}.get(element.attrib.get("text-anchor", ""), 0)
        # Our reckoning is rather too wide: a few pixels over the edge are none on a screen.
        if start < -4 or start + wide > width + 4 or not 8 <= y <= height:
            yield said
