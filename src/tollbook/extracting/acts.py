"""Sentences -> claims about who did it, what broke and who reacted, each told once."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from tollbook.claim import (
    Attribution,
    Claim,
    ResponsibilityClaim,
    Stance,
    Status,
)
from tollbook.document import Document, Words
from tollbook.extracting.act_words import blame_words
from tollbook.extracting.attribution import Statement, Stretch
from tollbook.extracting.phrases import Sentence
from tollbook.extracting.responsibility import ResponsibilityMention, find_responsibilities

Attribute = Callable[[Sentence, Statement | None, Stance], Attribution]
"""Turns a statement of a sentence into an attribution, pronouns resolved."""

_WORD = re.compile(r"\w+")
_EMPTY = frozenset(
    "the a an of in on at to for and by with its his her their from mr mrs s".split()
)
# Words that two different parties of one war share.
_SHARED = frozenset(
    """syrian syria russian russia us u israeli turkish local military army police forces force group state
    department official officials source sources rebel general security city national""".split()
)


def content_words(text: str) -> frozenset[str]:
    """The words that tell one name from another, in lower case."""
    found = frozenset(_WORD.findall(text.lower())) - _EMPTY
    return frozenset(word[:-1] if len(word) > 4 and word.endswith("s") else word for word in found)


@dataclass(slots=True)
class ActsReader:
    """Reads one report's sentences in order; a party, a thing, a voice counts once."""

    document: Document
    attribute: Attribute
    _told: list[tuple[Status, frozenset[str], frozenset[str]]] = field(default_factory=list)

    def read(self, sentence: Sentence, statements: list[Statement], incident: str) -> list[Claim]:
        """Find the acts of a sentence that the report has not told yet."""
        claims: list[Claim] = []
        for mention in find_responsibilities(sentence, statements):
            claim = self._responsibility(sentence, mention, incident)
            if claim is not None:
                claims.append(claim)
        return claims

    def _cut(self, sentence: Sentence, stretch: Stretch) -> Words:
        first, last = sentence.tokens[stretch[0]], sentence.tokens[stretch[1] - 1]
        return self.document.words(first.start, last.end)

    def _responsibility(
        self, sentence: Sentence, mention: ResponsibilityMention, incident: str
    ) -> ResponsibilityClaim | None:
        stance = Stance.HEDGED if mention.is_hedged else Stance.ASSERTED
        stance = Stance.DENIED if mention.status is Status.DENIED else stance
        attribution = self.attribute(sentence, mention.statement, stance)
        actor = self._cut(sentence, mention.actor)
        if mention.is_speaker and attribution.source is not None:
            actor = attribution.source
        status = mention.status
        if attribution.source is not None and status in {Status.STATED, Status.ACCUSED}:
            own = _is_same_party(actor.text, attribution.source.text)
            status = Status.CLAIMED if own else Status.ACCUSED
        key = content_words(actor.text)
        by = content_words(attribution.source.text) if attribution.source else frozenset()
        if not key or self._is_told(status, key, by):
            return None
        self._told.append((status, key, by))
        passage = sentence.passage
        return ResponsibilityClaim(
            actor=actor,
            status=status,
            attribution=attribution,
            incident=incident,
            sentence=Words(text=passage.text, start=passage.start, end=passage.end),
            imprint=self.document.imprint,
        )

    def _is_told(self, status: Status, key: frozenset[str], by: frozenset[str]) -> bool:
        if key <= blame_words().nameless and any(
            status is status_ and key_ <= blame_words().nameless for status_, key_, _ in self._told
        ):
            return True
        for status_, key_, by_ in self._told:
            same_source = (not by and not by_) or bool(by & by_)
            if status is status_ and same_source and (key <= key_ or key_ <= key):
                return True
        return False


def _is_same_party(actor: str, source: str) -> bool:
    """Whether a source speaks of itself."""
    return bool((content_words(actor) - _SHARED) & (content_words(source) - _SHARED))
