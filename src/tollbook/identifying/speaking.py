"""Who is only quoted in a sentence, or is only part of a word: no side of what it tells."""

from collections.abc import Collection, Sequence
from typing import Final

from tollbook.claim import Reaction, SourceKind
from tollbook.document import Words
from tollbook.identifying.spelling import Token, keys_in
from tollbook.incident import Account

_ACCORDING: Final = "acording"  # as it is compared by


def speaks(
    sentence: Words, tokens: Sequence[Token], party: Words, sources: Collection[Words]
) -> bool:
    """Whether a party only speaks in a sentence: "police said", "according to the army".

    Args:
        sentence: of the report, with its place.
        tokens: its words.
        party: somebody in it, with its place.
        sources: who is quoted in the report, where it is.

    Example:
        >>> from tollbook.identifying.spelling import tokens_of
        >>> text = "Gunmen killed a nurse, police said."
        >>> sentence = Words(text=text, start=0, end=35)
        >>> speaks(sentence, tokens_of(text), Words(text="police", start=23, end=29), ())
        True
    """
    if any(source.start < party.end and party.start < source.end for source in sources):
        return True
    first = sum(sentence.start + token.start < party.start for token in tokens)
    stop = sum(sentence.start + token.start < party.end for token in tokens)
    after = [token.key for token in tokens[stop : stop + 1]]
    before = [token.key for token in tokens[max(0, first - 3) : first]]
    return not keys_in("speech").isdisjoint(after) or _ACCORDING in before


def is_part_of_word(sentence: Words, party: Words) -> bool:
    """Whether words only begin a longer one: "rebel-held", "police-run".

    Example:
        >>> sentence = Words(text="a rebel-held town", start=0, end=17)
        >>> is_part_of_word(sentence, Words(text="rebel", start=2, end=7))
        True
    """
    end = party.end - sentence.start
    return sentence.text[end : end + 1] == "-" and sentence.text[end + 1 : end + 2].isalpha()


def sources_of(account: Account) -> frozenset[Words]:
    """Who is quoted on an incident, each where it stands.

    Without armed groups: one that counts the dead of a fight had a part in it.
    """
    said = (claim.attribution for claim in account.claims if not isinstance(claim, Reaction))
    return frozenset(
        by.source
        for by in said
        if by.source is not None and by.source_kind is not SourceKind.ARMED_GROUP
    )
