"""How a party is charged with an act: named, by whom, how firmly."""

from dataclasses import dataclass

from tollbook.claim import ReactionKind, Status
from tollbook.extracting.acting.act_words import attack_words, blame_words, reaction_words
from tollbook.extracting.acting.actors import Stretch, actor_stretch, is_actor, is_place_like
from tollbook.extracting.acting.clauses import is_passive, subject_before
from tollbook.extracting.parsing.phrases import Chunk, Kind, Sentence
from tollbook.extracting.parsing.prepositions import is_governed
from tollbook.extracting.saying.attribution import Statement, statement_over

_OWNED = frozenset({"his", "her", "their", "its"})
_SAYS = frozenset("said say says allege alleged believe claimed added admitted".split())
# Who marches against an attack does not say who did it.
_MARCHES = frozenset("demonstrate demonstrated demonstrating protested protesting".split())
# After these the report tells on: "condemned the raid after gunmen had killed two".
_TELLS_ON = frozenset("after when while since as but ;".split())
_FOR_IT = ("in connection", "on suspicion", "suspected of", "for the murder")


@dataclass(frozen=True, slots=True)
class ResponsibilityMention:
    """A party at whose door a sentence lays an act.

    `actor` are the tokens that name it; where `is_speaker` is true it is whoever `statement`
    quotes ("the Front said it had …"), under the name the report last gave.
    """

    actor: Stretch
    status: Status
    statement: Statement | None
    is_hedged: bool = False
    is_speaker: bool = False


def is_doer(sentence: Sentence, index: int) -> bool:
    """Whether a noun phrase names somebody who can do an act, and no place."""
    chunk = sentence.chunks[index]
    return is_actor(sentence, chunk) and not is_place_like(sentence, chunk)


def owned_party(sentence: Sentence, at: int) -> int:
    """Step from "Norland" to "army" in "Norland's army"; stay where nothing is owned."""
    chunks = sentence.chunks
    while (
        at + 2 < len(chunks)
        and chunks[at + 1].kind is Kind.POSSESSIVE
        and is_doer(sentence, at + 2)
    ):
        at += 2
    return at


def is_nobody(sentence: Sentence, index: int) -> bool:
    """Whether a noun phrase names no party: "no group", "the attack", "it"."""
    chunk = sentence.chunks[index]
    words = {t.lower for t in sentence.tokens[max(0, chunk.first - 1) : chunk.stop]}
    if words & {"no", "nobody", "none", "any", "neither", "one"}:
        return True
    return chunk.head in {"attack", "that", "this", "it"}


def told(
    sentence: Sentence, verb: int, actor: int, statements: list[Statement]
) -> ResponsibilityMention:
    """Charge a doer with an act that the sentence tells."""
    stretch = actor_stretch(sentence, actor)
    return mention_of(sentence, stretch, sentence.chunks[verb], statements)


def told_jointly(
    sentence: Sentence, verb: int, actor: int, statements: list[Statement]
) -> ResponsibilityMention:
    """Charge the subject of a verb, with whoever is named beside it: "Reed, 20, and his son"."""
    first, stop = actor_stretch(sentence, actor)
    return mention_of(
        sentence, (_first_of_pair(sentence, actor, first), stop), sentence.chunks[verb], statements
    )


def _first_of_pair(sentence: Sentence, actor: int, first: int) -> int:
    chunks = sentence.chunks
    link = _over_asides(sentence, actor - 1)
    if link > 0 and chunks[link].is_noun and chunks[link].opener in _OWNED:
        link -= 1  # "and his brother, Tom, …"
    if link < 1 or chunks[link].kind is not Kind.AND:
        return first
    other = _over_asides(sentence, link - 1)
    if other < 0 or not chunks[other].is_noun or is_governed(chunks, other):
        return first
    is_person = chunks[other].head in {"he", "she"} or is_doer(sentence, other)
    opens = other == 0 or not chunks[other - 1].is_verb or chunks[other - 1].head in _SAYS
    return chunks[other].first if is_person and opens else first


def _over_asides(sentence: Sentence, at: int) -> int:
    """Step left over commas and ages: "Reed, 20,"."""
    chunks = sentence.chunks
    while at >= 0 and (
        chunks[at].kind is Kind.COMMA or (chunks[at].is_noun and chunks[at].tag == "CD")
    ):
        at -= 1
    return at


def mention_of(
    sentence: Sentence, stretch: Stretch, near: Chunk, statements: list[Statement]
) -> ResponsibilityMention:
    """Charge a party: stated where the words are firm, accused where they hedge."""
    # "Placed a bomb" is no "placed the toll at": what tells of the act quotes nobody.
    quoting = [s for s in statements if s.cue[0] != near.first]
    statement = statement_over(quoting, stretch[0])
    hedged = _is_hedged(sentence, stretch, near)
    status = Status.ACCUSED if hedged else Status.STATED
    if statement is None and not hedged:
        statement = _condemning(sentence, stretch[0])
        hedged = statement is not None
        status = Status.ACCUSED if hedged else Status.STATED
    if statement is not None and statement.is_denied:  # "denied that the army had shelled it"
        status = Status.DENIED
    return ResponsibilityMention(stretch, status, statement, hedged)


def _condemning(sentence: Sentence, at: int) -> Statement | None:
    """ "The mayor condemned the murder committed by rebels": they are named in her words."""
    condemning = reaction_words().verbs
    for index, chunk in enumerate(sentence.chunks):
        if chunk.first >= at:
            break
        if not chunk.is_verb or condemning.get(chunk.head) != ReactionKind.CONDEMNED:
            continue
        if chunk.head in _MARCHES:
            continue
        between = {t.lower for t in sentence.tokens[chunk.stop : at]}
        subject = None if is_passive(sentence, index) else subject_before(sentence, index)
        if subject is not None and not between & _TELLS_ON:
            cue = (chunk.first, chunk.stop)
            reach = (chunk.stop, len(sentence.tokens))
            return Statement(actor_stretch(sentence, subject), cue, reach)
    return None


def _is_hedged(sentence: Sentence, stretch: Stretch, near: Chunk) -> bool:
    first = max(0, min(stretch[0] - 3, near.first))
    words = {t.lower for t in sentence.tokens[first : max(stretch[0] + 2, near.stop)]}
    return bool(words & blame_words().hedges)


def own_word(sentence: Sentence, actor: int, verb: Chunk, status: Status) -> ResponsibilityMention:
    """Take a party's own word for its act, or against it."""
    stretch = actor_stretch(sentence, actor)
    statement = Statement(stretch, (verb.first, verb.stop), stretch)
    return ResponsibilityMention(stretch, status, statement)


def against(sentence: Sentence, actor: int, by: Statement | None) -> ResponsibilityMention:
    """Charge a party on the word of somebody else."""
    stretch = actor_stretch(sentence, actor, with_of=False)
    return ResponsibilityMention(stretch, Status.ACCUSED, by, is_hedged=True)


def is_for_attack(sentence: Sentence, verb: Chunk) -> bool:
    """Whether an arrest is made for an attack."""
    if verb.head not in blame_words().arrest:
        return False
    text = " ".join(token.lower for token in sentence.tokens[verb.stop :])
    return any(cue in text for cue in _FOR_IT)


def is_of_attack(sentence: Sentence, verb: Chunk) -> bool:
    """Whether somebody is accused of an attack, not of something else."""
    words = attack_words()
    after = {t.lower for t in sentence.tokens[verb.stop : verb.stop + 22]}
    return bool(after & (words.crimes | words.harming | words.events))
