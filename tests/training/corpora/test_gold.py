import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tollbook.annotation import HARMS
from training.corpora.gold import claims_gold
from training.sheets import Sheet

Words = Callable[[Sheet, str], list[str]]
Heard = Callable[[Sheet], dict[str, list[str]]]

KILLED = (
    "At least 12 villagers, among them two nurses, were killed in Oker, the mayor told Vell Radio."
)
GUARDS = "He said the guards had fled."
BURNED = "The Tarn Front burned the mill of Oker on Monday."
DENIED = "The Tarn Front denied it; the mill was empty."
TEXT = f"{KILLED} {GUARDS}\r\n{BURNED} {DENIED}"


def toll(words: str, **fields: Any) -> dict[str, Any]:
    plain = {
        "kind": "toll",
        "incident": "A",
        "harm": "killed",
        "count_words": words,
        "low": 12,
        "high": None,
        "group": "people",
        "group_words": None,
        "part_of": False,
        "source_words": None,
        "source_kind": None,
        "anonymous": False,
        "relay_words": None,
        "cue_words": None,
        "stance": "asserted",
        "sentence": KILLED,
    }
    return {**plain, **fields}


SAID = {
    "source_words": "the mayor",
    "source_kind": "official",
    "cue_words": "told",
    "relay_words": "Vell Radio",
}
CLAIMS = [
    toll("At least 12", group="civilian", **SAID),
    toll("two", group="medic", part_of=True, stance="hedged", incident="background", **SAID),
    {
        "kind": "responsibility",
        "incident": "A",
        "actor_words": "The Tarn Front",
        "status": "stated",
        "source_words": None,
        "sentence": BURNED,
    },
    {
        "kind": "damage",
        "incident": "A",
        "object_words": "the mill",
        "effect": "burned",
        "source_words": None,
        "sentence": BURNED,
    },
    {
        "kind": "reaction",
        "incident": "A",
        "actor_words": "The Tarn Front",
        "reaction": "denied",
        "sentence": DENIED,
    },
]
INCIDENT = {
    "id": "A",
    "what": "arson",
    "when_words": "Monday",
    "date": "2031-03-04",
    "where_words": ["Oker"],
    "target_words": [],
    "weapon_words": [],
}


def write(folder: Path, name: str, claims: list[dict[str, Any]], text: str = TEXT) -> None:
    for part in ("text", "gold"):
        (folder / part).mkdir(exist_ok=True)
    gold = {"id": name, "published": None, "incidents": [INCIDENT], "claims": claims}
    (folder / f"text/{name}.txt").write_bytes(text.encode("utf-8"))
    (folder / f"gold/{name}.json").write_text(json.dumps(gold), "utf-8")


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    write(tmp_path, "fk_1", CLAIMS)
    (read,) = claims_gold(tmp_path, ["fk_1"])
    return read


def test_only_the_reports_asked_for_are_read(tmp_path: Path) -> None:
    write(tmp_path, "fk_1", CLAIMS)
    write(tmp_path, "fk_2", [], text="Nothing happened.")
    assert [read.text for read in claims_gold(tmp_path, ["fk_2"])] == ["Nothing happened."]


def test_figures_are_taught_at_their_words_with_line_ends_as_they_are(
    sheet: Sheet, taught: Words
) -> None:
    assert sheet.text == TEXT
    assert taught(sheet, "killed") == ["At least 12", "two"]


def test_a_harm_that_is_not_annotated_is_known_not_to_be_told(
    sheet: Sheet, taught: Words, masked: Words
) -> None:
    assert all(masked(sheet, harm) == [] for harm in HARMS)
    assert taught(sheet, "injured") == []


def test_each_figure_teaches_its_own_fields(sheet: Sheet, taught: Words) -> None:
    assert taught(sheet, "group:civilian") == taught(sheet, "stance:asserted") == ["At least 12"]
    assert taught(sheet, "group:medic") == taught(sheet, "stance:hedged") == ["two"]
    assert taught(sheet, "part_of") == taught(sheet, "background") == ["two"]


def test_figures_point_at_who_says_them(sheet: Sheet, heard: Heard) -> None:
    assert heard(sheet)["12"] == heard(sheet)["two"] == ["the mayor"]


def test_a_figure_nobody_is_quoted_for_points_at_nobody(tmp_path: Path, heard: Heard) -> None:
    write(tmp_path, "fk_1", [toll("At least 12")])
    (read,) = claims_gold(tmp_path, ["fk_1"])
    assert heard(read)["12"] == []


def test_a_source_of_another_sentence_is_the_last_mention_before(
    tmp_path: Path, heard: Heard
) -> None:
    text = "The mayor spoke. A mayor, not The mayor, wept. At least 12 died."
    claim = toll("At least 12", sentence="At least 12 died.", source_words="The mayor")
    write(tmp_path, "fk_1", [{**claim, "source_kind": "official"}], text)
    (read,) = claims_gold(tmp_path, ["fk_1"])
    (pointer,) = read.pointers
    assert [source.start for source in pointer.sources] == [text.rindex("The mayor")]
    assert heard(read)["12"] == ["The mayor"]


def test_source_cue_and_relay_are_marked_in_the_sentence_of_the_figure(
    sheet: Sheet, taught: Words
) -> None:
    assert taught(sheet, "source") == ["the mayor"]
    assert taught(sheet, "cue") == ["told"]
    assert taught(sheet, "relay") == ["Vell Radio"]


def test_of_sources_that_count_nobody_nothing_is_known(sheet: Sheet, masked: Words) -> None:
    assert any("He said" in words for words in masked(sheet, "source"))
    assert not any("Oker, " in words for words in masked(sheet, "relay"))


def test_acts_are_marked_in_their_own_sentence(sheet: Sheet, taught: Words) -> None:
    assert taught(sheet, "responsibility:stated") == ["The Tarn Front"]
    assert taught(sheet, "damage:burned") == ["the mill"]
    assert taught(sheet, "reaction:denied") == ["The Tarn Front"]
    of_act = [start for label, start, _ in sheet.marks if label == "damage:burned"]
    assert of_act == [TEXT.index("the mill of")]


def test_of_later_mentions_of_an_actor_or_object_nothing_is_known(
    sheet: Sheet, masked: Words
) -> None:
    assert masked(sheet, "damage:burned") == masked(sheet, "damage:looted") == ["the mill"]
    assert masked(sheet, "responsibility:accused") == ["The Tarn Front"]


def test_places_and_times_are_marked_wherever_their_words_stand(
    sheet: Sheet, taught: Words, masked: Words
) -> None:
    assert taught(sheet, "place") == ["Oker", "Oker"]
    assert taught(sheet, "time") == ["Monday"]
    assert masked(sheet, "place") == []


def test_words_within_a_longer_word_are_not_meant(tmp_path: Path, taught: Words) -> None:
    text = "Okers of Oker fled. At least 12 died."
    write(tmp_path, "fk_1", [toll("At least 12", sentence="At least 12 died.")], text)
    (read,) = claims_gold(tmp_path, ["fk_1"])
    assert taught(read, "place") == ["Oker"]
