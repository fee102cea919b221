"""An account of one invented incident, built from a text and what stands in it."""

from collections.abc import Sequence

from tollbook.claim import (
    Attribution,
    Claim,
    Count,
    DamageClaim,
    Effect,
    Group,
    Harm,
    ResponsibilityClaim,
    SourceKind,
    Stance,
    Status,
    TollClaim,
)
from tollbook.document import Document, Words
from tollbook.incident import Account, Place, What
from tollbook.testing import words_in


def told(
    text: str,
    *,
    what: What = What.ARMED_ATTACK,
    blamed: Sequence[tuple[str, Status]] = (),
    harmed: Sequence[tuple[str, Group]] = (),
    harm: Harm = Harm.KILLED,
    targets: Sequence[str] = (),
    places: Sequence[str] = (),
    weapons: Sequence[str] = (),
    damaged: Sequence[tuple[str, Effect]] = (),
    said_by: tuple[str, SourceKind] | None = None,
    stance: Stance = Stance.ASSERTED,
) -> Account:
    """Build an account; every word given stands in the text, which is one sentence each line.

    `said_by` is the source of all that is said of harm, and `stance` how firmly it stands there.
    """
    printed = Document(text=text, name="report.txt")
    said = Attribution(stance=stance)
    if said_by is not None:
        source, kind = said_by
        said = Attribution(source=words_in(printed, source), source_kind=kind, stance=stance)

    def sentence(words: Words) -> Words:
        start = text.rfind("\n", 0, words.start) + 1
        end = text.find("\n", words.end)
        return printed.words(start, len(text) if end < 0 else end)

    claims: list[Claim] = []
    for words, status in blamed:
        actor = words_in(printed, words)
        claims.append(
            ResponsibilityClaim(
                actor=actor,
                status=status,
                attribution=Attribution(),
                incident="A",
                sentence=sentence(actor),
                imprint=printed.imprint,
            )
        )
    for words, group in harmed:
        people = words_in(printed, words)
        claims.append(
            TollClaim(
                harm=harm,
                count=Count(low=2, high=None, words=people),
                group=group,
                group_words=people,
                part_of=False,
                attribution=said,
                incident="A",
                sentence=sentence(people),
                imprint=printed.imprint,
            )
        )
    for words, effect in damaged:
        thing = words_in(printed, words)
        claims.append(
            DamageClaim(
                object=thing,
                effect=effect,
                attribution=Attribution(),
                incident="A",
                sentence=sentence(thing),
                imprint=printed.imprint,
            )
        )
    return Account(
        label="A",
        what=what,
        imprint=printed.imprint,
        places=tuple(Place(words=words_in(printed, words)) for words in places),
        targets=tuple(words_in(printed, words) for words in targets),
        weapons=tuple(words_in(printed, words) for words in weapons),
        claims=tuple(claims),
    )
