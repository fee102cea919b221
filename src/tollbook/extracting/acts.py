"""Sentences -> claims about who did it, what broke and who reacted, each told once."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from tollbook.claim import (
    Attribution,
    Claim,
    DamageClaim,
    Effect,
    Reaction,
    ReactionKind,
    ResponsibilityClaim,
    SourceKind,
    Stance,
    Status,
)
from tollbook.document import Document, Words
from tollbook.extracting.act_words import blame_words
from tollbook.extracting.attribution import Statement, Stretch, statement_over
from tollbook.extracting.damage import DamageMention, find_damages
from tollbook.extracting.phrases import Sentence
from tollbook.extracting.reactions import ReactionMention, find_reactions
from tollbook.extracting.responsibility import ResponsibilityMention, find_responsibilities
from tollbook.extracting.sources import is_pronoun

Attribute = Callable[[Sentence, Statement | None, Stance], Attribution]
"""Turns a statement of a sentence into an attribution, pronouns resolved."""

_Kind = TypeVar("_Kind")
_SPEAKERS = frozenset({"i", "we", "my", "our"})
# What stands for a party named just before.
_THE_SAME = frozenset(
    {
        "the organization",
        "the organisation",
        "the group",
        "the movement",
        "the guerrilla organization",
    }
)
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
    _broken: list[tuple[Effect, frozenset[str]]] = field(default_factory=list)
    _reacted: list[tuple[ReactionKind, frozenset[str]]] = field(default_factory=list)
    _reactor: Words | None = None
    _party: Words | None = None

    def read(self, sentence: Sentence, statements: list[Statement], incident: str) -> list[Claim]:
        """Find the acts of a sentence that the report has not told yet."""
        claims: list[Claim] = []
        for mention in find_responsibilities(sentence, statements):
            claim = self._responsibility(sentence, mention, incident)
            if claim is not None:
                claims.append(claim)
        for damage in find_damages(sentence, statements):
            claims += self._damage(sentence, damage, incident)
        for reaction in find_reactions(sentence, statements):
            claims += self._reaction(sentence, statements, reaction, incident)
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
        denied = mention.status is Status.DENIED
        if is_pronoun(actor.text) or (denied and actor.text.lower() in _THE_SAME):
            if not self._is_here(sentence):
                return None
            actor = self._party or actor
            attribution = replace(attribution, source=actor, source_kind=SourceKind.OTHER)
        if mention.is_speaker and attribution.source is not None:
            actor = attribution.source
        status = mention.status
        if attribution.source is not None and status in {Status.STATED, Status.ACCUSED}:
            own = _is_same_party(actor.text, attribution.source.text)
            status = Status.CLAIMED if own else Status.ACCUSED
        key = content_words(actor.text)
        by = content_words(attribution.source.text) if attribution.source else frozenset()
        self._party = actor
        if not key or self._is_told(status, key, by):
            return None
        self._told.append((status, key, by))
        return ResponsibilityClaim(
            actor=actor,
            status=status,
            attribution=attribution,
            incident=incident,
            sentence=_whole(sentence),
            imprint=self.document.imprint,
        )

    def _damage(self, sentence: Sentence, mention: DamageMention, incident: str) -> list[Claim]:
        thing = self._cut(sentence, mention.object)
        if _is_known(self._broken, mention.effect, content_words(thing.text)):
            return []
        return [
            DamageClaim(
                object=thing,
                effect=mention.effect,
                attribution=self.attribute(sentence, mention.statement, Stance.ASSERTED),
                incident=incident,
                sentence=_whole(sentence),
                imprint=self.document.imprint,
            )
        ]

    def _reaction(
        self,
        sentence: Sentence,
        statements: list[Statement],
        mention: ReactionMention,
        incident: str,
    ) -> list[Claim]:
        actor = self._named(sentence, statements, mention.actor)
        own = is_pronoun(self._cut(sentence, mention.actor).text)
        if own and mention.reaction is ReactionKind.DENIED and self._is_here(sentence):
            actor = self._party
        if actor is None:
            return []
        self._reactor = actor
        if _is_known(self._reacted, mention.reaction, content_words(actor.text)):
            return []
        return [
            Reaction(
                actor=actor,
                reaction=mention.reaction,
                incident=incident,
                sentence=_whole(sentence),
                imprint=self.document.imprint,
            )
        ]

    def _named(
        self, sentence: Sentence, statements: list[Statement], stretch: Stretch
    ) -> Words | None:
        """Give the words of a party; for a pronoun those it stands for, if anybody was named."""
        words = self._cut(sentence, stretch)
        if words.text == "US" or not is_pronoun(words.text) and words.text.lower() not in _SPEAKERS:
            return words
        statement = statement_over(statements, stretch[0])
        if statement is None and words.text.lower() not in _SPEAKERS:
            statement = Statement(stretch, stretch, stretch)
        named = self.attribute(sentence, statement, Stance.ASSERTED).source
        if named is None or is_pronoun(named.text):
            return self._reactor
        earlier = self._reactor
        is_newer = earlier is not None and earlier.start > named.start and statement is not None
        return earlier if is_newer and statement.source == stretch else named

    def _is_here(self, sentence: Sentence) -> bool:
        """Whether the party last blamed was blamed in this very sentence."""
        return self._party is not None and self._party.start >= sentence.passage.start

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


def _whole(sentence: Sentence) -> Words:
    passage = sentence.passage
    return Words(text=passage.text, start=passage.start, end=passage.end)


def _is_known(known: list[tuple[_Kind, frozenset[str]]], kind: _Kind, key: frozenset[str]) -> bool:
    """Whether a name was met before under one kind; remembers it where it was not."""
    if not key or any(kind == kind_ and key <= key_ for kind_, key_ in known):
        return True
    known.append((kind, key))
    return False


def _is_same_party(actor: str, source: str) -> bool:
    """Whether a source speaks of itself."""
    return bool((content_words(actor) - _SHARED) & (content_words(source) - _SHARED))
