"""Verbs of attacking -> the party that did it: "gunmen stormed the post", "shelled by the army"."""

from collections.abc import Iterator
from itertools import takewhile

from tollbook.claim import SourceKind, Status
from tollbook.extracting.acting.act_words import actor_words, attack_words
from tollbook.extracting.acting.actors import (
    Stretch,
    actor_stretch,
    is_counted_folk,
    is_place_like,
    names_party,
)
from tollbook.extracting.acting.charges import (
    ResponsibilityMention,
    is_doer,
    is_for_attack,
    mention_of,
    own_word,
    told,
    told_jointly,
)
from tollbook.extracting.acting.clauses import (
    agent_after,
    is_filmed,
    is_negated,
    is_passive,
    is_when,
    object_after,
    subject_before,
)
from tollbook.extracting.harming.people import folk
from tollbook.extracting.lexicon import harm_words, people_words
from tollbook.extracting.parsing.phrases import Chunk, Kind, Sentence
from tollbook.extracting.parsing.prepositions import is_governed
from tollbook.extracting.saying.attribution import Statement, statement_over
from tollbook.extracting.saying.sources import kind_of_words

_UNREAL = frozenset("would could can will should must shall 'll 'd cannot to if".split())
_KEEPING = frozenset("hold held holding take takes took taken taking".split())
_BLOW = frozenset("blow blows blew blown blowing".split())
_HOSTAGE = frozenset({"hostage", "captive", "prisoner"})
_BEGUN = frozenset(
    "begin begins began begun start started continue continues continued managed".split()
)
_FIRES = frozenset({"fire", "fires", "fired", "firing"})
_BE = frozenset("was were is are be been being".split())
_HAVE = frozenset("has have had having".split())
_SAID = frozenset(
    "said says claimed claims announced confirmed stated admitted acknowledged".split()
)
_SELF = frozenset({"himself", "herself", "themselves", "itself", "self"})
_HARMED = frozenset({"dead", "killed", "wounded", "injured"})
_OWN = frozenset({"it", "they", "he", "she", "we", "i"})
_OWNED = frozenset({"its", "their", "our", "his", "her"})
_CLAUSE_LENGTH = 14
_CLAUSE = frozenset("after since when before while because that who which".split())
_LEAD = frozenset({"that", '"', "“", "also", "had", ",", "today"})
_FIGHTING_KINDS = frozenset({SourceKind.ARMED_GROUP, SourceKind.MILITARY, SourceKind.GOVERNMENT})


def from_attack(
    sentence: Sentence, index: int, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "Gunmen stormed the post", "was shelled by the army", "fired rockets at the town"."""
    words = attack_words()
    if not any(
        chunk.head in verbs
        for verbs in (words.harming, words.delivering, words.taking, words.arresting)
    ):
        return
    if not is_real(sentence, index, chunk) or _is_mere_result(sentence, index, chunk):
        return
    if is_for_attack(sentence, chunk):  # who arrests the attacker is not told of as one
        return
    if chunk.head in words.taking and is_filmed(sentence, index):
        return
    if {"to", "have"} <= set(chunk.helpers) and "been" not in chunk.helpers:
        yield from _claimed_to_have(sentence, index, chunk, statements)
        return
    strikes_with = _strikes_with(sentence, index, chunk)
    shoots = _shoots(sentence, chunk)
    if is_passive(sentence, index) and not (strikes_with or shoots):
        agent = agent_after(sentence, index)
        if (
            agent is not None
            and _is_agent(sentence, agent)
            and _is_done(sentence, index, agent)
            and not _polices(sentence, agent, chunk)
        ):
            yield told(sentence, index, agent, statements)
        return
    if not (strikes_with or shoots or _hits(sentence, index, chunk)):
        return
    subject = subject_before(sentence, index)
    if subject is None:
        party = party_run_on(sentence, index)
        if party is not None:
            yield mention_of(sentence, party, chunk, statements)
    elif is_own(sentence, sentence.chunks[subject]):
        yield from by_speaker(sentence, subject, statements)
    elif (
        is_doer(sentence, subject)
        and not _polices(sentence, subject, chunk)
        and not is_counted_folk(sentence, sentence.chunks[subject])
        and not is_scene(sentence, subject, index)
    ):
        yield told_jointly(sentence, index, subject, statements)


def _polices(sentence: Sentence, party: int, chunk: Chunk) -> bool:
    """ "Police have arrested two men": that answers an attack, and is none."""
    if chunk.head not in attack_words().arresting:
        return False
    doer = sentence.chunks[party]
    return kind_of_words(sentence.text(doer.first, doer.stop)) is SourceKind.POLICE


def is_scene(sentence: Sentence, subject: int, verb: int) -> bool:
    """ "The attack in Sarn that killed nine": the name before "that" says where, not who."""
    chunks = sentence.chunks
    if not chunks[subject].tag.startswith("NNP") or chunks[subject].opener:
        return False
    after = chunks[subject + 1] if subject + 1 < verb else None
    is_relative = after is not None and (
        after.kind is Kind.THAT or (after.kind is Kind.WHO and after.head == "which")
    )
    return is_relative and is_governed(chunks, subject)


def party_run_on(sentence: Sentence, verb: int) -> Stretch | None:
    """ "On Sunday army planes bombed the port": a comma is missing before the subject."""
    at = verb - 1
    while at >= 0 and sentence.chunks[at].kind is Kind.ADVERB:
        at -= 1
    if at < 1 or not is_governed(sentence.chunks, at) or sentence.chunks[at - 1].head == "by":
        return None
    chunk, words = sentence.chunks[at], actor_words()
    first = chunk.stop - 1
    if sentence.tokens[first].lower not in words.heads:
        return None
    while first > chunk.first and _names_run_on(sentence, first - 1):
        first -= 1
    return (first, chunk.stop) if first > chunk.first else None


def _names_run_on(sentence: Sentence, at: int) -> bool:
    word = sentence.tokens[at].lower
    return word in actor_words().heads or names_party(word)


def _claimed_to_have(
    sentence: Sentence, index: int, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "The Front claims to have killed dozens and to have burned a jet"."""
    statement = statement_over(statements, chunk.first)
    if not _hits(sentence, index, chunk):
        return
    if statement is not None:
        if sentence.tokens[statement.cue[1] - 1].lower.startswith("claim"):
            yield ResponsibilityMention(
                statement.source, Status.CLAIMED, statement, is_speaker=True
            )
    elif index and sentence.chunks[index - 1].head.startswith("claim"):
        subject = subject_before(sentence, index - 1)
        if subject is not None and is_doer(sentence, subject):
            yield own_word(sentence, subject, sentence.chunks[index - 1], Status.CLAIMED)


def _is_mere_result(sentence: Sentence, index: int, chunk: Chunk) -> bool:
    """ "…, killing 12": the doer stands by the main verb, and beside it may stand anybody."""
    before = sentence.chunks[index - 1] if index else None
    is_second = before is not None and before.kind is Kind.AND and not chunk.helpers and index >= 2
    if is_second and sentence.chunks[index - 2].head in _HARMED:
        return True  # "the dead and wounded soldiers"
    if chunk.tag != "VBG" or chunk.helpers or before is None:
        return False
    return before.kind not in {Kind.COMMA, Kind.WHO, Kind.AND} and before.head != "by"


def _strikes_with(sentence: Sentence, index: int, chunk: Chunk) -> bool:
    """ "The fighters targeted with dozens of shells the old town": the object comes late."""
    after = sentence.chunks[index + 1 : index + 2]
    if chunk.helpers or chunk.head not in attack_words().harming or not after:
        return False
    before = sentence.chunks[index - 1] if index else None
    is_party = before is not None and sentence.tokens[before.stop - 1].lower in actor_words().heads
    return is_party and after[0].head == "with" and agent_after(sentence, index) is None


def _is_agent(sentence: Sentence, index: int) -> bool:
    """Whether what follows "by" can be a doer; a name of any form, where no weapon or place is."""
    if is_doer(sentence, index):
        return True
    chunk, words = sentence.chunks[index], attack_words()
    last = sentence.tokens[chunk.stop - 1].lower
    nouns = (words.acts, words.events, words.compounds)
    if is_place_like(sentence, chunk) or any(last in listed for listed in nouns):
        return False
    return not sentence.has_case and chunk.opener == "the" and not is_when(chunk)


def _is_done(sentence: Sentence, index: int, agent: int) -> bool:
    """Whether what was done by somebody is an attack: "rockets fired by", not "held by"."""
    words, chunk = attack_words(), sentence.chunks[index]
    if chunk.head in words.harming or _blows_up(sentence, chunk):
        return True
    if chunk.head in words.taking | words.arresting:
        subject = subject_before(sentence, index)
        return subject is not None and _is_captive(sentence, subject, index)
    near = sentence.tokens[max(0, chunk.first - 9) : sentence.chunks[agent].first]
    lowers = {token.lower for token in near}
    return bool(lowers & (_HOSTAGE if chunk.head in _KEEPING else words.acts))


def _is_captive(sentence: Sentence, index: int, verb: int) -> bool:
    """Whether a noun phrase means people: "three wickets" and towns are captured, too."""
    chunk = sentence.chunks[index]
    whom = folk(sentence, chunk)
    if whom is None or chunk.tag == "PRP":
        return whom is not None
    if whom.is_name and sentence.has_case:
        return index < verb and not is_place_like(sentence, chunk)
    return chunk.quantity is None or _is_known_folk(chunk)


def _is_known_folk(chunk: Chunk) -> bool:
    is_bare = chunk.stop == chunk.quantity_stop
    return is_bare or chunk.head in people_words().groups or chunk.tag.startswith("NNP")


def _hits(sentence: Sentence, index: int, chunk: Chunk) -> bool:
    """Whether the verb has what it needs after it: somebody hit, or an act delivered."""
    words = attack_words()
    if _blows_up(sentence, chunk):
        return object_after(sentence, index + 1) is not None
    after = set(
        takewhile(
            lambda word: word not in _CLAUSE,
            (t.lower for t in sentence.tokens[chunk.stop : chunk.stop + 9]),
        )
    )
    if chunk.head in words.delivering:
        delivers = bool(after & (_HOSTAGE if chunk.head in _KEEPING else words.acts))
        if delivers or chunk.head not in words.harming:
            return delivers
    target = _shared_object(sentence, index)
    if chunk.head in words.taking | words.arresting:
        return target is not None and _is_captive(sentence, target, index)
    if target is None:
        after_it = sentence.tokens[chunk.stop : chunk.stop + 1]
        return chunk.head in words.aimed and [t.lower for t in after_it] == ["at"]
    if _is_self(sentence, target):
        return False
    return not _is_new_clause(sentence, target) and chunk.head in words.harming


def _shoots(sentence: Sentence, chunk: Chunk) -> bool:
    """ "Fired at the van": what was fired needs no name; who is "shot at noon" fires nothing."""
    after = [t.lower for t in sentence.tokens[chunk.stop : chunk.stop + 2]]
    is_at_somebody = after[:1] == ["at"] and not after[-1][0].isdigit()
    return chunk.head in _FIRES and is_at_somebody and not _BE & set(chunk.helpers)


def from_opening(
    sentence: Sentence, index: int, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "A guard began shooting": at whom need not be said."""
    then = sentence.chunks[index + 1 : index + 2]
    if chunk.head not in _BEGUN or not then or then[0].head not in {"shooting", "firing"}:
        return
    subject = subject_before(sentence, index)
    if then[0].first != then[0].stop - 1 or not is_real(sentence, index, chunk) or subject is None:
        return
    if is_own(sentence, sentence.chunks[subject]):
        yield from by_speaker(sentence, subject, statements)
    elif is_doer(sentence, subject):
        yield told_jointly(sentence, index, subject, statements)


def _is_self(sentence: Sentence, target: int) -> bool:
    """ "Shot himself": a mishap or a suicide is done to nobody else."""
    after = sentence.chunks[target + 1 : target + 2]
    joined = bool(after) and after[0].kind is Kind.AND
    return sentence.chunks[target].head in _SELF and not joined


def _blows_up(sentence: Sentence, chunk: Chunk) -> bool:
    """ "Blew up two pylons": there the thing that is hit follows a verb of delivering."""
    after = sentence.tokens[chunk.stop : chunk.stop + 1]
    return chunk.head in _BLOW and bool(after) and after[0].lower in {"up", "apart"}


def _shared_object(sentence: Sentence, index: int) -> int | None:
    """Find what a verb hits, also where one more verb comes first: "killed and robbed two men"."""
    chunks = sentence.chunks
    two = chunks[index + 1 : index + 3]
    if len(two) == 2 and two[0].kind is Kind.AND and two[1].is_verb and not two[1].helpers:
        return object_after(sentence, index + 2)
    return object_after(sentence, index)


def _is_new_clause(sentence: Sentence, target: int) -> bool:
    """ "Ten killed 16 others injured": what stands after the verb has a verb of its own."""
    after = sentence.chunks[target + 1 : target + 2]
    return (
        bool(after)
        and after[0].is_verb
        and after[0].tag in {"VBN", "VBD"}
        and (after[0].head in harm_words().verbs)
    )


def is_real(sentence: Sentence, index: int, chunk: Chunk) -> bool:
    """Whether the act is said to have happened, not planned, threatened or denied."""
    has = any(helper in _HAVE for helper in chunk.helpers)
    begun = any(helper in _BEGUN for helper in chunk.helpers)
    if _is_open_question(sentence, chunk):
        return False
    if any(helper in _UNREAL for helper in chunk.helpers) and not has and not begun:
        return False
    if chunk.tag == "VB" and not chunk.helpers and sentence.has_case:
        before = sentence.chunks[index - 1] if index else None
        return before is not None and before.is_noun
    return not is_negated(sentence, chunk)


def _is_open_question(sentence: Sentence, chunk: Chunk) -> bool:
    """ "It is not clear whether …", "whose planes carry out raids": nobody is named."""
    before = [t.lower for t in sentence.tokens[max(0, chunk.first - _CLAUSE_LENGTH) : chunk.first]]
    return "whether" in before or "whose" in before[-3:]


def is_own(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether a noun phrase is a pronoun or names somebody's own: "its fighters"."""
    if chunk.head in _OWN:
        return True
    tokens = sentence.tokens[chunk.first : chunk.stop]
    return any(t.lower in _OWNED for t in tokens) and chunk.head in actor_words().heads


def by_speaker(
    sentence: Sentence, subject: int, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "The Front said it had shelled the base", "claimed its fighters killed dozens"."""
    chunk = sentence.chunks[subject]
    statement = statement_over(statements, chunk.first) or _said_just_before(sentence, subject)
    if (
        statement is not None
        and not statement.is_denied
        and _speaks_of_itself(sentence, statement, chunk)
    ):
        yield ResponsibilityMention(statement.source, Status.CLAIMED, statement, is_speaker=True)


def _said_just_before(sentence: Sentence, subject: int) -> Statement | None:
    """Find the party that says it right before the pronoun, where it is no usual source."""
    verb = subject - 1
    if verb >= 0 and sentence.chunks[verb].kind is Kind.THAT:
        verb -= 1
    if verb < 0 or sentence.chunks[verb].head not in _SAID:
        return None
    speaker, cue = subject_before(sentence, verb), sentence.chunks[verb]
    if speaker is None or not is_doer(sentence, speaker):
        return None
    source = actor_stretch(sentence, speaker)
    return Statement(source, (cue.first, cue.stop), (cue.stop, len(sentence.tokens)))


def _speaks_of_itself(sentence: Sentence, statement: Statement, chunk: Chunk) -> bool:
    """Whether a pronoun right after a verb of saying stands for a speaker that can attack."""
    between = [t.lower for t in sentence.tokens[statement.cue[1] : chunk.first]]
    if statement.cue[1] > chunk.first or len(between) > 4 or set(between) - _LEAD:
        return False
    kind = kind_of_words(sentence.text(*statement.source))
    return kind is None or kind in _FIGHTING_KINDS
