"""Reports and findings as JSON text."""

import json

from tollbook.exporting.plain import plain
from tollbook.exporting.predictions import prediction
from tollbook.incident import Report
from tollbook.toll import Findings


def to_json(findings: Findings) -> str:
    """Write everything found as one object."""
    return json.dumps(plain(findings), ensure_ascii=False, indent=2)


def to_json_line(report: Report) -> str:
    """Write what one document tells as one line."""
    return json.dumps(plain(report), ensure_ascii=False)


def to_claims(report: Report) -> str:
    """Write one document's claims as the gold's scorer reads them, on one line.

    Only offsets, never words; `name` says which document they point into.
    """
    return json.dumps({"name": report.imprint.name, **prediction(report.accounts)})
