"""Builders for tests, yours as well as ours: a claim from the words of its count.

Everything built is consistent: offsets fit the sentence, ids follow from content, and the same
call gives the same claim.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from tollbook.claim import (
    Attribution,
    Claim,
    Confidence,
    Group,
    Harm,
    SourceKind,
    Stance,
    TollClaim,
)
from tollbook.counting import read_count
from tollbook.document import Document, Imprint, Words, content_id
from tollbook.errors import UnusableSpan
from tollbook.incident import Account, Incident, What

_DONE_TO = {
    Harm.KILLED: "killed",
    Harm.INJURED: "injured",
    Harm.KILLED_OR_INJURED: "killed or injured",
    Harm.MISSING: "reported missing",
    Harm.ABDUCTED: "abducted",
    Harm.DETAINED: "detained",
    Harm.DISPLACED: "displaced",
}
_PLURALS = {Group.PEOPLE: "people", Group.CHILD: "children", Group.WOMAN: "women"}


def claim(
    words: str = "12",
    *,
    harm: Harm = Harm.KILLED,
    group: Group = Group.PEOPLE,
    source: str | None = None,
    source_kind: SourceKind | None = None,
    anonymous: bool = False,
    relay: str | None = None,
    stance: Stance = Stance.ASSERTED,
    part_of: bool = False,
    incident: str = "A",
    publisher: str | None = "The Daily",
    published_at: date | datetime | None = None,
    document: str = "doc-1",
    sentence: str | None = None,
    confidence: Confidence | None = None,
) -> TollClaim:
    """Build a claim that somebody says how many people were harmed.

    Args:
        words: the quantity phrase ("at least 20", "dozens", "no").
        harm: what was done to them.
        group: whom the words count.
        source: who is quoted; None for the report's own voice.
        source_kind: its kind; `OTHER` where there is a source and none is given.
        anonymous: whether the source is unnamed.
        relay: the medium that carried it.
        stance: how firmly the source stands behind it.
        part_of: whether the words make it a part of a bigger figure.
        incident: the label of the account within its report.
        publisher: the outlet.
        published_at: when the report was published.
        document: which report it stands in; another name is another report.
        sentence: the sentence, with `words`, `source` and `relay` in it; made up if None.
        confidence: how well it was read; see `sure`.

    Returns:
        A claim whose count is read from its words.

    Raises:
        UnusableCount: the words are no quantity phrase.
        UnusableSpan: the sentence does not hold the words given.

    Example:
        >>> built = claim("at least 20", source="a nurse", source_kind=SourceKind.MEDICAL)
        >>> built.sentence.text
        'At least 20 people were killed, a nurse said.'
        >>> built.count.low, built.count.high
        (20, None)
    """
    kind = source_kind
    if source is not None and kind is None:
        kind = SourceKind.OTHER
    text = _sentence(words, harm, group, source, relay) if sentence is None else sentence
    # Sentences of one report stand in different places, and no counter keeps track of them.
    start = int(content_id(text)[:6], 16)
    return TollClaim(
        harm=harm,
        count=replace(read_count(words), words=_words(words, text, start)),
        group=group,
        group_words=None,
        part_of=part_of,
        attribution=Attribution(
            source=None if source is None else _words(source, text, start),
            source_kind=kind,
            anonymous=anonymous,
            relay=None if relay is None else _words(relay, text, start),
            stance=stance,
        ),
        incident=incident,
        sentence=Words(text=text, start=start, end=start + len(text)),
        imprint=Imprint(
            document_id=document, name=document, publisher=publisher, published_at=published_at
        ),
        confidence=confidence,
    )


def sure(
    claim: float = 1.0,
    *,
    figure: float = 1.0,
    source: float = 1.0,
    group: float = 1.0,
    stance: float = 1.0,
    part_of: float = 1.0,
    background: float = 1.0,
) -> Confidence:
    """Build how probable each part of a claim is to be read right; certain where not said.

    Example:
        >>> sure(0.8, source=0.5).whole
        0.4
    """
    return Confidence(
        claim=claim,
        figure=figure,
        source=source,
        group=group,
        stance=stance,
        part_of=part_of,
        background=background,
    )


def _sentence(words: str, harm: Harm, group: Group, source: str | None, relay: str | None) -> str:
    plural = _PLURALS.get(group, group.replace("_", " ") + "s")
    said = "" if source is None else f", {source} said"
    told = "" if relay is None else f", as carried by {relay}"
    return f"{words[:1].upper()}{words[1:]} {plural} were {_DONE_TO[harm]}{said}{told}."


def _words(words: str, text: str, start: int) -> Words:
    at = text.casefold().find(words.casefold())
    if at < 0:
        raise UnusableSpan(f"{words!r} does not stand in {text!r}; give a sentence that holds it")
    return Words(text=text[at : at + len(words)], start=start + at, end=start + at + len(words))


def document(
    text: str = "Nothing was heard from Oker.",
    *,
    name: str = "report.txt",
    title: str | None = None,
    publisher: str | None = "The Daily",
    published_at: date | datetime | None = None,
) -> Document:
    """Build a document as if it had been read."""
    return Document(
        text=text, name=name, title=title, publisher=publisher, published_at=published_at
    )


def words_in(printed: Document, words: str) -> Words:
    """Find words in a document; the first place where they stand."""
    start = printed.text.index(words)
    return printed.words(start, start + len(words))


def account(claims: Sequence[Claim], *, label: str = "A", what: What = What.OTHER) -> Account:
    """Build the account that one report's claims make."""
    return Account(label=label, what=what, imprint=claims[0].imprint, claims=tuple(claims))


def incident(claims: Sequence[Claim], *, what: What = What.OTHER) -> Incident:
    """Build an incident of which each report gives an account."""
    by_document: dict[str, list[Claim]] = {}
    for each in claims:
        by_document.setdefault(each.imprint.document_id, []).append(each)
    return Incident(
        what=what,
        days=None,
        places=("Oker",),
        perpetrators=(),
        targets=(),
        accounts=tuple(account(told, what=what) for told in by_document.values()),
    )
