"""A document -> every attributed claim in it, gathered into accounts."""

from dataclasses import dataclass

from tollbook.claim import (
    BACKGROUND,
    Attribution,
    Claim,
    Count,
    SourceKind,
    Stance,
    TollClaim,
)
from tollbook.document import Document, Passage, Words
from tollbook.extracting.acts import ActsReader
from tollbook.extracting.attribution import Statement, find_statements, statement_over
from tollbook.extracting.background import is_background
from tollbook.extracting.harms import Mention, find_mentions
from tollbook.extracting.lexicon import harm_words
from tollbook.extracting.parts import find_parts
from tollbook.extracting.phrases import Sentence, parse
from tollbook.extracting.sentences import sentences
from tollbook.extracting.sources import is_anonymous, is_pronoun, kind_of_words
from tollbook.incident import Account, What


@dataclass(frozen=True, slots=True)
class Voice:
    """A source as it was last named in full, for pronouns and quotations that run on."""

    words: Words
    kind: SourceKind


def extract(document: Document) -> tuple[Account, ...]:
    """Find every claim of a report.

    Returns:
        One account an incident, in order of importance, then one for the background if any
        claim is about it. A report without claims gives none.
    """
    reader = _Reader(document)
    claims = [claim for passage in sentences(document.text) for claim in reader.read(passage)]
    labels = dict.fromkeys(claim.incident for claim in claims)
    return tuple(
        Account(
            label=label,
            what=What.OTHER,
            imprint=document.imprint,
            claims=tuple(claim for claim in claims if claim.incident == label),
        )
        for label in labels
    )


class _Reader:
    """Reads a report's sentences in order, remembering who spoke last."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.imprint = document.imprint
        self.speaker: Voice | None = None
        self.voices: list[Voice] = []
        self.in_quote = False
        self.acts = ActsReader(document=document, attribute=self._attribution)

    def read(self, passage: Passage) -> list[Claim]:
        sentence = parse(passage)
        statements = find_statements(sentence)
        mentions = find_mentions(sentence)
        mentions += find_parts(sentence, mentions)
        tolls = [self._claim(sentence, mention, statements) for mention in mentions]
        # An act told in a sentence of war-wide figures belongs to the war.
        incidents = {claim.incident for claim in tolls}
        incident = BACKGROUND if incidents == {BACKGROUND} else "A"
        acts = self.acts.read(sentence, statements, incident)
        self._remember(sentence, statements)
        return [*tolls, *acts]

    def _claim(
        self, sentence: Sentence, mention: Mention, statements: list[Statement]
    ) -> TollClaim:
        count = self._count(sentence, mention)
        statement = statement_over(statements, mention.figure.first)
        stance = self._stance(sentence, statement, mention)
        attribution = self._attribution(sentence, statement, stance)
        passage = sentence.passage
        background = is_background(passage.text, mention.harm, mention.figure)
        whom = mention.folk
        return TollClaim(
            harm=mention.harm,
            count=count,
            group=whom.group,
            group_words=self._cut(sentence, whom.first, whom.stop)
            if whom.stop > whom.first
            else None,
            part_of=mention.part_of,
            attribution=attribution,
            incident=BACKGROUND if background else "A",
            sentence=Words(text=passage.text, start=passage.start, end=passage.end),
            imprint=self.imprint,
        )

    def _count(self, sentence: Sentence, mention: Mention) -> Count:
        figure = mention.figure
        return Count(
            low=figure.low,
            high=figure.high,
            words=self._cut(sentence, figure.first, figure.stop),
            form=figure.form,
            stated=figure.stated,
            term=figure.term,
            is_additional=figure.is_additional,
        )

    def _cut(self, sentence: Sentence, first: int, stop: int) -> Words:
        return self.document.words(sentence.tokens[first].start, sentence.tokens[stop - 1].end)

    def _attribution(
        self, sentence: Sentence, statement: Statement | None, stance: Stance
    ) -> Attribution:
        if statement is None:
            running = self._running_quote(sentence)
            if running is None:
                return Attribution(stance=stance)
            return Attribution(
                source=running.words,
                source_kind=running.kind,
                anonymous=is_anonymous(running.words.text),
                stance=stance,
            )
        voice = self._voice(sentence, statement)
        return Attribution(
            source=voice.words,
            source_kind=voice.kind,
            anonymous=is_anonymous(voice.words.text),
            relay=self._cut(sentence, *statement.relay) if statement.relay else None,
            cue=self._cut(sentence, *statement.cue)
            if statement.cue[1] > statement.cue[0]
            else None,
            stance=stance,
        )

    def _stance(self, sentence: Sentence, statement: Statement | None, mention: Mention) -> Stance:
        if mention.is_denied or (statement is not None and statement.is_denied):
            return Stance.DENIED
        if statement is not None and statement.is_hedged:
            return Stance.HEDGED
        near = sentence.chunks[mention.trigger]
        tokens = sentence.tokens[max(0, near.first - 4) : near.stop + 1]
        hedged = any(t.lower in harm_words().hedges for t in tokens)
        return Stance.HEDGED if hedged else Stance.ASSERTED

    def _voice(self, sentence: Sentence, statement: Statement) -> Voice:
        words = self._cut(sentence, *statement.source)
        if is_pronoun(words.text) and self.speaker is not None:
            return self.speaker
        kind = kind_of_words(words.text)
        if kind is None:
            kind = self._kind_of_namesake(words.text)
        return Voice(words, kind if kind is not None else SourceKind.OTHER)

    def _kind_of_namesake(self, text: str) -> SourceKind | None:
        names = set(text.split())
        for voice in reversed(self.voices):
            if names & set(voice.words.text.split()):
                return voice.kind
        return None

    def _running_quote(self, sentence: Sentence) -> Voice | None:
        opens = sentence.passage.text[0] in '"“'
        return self.speaker if (self.in_quote or opens) else None

    def _remember(self, sentence: Sentence, statements: list[Statement]) -> None:
        for statement in statements:
            words = self._cut(sentence, *statement.source)
            if not is_pronoun(words.text):
                self.speaker = self._voice(sentence, statement)
                self.voices.append(self.speaker)
        text = sentence.passage.text
        opened = text.rfind("“") > text.rfind("”") if "“" in text or "”" in text else None
        if opened is not None:
            self.in_quote = opened
        elif text.count('"') % 2:
            self.in_quote = not self.in_quote
