import json
from pathlib import Path
from typing import Any

import pytest

from tollbook.errors import UnusableCorpus
from tollbook.evaluating.suites.event_places import load


def incident(**more: Any) -> dict[str, Any]:
    dull = {"id": "A", "latitude": 14.0, "longitude": -4.0, "where_prec": 1, "geo_precision": 1}
    return dull | more


def test_both_readings_are_loaded_and_an_unknown_place_stays_unknown(tmp_path: Path) -> None:
    nowhere = incident(latitude=None, longitude=None, where_prec=None, geo_precision=None)
    file = tmp_path / "places.json"
    readings = [
        [{"id": "fk_1", "incidents": [incident()]}],
        [{"id": "fk_1", "incidents": [nowhere]}],
    ]
    file.write_text(json.dumps({"readings": readings}), "utf-8")
    first, second = load(file)
    assert [one.where_prec for one in first["fk_1"]] == [1]
    assert [one.where_prec for one in second["fk_1"]] == [None]


def test_without_the_checkout_the_suite_says_what_is_absent(tmp_path: Path) -> None:
    with pytest.raises(UnusableCorpus, match="repository"):
        load(tmp_path / "places.json")
