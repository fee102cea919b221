"""Whether harm is said to have happened: not threatened, planned, possible, imagined or denied."""

from tollbook.extracting.lexicon import harm_words
from tollbook.extracting.parsing.phrases import Chunk, Kind, Sentence
from tollbook.extracting.parsing.tokens import Token

_HAVE = frozenset({"have", "has", "had", "having"})
_BE = frozenset("was were is are be been being am get got".split())
_NOT = frozenset(
    "not n't never no didn't wasn't weren't hasn't haven't hadn't doesn't don't isn't "
    "aren't".split()
)
_IMAGINED = frozenset({"would", "could", "should"})
_REALISED = frozenset("managed continued continue continues began begun".split())
_FORCED = frozenset("forced forcing force forces drove driven compelled".split())
_LOOSE = frozenset({"of", "for", "from", "without", "against", "at", "before"})
_ACCUSATION = (
    "accus",
    "responsib",
    "charg",
    "suspect",
    "convict",
    "blam",
    "guilty",
    "admit",
    "sentenc",
)


def is_not(token: Token) -> bool:
    """Whether a word of a verb group denies it: "not", "never", "didn't"."""
    return token.lower in _NOT


def is_denied(chunk: Chunk) -> bool:
    """Whether a verb group says that it did not happen."""
    return any(helper in _NOT for helper in chunk.helpers)


def is_real(sentence: Sentence, index: int) -> bool:
    """Whether the verb group at `index` tells of something as having happened."""
    chunk = sentence.chunks[index]
    has = any(helper in _HAVE for helper in chunk.helpers)
    if has and any(helper in _IMAGINED for helper in chunk.helpers):
        return False
    if not has and any(helper in harm_words().unreal_modals for helper in chunk.helpers):
        return False
    if any(helper in {"nearly", "almost"} for helper in chunk.helpers):
        return False
    before = sentence.chunks[index - 1] if index else None
    if "to" in chunk.helpers and not has:
        return _is_realised(sentence, index)
    if chunk.tag == "VB" and not chunk.helpers:
        return before is not None and before.is_noun
    loose = before is not None and before.kind is Kind.PREPOSITION and before.head in _LOOSE
    return not (loose and chunk.tag == "VBG" and not _after_accusation(sentence, index))


def _is_realised(sentence: Sentence, index: int) -> bool:
    """ "Managed to kill", "are said to be dead", "forced 300 families to flee"."""
    chunk = sentence.chunks[index]
    if any(helper in _BE or helper in _REALISED for helper in chunk.helpers):
        return not any(helper in harm_words().unreal_before for helper in chunk.helpers)
    near = sentence.chunks[max(0, index - 4) : index]
    return any(c.is_verb and c.head in _REALISED | _FORCED for c in near)


def _after_accusation(sentence: Sentence, index: int) -> bool:
    near = " ".join(chunk.head for chunk in sentence.chunks[max(0, index - 6) : index])
    return any(word in near for word in _ACCUSATION)
