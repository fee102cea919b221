"""Noun phrases -> the parties they name: who can attack, and the words that name them."""

from tollbook.claim import Group
from tollbook.extracting.acting.act_words import actor_words, attack_words, damage_words
from tollbook.extracting.acting.clauses import is_when
from tollbook.extracting.acting.known_groups import names_known_group
from tollbook.extracting.harming.people import folk
from tollbook.extracting.parsing.phrases import Chunk, Kind, Sentence
from tollbook.extracting.parsing.prepositions import is_time
from tollbook.extracting.situating.countries import demonyms, known_place

Stretch = tuple[int, int]
"""Tokens of a sentence, the last excluded."""

_TAKES_NAME = frozenset({"of", "from"})
_FIGHTING = frozenset({Group.ARMED_GROUP, Group.SECURITY_FORCE, Group.ATTACKER})
_PRONOUNS = frozenset(
    "it they he she we i you its their them him her this that these those".split()
)
_NEAR = ("-linked", "-affiliated", "-aligned")
_ALLIANCE = ("-led", "-backed", "-aligned", "-linked", "-affiliated", "-inspired")


def names_party(word: str) -> bool:
    """Whether a word before a strike or a raid names the party behind it."""
    return word in actor_words().modifiers or word.endswith(_ALLIANCE) or word in demonyms()


def is_actor(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether a noun phrase names somebody who can attack."""
    if not chunk.is_noun or chunk.head in _PRONOUNS or is_when(chunk):
        return False
    if chunk.quantity is not None and chunk.quantity.low == 0:
        return False
    if _only_describes(sentence, chunk):
        return False
    last = sentence.tokens[_name_stop(chunk) - 1].lower
    if {chunk.head, last} & attack_words().events and last not in actor_words().parties:
        return False
    words = actor_words()
    if any({chunk.head, last} & listed for listed in (words.heads, words.states, words.modifiers)):
        return True
    if names_known_group(sentence, chunk.first, chunk.stop) or _is_state(sentence, chunk):
        return True
    whom = folk(sentence, chunk)
    if whom is None or chunk.head in words.victims:
        return False
    return whom.group in _FIGHTING or whom.is_name or chunk.tag.startswith("NN")


def is_counted_folk(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether a noun phrase counts people of no party: as a rule those whom it befell."""
    words = actor_words()
    last = sentence.tokens[chunk.stop - 1].lower
    if chunk.quantity is None or last in words.heads or last in words.modifiers:
        return False
    whom = folk(sentence, chunk)
    return whom is not None and whom.group not in _FIGHTING


def _name_stop(chunk: Chunk) -> int:
    """Where a name ends that a day ran into: "the Farland People's Army (FPA) today"."""
    stop = chunk.stop
    return stop - 1 if stop - chunk.first > 1 and is_time(chunk) else stop


def _only_describes(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether a phrase says whom a party is near, and not which it is: "an X-linked group"."""
    first = chunk.first + bool(chunk.opener)
    words = [token.lower for token in sentence.tokens[first : chunk.stop]]
    return len(words) == 2 and words[0].endswith(_NEAR) and words[1] in {"group", "groups"}


def is_place_like(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether the head of a noun phrase is a thing or a place, whatever its capitals."""
    last = sentence.tokens[chunk.stop - 1].lower
    if last in actor_words().heads or last in actor_words().modifiers:
        return False
    return last in damage_words().things or last in damage_words().places


def actor_stretch(
    sentence: Sentence, index: int, *, with_of: bool = True, with_twin: bool = True
) -> Stretch:
    """Take a party's whole name: "members of the Front (FDN)", "the army and its allies".

    Args:
        sentence: where it stands.
        index: the chunk of its main word.
        with_of: false after "accused X of", where "of" opens the charge.
        with_twin: false where "and" starts the next party of a list.
    """
    chunks = sentence.chunks
    first, stop = chunks[_owner_of(chunks, index)].first, chunks[index].stop
    at = index + 1
    while at + 1 < len(chunks):
        here = chunks[at]
        if here.head in {"(", "["} and at + 2 < len(chunks) and chunks[at + 2].head in {")", "]"}:
            stop, at = chunks[at + 2].stop, at + 3
        elif here.kind is Kind.AND and not with_twin:
            break
        elif _goes_on(sentence, index, at, with_of=with_of):
            stop, at = chunks[at + 1].stop, at + 2
        else:
            break
    return first, stop


def _is_state(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether a noun phrase is a country, and not where something was: any may be accused."""
    name = sentence.text(chunk.first, chunk.stop).removeprefix("the ").removeprefix("The ")
    return known_place(name) == "country"


def _owner_of(chunks: list[Chunk], at: int) -> int:
    """ "Norland's army": whose it is belongs to its name."""
    while at >= 2 and chunks[at - 1].kind is Kind.POSSESSIVE and chunks[at - 2].is_noun:
        at -= 2
    return at


def _goes_on(sentence: Sentence, index: int, at: int, *, with_of: bool) -> bool:
    """Whether a link and the noun phrase after it belong to a party's name."""
    link, then = sentence.chunks[at], sentence.chunks[at + 1]
    if link.kind is Kind.PREPOSITION:
        return with_of and link.head in _TAKES_NAME and _may_name(then)
    if link.kind is Kind.POSSESSIVE:
        return is_actor(sentence, then)
    return link.kind is Kind.AND and _is_twin(sentence, index, at + 1)


def _may_name(chunk: Chunk) -> bool:
    return chunk.is_noun and not is_time(chunk) and chunk.head not in attack_words().events


def _is_twin(sentence: Sentence, index: int, other: int) -> bool:
    """Whether "and" joins two parties, and the second has no verb of its own."""
    chunks = sentence.chunks
    if not is_actor(sentence, chunks[other]) or chunks[other].quantity is not None:
        return False
    return chunks[index].quantity is None and not is_place_like(sentence, chunks[other])


def event_stop(sentence: Sentence, chunk: Chunk) -> int | None:
    """Find where a noun of attacking ends a noun phrase, or ends it but for a stray verb."""
    words = attack_words()
    if sentence.tokens[chunk.stop - 1].lower in words.events:
        return chunk.stop
    for at in range(chunk.first + 1, chunk.stop - 1):
        here, then = sentence.tokens[at].lower, sentence.tokens[at + 1].lower
        if here in words.events and then in words.harming and then not in words.compounds:
            return at + 1  # "Norland air strikes target market"
    return None


def party_before_event(sentence: Sentence, index: int, event_end: int) -> Stretch | None:
    """Read the party that stands before a noun of attacking: "heavy regime air strikes".

    Returns:
        The tokens of the party's name; None where the words before the noun name none.
    """
    chunk = sentence.chunks[index]
    tokens = sentence.tokens
    stop = event_end - 1
    if tokens[stop].lower not in attack_words().events or (
        tokens[stop].lower in attack_words().suffered
    ):
        return None
    while stop > chunk.first and tokens[stop - 1].lower in attack_words().compounds:
        stop -= 1
    if stop == chunk.first and names_party(tokens[stop].lower):
        stop += 1  # "army fire"
    first = chunk.first if chunk.quantity is None else max(chunk.quantity_stop, chunk.first)
    while first < stop and _is_filler(sentence, first):
        first += 1
    if first >= stop:
        return _party_beside(sentence, index, first)
    names = [t.lower for t in tokens[first:stop]]
    is_kind = names[-1] == "terrorist" and tokens[event_end - 1].lower not in attack_words().remote
    if is_kind and (len(names) > 1 or stop == event_end - 1):
        return None  # a kind of attack, not a party
    known = names_known_group(sentence, first, stop)
    if not known and not _names_somebody(names, tokens[event_end - 1].lower):
        return None
    return _with_twin(sentence, index, first), stop


def _party_beside(sentence: Sentence, index: int, first: int) -> Stretch | None:
    """ "Rebels rocket attacks": the party's plural stands as a noun phrase of its own."""
    before = sentence.chunks[index - 1] if index else None
    if before is None or not before.is_noun or first != sentence.chunks[index].first:
        return None
    if sentence.tokens[before.stop - 1].lower not in actor_words().parties:
        return None
    return before.first, before.stop


def _is_filler(sentence: Sentence, index: int) -> bool:
    word = sentence.tokens[index].lower
    return sentence.tags[index] in {"DT", "PRP$", "CD"} or word in actor_words().not_names


def _names_somebody(names: list[str], event: str) -> bool:
    if any(names_party(name) for name in names) or names[:2] == ["u.", "s."]:
        return True
    if names[-1] in actor_words().heads:
        return True
    return len(names) == 1 and names[0] in actor_words().states and event in attack_words().remote


def _with_twin(sentence: Sentence, index: int, first: int) -> int:
    """ "Russian and Assad regime airstrikes": both are named."""
    chunks = sentence.chunks
    if index < 2 or first != chunks[index].first or chunks[index - 1].kind is not Kind.AND:
        return first
    other = chunks[index - 2]
    words = [t.lower for t in sentence.tokens[other.first : other.stop]]
    return (
        other.first if other.is_noun and all(names_party(w) or w == "the" for w in words) else first
    )
