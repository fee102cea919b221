from xml.etree import ElementTree

import pytest

from tollbook.evaluating.reliability import Reliability, reliability
from tollbook.evaluating.reliability_diagram import diagram

SVG = "{http://www.w3.org/2000/svg}"


def measured(*pairs: tuple[float, bool]) -> Reliability:
    found = reliability(pairs)
    assert found is not None
    return found


def drawn(**fields: Reliability) -> ElementTree.Element:
    return ElementTree.fromstring(diagram(fields, "Reliability on <invented> reports"))


def test_it_is_named_and_described_for_those_who_cannot_see_it() -> None:
    root = drawn(figure=measured((0.9, True), (0.9, False)))
    assert root.attrib["role"] == "img"
    named = root.attrib["aria-labelledby"].split()
    by_id = {part.attrib["id"]: part.text or "" for part in root if "id" in part.attrib}
    assert next(by_id[name] for name in named) == "Reliability on <invented> reports"
    assert "figure: of 2 held 90% probable 50% were right." in by_id["desc"]


def test_every_field_has_a_panel_and_every_filled_bin_a_dot() -> None:
    root = drawn(
        figure=measured((0.9, True), (0.2, False)),
        source=measured((0.7, True)),
        group=measured((0.7, True)),
        stance=measured((0.7, True)),
    )
    heads = [text.text for text in root.iter(f"{SVG}text") if text.get("class") == "head"]
    assert heads == ["figure", "source", "group", "stance"]
    assert len(list(root.iter(f"{SVG}circle"))) == 5


@pytest.mark.parametrize("fields", [1, 3, 4, 7])
def test_everything_is_drawn_on_the_page(fields: int) -> None:
    root = drawn(**{f"field {at}": measured((1.0, True), (0.0, True)) for at in range(fields)})
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    for dot in root.iter(f"{SVG}circle"):
        radius = float(dot.attrib["r"])
        assert radius <= float(dot.attrib["cx"]) <= width - radius
        assert radius <= float(dot.attrib["cy"]) <= height - radius
    for text in root.iter(f"{SVG}text"):
        assert float(text.get("y", "0")) <= height
        assert float(text.get("x", "0")) <= width


def test_perfect_reliability_lies_on_the_dashed_line() -> None:
    root = drawn(figure=measured((0.5, True), (0.5, False)))
    frame = next(part for part in root.iter(f"{SVG}rect") if part.get("class") == "frame")
    x, y, side = (float(frame.attrib[name]) for name in ("x", "y", "width"))
    (dot,) = root.iter(f"{SVG}circle")
    assert (float(dot.attrib["cx"]), float(dot.attrib["cy"])) == (x + side / 2, y + side / 2)


def test_it_follows_a_dark_screen() -> None:
    assert "prefers-color-scheme: dark" in diagram({"figure": measured((1.0, True))}, "title")
