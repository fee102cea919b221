"""SVG by hand: what every chart has in common."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook.drawing.svg import COLOURS, chart, number, shortened, tag, text, width_of, words

SVG = "{http://www.w3.org/2000/svg}"


def drawn(said: str, *, width: int = 100) -> str:
    return chart([text(said, 4, 4)], width=width, height=20, title=said, description=said)


@given(st.text())
def test_any_words_make_a_well_formed_document(said: str) -> None:
    root = ET.fromstring(drawn(said).encode("utf-8"))
    assert root.tag == f"{SVG}svg"


def test_words_cannot_break_out_of_their_place() -> None:
    root = ET.fromstring(drawn('"/><script>alert(1)</script>'))
    assert not list(root.iter(f"{SVG}script"))
    assert root.findtext(f"{SVG}title") == '"/><script>alert(1)</script>'


def test_marks_that_turn_the_writing_direction_are_left_out() -> None:
    assert words("a\u202eb\x00c") == "a b c"


def test_half_a_character_is_replaced() -> None:
    assert words("a\ud800b") == "a\ufffdb"


def test_a_chart_says_in_words_what_it_shows() -> None:
    root = ET.fromstring(drawn("Oker"))
    named = root.attrib["aria-labelledby"].split()
    assert named == [root.find(f"{SVG}title").attrib["id"], root.find(f"{SVG}desc").attrib["id"]]  # type: ignore[union-attr]
    assert root.attrib["role"] == "img"


def test_two_charts_of_one_page_share_no_id() -> None:
    first, second = ET.fromstring(drawn("Oker")), ET.fromstring(drawn("Vell"))
    ids = [
        element.attrib["id"]
        for root in (first, second)
        for element in root.iter()
        if "id" in element.attrib
    ]
    assert len(ids) == len(set(ids)) == 4


def test_a_chart_holds_no_script_no_link_and_no_font_of_its_own() -> None:
    svg = drawn("Oker")
    assert not any(word in svg for word in ("<script", "href", "@import", "@font-face", "url("))


def test_every_colour_has_a_plain_one_a_variable_and_one_for_the_dark() -> None:
    light, dark = drawn("Oker").split("prefers-color-scheme: dark")
    for role, (on_light, on_dark) in COLOURS.items():
        assert f"fill: {on_light}; fill: var(--chart-{role}, {on_light})" in light
        assert f"fill: {on_dark}; fill: var(--chart-{role}, {on_dark})" in dark


def luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("screen", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["page", "band"])
@pytest.mark.parametrize("role", [r for r in COLOURS if r not in ("page", "band", "grid")])
def test_what_is_drawn_can_be_read_on_its_ground(role: str, ground: str, screen: int) -> None:
    # WCAG 2.2: 4.5 for text, 3 for shapes that mean something.
    needed = 4.5 if role in ("ink", "faint", "toll") else 3
    assert contrast(COLOURS[role][screen], COLOURS[ground][screen]) >= needed


def test_lengths_have_a_tenth_of_a_pixel_and_no_minus_zero() -> None:
    assert [number(value) for value in (0.04, -0.04, 12.25, 1e5)] == ["0", "0", "12.2", "100000"]


def test_an_attribute_is_escaped_and_left_out_where_there_is_none() -> None:
    assert tag("g", class_='a"b', data_claims=None) == '<g class="a&quot;b"/>'


@given(st.text(min_size=1, max_size=60), st.floats(20, 400))
def test_words_are_cut_to_their_room(said: str, room: float) -> None:
    assert width_of(shortened(said, room)) <= room


def test_words_that_fit_are_left_as_they_are() -> None:
    assert shortened("Oker", 200) == "Oker"


def test_chinese_takes_more_room_than_latin() -> None:
    assert width_of("死者") > width_of("ab")
