"""Every claim with its sentence, its words marked, who says it, and what it moved."""

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby

from tollbook.claim import Claim, DamageClaim, Form, Reaction, ResponsibilityClaim, TollClaim
from tollbook.cli.card.descent import descent
from tollbook.cli.card.ink import bold, dim, marked, wrapped
from tollbook.cli.card.numbering import Numbering
from tollbook.drawing.wording import claim_in_words, clean, imprint_in_words, source_in_words
from tollbook.exporting.redaction import WITHHELD, is_withheld
from tollbook.exporting.table import key_words
from tollbook.incident import Copy
from tollbook.toll import Influence, Toll


def evidence(
    numbering: Numbering, tolls: Iterable[Toll], copies: Collection[Copy] = ()
) -> Iterator[str]:
    """List the claims report by report, as they were published.

    Of a report that repeats another it says so, and of one that others repeat by whom. A
    sentence that an earlier report printed word for word, with the same claims in it, is not
    printed again.
    """
    given = list(tolls)
    imprints = {imprint.document_id: imprint for imprint, _ in numbering.by_document()}
    printed: dict[tuple[str, ...], list[Claim]] = {}
    for imprint, claims in numbering.by_document():
        yield from (bold(line) for line in wrapped(imprint_in_words(imprint), hanging="  "))
        if imprint.title is not None:
            yield from (dim(line) for line in wrapped(clean(imprint.title), indent="  "))
        for words in descent(imprint, copies, imprints):
            yield from (dim(line) for line in wrapped(words, indent="  ", hanging="    "))
        repeated: list[tuple[Claim, Claim]] = []
        for _, same in groupby(claims, key=lambda claim: claim.sentence):
            of_one_sentence = list(same)
            first = printed.setdefault(_fingerprint(of_one_sentence), of_one_sentence)
            if first is of_one_sentence:
                yield from _sentence(of_one_sentence, numbering, given)
            else:
                repeated += zip(of_one_sentence, first, strict=True)
        yield from _repeated(repeated, numbering)
        yield ""


def _fingerprint(claims: list[Claim]) -> tuple[str, ...]:
    """Tell whether two sentences say the same; the reports they stand in do not matter."""
    sentence = claims[0].sentence
    places = (f"{key_words(claim).start - sentence.start}" for claim in claims)
    return (sentence.text, *map(in_words, claims), *places)


def _repeated(claims: list[tuple[Claim, Claim]], numbering: Numbering) -> Iterator[str]:
    if claims:
        here = numbering.references(claim.id for claim, _ in claims)
        there = numbering.references(first.id for _, first in claims)
        yield from wrapped(f"{here} word for word as {there}", indent="  ", hanging="    ")


def _sentence(claims: list[Claim], numbering: Numbering, tolls: list[Toll]) -> Iterator[str]:
    sentence = claims[0].sentence
    spans = [
        (words.start - sentence.start, words.end - sentence.start)
        for words in map(key_words, claims)
        if sentence.start <= words.start and words.end <= sentence.end
    ]
    yield from wrapped(marked(sentence.text, spans), indent="  ")
    for claim in claims:
        number = f"[{numbering[claim.id]}]".rjust(9)
        moved = effect(claim, tolls)
        line = f"{in_words(claim)}{f'. {moved}' if moved else ''}"
        yield from wrapped(line, indent=f"{number} ", hanging=" " * 10)


def in_words(claim: Claim) -> str:
    """Say in one line what a claim says and who says it."""
    match claim:
        case TollClaim():
            named = f" {_one(claim)}" if claim.count.form is Form.ONE else ""
            return f"{claim_in_words(claim)}{named} — {source_in_words(claim.attribution)}"
        case ResponsibilityClaim():
            said = source_in_words(claim.attribution)
            return f"responsibility: {clean(claim.actor.text)}, {claim.status} — {said}"
        case DamageClaim():
            said = source_in_words(claim.attribution)
            return f"{claim.effect}: {clean(claim.object.text)} — {said}"
        case Reaction():
            verb = claim.reaction.replace("_", " ")
            return f"{verb}: {clean(claim.actor.text)}"


def _one(claim: TollClaim) -> str:
    words = claim.count.words.text
    return WITHHELD if is_withheld(words) else f"({clean(words)})"


def effect(claim: Claim, tolls: Iterable[Toll]) -> str:
    """Say what a claim moved, or why it was set aside; "" for what is no figure."""
    if not isinstance(claim, TollClaim):
        return ""
    concerned = sorted(tolls, key=lambda toll: (toll.harm, toll.group) != (claim.harm, claim.group))
    for toll in concerned:
        for influence in toll.influences:
            if influence.claim_id == claim.id:
                return _moved(influence, toll)
        if claim.id in toll.counted:
            return "Counted"
        if toll.harm is claim.harm:
            for aside in toll.set_aside:
                if aside.claim_id == claim.id:
                    return f"Set aside: {clean(aside.reason)}"
    return ""


def _moved(influence: Influence, toll: Toll) -> str:
    if len(toll.voices) == 1:
        return "Counted; no other voice counts them"
    without = f"{influence.low_without:,}–{influence.high_without:,}"
    if influence.shift == 0 and (influence.low_without, influence.high_without) == (
        toll.low,
        toll.high,
    ):
        return "Counted; moved nothing"
    shift = f"{influence.shift:+,}".replace("-", "−")
    best = "best unmoved" if influence.shift == 0 else f"moved best by {shift}"
    return f"Counted; {best}, range without it {without}"
