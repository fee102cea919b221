"""Claims as the gold's scorer reads them: one dictionary per document, offsets into its text.

The keys are those of the claims guideline's scorer and say no more than it compares.
"""

from collections.abc import Iterable
from typing import Literal, NotRequired, TypedDict, assert_never

from tollbook.claim import Claim, DamageClaim, Reaction, ResponsibilityClaim, TollClaim
from tollbook.document import Words
from tollbook.exporting.table import key_words
from tollbook.incident import Account


class Stretch(TypedDict):
    """Code points into the text, start in, end out."""

    start: int
    end: int


class CountStretch(Stretch):
    """Where a figure stands and what it strictly allows; `high` is None without a ceiling."""

    low: int
    high: int | None


class TollRow(TypedDict):
    """Somebody says how many people were harmed."""

    kind: Literal["toll"]
    harm: str
    incident: str
    part_of: bool
    stance: str
    group: str
    count: CountStretch
    source: Stretch | None
    source_kind: str | None


class ResponsibilityRow(TypedDict):
    """Somebody says who did it."""

    kind: Literal["responsibility"]
    actor: Stretch
    status: str
    source: Stretch | None
    incident: NotRequired[str]


class DamageRow(TypedDict):
    """Somebody says a thing was damaged."""

    kind: Literal["damage"]
    object: Stretch
    effect: str
    source: Stretch | None
    incident: NotRequired[str]


class ReactionRow(TypedDict):
    """Somebody reacts."""

    kind: Literal["reaction"]
    actor: Stretch
    reaction: str
    incident: NotRequired[str]


Row = TollRow | ResponsibilityRow | DamageRow | ReactionRow


class Prediction(TypedDict):
    """Every claim of one document."""

    claims: list[Row]


def prediction(accounts: Iterable[Account]) -> Prediction:
    """Write the claims of one document's accounts in the scorer's format.

    Returns:
        The claims in the order they stand in the text; plain dictionaries, ready for JSON.
    """
    return {"claims": [_row(claim) for claim in in_order(accounts)]}


def in_order(accounts: Iterable[Account]) -> list[Claim]:
    """Give the claims of one document's accounts in the order of their rows."""
    return sorted((claim for account in accounts for claim in account.claims), key=_place)


def _place(claim: Claim) -> tuple[int, int]:
    words = key_words(claim)
    return words.start, words.end


def _row(claim: Claim) -> Row:
    match claim:
        case TollClaim():
            return _toll_row(claim)
        case ResponsibilityClaim():
            return {
                "kind": "responsibility",
                "incident": claim.incident,
                "actor": _stretch(claim.actor),
                "status": str(claim.status),
                "source": _maybe_stretch(claim.attribution.source),
            }
        case DamageClaim():
            return {
                "kind": "damage",
                "incident": claim.incident,
                "object": _stretch(claim.object),
                "effect": str(claim.effect),
                "source": _maybe_stretch(claim.attribution.source),
            }
        case Reaction():
            return {
                "kind": "reaction",
                "incident": claim.incident,
                "actor": _stretch(claim.actor),
                "reaction": str(claim.reaction),
            }
    assert_never(claim)


def _toll_row(claim: TollClaim) -> TollRow:
    said_by = claim.attribution
    return {
        "kind": "toll",
        "harm": str(claim.harm),
        "incident": claim.incident,
        "part_of": claim.part_of,
        "stance": str(said_by.stance),
        "group": str(claim.group),
        "count": {
            **_stretch(claim.count.words),
            "low": claim.count.low,
            "high": claim.count.high,
        },
        "source": _maybe_stretch(said_by.source),
        "source_kind": None if said_by.source_kind is None else str(said_by.source_kind),
    }


def _stretch(words: Words) -> Stretch:
    return {"start": words.start, "end": words.end}


def _maybe_stretch(words: Words | None) -> Stretch | None:
    return None if words is None else _stretch(words)
