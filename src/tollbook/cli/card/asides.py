"""What does not go into a toll: claims set aside, and who did it, what broke, who reacted."""

from collections.abc import Iterable, Iterator

from tollbook.claim import DamageClaim, Reaction, ResponsibilityClaim
from tollbook.cli.card.ink import bold, wrapped
from tollbook.cli.card.numbering import Numbering
from tollbook.drawing.wording import clean
from tollbook.toll import Clash, Contradiction, Toll


def set_aside(tolls: Iterable[Toll], numbering: Numbering) -> Iterator[str]:
    """List why claims did not count, each reason once with the claims it concerns.

    A claim on one group is no news among what is set aside for another: only claims that
    counted nowhere are listed.
    """
    given = list(tolls)
    counted = {claim_id for toll in given for claim_id in toll.counted}
    claim_ids: dict[str, list[str]] = {}
    for toll in given:
        for aside in toll.set_aside:
            if aside.claim_id in numbering and aside.claim_id not in counted:
                known = claim_ids.setdefault(clean(aside.reason), [])
                known += [] if aside.claim_id in known else [aside.claim_id]
    if claim_ids:
        yield bold("Set aside")
    for reason, concerned in claim_ids.items():
        line = f"{numbering.references(concerned)} {reason}"
        yield from wrapped(line, indent="  ", hanging="      ")


def contradictions(found: Iterable[Contradiction], numbering: Numbering) -> Iterator[str]:
    """List what does not add up; what was set aside for it is told there, and not again."""
    lines = [
        f"{numbering.references(each.claim_ids)} {clean(each.sentence)} "
        f"{numbering.references(each.against)}"
        for each in found
        if each.clash is not Clash.COUNTS_BOTH
    ]
    if lines:
        yield bold("Does not add up")
    for line in lines:
        yield from wrapped(line, indent="  ", hanging="      ")


def lists(numbering: Numbering) -> Iterator[str]:
    """List responsibility, damage and reactions, each statement once."""
    yield from _list("Who did it, they say", _responsibility(numbering), numbering)
    yield from _list("Damage", _damage(numbering), numbering)
    yield from _list("Reactions", _reactions(numbering), numbering)


Statements = dict[str, list[str]]


def _list(title: str, statements: Statements, numbering: Numbering) -> Iterator[str]:
    if not statements:
        return
    yield bold(title)
    for words, claim_ids in statements.items():
        line = f"{words} {numbering.references(claim_ids)}"
        yield from wrapped(line, indent="  ", hanging="      ")
    yield ""


def _responsibility(numbering: Numbering) -> Statements:
    found: Statements = {}
    for claim in numbering.claims.values():
        if isinstance(claim, ResponsibilityClaim):
            source = claim.attribution.source
            by = "" if source is None else f" by {clean(source.text)}"
            found.setdefault(f"{clean(claim.actor.text)}: {claim.status}{by}", []).append(claim.id)
    return found


def _damage(numbering: Numbering) -> Statements:
    found: Statements = {}
    for claim in numbering.claims.values():
        if isinstance(claim, DamageClaim):
            source = claim.attribution.source
            by = "" if source is None else f", says {clean(source.text)}"
            found.setdefault(f"{clean(claim.object.text)}: {claim.effect}{by}", []).append(claim.id)
    return found


def _reactions(numbering: Numbering) -> Statements:
    """Gather the actors of one kind of reaction on one line."""
    actors: dict[str, list[Reaction]] = {}
    for claim in numbering.claims.values():
        if isinstance(claim, Reaction):
            actors.setdefault(claim.reaction.replace("_", " "), []).append(claim)
    return {
        f"{verb}: {', '.join(dict.fromkeys(clean(each.actor.text) for each in claims))}": [
            each.id for each in claims
        ]
        for verb, claims in actors.items()
    }
