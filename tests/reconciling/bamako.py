"""What was said of the attack on Bamako of 17 September 2024: the public figures, no sentence."""

from datetime import date

from tollbook.claim import BACKGROUND, Group, Harm, SourceKind, Stance, TollClaim
from tollbook.testing import claim

_DAY = date(2024, 9, 20)
_BOTH = "It left 77 dead and 255 hurt, a security source told AFP."
_PAPER = "A confidential document puts it at approximately 100, of whom 81 are identified."


def bamako() -> list[TollClaim]:
    """Build the claims of one report that quotes everybody."""
    return [
        claim("over 70", published_at=_DAY),
        claim(
            "more than 70",
            source="diplomatic and security sources",
            source_kind=SourceKind.DIPLOMAT,
            anonymous=True,
            stance=Stance.HEDGED,
            published_at=_DAY,
        ),
        _security_source("77", Harm.KILLED),
        _security_source("255", Harm.INJURED),
        _document("approximately 100", part_of=False),
        _document("81", part_of=True),
        claim(
            "in the 70s",
            source="two diplomats",
            source_kind=SourceKind.DIPLOMAT,
            anonymous=True,
            relay="Reuters",
            stance=Stance.HEDGED,
            published_at=_DAY,
        ),
        claim(
            "hundreds",
            harm=Harm.KILLED_OR_INJURED,
            source="a third diplomat",
            source_kind=SourceKind.DIPLOMAT,
            anonymous=True,
            stance=Stance.HEDGED,
            published_at=_DAY,
        ),
        claim(
            "some",
            group=Group.SECURITY_FORCE,
            source="Mali's military",
            source_kind=SourceKind.MILITARY,
            published_at=_DAY,
        ),
        claim(
            "hundreds",
            harm=Harm.KILLED_OR_INJURED,
            group=Group.SECURITY_FORCE,
            source="JNIM",
            source_kind=SourceKind.ARMED_GROUP,
            published_at=_DAY,
        ),
        claim("thousands", incident=BACKGROUND, published_at=_DAY),
    ]


def said(words: str, *, harm: Harm | None = None, group: Group | None = None) -> str:
    """Find the id of the claim with these words."""
    [found] = [
        each.id
        for each in bamako()
        if each.count.words.text.casefold() == words
        and harm in (None, each.harm)
        and group in (None, each.group)
    ]
    return found


def _security_source(words: str, harm: Harm) -> TollClaim:
    return claim(
        words,
        harm=harm,
        source="a security source",
        source_kind=SourceKind.OTHER,
        anonymous=True,
        relay="AFP",
        published_at=_DAY,
        sentence=_BOTH,
    )


def _document(words: str, *, part_of: bool) -> TollClaim:
    return claim(
        words,
        source="a confidential document",
        source_kind=SourceKind.DOCUMENT,
        anonymous=True,
        part_of=part_of,
        published_at=_DAY,
        sentence=_PAPER,
    )
