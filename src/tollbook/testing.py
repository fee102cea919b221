"""Builders for tests, ours and yours: nouns with dull defaults that hold together.

Everything is built from an invented sentence, so that every word stands where it says.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from tollbook.claim import Attribution, Claim, Group, Harm, SourceKind, Stance, TollClaim
from tollbook.counting import read_count
from tollbook.document import Document, Words
from tollbook.incident import Account, Incident, What


def document(
    text: str = "Nothing was heard from Oker.",
    *,
    name: str = "report.txt",
    title: str | None = None,
    publisher: str | None = "Oker Daily",
    published_at: date | datetime | None = date(2031, 3, 4),
) -> Document:
    """Build a document as if it had been read."""
    return Document(
        text=text, name=name, title=title, publisher=publisher, published_at=published_at
    )


def words_in(printed: Document, words: str) -> Words:
    """Find words in a document; the first place where they stand."""
    start = printed.text.index(words)
    return printed.words(start, start + len(words))


def claim(
    said: str = "12",
    *,
    harm: Harm = Harm.KILLED,
    group: Group = Group.PEOPLE,
    source: str | None = None,
    source_kind: SourceKind | None = None,
    relay: str | None = None,
    stance: Stance = Stance.ASSERTED,
    part_of: bool = False,
    incident: str = "A",
    name: str = "report.txt",
    publisher: str | None = "Oker Daily",
    published_at: date | datetime | None = date(2031, 3, 4),
) -> TollClaim:
    """Build a toll claim from the words of its figure, in a sentence made around them.

    Example:
        >>> built = claim("at least 20", source="a nurse", source_kind=SourceKind.MEDICAL)
        >>> built.sentence.text
        'At Oker at least 20 people were killed, a nurse said.'
        >>> built.count.low, built.count.high, built.attribution.source.text
        (20, None, 'a nurse')
    """
    noun, verb = group.value.replace("_", " "), harm.value.replace("_", " ")
    speaker = "" if source is None else f", {source} said"
    medium = "" if relay is None else f" to {relay}"
    printed = document(
        f"At Oker {said} {noun} were {verb}{speaker}{medium}.",
        name=name,
        publisher=publisher,
        published_at=published_at,
    )
    kind = SourceKind.OTHER if source is not None and source_kind is None else source_kind
    return TollClaim(
        harm=harm,
        count=replace(read_count(said), words=words_in(printed, said)),
        group=group,
        group_words=words_in(printed, noun),
        part_of=part_of,
        attribution=Attribution(
            source=None if source is None else words_in(printed, source),
            source_kind=kind,
            relay=None if relay is None else words_in(printed, relay),
            stance=stance,
        ),
        incident=incident,
        sentence=words_in(printed, printed.text),
        imprint=printed.imprint,
    )


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
