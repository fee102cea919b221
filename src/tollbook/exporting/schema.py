"""The JSON Schema of every noun, from the nouns themselves."""

from typing import Any

from pydantic import TypeAdapter

from tollbook.claim import DamageClaim, Reaction, ResponsibilityClaim, TollClaim
from tollbook.document import Document
from tollbook.incident import Account, Incident, Report
from tollbook.toll import Case, Findings, Step, Toll

NOUNS = (
    Account,
    Case,
    DamageClaim,
    Document,
    Findings,
    Incident,
    Reaction,
    Report,
    ResponsibilityClaim,
    Step,
    Toll,
    TollClaim,
)
_WITH_ID = (Account, DamageClaim, Document, Incident, Reaction, ResponsibilityClaim, TollClaim)
_ID = {
    "type": "string",
    "pattern": "^[0-9a-f]{16}$",
    "readOnly": True,
    "description": "Follows from the content; ignored when read.",
}


def schema() -> dict[str, Any]:
    """Describe every noun, and every noun in it, as one JSON Schema.

    Returns:
        A schema whose `$defs` name the nouns; the whole describes `Findings`, which is what
        `--format json` writes. A line of `--format jsonl` is a `Report`, without its text.
    """
    _, described = TypeAdapter.json_schemas(
        [(noun, "serialization", TypeAdapter(noun)) for noun in NOUNS],
        ref_template="#/$defs/{model}",
    )
    definitions: dict[str, Any] = described["$defs"]
    for noun in _WITH_ID:
        definitions[noun.__name__]["properties"]["id"] = dict(_ID)
        definitions[noun.__name__].setdefault("required", []).append("id")
    for unwritten in ("fingerprint", "text"):
        definitions["Report"]["properties"].pop(unwritten)
    definitions.pop("Fingerprint")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "tollbook",
        "$ref": "#/$defs/Findings",
        "$defs": dict(sorted(definitions.items())),
    }
