"""What the grammar sees in one sentence: its phrases, who says what, who came to harm."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from tollbook.claim import Harm
from tollbook.document import Passage
from tollbook.extracting.harming.harms import find_mentions
from tollbook.extracting.harming.mentions import Mention
from tollbook.extracting.harming.parts import find_parts
from tollbook.extracting.parsing.phrases import Sentence, parse
from tollbook.extracting.saying.attribution import Statement, find_statements


@dataclass(frozen=True, slots=True)
class Seen:
    """A sentence, the statements in it (outermost first) and the harm it tells of."""

    sentence: Sentence
    statements: tuple[Statement, ...]
    mentions: tuple[Mention, ...]


def see(passages: Iterable[Passage]) -> Iterator[Seen]:
    """Read sentences in order, each knowing what harm the one before told of."""
    told: Harm | None = None
    for passage in passages:
        seen = _see(passage, told)
        yield seen
        harms = {mention.harm for mention in seen.mentions}
        told = harms.pop() if len(harms) == 1 else None


# An annotator that asks for the grammar's reading, and then the extractor, read a report once.
@lru_cache(maxsize=512)
def _see(passage: Passage, told: Harm | None) -> Seen:
    sentence = parse(passage)
    mentions = find_mentions(sentence)
    mentions += find_parts(sentence, mentions, told)
    return Seen(sentence, tuple(find_statements(sentence)), tuple(mentions))
