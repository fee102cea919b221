"""What a text tells, one short line a claim, so that a table of sentences reads like a table."""

from tollbook.claim import Count, TollClaim
from tollbook.document import Passage
from tollbook.extracting import extract
from tollbook.extracting.harming.harms import find_mentions
from tollbook.extracting.harming.parts import find_parts
from tollbook.extracting.parsing.phrases import Sentence, parse
from tollbook.testing import document


def sentence(text: str) -> Sentence:
    """Cut up one sentence."""
    return parse(Passage(text=text, start=0, end=len(text)))


def tolls(text: str) -> list[TollClaim]:
    """Give the toll claims of a text, in the order of their figures."""
    claims = [claim for account in extract(document(text)) for claim in account.claims]
    found = [claim for claim in claims if isinstance(claim, TollClaim)]
    return sorted(found, key=lambda claim: (claim.count.words.start, claim.harm))


def harms(text: str) -> list[str]:
    """Write each claim as "killed: at least 12 = 12+ civilian, part"."""
    return [_line(claim) for claim in tolls(text)]


def sources(text: str) -> list[str]:
    """Write each claim as "12 < a nurse (medical), via AFP, hedged"."""
    return [_voice(claim) for claim in tolls(text)]


def labels(text: str) -> list[str]:
    """Write each claim as "12 @ A"."""
    return [f"{claim.count.words.text} @ {claim.incident}" for claim in tolls(text)]


def chunks(text: str) -> list[str]:
    """Write each chunk of a sentence as "noun: the mill"."""
    cut = sentence(text)
    return [f"{chunk.kind}: {cut.text(chunk.first, chunk.stop)}" for chunk in cut.chunks]


def mentioned(text: str, *, parts: bool = True) -> list[str]:
    """Write what a sentence alone mentions as "killed: 12", parts of a figure marked."""
    cut = sentence(text)
    found = find_mentions(cut)
    found += find_parts(cut, found) if parts else []
    found.sort(key=lambda mention: mention.figure.first)
    return [
        f"{mention.harm}: {cut.text(mention.figure.first, mention.figure.stop)}"
        + ", part" * mention.part_of
        for mention in found
    ]


def _line(claim: TollClaim) -> str:
    how_many = f"{claim.count.words.text} = {_bounds(claim.count)}"
    return f"{claim.harm}: {how_many} {claim.group}" + ", part" * claim.part_of


def _bounds(count: Count) -> str:
    if count.high is None:
        return f"{count.low}+"
    return str(count.low) if count.low == count.high else f"{count.low}-{count.high}"


def _voice(claim: TollClaim) -> str:
    said_by = claim.attribution
    line = claim.count.words.text
    if said_by.source is not None:
        line += f" < {said_by.source.text} ({said_by.source_kind})"
    if said_by.relay is not None:
        line += f", via {said_by.relay.text}"
    return line if said_by.stance == "asserted" else f"{line}, {said_by.stance}"
