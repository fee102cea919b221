"""Reads reports of armed conflict and finds who says how many were harmed.

The front door: three verbs and the nouns they speak in. Names are fetched when first used,
so that `import tollbook` costs next to nothing.

    findings = tollbook.read("reports/", published="2024-09-17")
    accounts = tollbook.extract("A mayor said 12 villagers were killed.")
    tolls = tollbook.reconcile(accounts[0].claims)
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tollbook.claim import (
        Attribution,
        Claim,
        Count,
        DamageClaim,
        Reaction,
        ResponsibilityClaim,
        TollClaim,
    )
    from tollbook.document import Document, Imprint, Unreadable, Words
    from tollbook.errors import TollbookError
    from tollbook.incident import Account, Incident, Report
    from tollbook.pipeline import extract, read, stream
    from tollbook.reconciling import reconcile
    from tollbook.toll import Case, Findings, Toll

__all__ = [
    "Account",
    "Attribution",
    "Case",
    "Claim",
    "Count",
    "DamageClaim",
    "Document",
    "Findings",
    "Imprint",
    "Incident",
    "Reaction",
    "Report",
    "ResponsibilityClaim",
    "Toll",
    "TollClaim",
    "TollbookError",
    "Unreadable",
    "Words",
    "extract",
    "read",
    "reconcile",
    "stream",
]

_HOMES = {
    "Account": "incident",
    "Attribution": "claim",
    "Case": "toll",
    "Claim": "claim",
    "Count": "claim",
    "DamageClaim": "claim",
    "Document": "document",
    "Findings": "toll",
    "Imprint": "document",
    "Incident": "incident",
    "Reaction": "claim",
    "Report": "incident",
    "ResponsibilityClaim": "claim",
    "Toll": "toll",
    "TollClaim": "claim",
    "TollbookError": "errors",
    "Unreadable": "document",
    "Words": "document",
    "extract": "pipeline",
    "read": "pipeline",
    "reconcile": "reconciling",
    "stream": "pipeline",
}


if not TYPE_CHECKING:  # so that a type checker still knows a name that is not there

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module 'tollbook' has no attribute {name!r}")
        found = getattr(import_module(f"tollbook.{_HOMES[name]}"), name)
        globals()[name] = found
        return found


def __dir__() -> list[str]:
    return [*__all__]
