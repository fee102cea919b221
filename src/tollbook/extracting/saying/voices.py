"""Who speaks, across the sentences of one report: pronouns, quotations that run on, namesakes."""

import re
from collections import deque
from dataclasses import dataclass, field

from tollbook.claim import Attribution, SourceKind, Stance
from tollbook.document import Document, Span, Words
from tollbook.extracting.parsing.phrases import Sentence
from tollbook.extracting.saying.attribution import Statement
from tollbook.extracting.saying.sources import (
    is_anonymous,
    is_pronoun,
    kind_of_name,
    kind_of_words,
)
from tollbook.extracting.saying.weighing import Heard

_NAME = re.compile(r"[A-Z][\w.’'-]+(?: (?:[A-Z][\w.’'-]*|al-\w+|bin|de|der|van))+$")
_PERSONAL = frozenset({"he", "she", "him", "her"})
_POINTS_BACK = frozenset({"the source", "the sources", "the same source", "the same sources"})
_BODIES_AGAIN = frozenset(
    {"the group", "the organisation", "the organization", "the statement", "the communique"}
    | {"the report", "the bulletin"}
)
# No full stop of "Sgt." or "Prof.": those are short and open with a capital.
_SENTENCE_END = re.compile(r"(?<![A-Z][a-z])(?<![A-Z][a-z]{2})(?<![A-Z][a-z]{3})[.!?]\s|\n\n")
# How much text around a namesake tells who he is: "Police Sgt. Ibarra", "Ibarra, an army colonel".
_BEFORE, _AFTER = 45, 70
_SHORT = 3
# When an annotator's ear goes before the grammar's; chosen on claims-gold dev.
SOMEBODY, MAY_BE_NOBODY = 0.5, 0.5
NOBODY, UNHEARD = 0.9, 0.1


@dataclass(frozen=True, slots=True)
class Voice:
    """A source as it was last named in full."""

    words: Words
    kind: SourceKind


@dataclass(slots=True)
class Voices:
    """Remembers who spoke, as a reader of the report would."""

    document: Document
    # Nothing reaches back to anybody before these.
    _said: deque[Voice] = field(default_factory=lambda: deque(maxlen=4))
    _in_quote: bool = False
    # What a name was last known to be, the latest with the highest number.
    _known: dict[str, tuple[int, SourceKind]] = field(default_factory=dict)
    _voices: int = 0
    # From where on a surname is still to be looked for, or what it was introduced as before.
    _introduced: dict[str, tuple[int, SourceKind | None]] = field(default_factory=dict)

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

    def weigh(self, by_grammar: Attribution, heard: Heard | None) -> Attribution:
        """Say whose words they are: as the grammar reads it, unless the annotator is sure."""
        if heard is None:
            return by_grammar
        source, words = by_grammar.source, heard.words
        if source is None:
            if words is None or heard.nobody > MAY_BE_NOBODY or heard.somebody < SOMEBODY:
                return by_grammar
            return self._said_by(words, by_grammar.stance)
        own = heard.share_of(source.start, source.end)
        if heard.nobody >= NOBODY and own < UNHEARD:
            return Attribution(stance=by_grammar.stance)
        return by_grammar

    def _said_by(self, at: Span, stance: Stance) -> Attribution:
        words = self.document.words(at.start, at.end)
        plain = " ".join(words.text.lower().split())
        if is_pronoun(plain) or plain in _POINTS_BACK:
            if not self._said:
                return Attribution(stance=stance)
            return _attribution(self._meant(plain), stance)
        kind = kind_of_words(words.text) or self._kind_of_namesake(words) or SourceKind.OTHER
        return _attribution(Voice(words, kind), stance)

    def remember(self, sentence: Sentence, statements: list[Statement]) -> None:
        """Take note of who spoke in a sentence, and whether its quotation goes on."""
        for statement in statements:
            voice = self._voice(sentence, statement)
            if voice.words.start >= sentence.passage.start:
                self._keep(voice)
        text = sentence.passage.text
        if "“" in text or "”" in text:
            self._in_quote = text.rfind("“") > text.rfind("”")
        elif '"' in text:
            self._in_quote = text.count('"') % 2 == 1 and not text.rstrip(".!?,").endswith('"')
        elif statements:
            self._in_quote = False

    def _keep(self, voice: Voice) -> None:
        self._said.append(voice)
        self._voices += 1
        if voice.kind is not SourceKind.OTHER:
            for name in voice.words.text.split():
                self._known[name] = (self._voices, voice.kind)

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
            named = [v for v in self._said if _NAME.search(v.words.text.split(",")[0])]
            return named[-1] if named else self._said[-1]
        return self._said[-1]

    def _kind_of_namesake(self, words: Words) -> SourceKind | None:
        known = [self._known[name] for name in words.text.split() if name in self._known]
        return max(known)[1] if known else self._kind_around(words) or kind_of_name(words.text)

    def _kind_around(self, words: Words) -> SourceKind | None:
        """Read what a person is from where the report names them first."""
        text, surname = self.document.text, words.text.split()[-1]
        if not surname[:1].isupper():
            return None
        start, kind = self._introduced.get(surname, (0, None))
        while kind is None and start < words.end:
            at = _find(surname, text, start, words.end - 1 + len(surname))
            start, kind = (at + 1, self._kind_at(at, surname)) if at >= 0 else (words.end, None)
        self._introduced[surname] = start, kind
        return kind if start <= words.end else None

    def _kind_at(self, at: int, surname: str) -> SourceKind | None:
        text = self.document.text
        before = _SENTENCE_END.split(text[max(0, at - _BEFORE) : at])[-1]
        after = re.split(r"[.!?]\s|\n\n", text[at : at + _AFTER])[0]
        beside = before.rsplit(",", 1)[-1]
        if not any(word.islower() for word in beside.split()):  # "the mayor of Alto, Tomas"
            beside = before
        kind = kind_of_words(beside)
        if kind is None and after[len(surname) : len(surname) + 1] == ",":
            kind = kind_of_words(after.split(",")[1])
        return kind

    def _running(self, sentence: Sentence) -> Voice | None:
        text = sentence.passage.text
        opens = text[0] in '"“'
        goes_on = self._in_quote and not any(mark in text for mark in "“")
        return self._said[-1] if self._said and (opens or goes_on) else None


def _find(name: str, text: str, start: int, stop: int) -> int:
    """Find a name; one of two or three letters only where it is a word by itself."""
    if len(name) > _SHORT:
        return text.find(name, start, stop)
    found = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)").search(text, start, stop)
    return found.start() if found else -1


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
