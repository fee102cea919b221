"""A document -> every attributed claim in it, gathered into accounts."""

from tollbook.annotation import Annotation
from tollbook.claim import (
    BACKGROUND,
    Attribution,
    Claim,
    Count,
    Group,
    Harm,
    SourceKind,
    Stance,
    TollClaim,
)
from tollbook.document import Document, Words
from tollbook.extracting.acting.acts import ActsReader
from tollbook.extracting.confidence import Curves, confide, shipped_curves
from tollbook.extracting.grammar import Seen, see
from tollbook.extracting.harming.background import is_background
from tollbook.extracting.harming.counted import whom_it_counts
from tollbook.extracting.harming.mentions import Mention
from tollbook.extracting.harming.namesakes import Namesakes
from tollbook.extracting.harming.suspects import is_held_for_attack
from tollbook.extracting.lexicon import harm_words
from tollbook.extracting.parsing.phrases import Kind, Sentence
from tollbook.extracting.parsing.sentences import sentences
from tollbook.extracting.saying.attribution import Statement, statement_over
from tollbook.extracting.saying.voices import Voices
from tollbook.extracting.saying.weighing import Heard, hear
from tollbook.extracting.situating.accounts import MAIN, gather_accounts
from tollbook.extracting.weighing import (
    is_of_background,
    is_part,
    span_of,
    weigh_group,
    weigh_mentions,
)
from tollbook.incident import Account

# Groups that tell nothing of a person's part in an attack: whoever is held for it is an attacker.
_ANYBODY = frozenset({Group.PEOPLE, Group.CHILD, Group.WOMAN})
_HE = frozenset({"he", "him", "himself"})
_ONE = _HE | {"she", "her", "herself", "the victim"}
# A party that speaks of "losses" without more speaks of its own.
_OWN_LOSSES: dict[SourceKind | None, Group] = {
    SourceKind.MILITARY: Group.SECURITY_FORCE,
    SourceKind.GOVERNMENT: Group.SECURITY_FORCE,
    SourceKind.POLICE: Group.SECURITY_FORCE,
    SourceKind.ARMED_GROUP: Group.ARMED_GROUP,
}


def extract(
    document: Document,
    annotation: Annotation | None = None,
    *,
    curves: Curves | None = None,
) -> tuple[Account, ...]:
    """Find every claim of a report.

    Args:
        document: the report.
        annotation: what an annotator marked in it; the grammar reads alone without.
        curves: how confidence is told from what the annotator says; the shipped ones if None.

    Returns:
        One account an incident, in order of importance, then one for the background if any
        claim is about it. A report without claims gives none.
    """
    reader = _Reader(document, annotation, curves or shipped_curves())
    claims = [claim for seen in see(sentences(document.text)) for claim in reader.read(seen)]
    return gather_accounts(document, claims)


class _Reader:
    """Reads a report's sentences in order, remembering who spoke last."""

    def __init__(self, document: Document, annotation: Annotation | None, curves: Curves) -> None:
        self.document = document
        self.annotation = annotation
        self.curves = curves
        self.imprint = document.imprint
        self.voices = Voices(document)
        self.namesakes = Namesakes(document)
        self.last_one: dict[bool, Group] = {}
        self.acts = ActsReader(
            document=document, attribute=self.voices.attribution, annotation=annotation
        )

    def read(self, seen: Seen) -> list[Claim]:
        sentence, statements = seen.sentence, list(seen.statements)
        mentions = weigh_mentions(sentence, list(seen.mentions), self.annotation)
        tolls = self._tolls(sentence, mentions, statements)
        # An act told in a sentence of war-wide figures belongs to the war.
        incidents = {claim.incident for claim in tolls}
        incident = BACKGROUND if incidents == {BACKGROUND} else MAIN
        acts = self.acts.read(sentence, statements, incident)
        self.voices.remember(sentence, statements)
        return [*tolls, *acts]

    def _tolls(
        self, sentence: Sentence, mentions: list[Mention], statements: list[Statement]
    ) -> list[TollClaim]:
        claims: list[TollClaim] = []
        group = Group.PEOPLE
        for mention in mentions:
            whom = self._introduced(sentence, mention) or whom_it_counts(sentence, mention, group)
            if whom in _ANYBODY and is_held_for_attack(mention.harm, sentence.passage.text):
                whom = Group.ATTACKER
            whom = self._meant(sentence, mention, whom)
            claim = self._toll(sentence, mention, statements, whom)
            group = claim.group
            self._remember(mention, group)
            claims.append(claim)
        return claims

    def _meant(self, sentence: Sentence, mention: Mention, whom: Group) -> Group:
        """Say whom "he" and "the victim" mean: the last single person told of that came to harm."""
        chunk = sentence.chunks[mention.chunk]
        is_one = sentence.text(chunk.first, chunk.stop).lower() in _ONE
        if whom is not Group.PEOPLE or not is_one:
            return whom
        meant = self.last_one.get(mention.harm is Harm.DETAINED, whom)
        return whom if meant is Group.WOMAN and chunk.head in _HE else meant

    def _remember(self, mention: Mention, group: Group) -> None:
        if mention.figure.high == 1:
            self.last_one[mention.harm is Harm.DETAINED] = group

    def _introduced(self, sentence: Sentence, mention: Mention) -> Group | None:
        """Say whom a name stands for that tells nothing itself: "Ibarra" is the mayor."""
        whom = mention.folk
        if not whom.is_name or whom.group is not Group.PEOPLE:
            return None
        return self.namesakes.group(sentence.text(whom.first, whom.stop))

    def _toll(
        self, sentence: Sentence, mention: Mention, statements: list[Statement], group: Group
    ) -> TollClaim:
        marked, at = self.annotation, span_of(sentence, mention)
        heard = hear(marked, at)
        attribution = self._attribution(sentence, mention, statements, heard)
        if sentence.chunks[mention.chunk].head == "losses":
            group = _OWN_LOSSES.get(attribution.source_kind, group)
        whom, passage = mention.folk, sentence.passage
        told = sentence.chunks[mention.trigger]
        by_grammar = is_background(
            passage.text,
            mention.harm,
            mention.figure,
            told,
            is_whole_report=passage.text == self.document.text.strip(),
        )
        background = is_of_background(by_grammar, marked, at)
        group, part_of = weigh_group(group, marked, at), is_part(mention.part_of, marked, at)
        return TollClaim(
            harm=mention.harm,
            count=self._count(sentence, mention),
            group=group,
            group_words=self._cut(sentence, whom.first, whom.stop)
            if whom.stop > whom.first
            else None,
            part_of=part_of,
            attribution=attribution,
            incident=BACKGROUND if background else MAIN,
            sentence=Words(text=passage.text, start=passage.start, end=passage.end),
            imprint=self.imprint,
            confidence=confide(
                marked,
                at,
                harm=mention.harm,
                group=group,
                part_of=part_of,
                is_background=background,
                attribution=attribution,
                heard=heard,
                curves=self.curves,
            ),
        )

    def _attribution(
        self,
        sentence: Sentence,
        mention: Mention,
        statements: list[Statement],
        heard: Heard | None,
    ) -> Attribution:
        statement = statement_over(statements, mention.figure.first)
        if _is_told_aside(sentence, mention):
            statement = None
        stance = _stance(sentence, statement, mention)
        by_grammar = self.voices.attribution(sentence, statement, stance)
        return self.voices.weigh(by_grammar, heard)

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


def _is_told_aside(sentence: Sentence, mention: Mention) -> bool:
    """Whether a non-restrictive ", who was killed in …" tells it: nobody is quoted for that."""
    chunks, at = sentence.chunks, mention.trigger
    if not chunks[at].is_verb or at < 2 or chunks[at - 1].kind is not Kind.WHO:
        return False
    return chunks[at - 2].kind is Kind.COMMA


def _stance(sentence: Sentence, statement: Statement | None, mention: Mention) -> Stance:
    if mention.is_denied or (statement is not None and statement.is_denied):
        return Stance.DENIED
    if statement is not None and statement.is_hedged:
        return Stance.HEDGED
    near = sentence.chunks[mention.trigger]
    between = mention.figure.first if near.stop < mention.figure.first < near.stop + 14 else 0
    tokens = sentence.tokens[max(0, near.first - 4) : max(near.stop + 1, between)]
    hedged = any(t.lower in harm_words().hedges for t in tokens)
    return Stance.HEDGED if hedged else Stance.ASSERTED
