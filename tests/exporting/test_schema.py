import json
from typing import Any

import pytest

from tollbook import claim as claims
from tollbook import document, incident, toll
from tollbook.exporting.plain import plain
from tollbook.exporting.schema import schema
from tollbook.testing import claim


def test_every_noun_of_an_incident_is_described() -> None:
    described = schema()["$defs"]
    for module in (claims, document, incident, toll):
        for name, noun in vars(module).items():
            is_noun = hasattr(noun, "__dataclass_fields__") and noun.__module__ == module.__name__
            if is_noun and name not in {"Span", "Passage", "Raw"}:  # these are never written
                assert name in described, name


@pytest.mark.parametrize("said", [claim("12"), claim("no", source="a nurse")])
def test_what_is_written_has_the_properties_described(said: claims.TollClaim) -> None:
    written = plain(said)
    described: dict[str, Any] = schema()["$defs"]["TollClaim"]
    assert isinstance(written, dict)
    assert set(written) == set(described["properties"])
    assert set(described["required"]) <= set(written)


def test_it_is_json_and_the_same_every_time() -> None:
    assert json.dumps(schema()) == json.dumps(schema())


def test_every_reference_leads_somewhere() -> None:
    text = json.dumps(schema())
    names = {part.split('"')[0] for part in text.split('"#/$defs/')[1:]}
    assert names <= set(schema()["$defs"])
