"""News with marked toponyms becomes the figures of its literature. All texts are invented."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tollbook.annotating import annotator
from tollbook.errors import UnusableCorpus
from tollbook.evaluating.geoparsing_texts import articles
from tollbook.evaluating.suite import Figure, Reader
from tollbook.evaluating.suites import geoparsing
from tollbook.place import GazetteerEntry

READER = Reader(annotator=annotator("rules"))
TOWNS = {"Sarn": (14.0, -4.0, 900), "Oker": (50.0, 8.0, 90_000)}


class Towns:
    """A gazetteer of two invented towns."""

    def knows(self, name: str) -> bool:
        return name in TOWNS

    def named(self, name: str) -> tuple[GazetteerEntry, ...]:
        if name not in TOWNS:
            return ()
        latitude, longitude, people = TOWNS[name]
        return (
            GazetteerEntry(
                id=f"x:{name}", name=name, latitude=latitude, longitude=longitude,
                feature="P.PPL", country="ML", population=people,
            ),
        )  # fmt: skip


def toponym(text: str, phrase: str, at: tuple[float, float] | None, shift: int = 0) -> str:
    start = text.index(phrase) + shift
    tag = ""
    if at is not None:
        tag = (
            f"<gaztag geonameid='1'><name>{phrase}</name><fclass>P</fclass><fcode>PPL</fcode>"
            f"<lat>{at[0]}</lat><lon>{at[1]}</lon></gaztag>"
        )
    return (
        f"<toponym><phrase>{phrase}</phrase><start>{start}</start>"
        f"<end>{start + len(phrase)}</end>{tag}</toponym>"
    )


def corpus(folder: Path, text: str, toponyms: Sequence[str]) -> Path:
    inside = folder / "geoparsing"
    inside.mkdir()
    body = f"<text><![CDATA[{text}]]></text><toponyms>{''.join(toponyms)}</toponyms>"
    (inside / "lgl.xml").write_text(f"<articles><article docid='1'>{body}</article></articles>")
    (inside / "GWN.xml").write_text("<articles></articles>")
    return folder


def figures(folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Figure]:
    monkeypatch.setattr(geoparsing, "open_gazetteer", Towns)
    result = geoparsing.measure(folder, "test", READER)
    return {figure.name: figure for figure in result.figures if not figure.section}


TEXT = "Gunmen attacked a market in Sarn on Monday. Nine people from Oker were killed."


def test_what_is_found_and_near_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    marked = [toponym(TEXT, "Sarn", (14.5, -4.5)), toponym(TEXT, "Oker", (50.0, 8.0))]
    found = figures(corpus(tmp_path, TEXT, marked), monkeypatch)
    assert found["tagging F1"].value == 1.0
    assert found["acc@161 km, end to end"].value == 1.0
    assert found["unresolved"].value == 0.0


def test_a_pin_elsewhere_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    marked = [toponym(TEXT, "Sarn", (44.5, -4.5)), toponym(TEXT, "Oker", (50.0, 8.0))]
    found = figures(corpus(tmp_path, TEXT, marked), monkeypatch)
    assert found["acc@161 km, names given"].value == 0.5
    assert found["resolved, within 161 km"].value == 0.5


def test_a_toponym_without_a_point_is_no_matter_of_accuracy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marked = [toponym(TEXT, "Sarn", None), toponym(TEXT, "Oker", (50.0, 8.0))]
    found = figures(corpus(tmp_path, TEXT, marked), monkeypatch)
    assert found["tagging F1"].of == 2
    assert found["acc@161 km, names given"].of == 1


def test_an_untagged_toponym_is_wrong_end_to_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Nine people were killed, the man said."
    found = figures(corpus(tmp_path, text, [toponym(text, "man", (14.0, -4.0))]), monkeypatch)
    assert found["acc@161 km, end to end"].value == 0.0
    assert found["tagging F1"].recall == 0.0


def test_offsets_adrift_are_set_right(tmp_path: Path) -> None:
    folder = corpus(tmp_path, TEXT, [toponym(TEXT, "Oker", None, shift=3)])
    (article,) = articles(folder / "geoparsing", "test")
    (marked,) = article.toponyms
    assert TEXT[marked.start : marked.end] == "Oker"


def test_geovirus_counts_from_one(tmp_path: Path) -> None:
    location = "<location><name>Oker</name><start>{}</start><lat>50</lat><lon>8</lon></location>"
    listed = location.format(TEXT.index("Oker") + 1)
    for name in ("TR-News", "GeoVirus"):
        body = f"<source>a</source><text>{TEXT}</text><locations>{listed}</locations>"
        inside = f"<article>{body}</article>" if name == "GeoVirus" else ""
        (tmp_path / f"{name}.xml").write_text(f"<articles>{inside}</articles>")
    both = [*articles(tmp_path, "train"), *articles(tmp_path, "dev")]
    (marked,) = both[0].toponyms
    assert len(both) == 1
    assert TEXT[marked.start : marked.end] == "Oker"
    assert marked.point == (50.0, 8.0)


def test_what_is_no_xml_is_unusable(tmp_path: Path) -> None:
    for name in ("lgl", "GWN"):
        (tmp_path / f"{name}.xml").write_text("<articles><article>")
    with pytest.raises(UnusableCorpus, match="no well-formed XML"):
        articles(tmp_path, "test")
