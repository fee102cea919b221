"""Who speaks, across the sentences of one report: pronouns, quotations that run on, namesakes."""

import re
from dataclasses import dataclass, field

from tollbook.claim import Attribution, SourceKind, Stance
from tollbook.document import Document, Words
from tollbook.extracting.parsing.phrases import Sentence
from tollbook.extracting.saying.attribution import Statement
from tollbook.extracting.saying.sources import is_anonymous, is_pronoun, kind_of_words

_NAME = re.compile(r"[A-Z][\w.’'-]+(?: (?:[A-Z][\w.’'-]*|al-\w+|bin|de|der|van))+$")
_PERSONAL = frozenset({"he", "she", "him", "her"})
_POINTS_BACK = frozenset({"the source", "the sources", "the same source", "the same sources"})
_BODIES_AGAIN = frozenset(
    {"the group", "the organisation", "the organization", "the statement", "the communique"}
)
# No full stop of "Sgt." or "Prof.": those are short and open with a capital.
_SENTENCE_END = re.compile(r"(?<![A-Z][a-z])(?<![A-Z][a-z]{2})(?<![A-Z][a-z]{3})[.!?]\s|\n\n")
# How much text around a namesake tells who he is: "Police Sgt. Ibarra", "Ibarra, an army colonel".
_BEFORE, _AFTER = 45, 70


@dataclass(frozen=True, slots=True)
class Voice:
    """A source as it was last named in full."""

    words: Words
    kind: SourceKind


@dataclass(slots=True)
class Voices:
    """Remembers who spoke, as a reader of the report would."""

    document: Document
    _said: list[Voice] = field(default_factory=list)
    _in_quote: bool = False

    def attribution(
        self, sentence: Sentence, statement: Statement | None, stance: Stance
    ) -> Attribution:
        """Say whose words they are; without a statement, those of a quotation running on."""
        if statement is None:
            voice = self._running(sentence)
            return _attribution(voice, stance) if voice else Attribution(stance=stance)
        cue = statement.cue
        return _attribution(
            self._voice(sentence, statement),
            stance,
            relay=self._cut(sentence, statement.relay) if statement.relay else None,
            cue=self._cut(sentence, cue) if cue[1] > cue[0] else None,
        )

    def remember(self, sentence: Sentence, statements: list[Statement]) -> None:
        """Take note of who spoke in a sentence, and whether its quotation goes on."""
        for statement in statements:
            voice = self._voice(sentence, statement)
            if voice.words.start >= sentence.passage.start:
                self._said.append(voice)
        text = sentence.passage.text
        if "“" in text or "”" in text:
            self._in_quote = text.rfind("“") > text.rfind("”")
        elif '"' in text:
            self._in_quote = text.count('"') % 2 == 1 and not text.rstrip(".!?,").endswith('"')
        elif statements:
            self._in_quote = False

    def _cut(self, sentence: Sentence, stretch: tuple[int, int]) -> Words:
        first, last = sentence.tokens[stretch[0]], sentence.tokens[stretch[1] - 1]
        return self.document.words(first.start, last.end)

    def _voice(self, sentence: Sentence, statement: Statement) -> Voice:
        words = self._cut(sentence, statement.source)
        plain = " ".join(words.text.lower().split())
        if self._said and (is_pronoun(plain) or plain in _POINTS_BACK):
            return self._meant(plain)
        kind = kind_of_words(words.text)
        if kind is None:
            kind = self._kind_of_namesake(words)
        if self._said and plain in _BODIES_AGAIN | {"another", "others"}:
            kind = self._said[-1].kind
        return Voice(words, kind if kind is not None else SourceKind.OTHER)

    def _meant(self, plain: str) -> Voice:
        """Whom a pronoun stands for: a person for "he" and "she", else whoever spoke last."""
        if plain in _PERSONAL:
            named = [v for v in self._said[-4:] if _NAME.search(v.words.text.split(",")[0])]
            return named[-1] if named else self._said[-1]
        return self._said[-1]

    def _kind_of_namesake(self, words: Words) -> SourceKind | None:
        names = set(words.text.split())
        for voice in reversed(self._said):
            if names & set(voice.words.text.split()) and voice.kind is not SourceKind.OTHER:
                return voice.kind
        return self._kind_around(words)

    def _kind_around(self, words: Words) -> SourceKind | None:
        """Read what a person is from where the report names them first."""
        text, surname = self.document.text, words.text.split()[-1]
        if len(surname) < 4:
            return None
        at = text.find(surname)
        while 0 <= at < words.end:
            before = _SENTENCE_END.split(text[max(0, at - _BEFORE) : at])[-1]
            after = re.split(r"[.!?]\s|\n\n", text[at : at + _AFTER])[0]
            kind = kind_of_words(before.rsplit(",", 1)[-1])
            if kind is None and after[len(surname) : len(surname) + 1] == ",":
                kind = kind_of_words(after.split(",")[1])
            if kind is not None:
                return kind
            at = text.find(surname, at + 1)
        return None

    def _running(self, sentence: Sentence) -> Voice | None:
        text = sentence.passage.text
        opens = text[0] in '"“'
        goes_on = self._in_quote and not any(mark in text for mark in "“")
        return self._said[-1] if self._said and (opens or goes_on) else None


def _attribution(
    voice: Voice, stance: Stance, *, relay: Words | None = None, cue: Words | None = None
) -> Attribution:
    return Attribution(
        source=voice.words,
        source_kind=voice.kind,
        anonymous=is_anonymous(voice.words.text),
        relay=relay,
        cue=cue,
        stance=stance,
    )
