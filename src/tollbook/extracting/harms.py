"""A sentence -> who came to harm in it, as its words say.

Each rule starts from a word of harm (a verb, a state, a counted noun, a death toll) and looks
for the people it is said of: to the left of "were killed" and "died", to the right of "killed",
around "left … dead", after "the death of".
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tollbook.claim import Form, Group, Harm
from tollbook.extracting.lexicon import harm_words
from tollbook.extracting.people import Figure, Folk, figure, folk, is_plural
from tollbook.extracting.phrases import Chunk, Kind, Sentence


@dataclass(frozen=True, slots=True)
class Mention:
    """Some people and the harm a sentence says they came to.

    `chunk` and `trigger` are the indices of the noun phrase and of the word of harm among the
    sentence's chunks.
    """

    harm: Harm
    chunk: int
    trigger: int
    folk: Folk
    figure: Figure
    part_of: bool = False
    is_hedged: bool = False
    is_denied: bool = False


_BE = frozenset("was were is are be been being am get got wasn't weren't isn't aren't".split())
_LEFT = frozenset("leave leaves left leaving".split())
_TAKE = frozenset(
    "take takes took taken taking hold holds held holding being kept keep keeping".split()
)
_TAKEN = {"hostage": Harm.ABDUCTED, "captive": Harm.ABDUCTED, "prisoner": Harm.DETAINED}
_LIVES = frozenset("lives life".split())
_LIFE_VERBS = frozenset(
    "claim claims claimed claiming lose loses lost losing cost costs costing took taking taken save".split()
)
_FIND = frozenset(
    "found pronounced declared feared presumed believed confirmed reported remain remained went gone "
    "go are were is was still been lay lying shot reportedly dropped said".split()
)
_INCLUDING = frozenset({"including", "include", "includes", "included", "among"})
_COUNT_ONLY = frozenset(
    {"dead", "wounded", "injured", "missing", "deaths", "fatalities", "injuries", "casualties"}
)
_FOLLOWED_BY_PATIENT = frozenset({Kind.ADVERB, Kind.QUOTE})
_MAX_REACH = 12


def find_mentions(sentence: Sentence) -> list[Mention]:
    """Find every statement of harm to people in a sentence, in text order."""
    found: dict[tuple[Harm, int], Mention] = {}
    for mention in _all(sentence):
        found.setdefault((mention.harm, mention.figure.first), mention)
    mentions = _merged(sentence, list(found.values()))
    mentions += list(_parts(sentence, mentions))
    unique = {(m.harm, m.figure.first): m for m in reversed(mentions)}
    return sorted(unique.values(), key=lambda m: (m.figure.first, m.harm))


def _all(sentence: Sentence) -> Iterator[Mention]:
    for index, chunk in enumerate(sentence.chunks):
        if chunk.is_verb:
            yield from _from_verb(sentence, index, chunk)
        elif chunk.is_noun:
            yield from _from_counted_noun(sentence, index, chunk)
            yield from _from_toll(sentence, index, chunk)
            yield from _from_event(sentence, index, chunk)
        yield from _from_state(sentence, index, chunk)


# --- verbs -----------------------------------------------------------------------------------


def _from_verb(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[Mention]:
    words = harm_words()
    word = chunk.head
    if word in words.subject_verbs:
        harm = Harm(words.subject_verbs[word])
        if _is_real(sentence, index, chunk):
            yield from _make(sentence, index, harm, _subjects(sentence, index))
        return
    harm_ = words.verbs.get(word) or words.people_verbs.get(word)
    if word in words.striking:
        harm_ = _of_striking(sentence, index, chunk)
    if harm_ is None:
        yield from _from_life(sentence, index, chunk)
        return
    if not _is_real(sentence, index, chunk):
        return
    harm = Harm(harm_)
    if _is_passive(sentence, index, chunk):
        patients = _subjects(sentence, index)
        patients += _along_with(sentence, index)
    else:
        patients = _objects(sentence, index)
    if word in words.people_verbs:
        patients = [p for p in patients if not _is_nameless_place(sentence, p)]
    yield from _make(sentence, index, harm, patients)


def _of_striking(sentence: Sentence, index: int, chunk: Chunk) -> str | None:
    """ "Shot dead", "beaten to death", "fatally stabbed" kill; otherwise striking wounds."""
    after = [t.lower for t in sentence.tokens[chunk.stop : chunk.stop + 4]]
    if "fatally" in chunk.helpers or after[:1] == ["dead"] or after[:2] == ["to", "death"]:
        return "killed"
    if (
        after[:2] == ["and", "killed"]
        or after[:2] == ["and", "killing"]
        or after[:2] == ["and", "kill"]
    ):
        return "killed"
    text = (
        sentence.text(chunk.stop, min(chunk.stop + 14, len(sentence.tokens))).lower()
        if after
        else ""
    )
    if " to death" in text or " dead " in text[:40]:
        return "killed"
    if chunk.head in {
        "shot",
        "stabbed",
        "shooting",
        "stabbing",
        "beaten",
        "burned",
        "burnt",
        "gunned",
        "hacked",
    }:
        return "injured"
    return None


def _from_life(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[Mention]:
    """ "Claimed the lives of 12", "lost their lives", "took 30 people hostage"."""
    chunks = sentence.chunks
    if chunk.head in _LIFE_VERBS and _is_real(sentence, index, chunk):
        following = _next_noun(chunks, index)
        if following is not None and chunks[following].head in _LIVES:
            noun = chunks[following]
            if noun.quantity is not None:
                yield from _make(sentence, index, Harm.KILLED, [following])
            elif noun.opener in {"their", "his", "her"}:
                yield from _make(sentence, index, Harm.KILLED, _subjects(sentence, index))
            elif _word(chunks, following + 1) == "of":
                yield from _make(sentence, index, Harm.KILLED, _objects(sentence, following + 1))
    if chunk.head in _TAKE:
        yield from _taken(sentence, index, chunk)


def _taken(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[Mention]:
    for later in range(index + 1, min(index + 5, len(sentence.chunks))):
        head = sentence.chunks[later].head
        last = sentence.tokens[sentence.chunks[later].stop - 1].lower
        harm = _TAKEN.get(last) or _TAKEN.get(head)
        if head == "custody":
            harm = Harm.DETAINED
        if (
            harm is None
            or sentence.chunks[later].quantity is not None
            and later == index + 1
            and head == last + "s"
        ):
            continue
        if _is_passive(sentence, index, chunk):
            yield from _make(sentence, index, harm, _subjects(sentence, index))
        elif later == index + 1 and sentence.chunks[later].stop - sentence.chunks[later].first > 1:
            yield from _make(sentence, index, harm, [later])
        else:
            yield from _make(sentence, index, harm, _objects(sentence, index))
        return


def _is_passive(sentence: Sentence, index: int, chunk: Chunk) -> bool:
    if any(helper in _BE for helper in chunk.helpers) and chunk.tag in {"VBN", "VBD"}:
        return "having" not in chunk.helpers
    if "have" in chunk.helpers or "has" in chunk.helpers or "had" in chunk.helpers:
        return False
    if chunk.tag not in {"VBN", "VBD", "JJ"}:
        return False
    return not _has_object(sentence, index)


def _has_object(sentence: Sentence, index: int) -> bool:
    """Whether people stand right after the verb, as its object and not as the next one's."""
    chunks = sentence.chunks
    at = index + 1
    while at < len(chunks) and chunks[at].kind in _FOLLOWED_BY_PATIENT:
        at += 1
    if at >= len(chunks) or not chunks[at].is_noun or folk(sentence, chunks[at]) is None:
        return False
    if chunks[at].tag == "NNP" and not sentence.has_case and _subject_is_people(sentence, index):
        return False
    following = at + 1
    if following < len(chunks) and _is_harm_participle(chunks[following]):
        return False
    return not (_subject_is_counted(sentence, index) and chunks[at].quantity is None)


def _subject_is_people(sentence: Sentence, index: int) -> bool:
    before = sentence.chunks[index - 1] if index else None
    return before is not None and before.is_noun and before.quantity is not None


def _subject_is_counted(sentence: Sentence, index: int) -> bool:
    before = sentence.chunks[index - 1] if index else None
    return before is not None and before.quantity is not None and folk(sentence, before) is not None


def _is_harm_participle(chunk: Chunk) -> bool:
    words = harm_words()
    if chunk.is_verb:
        return chunk.head in words.verbs and chunk.tag in {"VBN", "VBD"}
    return chunk.head in words.states


def _is_real(sentence: Sentence, index: int, chunk: Chunk) -> bool:
    """Whether the harm is said to have happened: not threatened, planned, possible or ordered."""
    words = harm_words()
    helpers = chunk.helpers
    has = any(h in {"have", "has", "had"} for h in helpers)
    if any(h in words.unreal_modals for h in helpers) and not has:
        return False
    before = sentence.chunks[index - 1] if index else None
    if "to" in helpers and not has:
        governed = (
            before is not None
            and before.is_verb
            and before.head in {"managed", "continued", "continue"}
        )
        return governed or any(
            h in _BE or h in {"managed", "continued", "continue", "continues"} for h in helpers
        )
    if chunk.tag == "VB" and not helpers:
        return not sentence.has_case or (before is not None and before.is_noun)
    return not (
        before is not None
        and before.kind is Kind.PREPOSITION
        and chunk.tag == "VBG"
        and before.head in {"of", "for", "from", "without", "against", "at"}
        and not _after_accusation(sentence, index)
    )


def _after_accusation(sentence: Sentence, index: int) -> bool:
    near = " ".join(c.head for c in sentence.chunks[max(0, index - 4) : index])
    return any(
        w in near for w in ("accus", "responsib", "charg", "suspect", "convict", "blam", "guilty")
    )


# --- states, counted nouns, tolls, events ----------------------------------------------------


def _from_state(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[Mention]:
    """ "12 dead", "left three people wounded", "30 are missing"."""
    words = harm_words()
    state = sentence.tokens[chunk.stop - 1].lower
    harm_ = words.states.get(state)
    if harm_ is None or (chunk.is_verb and chunk.head in words.verbs):
        return
    harm = Harm(harm_)
    if chunk.is_noun:
        whom = folk(sentence, chunk)
        bare = chunk.stop - chunk.first == 1 and not chunk.opener
        if chunk.quantity is not None and chunk.stop > chunk.quantity_stop:
            if chunk.quantity.not_people is None:
                yield from _make(sentence, index, harm, [index])
            return
        if not bare and whom is not None and whom.is_name is False and chunk.head != state:
            return
        if not bare and not (
            whom is not None and chunk.stop - chunk.first > 1 and chunk.opener not in {"the"}
        ):
            return
        if not bare and whom is not None and chunk.opener not in {"the"}:
            yield from _make(sentence, index, harm, [index])
            return
    before = sentence.chunks[index - 1] if index else None
    if before is None:
        return
    if before.is_noun and folk(sentence, before) is not None:
        if (
            before.quantity is not None
            or _after_leaving(sentence, index)
            or _find_before(sentence, index)
        ):
            yield from _make(sentence, index, harm, _subjects(sentence, index))
    elif (
        before.is_verb
        and before.head in _FIND
        and not any(h in words.unreal_modals for h in before.helpers)
    ):
        yield from _make(sentence, index, harm, _subjects(sentence, index - 1))
    elif before.is_verb and before.head in _LEFT:
        yield from _make(sentence, index, harm, _objects(sentence, index))


def _after_leaving(sentence: Sentence, index: int) -> bool:
    return any(c.is_verb and c.head in _LEFT for c in sentence.chunks[max(0, index - 4) : index])


def _find_before(sentence: Sentence, index: int) -> bool:
    return any(
        c.is_verb and c.head in {"found", "pronounced", "declared"}
        for c in sentence.chunks[max(0, index - 3) : index]
    )


def _from_counted_noun(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[Mention]:
    """ "77 fatalities", "dozens of casualties", "caused deaths"."""
    words = harm_words()
    harm_ = words.counted_nouns.get(chunk.head)
    if harm_ is None or chunk.head in words.states:
        return
    harm = Harm(harm_)
    if chunk.quantity is not None:
        if chunk.quantity.not_people is None:
            yield from _make(sentence, index, harm, [index])
        return
    caused = any(
        c.head in words.causes or c.head in {"in", "to"}
        for c in sentence.chunks[max(0, index - 2) : index]
    )
    if (
        caused
        and not chunk.opener
        and is_plural(chunk.head)
        and chunk.head in {"casualties", "losses", "deaths", "injuries", "fatalities"}
    ):
        yield from _make(sentence, index, harm, [index])
    if _word(sentence.chunks, index + 1) == "of" and chunk.head in {
        "bodies",
        "body",
        "corpses",
        "corpse",
    }:
        yield from _make(sentence, index, harm, _objects(sentence, index + 1))


def _from_toll(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[Mention]:
    """ "The death toll rose to 70", "put the toll at 16", "a higher toll of about 100"."""
    heads = {t.lower for t in sentence.tokens[chunk.first : chunk.stop]}
    is_count = (
        chunk.head in {"number", "count"}
        and _word(sentence.chunks, index + 1) == "of"
        and _harm_ahead(sentence, index + 2)
    )
    if "toll" not in heads and "tally" not in heads and not is_count:
        return
    harm = _harm_ahead(sentence, index + 2) if is_count else Harm.KILLED
    assert harm is not None
    reach = sentence.chunks[index + 1 : index + _MAX_REACH]
    for step, later in enumerate(reach, index + 1):
        if not later.is_noun or later.quantity is None or later.quantity.not_people is not None:
            continue
        if later.head in harm_words().counted_nouns or folk(sentence, later) is not None:
            yield from _make(sentence, index, harm, [step])
        return


def _harm_ahead(sentence: Sentence, index: int) -> Harm | None:
    words = harm_words()
    if index >= len(sentence.chunks):
        return None
    for token in sentence.tokens[sentence.chunks[index].first : sentence.chunks[index].stop]:
        found = words.states.get(token.lower) or words.counted_nouns.get(token.lower)
        if found:
            return Harm(found)
    return None


def _from_event(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[Mention]:
    """ "The death of two guards", "the mayor's murder"."""
    words = harm_words()
    harm_ = words.event_nouns.get(chunk.head)
    if harm_ is None or chunk.quantity is not None:
        return
    chunks = sentence.chunks
    if _word(chunks, index + 1) in {"of", "to"} and index + 2 < len(chunks):
        if _word(chunks, index + 1) == "to" and chunk.head not in {"injuries", "injury"}:
            return
        yield from _make(sentence, index, Harm(harm_), _objects(sentence, index + 1))
    elif index >= 2 and chunks[index - 1].kind is Kind.POSSESSIVE:
        yield from _make(sentence, index, Harm(harm_), [index - 2])


# --- who is meant ----------------------------------------------------------------------------


def _subjects(sentence: Sentence, index: int) -> list[int]:
    """Walk left from a verb to the people it is said of."""
    chunks = sentence.chunks
    at = index - 1
    steps = 0
    while at >= 0 and steps < _MAX_REACH:
        chunk = chunks[at]
        steps += 1
        if chunk.is_noun:
            if _is_governed(chunks, at):
                at = _before_governor(chunks, at)
                continue
            if folk(sentence, chunk) is not None and not _is_time(chunk):
                return _joined_left(sentence, at)
            at -= 1
            continue
        if chunk.is_verb and _closes_clause(chunks, at):
            return []
        if chunk.kind is Kind.THAT and steps > 1:
            return []
        at -= 1
    return []


def _before_governor(chunks: list[Chunk], at: int) -> int:
    """Step over "in", "in and around", and what joins governed nouns: "in Gao and Kidal"."""
    while at >= 0 and chunks[at].kind is not Kind.PREPOSITION:
        at -= 1
    return at - 1


def _is_governed(chunks: list[Chunk], at: int) -> bool:
    before = chunks[at - 1] if at else None
    if before is None:
        return False
    if before.kind is Kind.PREPOSITION:
        return before.head not in {
            "that",
            "as",
            "after",
            "when",
            "while",
            "because",
            "since",
            "if",
            "before",
            "until",
            "whether",
            "so",
            "than",
            "though",
            "although",
            "where",
            "but",
        } or before.head in {"than"}
    if (
        before.kind in {Kind.AND, Kind.COMMA}
        and at >= 3
        and chunks[at - 2].is_noun
        and chunks[at].quantity is None
    ):
        return (
            chunks[at - 3].kind is Kind.PREPOSITION
            and chunks[at].tag == "NNP"
            and chunks[at - 2].tag == "NNP"
        )
    return False


def _closes_clause(chunks: list[Chunk], at: int) -> bool:
    """A finite verb ends the clause, unless it belongs to a relative clause being crossed."""
    chunk = chunks[at]
    if chunk.tag in {"VBG", "VBN"} and not any(h in _BE for h in chunk.helpers):
        return False
    for back in range(at - 1, max(-1, at - 4), -1):
        if chunks[back].kind in {Kind.WHO, Kind.THAT}:
            return False
        if chunks[back].is_verb:
            break
    return True


def _is_time(chunk: Chunk) -> bool:
    return chunk.head in {
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "yesterday",
        "today",
        "night",
        "morning",
        "evening",
        "afternoon",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "weekend",
        "dawn",
        "noon",
        "midnight",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "oct",
        "nov",
        "dec",
        "overnight",
    }


def _joined_left(sentence: Sentence, at: int) -> list[int]:
    """Take the noun phrases joined to this one on its left: "a guard, two cooks and a driver"."""
    chunks, found = sentence.chunks, [at]
    while at >= 2 and chunks[at - 1].kind in {Kind.AND, Kind.COMMA}:
        other = at - 2 - (chunks[at - 2].kind is Kind.COMMA)
        if other < 0 or not chunks[other].is_noun or folk(sentence, chunks[other]) is None:
            break
        if _is_governed(chunks, other) and _word(chunks, other - 1) not in {"that", "than"}:
            break
        if other and chunks[other - 1].is_verb and chunks[at - 1].kind is Kind.COMMA:
            break
        at = other
        found.append(at)
    return found[::-1]


def _objects(sentence: Sentence, index: int) -> list[int]:
    """Walk right from a verb (or "of") to the people it is said of, across lists."""
    chunks, found = sentence.chunks, list[int]()
    at = index + 1
    while at < len(chunks) and (
        chunks[at].kind in _FOLLOWED_BY_PATIENT or chunks[at].head in {"[", "("}
    ):
        at += 1
    while at < len(chunks) and chunks[at].is_noun:
        if folk(sentence, chunks[at]) is None or _is_time(chunks[at]):
            if found or chunks[at].quantity is not None:
                break
            at += 1
            if at < len(chunks) and chunks[at].kind is Kind.POSSESSIVE:
                at += 1
            elif at < len(chunks) and not chunks[at].is_noun:
                break
            continue
        if at + 1 < len(chunks) and chunks[at + 1].kind is Kind.POSSESSIVE and at + 2 < len(chunks):
            at += 2
            continue
        if (
            found
            and at + 1 < len(chunks)
            and chunks[at + 1].is_verb
            and _takes_over(chunks[at + 1])
        ):
            break
        found.append(at)
        following = _next_in_list(sentence, at)
        if following is None:
            break
        at = following
    return found


def _takes_over(chunk: Chunk) -> bool:
    """A verb after a listed noun makes that noun its own subject."""
    return (
        chunk.tag in {"VBD", "VBZ", "VBP", "MD"}
        or bool(chunk.helpers)
        or chunk.head in harm_words().verbs
    )


def _next_in_list(sentence: Sentence, at: int) -> int | None:
    """Find the next noun phrase of a list: "12 people in Gao and five in Kidal"."""
    chunks = sentence.chunks
    here = at + 1
    joined = False
    for _ in range(8):
        if here >= len(chunks):
            return None
        chunk = chunks[here]
        if chunk.kind in {Kind.COMMA, Kind.AND} or (
            chunk.kind is Kind.ADVERB and chunk.head in {"well", "also", "another"}
        ):
            joined = True
            here += 1
        elif chunk.kind is Kind.PREPOSITION and chunk.head in {
            "in",
            "of",
            "at",
            "from",
            "near",
            "as",
            "with",
            "along",
            "on",
        }:
            if chunk.head in {"as", "along"}:
                joined = True
                here += 1
            elif here + 1 < len(chunks) and chunks[here + 1].is_noun and not joined:
                here += 2
            elif chunk.head == "with":
                here += 1
            else:
                return None
        elif chunk.is_noun and (joined or chunk.quantity is not None):
            if here + 1 < len(chunks) and (_is_harm_participle(chunks[here + 1])):
                return None
            return here
        else:
            return None
    return None


def _along_with(sentence: Sentence, index: int) -> list[int]:
    """ "… were killed along with eight gunmen": more of the same after the verb."""
    chunks = sentence.chunks
    for at in range(index + 1, min(index + 12, len(chunks) - 2)):
        if chunks[at].is_verb and chunks[at].helpers:
            break
        two = (chunks[at].head, chunks[at + 1].head)
        if two in {("along", "with"), ("together", "with")} and chunks[at + 2].is_noun:
            return _objects(sentence, at + 1)
    return []


def _next_noun(chunks: list[Chunk], index: int) -> int | None:
    for at in range(index + 1, min(index + 3, len(chunks))):
        if chunks[at].is_noun:
            return at
    return None


def _word(chunks: list[Chunk], index: int) -> str:
    return chunks[index].head if 0 <= index < len(chunks) else ""


def _is_nameless_place(sentence: Sentence, index: int) -> bool:
    whom = folk(sentence, sentence.chunks[index])
    return whom is not None and whom.is_name


def _make(sentence: Sentence, trigger: int, harm: Harm, chunks: list[int]) -> Iterator[Mention]:
    for index in chunks:
        chunk = sentence.chunks[index]
        whom = folk(sentence, chunk)
        if whom is None and chunk.quantity is not None and chunk.quantity.not_people is None:
            whom = Folk(Group.PEOPLE, chunk.quantity_stop, max(chunk.stop, chunk.quantity_stop))
        if whom is None and harm_words().counted_nouns.get(chunk.head):
            whom = Folk(Group.PEOPLE, chunk.first, chunk.stop)
        if whom is None:
            continue
        how_many = figure(sentence, chunk, whom)
        if (
            how_many.form is Form.VAGUE
            and chunk.quantity is None
            and chunk.opener == "the"
            and not whom.is_name
        ):
            continue
        yield Mention(harm, index, trigger, whom, how_many)


# --- across mentions -------------------------------------------------------------------------


def _merged(sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
    """ "Dozens dead or injured", "40 killed and wounded": one figure under two harms is a mixed one."""
    by_place: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_place.setdefault(mention.figure.first, []).append(mention)
    out: list[Mention] = []
    for group in by_place.values():
        harms = {m.harm for m in group}
        if {Harm.KILLED, Harm.INJURED} <= harms:
            mixed = _is_mixed(sentence, group)
            first = group[0]
            out.append(replace(first, harm=Harm.KILLED_OR_INJURED if mixed else Harm.KILLED))
            out += [m for m in group if m.harm not in {Harm.KILLED, Harm.INJURED}]
        else:
            out += group
    return out


def _is_mixed(sentence: Sentence, group: list[Mention]) -> bool:
    triggers = sorted(m.trigger for m in group if m.harm in {Harm.KILLED, Harm.INJURED})
    heads = {sentence.chunks[t].head for t in triggers}
    return not heads & harm_words().striking


def _parts(sentence: Sentence, mentions: list[Mention]) -> Iterator[Mention]:
    """ "… including two medics and a driver": parts take the harm of the whole before them."""
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks):
        if chunk.head not in {"including", "include", "includes", "included"}:
            continue
        wholes = [m for m in mentions if m.chunk < at]
        if not wholes:
            continue
        last = max(m.chunk for m in wholes)
        whole = [m for m in wholes if m.chunk == last][-1]
        for index in _objects(sentence, at):
            for part in _make(sentence, whole.trigger, whole.harm, [index]):
                yield replace(part, part_of=True)
