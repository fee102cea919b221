"""Sentences -> claims about who did it, what broke and who reacted, each told once."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from tollbook.annotation import Annotation
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
from tollbook.extracting.acting.act_words import actor_words, blame_words
from tollbook.extracting.acting.actors import Stretch
from tollbook.extracting.acting.charges import ResponsibilityMention
from tollbook.extracting.acting.damage import DamageMention, find_damages
from tollbook.extracting.acting.datelines import dateline_end
from tollbook.extracting.acting.own_side import (
    content_words,
    is_of_own_side,
    speaks_of_itself,
)
from tollbook.extracting.acting.reactions import ReactionMention, find_reactions
from tollbook.extracting.acting.responsibility import find_responsibilities
from tollbook.extracting.acting.weighing import (
    weigh_damages,
    weigh_reactions,
    weigh_responsibilities,
    weigh_status,
)
from tollbook.extracting.parsing.phrases import Sentence
from tollbook.extracting.saying.attribution import Statement, statement_over
from tollbook.extracting.saying.sources import is_pronoun

Attribute = Callable[[Sentence, Statement | None, Stance], Attribution]
"""Turns a statement of a sentence into an attribution, pronouns resolved."""

_Kind = TypeVar("_Kind")
_SPEAKERS = frozenset({"i", "we", "my", "our"})
_KINDS_OF_PARTY = frozenset({"organization", "organisation", "group", "movement"})
_Told = tuple[Status, frozenset[str], frozenset[str]]


@dataclass(slots=True)
class ActsReader:
    """Reads one report's sentences in order; a party, a thing, a voice counts once."""

    document: Document
    attribute: Attribute
    annotation: Annotation | None = None
    _told: list[_Told] = field(default_factory=list)
    _broken: list[tuple[Effect, frozenset[str]]] = field(default_factory=list)
    _reacted: list[tuple[ReactionKind, frozenset[str]]] = field(default_factory=list)
    _reactor: Words | None = None
    _party: Words | None = None

    def read(self, sentence: Sentence, statements: list[Statement], incident: str) -> list[Claim]:
        """Find the acts of a sentence that the report has not told yet."""
        claims: list[Claim] = []
        marked = self.annotation
        charges = find_responsibilities(sentence, statements)
        filed_from = sentence.passage.start + dateline_end(sentence.passage.text)
        for mention in weigh_responsibilities(sentence, charges, statements, marked):
            if sentence.tokens[mention.actor[0]].start >= filed_from:
                claims += self._responsibility(sentence, mention, incident)
        damages = find_damages(sentence, statements)
        for damage in weigh_damages(sentence, damages, statements, marked):
            claims += self._damage(sentence, damage, incident)
        reactions = find_reactions(sentence, statements)
        for reaction in weigh_reactions(sentence, reactions, marked):
            claims += self._reaction(sentence, statements, reaction, incident)
        return claims

    def _cut(self, sentence: Sentence, stretch: Stretch) -> Words:
        first, last = sentence.tokens[stretch[0]], sentence.tokens[stretch[1] - 1]
        return self.document.words(first.start, last.end)

    def _responsibility(
        self, sentence: Sentence, mention: ResponsibilityMention, incident: str
    ) -> list[Claim]:
        attribution = self.attribute(sentence, mention.statement, _stance(mention))
        actor: Words | None = self._cut(sentence, mention.actor)
        if self._points_back(mention, self._cut(sentence, mention.actor)):
            actor = self._party if self._is_here(sentence) else None
            if actor is not None:
                attribution = replace(attribution, source=actor, source_kind=SourceKind.OTHER)
        elif mention.is_speaker and attribution.source is not None:
            actor = attribution.source
        if actor is None:
            return []
        self._party = actor
        status = _status(mention.status, actor, attribution)
        status = weigh_status(sentence, mention.actor, status, self.annotation)
        if self._is_told(status, actor, attribution.source):
            return []
        return [
            ResponsibilityClaim(
                actor=actor,
                status=status,
                attribution=attribution,
                incident=incident,
                sentence=_whole(sentence),
                imprint=self.document.imprint,
            )
        ]

    def _points_back(self, mention: ResponsibilityMention, words: Words) -> bool:
        """Whether a party is called by a pronoun, or denies under the name of its kind."""
        if is_pronoun(words.text):
            return True
        same = words.text.lower().removeprefix("the ").rsplit(" ", 1)[-1] in _KINDS_OF_PARTY
        return mention.status is Status.DENIED and same and words.text.lower().startswith("the ")

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
        speaks = words.text.lower() in _SPEAKERS
        if not (is_pronoun(words.text) or speaks):
            return words
        statement = statement_over(statements, stretch[0])
        is_bare = statement is None and not speaks
        if is_bare:  # an attribution to a pronoun gives the voice last named in full
            statement = Statement(stretch, stretch, stretch)
        named = self.attribute(sentence, statement, Stance.ASSERTED).source
        earlier = self._reactor
        if named is None or is_pronoun(named.text):
            return earlier
        return earlier if is_bare and earlier is not None and earlier.start > named.start else named

    def _is_here(self, sentence: Sentence) -> bool:
        """Whether the party last blamed was blamed in this very sentence."""
        return self._party is not None and self._party.start >= sentence.passage.start

    def _is_told(self, status: Status, actor: Words, source: Words | None) -> bool:
        """Whether a party was charged before on the same word; remembers it where it was not."""
        key = content_words(actor.text)
        by = content_words(source.text) if source is not None else frozenset()
        if not key or any(_repeats((status, key, by), told) for told in self._told):
            return True
        if _is_back_reference(actor) and any(
            status is told[0] and by == told[2] and (key < told[1] or key <= blame_words().nameless)
            for told in self._told
        ):
            return True
        self._told.append((status, key, by))
        return False


def _is_back_reference(actor: Words) -> bool:
    """ "The guerrillas" after "Amber Front guerrillas"; a name tells anew."""
    words = actor.text.lower().split()
    return words[0] == "the" and words[-1] in actor_words().heads


def _repeats(new: _Told, told: _Told) -> bool:
    (status, key, by), (status_, key_, by_) = new, told
    if status is not status_:
        return False
    nameless = blame_words().nameless
    if key <= nameless and key_ <= nameless:
        return True
    same_source = (not by and not by_) or bool(by & by_)
    return same_source and key == key_


def _stance(mention: ResponsibilityMention) -> Stance:
    if mention.status is Status.DENIED:
        return Stance.DENIED
    return Stance.HEDGED if mention.is_hedged else Stance.ASSERTED


def _status(status: Status, actor: Words, attribution: Attribution) -> Status:
    """Turn what a source says of somebody else into an accusation, of itself into a claim."""
    source = attribution.source
    if source is None or status not in {Status.STATED, Status.ACCUSED}:
        return status
    is_own = speaks_of_itself(actor.text, source.text) or (
        status is Status.STATED and is_of_own_side(actor.text, source.text, attribution.source_kind)
    )
    return Status.CLAIMED if is_own else Status.ACCUSED


def _whole(sentence: Sentence) -> Words:
    passage = sentence.passage
    return Words(text=passage.text, start=passage.start, end=passage.end)


def _is_known(known: list[tuple[_Kind, frozenset[str]]], kind: _Kind, key: frozenset[str]) -> bool:
    """Whether a name was met before under one kind; remembers it where it was not."""
    if not key or any(kind == kind_ and key <= key_ for kind_, key_ in known):
        return True
    known.append((kind, key))
    return False
