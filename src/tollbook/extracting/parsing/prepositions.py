"""Chunks in company: what a preposition rules, what names a day, what a bracket opens."""

from tollbook.extracting.parsing.phrases import Chunk, Kind

OPENERS = {")": "(", "]": "[", "--": "--", "-": "-", "–": "–", "—": "—"}
# Words tagged as prepositions that open a clause and so govern no noun.
_CLAUSE_WORDS = frozenset(
    "that as after when while because since if before until whether so than though although where "
    "but once".split()
)
_TIME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today night "
    "morning evening afternoon january february march april june july august september "
    "october november december weekend dawn noon midnight jan feb mar apr jun jul aug "
    "sept oct nov dec overnight".split()
)


def is_time(chunk: Chunk) -> bool:
    """Whether a noun phrase names a day, not people."""
    return chunk.head in _TIME


def opens_clause(chunk: Chunk) -> bool:
    """Whether a small word opens a clause: "while", "after", "where"."""
    return chunk.tag == "WRB" or (not chunk.is_noun and chunk.head in _CLAUSE_WORDS)


def is_governed(chunks: list[Chunk], at: int) -> bool:
    """Whether a preposition rules a noun phrase, so that it cannot be a subject."""
    before = chunks[at - 1] if at else None
    if before is None:
        return False
    if before.kind is Kind.PREPOSITION:
        return before.head not in _CLAUSE_WORDS
    if before.kind in {Kind.AND, Kind.COMMA} and at >= 3 and chunks[at - 2].is_noun:
        # "In Sorn, Alto": one place; "in Sorn, two Kettans" counts people.
        uncounted = chunks[at].quantity is None
        pair = uncounted and chunks[at].tag == "NNP" and chunks[at - 2].tag == "NNP"
        listed = is_listed_part(chunks, at - 2)
        return (pair or listed) and chunks[at - 3].kind is Kind.PREPOSITION
    return False


def is_listed_part(chunks: list[Chunk], at: int) -> bool:
    """Whether a noun phrase stands in a list after "including"."""
    return at > 0 and chunks[at - 1].head == "including"
